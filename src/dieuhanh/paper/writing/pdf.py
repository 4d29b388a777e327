"""PDF of a paper, typeset by typst from `templates/van-ban.typ`: the only door to typst.

Tagged for readers (PDF/UA-1) and, once issued, fit for the archive (PDF/A-2a); fonts embedded, the
same bytes for the same paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dieuhanh.domain.errors import BadInput, Place

from .look import TEMPLATES, Look, as_data, look, template
from .model import Paper, Paragraph, plain
from .parts import printable
from .setting import Link, setting_of

if TYPE_CHECKING:
    import typst

LAYOUT = "van-ban.typ"
_LETTER = re.compile(r'(?:the text|the codepoint) `"(.+?)"`')
TWINS = frozenset({"Times New Roman", "Liberation Serif", "Tinos"})


def write_pdf(paper: Paper, *, templates: Path = TEMPLATES, link: Link | None = None) -> bytes:
    """The paper as PDF; `link` gives the address a number leads to.

    Raises BadInput or BadInputs: "paper.…" of the paper, "paper.look…" and "paper.template" of
    the template, located in its file.
    """
    import typst  # noqa: PLC0415 - 81 MB that only papers need

    shape, layout = look(templates), template(templates, LAYOUT)
    day = paper.letterhead.day
    said = asdict(setting_of(paper, shape, link))
    _tell_levels([said["body"], *said["appendices"]], shape)
    data = {
        "paper": said,
        "page": as_data(shape.page),
        "styles": {key: as_data(style) for key, style in shape.styles.items()},
        "day": [day.year, day.month, day.day] if day else None,
    }
    try:
        written = typst.compile(
            str(layout),
            root=str(layout.parent),
            font_paths=_fonts(),
            sys_inputs={"d": json.dumps(_printable(data), ensure_ascii=False)},
            pdf_standards=["a-2a", "ua-1"] if day else ["ua-1"],  # an archive wants a date
            timestamp=0,
        )
    except typst.TypstError as error:
        raise _fault(error.message, error.hints, paper) from error
    return bytes(_pages(written))


def _tell_levels(parts: list[dict[str, Any]], shape: Look) -> None:
    """Each line's level as a heading: its style's, never more than one under the heading before."""
    last = 0
    for line in (line for part in parts for line in part["lines"] if "style" in line):
        wanted = shape.styles[line["style"]].outline
        line["level"] = min(wanted, last + 1)
        last = line["level"] or last


def _printable(value: Any) -> Any:
    """The same values, every text in them as paper holds it."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(item) for name, item in value.items()}
    return [_printable(item) for item in value] if isinstance(value, (list, tuple)) else value


def _fault(message: str, hints: list[str], paper: Paper) -> BadInput:
    """A letter no font has is the paper's fault, anything else the template's."""
    if said := _LETTER.search(message):
        letter = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), said[1])
        place = Place(column=next(_holding(paper, letter), ""))
        shown = letter if letter.isprintable() else f"U+{ord(letter[0]):04X}"
        return BadInput("paper.letter", place=place, letter=shown)
    detail = " ".join([message, *hints])[:300]
    return BadInput("paper.template", place=Place(file=LAYOUT), detail=detail)


def _holding(paper: Paper, letter: str) -> Iterator[str]:
    """Where in the paper the letter stands."""
    if letter in plain(paper.subject):
        yield "subject"
    parts = [("blocks", paper.blocks)]
    parts += [(f"appendices[{at}].blocks", a.blocks) for at, a in enumerate(paper.appendices)]
    for name, blocks in parts:
        for at, block in enumerate(blocks):
            rows = () if isinstance(block, Paragraph) else block.rows
            said = [block.text] if isinstance(block, Paragraph) else []
            said += [cell.text for row in rows for cell in row.cells]
            if any(letter in plain(text) for text in said):
                yield f"{name}[{at}]"


def _pages(written: Any) -> bytes:
    return b"".join(written) if isinstance(written, list) else written


def typeface(shape: Look | None = None) -> str:
    """The font a PDF is set in on this machine: the first of the template's that is there.

    "" when none is, and typst takes what it finds.
    """
    here = set(_fonts().families())
    return next((name for name in (shape or look()).page.fonts if name in here), "")


def is_twin(font: str) -> bool:
    """Whether its letters are as wide as those of Times New Roman."""
    return font in TWINS


@cache
def _fonts() -> typst.Fonts:
    """The machine's fonts and typst's own, looked up once."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


__all__ = ["is_twin", "typeface", "write_pdf"]
