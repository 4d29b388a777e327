"""Every number a paper prints, and of which class those are that need no source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .grid import laid
from .model import Block, Paper, Paragraph, Role, Source, Text, plain, words

RUN = re.compile(r"\d(?:[\d.,/–%-]*\d)?")
_DAY = r"\d{1,2}/\d{1,2}/\d{4}"
_CLASSES = {
    "day": rf"{_DAY}|ngày \d{{1,2}} tháng \d{{1,2}} năm \d{{4}}|\d{{1,2}} giờ \d{{2}}(?: phút)?"
    r"|ngày \d{1,2}(?:/\d{1,2}(?![/\d])| tháng \d{1,2})|\d{1,2}(?:h|:)\d{2}",
    "period": r"năm \d{4}(?: ?[-–] ?\d{4})?|(?:\d{1,2} tháng|tháng \d{1,2}|quý \d) năm \d{4}|tháng \d{1,2}(?:/\d{4})?(?!\d)|\d{1,2} tháng đầu năm|giá so sánh \d{4}"
    r"|nhiệm kỳ \d{4} ?- ?\d{4}",
    "document number": r"\d+/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9-]*",
    "ordinal": r"(?:Điều|Khoản|Điểm|Phụ lục|Kết luận số) [\dIVX.]+|\(số thứ tự [\d, ]+ của kế hoạch\)"
    r"|\A\d{1,2}(?:\.\d{1,2})*[.)] ",
    "name": r"COVID-19|(?:Phường|phường|Quận|quận|Khóm|Ấp) \d+|/ ?10\.000 dân",
}
CLASSES = {name: re.compile(pattern) for name, pattern in _CLASSES.items()}
ORDINALS = "TT"
LEGAL = "basis"


class Printed(NamedTuple):
    """A run of digits: where it stands (`start` within the `text`), what it was taken from, or
    its class."""

    place: str
    run: str
    text: str
    source: Source | None
    named: str
    start: int = 0

    @property
    def bare(self) -> bool:
        """Whether it is a number without a source."""
        return self.source is None and not self.named


def printed(paper: Paper) -> Iterator[Printed]:
    """Every run of digits in the paper's body, in reading order."""
    for place, text in places(paper):
        yield from runs(place, text)


def places(paper: Paper) -> Iterator[tuple[str, Text]]:
    """Every text with its place; a cell's place is the head of its column."""
    yield "subject", paper.subject
    yield from ((LEGAL, each) for each in paper.bases)
    yield from _of_blocks(paper.blocks)
    for appendix in paper.appendices:
        yield "appendix's title", words(appendix.title)
        yield from _of_blocks(appendix.blocks)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Text]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Role(block.role).value, block.text
            continue
        yield "caption", words(f"{block.caption} {block.unit}")
        for row in block.head_rows:
            yield from (("head", cell.text) for cell in row.cells)
        for line in laid(block.rows, len(block.columns)):
            for placed in line:
                if not placed.continued:
                    yield block.columns[placed.column].head, placed.cell.text


def runs(place: str, text: Text) -> Iterator[Printed]:
    """Every run of digits in one text."""
    whole = plain(text)
    of: list[Source | None] = [span.source for span in text for _ in span.text]
    named = {
        at: name
        for name, pattern in CLASSES.items()
        for found in pattern.finditer(whole)
        for at in range(found.start(), found.end())
    }
    for found in RUN.finditer(whole):
        letters = range(found.start(), found.end())
        held = {of[at] for at in letters}
        one = held.pop() if len(held) == 1 else None
        if one is None and place in {ORDINALS, LEGAL}:
            name = "ordinal" if place == ORDINALS else "legal ground"
        else:
            name = named.get(found.start(), "") if all(at in named for at in letters) else ""
        yield Printed(place, found[0], whole, one, name, found.start())


__all__ = ["Printed", "places", "printed", "runs"]
