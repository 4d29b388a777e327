"""A paper as it is printed: every letter the decree adds in place, each line with its style.

Both writers set this and decide nothing of what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .checking import checked
from .grid import Placed, align_of, laid
from .look import Look
from .model import Align, Appendix, Paper, Paragraph, Role, Source, Table, Text, plain, words
from .papers import appendix_number
from .parts import (
    attached_to,
    closed,
    is_letter,
    letter_subject,
    number_of,
    place_and_day,
    title_of,
)
from .rules import form
from .widths import evenly

Link = Callable[[Source], str | None]
"""The address of a record, None where it has none."""

GAP = 3
"""Millimetres left free between the two columns of the head."""
ON_TWO_LINES = frozenset({Role.PART, Role.CHAPTER, Role.SECTION})


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face and, where they lead somewhere, the address."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in the style of that key; `keep` holds it on the page of what follows."""

    style: str
    runs: tuple[Run, ...]
    keep: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its place; `continued` where it only reaches down from the row above."""

    runs: tuple[Run, ...]
    align: Align
    column: int
    columns: int
    rows: int
    continued: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: shares of its width, the rows of its head, its rows."""

    shares: tuple[int, ...]
    heads: tuple[tuple[GridCell, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of one orientation."""

    lines: tuple[Line | Grid, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """The printed paper. `subject` is empty for an official letter, which has `letter_subject`."""

    name: str
    author: str
    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    nation: str
    motto: str
    number: str
    place_and_day: str
    letter_subject: str
    marks: tuple[str, ...]
    title: str
    subject: tuple[Run, ...]
    addressed_to: tuple[str, ...]
    body: Part
    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str
    appendices: tuple[Part, ...]


def setting_of(paper: Paper, shape: Look, link: Link | None = None) -> Setting:
    """The paper as printed in that look. Raises BadInput or BadInputs("paper.…"); see `checking`."""
    checked(paper)
    head, law, room = paper.letterhead, form().components, shape.page.letterhead[0] - GAP
    marks = (paper.draft_mark.upper(), paper.urgency.value)
    return Setting(
        name=_name(paper),
        author=head.name or head.issuer.replace("\n", " "),
        parent=_broken(head.parent.upper(), shape.styles["parent"].size, room),
        issuer=_broken(head.issuer.upper(), shape.styles["issuer"].size, room),
        nation=law["nation"].text,
        motto=law["motto"].text,
        number=number_of(paper),
        place_and_day=place_and_day(head),
        letter_subject=evenly(letter_subject(paper), shape.styles["letter_subject"].size, room),
        marks=tuple(mark for mark in marks if mark),
        title=title_of(paper),
        subject=() if is_letter(paper) else _evenly(_runs(paper.subject, link), shape),
        addressed_to=_listed(paper.addressed_to) if len(paper.addressed_to) > 1 else paper.addressed_to,
        body=Part(_ended(tuple(_body(paper, link)))),
        recipients=_recipients(paper),
        capacity=tuple(line.upper() for line in (*paper.signature.on_behalf, paper.signature.post)),
        signer=paper.signature.name,
        appendices=tuple(_appendices(paper, link)),
    )  # fmt: skip


def _name(paper: Paper) -> str:
    """The document's title: the type and what it is about."""
    said = letter_subject(paper) or f"{title_of(paper).capitalize()} {plain(paper.subject)}"
    return said.replace("\n", " ")


def _broken(name: str, size: int, room: float) -> tuple[str, ...]:
    lines = (line.strip() for line in evenly(name, size, room).split("\n"))
    return tuple(line for line in lines if line)


def _evenly(runs: tuple[Run, ...], shape: Look) -> tuple[Run, ...]:
    """The subject in lines of like length; a break takes the place of a space, run by run."""
    room = form().page["width"] - shape.page.left - shape.page.right - 2 * GAP
    said = evenly("".join(run.text for run in runs), shape.styles["subject"].size, room)
    broken, start = [], 0
    for run in runs:
        broken.append(replace(run, text=said[start : start + len(run.text)]))
        start += len(run.text)
    return tuple(broken)


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of a list: a dash before, a semicolon after, the last with a stop."""
    last = len(names) - 1
    return tuple(f"- {name}{'.' if at == last else ';'}" for at, name in enumerate(names))


def _recipients(paper: Paper) -> tuple[str, ...]:
    archive = (f"Lưu: {paper.archive}",) if paper.archive else ()
    return _listed((*paper.recipients, *archive))


def _body(paper: Paper, link: Link | None) -> Iterator[Line | Grid]:
    if paper.authority:
        yield Line("authority", _plain(paper.authority.upper()))
    for basis in paper.bases:
        yield Line("basis", _runs(basis, link))
    if paper.enacting:
        yield Line("enacting", _plain(paper.enacting.upper()))
    for block in closed(paper):
        yield from _block(block, link)


def _ended(lines: tuple[Line | Grid, ...]) -> tuple[Line | Grid, ...]:
    """A signature never stands on a page without the end of the text, remarks after it or none."""
    kept = list(lines)
    for at in reversed(range(len(kept))):
        line = kept[at]
        if isinstance(line, Grid):
            break
        kept[at] = replace(line, keep=True)
        if line.style != Role.NOTE:
            break
    return tuple(kept)


def _appendices(paper: Paper, link: Link | None) -> Iterator[Part]:
    for place, appendix in enumerate(paper.appendices, start=1):
        lines = [
            Line("appendix_number", _plain(appendix_number(paper, place))),
            Line("appendix_title", _plain(appendix.title.upper())),
            Line("appendix_note", _plain(attached_to(paper))),
        ]
        yield Part((*lines, *_blocks(appendix, link)), appendix.landscape)


def _blocks(appendix: Appendix, link: Link | None) -> Iterator[Line | Grid]:
    for block in appendix.blocks:
        yield from _block(block, link)


def _block(block: Paragraph | Table, link: Link | None) -> Iterator[Line | Grid]:
    if isinstance(block, Table):
        yield from _table(block, link)
    elif block.role in ON_TWO_LINES:
        if block.number:
            yield Line("part_number", _plain(block.number))
        yield Line("part_title", tuple(_capital(run) for run in _runs(block.text, link)))
    else:
        number = block.number or ("-" if block.role is Role.BULLET else "")
        before = (Run(f"{number} ", bold=block.role is Role.ARTICLE),) if number else ()
        announces = plain(block.text).rstrip().endswith(":")
        runs = (*before, *_runs(block.text, link))
        yield Line(block.role.replace("-", "_"), runs, keep=announces)


def _capital(run: Run) -> Run:
    return Run(run.text.upper(), run.bold, run.italic, run.link)


def _table(table: Table, link: Link | None) -> Iterator[Line | Grid]:
    if table.caption:
        yield Line("table_caption", _plain(table.caption))
    if table.unit:
        yield Line("table_unit", _plain(table.unit))
    count = len(table.columns)

    def cell(placed: Placed, align: Align, *, bold: bool = False) -> GridCell:
        runs = () if placed.continued else _runs(placed.cell.text, link, bold=bold)
        return GridCell(
            runs, align, placed.column, placed.cell.columns, placed.cell.rows, placed.continued
        )

    heads = tuple(
        tuple(cell(each, each.cell.align or Align.CENTRE) for each in row)
        for row in laid(table.head_rows, count)
    )
    rows = tuple(
        tuple(cell(each, align_of(each, table.columns), bold=said.bold) for each in row)
        for said, row in zip(table.rows, laid(table.rows, count), strict=True)
    )
    yield Grid(tuple(column.width for column in table.columns), heads, rows)


def _plain(text: str) -> tuple[Run, ...]:
    return _runs(words(text), None)


def _runs(text: Text, link: Link | None, *, bold: bool = False) -> tuple[Run, ...]:
    return tuple(
        Run(
            span.text,
            bold or span.bold,
            span.italic,
            (link(span.source) or "") if link and span.source else "",
        )
        for span in text
    )


__all__ = ["Grid", "GridCell", "Line", "Link", "Part", "Run", "Setting", "setting_of"]
