"""A PDF with text: its pages are opened in a process apart, its blocks put together here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.apart import apart

from .letters import modern
from .secrecy import refuse_marked
from .source import Draft, Kind, SourceText
from .tables import Cell, put_table


def read_pdf(name: str, content: bytes) -> SourceText:
    """The text of a PDF by pages. Raises BadInput for one that cannot or may not be read."""
    told = apart("pdf-text", content)
    refuse_marked(modern([told["head"]])[0][0])
    texts = list(_texts(told["blocks"]))
    done, notes = modern(texts)
    left = iter(done)
    draft = Draft()
    for block in told["blocks"]:
        if "p" in block:
            draft.passage([(next(left), page) for _, page in block["p"]])
        elif "cells" in block:
            cells = [Cell(c[0], c[1], next(left), c[3], c[4]) for c in block["cells"]]
            for cell in cells:
                cell.paragraphs = tuple(cell.text.split("\n"))
            put_table(draft, cells, pages=block["pages"])
        else:
            draft.begin_table()
            for row, page in block["rows"]:
                draft.row([next(left) for _ in row], page)
    source = draft.finish(name, Kind.PDF, [*notes, *_notes(told)])
    if not source.text:
        raise BadInput("paper.no_text")
    refuse_marked(source.text)
    return source


def _texts(blocks: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Every text of the blocks, in the order in which they are put together."""
    for block in blocks:
        if "p" in block:
            yield from (text for text, _ in block["p"])
        elif "cells" in block:
            yield from (cell[2] for cell in block["cells"])
        else:
            yield from (text for row, _ in block["rows"] for text in row)


def _notes(told: dict[str, Any]) -> Iterator[BadInput]:
    if told["pictured"]:
        yield BadInput("paper.noted_pictures", pages=_spans(told["pictured"]))
    if told["dropped"]:
        yield BadInput("paper.noted_heads", count=told["dropped"])


def _spans(pages: Sequence[int]) -> str:
    """Page numbers shortened: 2, 3, 4 and 9 are "2-4, 9"."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
