"""Plain text, typed or pasted: read as it stands, its offsets those of the file."""

from __future__ import annotations

import re

from dieuhanh.domain.errors import BadInput

from .letters import decode
from .secrecy import refuse_marked
from .source import Kind, SourceText, Spot, refuse_length

_LINE = re.compile(r"[^\n]*[^\s\ufeff][^\n]*")


def read_plain(name: str, content: bytes, kind: Kind) -> SourceText:
    """The text of a .txt file or of what was pasted; every line that is not blank is a paragraph.

    Raises BadInput("paper.no_text" | "paper.binary" | "paper.encoding" | "paper.too_long").
    """
    text, notes = decode(content)
    refuse_length(len(text))
    found = enumerate(_LINE.finditer(text), start=1)
    spots = tuple(Spot(line.start(), line.end(), None, count) for count, line in found)
    if not spots:
        raise BadInput("paper.no_text")
    refuse_marked(text)
    return SourceText(name, kind, text, spots, tuple(notes))
