"""A paper as it will look, drawn for the page: each sourced number a link, changed ones marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dieuhanh.paper.writing.by_hand import TYPED
from dieuhanh.paper.writing.grid import align_of, laid
from dieuhanh.paper.writing.model import (
    Align,
    Block,
    Column,
    Paper,
    Row,
    Span,
    Table,
    Text,
)
from dieuhanh.paper.writing.papers import WORDED, appendix_number
from dieuhanh.paper.writing.parts import (
    attached_to,
    closed,
    is_letter,
    letter_subject,
    number_of,
    place_and_day,
    title_of,
)

from .sources import Line

ALIGNED = {Align.LEFT: "", Align.CENTRE: "at-centre", Align.RIGHT: "num"}
HEADINGS = frozenset({"part", "chapter", "section", "group", "headed-clause", "centred"})
NOTHING = SafeString()
Lines = Mapping[tuple[str, str, str], Line]


@dataclass(frozen=True)
class ShownCell:
    """A cell of a table."""

    html: SafeString
    align: str
    columns: int
    rows: int


@dataclass(frozen=True)
class ShownRow:
    """A row of a table."""

    cells: Sequence[ShownCell]
    bold: bool


@dataclass(frozen=True)
class ShownBlock:
    """A paragraph (`html`) or a table (`rows`)."""

    role: str
    html: SafeString = NOTHING
    number: str = ""
    caption: str = ""
    unit: str = ""
    heads: Sequence[ShownRow] = ()
    rows: Sequence[ShownRow] = ()

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.role in HEADINGS


@dataclass(frozen=True)
class ShownAppendix:
    """An appendix with its head."""

    number: str
    title: str
    attached: str
    blocks: Sequence[ShownBlock]


@dataclass(frozen=True)
class Sheet:
    """The whole paper as the page draws it."""

    paper: Paper
    subject: SafeString
    bases: Sequence[SafeString]
    blocks: Sequence[ShownBlock]
    appendices: Sequence[ShownAppendix]
    letter: bool = False
    number: str = ""
    place: str = ""
    title: str = ""
    letter_subject: str = ""
    capacity: Sequence[str] = field(default_factory=tuple)


def sheet(paper: Paper, lines: Sequence[Line] = ()) -> Sheet:
    """Draw it; `lines` are its sources with their pages and what the books say today."""
    known = {(each.source.kind, each.source.key, ""): each for each in lines}
    known |= {(each.source.kind, each.source.key, each.source.value): each for each in lines}
    return Sheet(
        paper=paper,
        subject=text_html(paper.subject, known),
        bases=[text_html(each, known) for each in paper.bases],
        blocks=_blocks(closed(paper), known),
        appendices=[
            ShownAppendix(
                appendix_number(paper, place), each.title, attached_to(paper),
                _blocks(each.blocks, known),
            )
            for place, each in enumerate(paper.appendices, start=1)
        ],
        letter=is_letter(paper),
        number=number_of(paper),
        place=place_and_day(paper.letterhead),
        title=title_of(paper),
        letter_subject=letter_subject(paper),
        capacity=(*paper.signature.on_behalf, paper.signature.post),
    )  # fmt: skip


def table_block(table: Table, known: Lines | None = None) -> ShownBlock:
    """A table alone."""
    lines = known or {}
    return ShownBlock(
        "table", caption=table.caption, unit=table.unit,
        heads=_rows(table.head_rows, table.columns, lines, head=True),
        rows=_rows(table.rows, table.columns, lines),
    )  # fmt: skip


def text_html(text: Text, known: Lines) -> SafeString:
    """The spans of a text."""
    return format_html_join("", "{}", ((_span(span, known),) for span in text))


def _blocks(blocks: tuple[Block, ...], known: Lines) -> list[ShownBlock]:
    made = []
    for block in blocks:
        if isinstance(block, Table):
            made.append(table_block(block, known))
        else:
            html = text_html(block.text, known)
            made.append(ShownBlock(block.role.value, html, block.number))
    return made


def _rows(
    rows: tuple[Row, ...], columns: tuple[Column, ...], known: Lines, *, head: bool = False
) -> list[ShownRow]:
    made = []
    for row, placed in zip(rows, laid(rows, len(columns)), strict=True):
        cells = [
            ShownCell(
                text_html(each.cell.text, known),
                ALIGNED[Align.CENTRE if head else align_of(each, columns)],
                each.cell.columns, each.cell.rows,
            )
            for each in placed
            if not each.continued
        ]  # fmt: skip
        made.append(ShownRow(cells, row.bold))
    return made


def _span(span: Span, known: Lines) -> SafeString:
    made = _letters(span)
    if span.source is None:
        return made
    kind, key = span.source.kind, span.source.key
    if kind == TYPED:
        return _typed(made, key)
    line = known.get((kind, key, "" if kind in WORDED else span.text[:200]))
    if line is not None and line.href:
        made = format_html('<a class="figure" href="{}" title="{}">{}</a>', line.href,
                           span.source.label, made)  # fmt: skip
    else:
        made = format_html('<span class="figure" title="{}">{}</span>', span.source.label, made)
    if line is None or not line.changed:
        return made
    told = _("nay là %(now)s") % {"now": line.now}
    return format_html(
        '<mark class="paper-moved" title="{}">{}<span class="hidden-visually"> ({})</span></mark>',
        told, made, told,
    )  # fmt: skip


def _typed(made: SafeString, key: str) -> SafeString:
    told = _("gõ tay, không có nguồn")
    if not key:
        return format_html('<mark class="paper-typed">{}</mark>', made)
    return format_html(
        '<mark class="paper-typed" id="go-tay-{}" title="{}">{}<span class="hidden-visually"> '
        "({})</span></mark>", key, told, made, told,
    )  # fmt: skip


def _letters(span: Span) -> SafeString:
    made = format_html("{}", span.text)
    if span.bold:
        made = format_html("<strong>{}</strong>", made)
    return format_html("<em>{}</em>", made) if span.italic else made


__all__ = ["Sheet", "ShownBlock", "sheet", "table_block", "text_html"]
