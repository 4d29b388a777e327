"""A paper as data: what an official document says, before anyone sets it in type.

    Paper
    ├── kind, title            the type of Decree 30 ("bao-cao"), and a name of its own if it has one
    ├── Letterhead             who issues it, where, when, under which number
    ├── subject, addressed_to  trích yếu, Kính gửi
    ├── authority, bases,      of a decision or resolution: ỦY BAN NHÂN DÂN …, the căn cứ,
    │   enacting               "QUYẾT ĐỊNH:"
    ├── blocks                 Paragraph | Table, in reading order
    ├── Signature, recipients, archive
    └── appendices             Appendix(title, blocks, landscape)

A text is a tuple of spans; `words("…")` makes one of plain text. A span may carry the `Source` of
the number it prints: a link on the page and in the files, a line of `sources(paper)`.

    words("Thu ngân sách ") + (Span("5.851", source), ) + words(" tỷ đồng")

What the decree adds of itself the composer leaves out: "Số:", leading zeros, "./." at the end,
dashes and semicolons of Nơi nhận, "Phụ lục I", capitals of titles, "V/v" of an official letter.
Beside this module: `spans` (letters and their sources), `papers` (JSON there and back, sources,
plain text), `checking` (faults), `rules` (types and the table of rules), `word` and `pdf` (files).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from .spans import Made, Source, Span, Text, cited, plain, words


class Role(StrEnum):
    """What a paragraph is; each is a style in the files."""

    BODY = "body"
    PART = "part"
    """Phần: its number on a line of its own ("Phần I"), the title in capitals under it."""
    CHAPTER = "chapter"
    """Chương, printed as a part."""
    SECTION = "section"
    """Mục, printed as a part."""
    GROUP = "group"
    """A heading of reports and programmes: "I." and a title, bold, at the indent."""
    ARTICLE = "article"
    """Điều: "Điều 1." bold; the text runs on."""
    HEADED_CLAUSE = "headed-clause"
    """Khoản with a title: "1." and the title, bold, on one line."""
    CLAUSE = "clause"
    """Khoản: "1." and the text."""
    POINT = "point"
    """Điểm: "a)" and the text."""
    BULLET = "bullet"
    """A line that opens with a dash."""
    CENTRED = "centred"
    """A bold line in the middle, for what no other role says."""
    NOTE = "note"
    """A remark in italics, under a table or at the end."""


class Align(StrEnum):
    """Where a cell's text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Urgency(StrEnum):
    """The mark of urgency; none for most."""

    NONE = ""
    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    IMMEDIATE = "HỎA TỐC"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `number` is printed before it: "I.", "1.", "a)", "Điều 2.", "Phần I"."""

    text: Text
    role: Role = Role.BODY
    number: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Widths are shares: 1, 4, 2 makes the second twice the third."""

    head: str
    width: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, over `columns` columns and `rows` rows; `align` None is the column's."""

    text: Text = ()
    align: Align | None = None
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from the left; those a cell above reaches down into are left out. `bold` for totals."""

    cells: tuple[Cell, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its head is the columns' heads, or `heads` where heads are merged; it is printed
    again on each page. `caption` stands above it, `unit` ("Đơn vị tính: tỷ đồng") right of that."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heads: tuple[Row, ...] = ()
    caption: str = ""
    unit: str = ""

    @property
    def head_rows(self) -> tuple[Row, ...]:
        """The rows of the head."""
        if self.heads:
            return self.heads
        return (Row(tuple(Cell(words(column.head)) for column in self.columns)),)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page. A line break in a name is a line break on paper.

    `name` is the issuer as a sentence names it ("Ủy ban nhân dân tỉnh Cà Mau").
    Before issue `number` and `day` are None and printed blank; `year` then names the year.
    `symbol` is all after the stroke: "BC-UBND", of an official letter "UBND-TH"; empty where the
    type has no number.
    """

    issuer: str
    place: str
    symbol: str = ""
    parent: str = ""
    name: str = ""
    number: int | None = None
    day: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. `on_behalf` lines stand above the post: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH").

    `name` is blank until it is known; no title and no degree before it.
    """

    post: str
    on_behalf: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on pages of its own; its number comes of its place among them."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """An official document. `kind` is a key of `rules.document_types()`; `title` replaces the
    type's name ("Thông cáo báo chí"); `archive` is the line "Lưu: VT, TH" without its "Lưu:"."""

    kind: str
    letterhead: Letterhead
    subject: Text
    blocks: tuple[Block, ...]
    signature: Signature
    title: str = ""
    addressed_to: tuple[str, ...] = ()
    authority: str = ""
    bases: tuple[Text, ...] = ()
    enacting: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = "VT"
    urgency: Urgency = Urgency.NONE
    draft_mark: str = ""
    appendices: tuple[Appendix, ...] = ()

    def issued(self, number: int | None, day: date) -> Paper:
        """The same paper with its number and day, and no longer a draft."""
        head = replace(self.letterhead, number=number, day=day)
        return replace(self, letterhead=head, draft_mark="")


def texts(paper: Paper) -> Iterator[Text]:
    """Every text of the paper in reading order."""
    yield paper.subject
    yield from paper.bases
    yield from _of_blocks(paper.blocks)
    for appendix in paper.appendices:
        yield from _of_blocks(appendix.blocks)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in (*block.head_rows, *block.rows):
                yield from (cell.text for cell in row.cells)


__all__ = [
    "Align",
    "Appendix",
    "Block",
    "Cell",
    "Column",
    "Letterhead",
    "Made",
    "Paper",
    "Paragraph",
    "Role",
    "Row",
    "Signature",
    "Source",
    "Span",
    "Table",
    "Text",
    "Urgency",
    "cited",
    "plain",
    "texts",
    "words",
]
