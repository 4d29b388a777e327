"""Lines of one column made paragraphs: joined where the margin broke them, not the writer."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .pdf_letters import Row

_ITEM = re.compile(
    r"(?:[-–—•+*▪►✓]|\(?[0-9]{1,3}[.)]|\(?[a-zđ][.)]|[IVXLC]{1,5}[.)]|Điều\s+\d+|Chương\s|Phần\s"
    r"|Phụ lục|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?)\s*\S?"
)


@dataclass(slots=True)
class Passage:
    """A paragraph of one page; whether its first line may go on with the page before it, and its
    last with the next."""

    text: str
    begins: bool
    full: bool


def paragraphs_of(rows: Sequence[Row], *, beside: bool = False) -> Iterator[Passage]:
    """The paragraphs of lines that stand below each other.

    Of lines `beside` others the margin is not known: only what begins small runs on.
    """
    if not rows:
        return
    right = math.inf if beside else max(row.right for row in rows)
    margin = min(row.left for row in rows)
    gathered: list[Row] = []
    for row in rows:
        if gathered and _breaks(gathered[-1], row, margin, right):
            yield _passage(gathered, margin, right)
            gathered = []
        gathered.append(row)
    yield _passage(gathered, margin, right)


def _passage(rows: Sequence[Row], margin: float, right: float) -> Passage:
    first, last = rows[0], rows[-1]
    begins = first.left > margin + 0.8 * first.height or bool(_ITEM.match(first.text))
    full = last.right > right - 4 * last.height and last.text[-1:] not in ".;:!?"
    return Passage(" ".join(row.text for row in rows), begins, full)


def _breaks(before: Row, row: Row, margin: float, right: float) -> bool:
    """Whether a paragraph ended before this line."""
    if before.bottom - row.top > 0.9 * min(before.height, row.height):
        return True
    if abs(before.height - row.height) > 0.25 * max(before.height, row.height):
        return True
    if _ITEM.match(row.text) and (before.text[-1:] in ".;:,!?" or _ITEM.match(before.text)):
        return True
    if row.text[:1].islower() and before.text[-1:] not in ".;:!?":
        return False
    indented = row.left > margin + 0.8 * row.height and before.left <= margin + 0.8 * row.height
    if indented and not _centred(row, margin, right):
        return True
    return _room(before, margin, right) > _first_word(row) + 0.3 * row.height


def _room(row: Row, margin: float, right: float) -> float:
    """How much more the line could have held; a centred one has its room on both sides."""
    after, before = right - row.right, row.left - margin
    return after + before if _centred(row, margin, right) else after


def _centred(row: Row, margin: float, right: float) -> bool:
    after, before = right - row.right, row.left - margin
    return before > 0.5 * row.height and abs(after - before) < row.height


def _first_word(row: Row) -> float:
    """How wide the line's first word is, by its share of the letters."""
    run = row.runs[0]
    word = run.text.split(" ", 1)[0]
    return (run.right - run.left) * len(word) / max(len(run.text), 1)
