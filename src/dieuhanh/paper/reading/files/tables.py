"""A table off a page as rows of equal length under one row of heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dieuhanh.domain.errors import BadInput

from .source import Draft

MOST_COLUMNS = 60
MOST_ROWS = 20_000
MOST_CELLS = 100_000


@dataclass(slots=True)
class Cell:
    """A cell at its place, counted from 0, with the rows and columns it covers."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    paragraphs: Sequence[str] = field(default_factory=tuple)


def put_table(
    draft: Draft, cells: Sequence[Cell], *, heads: int = 0, pages: Sequence[int] = ()
) -> None:
    """Write a table into the draft: its cells as rows, or, where it only lays out the page, as text.

    `heads` is how many rows the file itself names as heads; 0 where it names none. `pages` tells
    the page of each row, where pages are known. Columns beyond the most are left out and noted; a table
    of more rows than are read is refused: BadInput("paper.too_heavy").
    """
    if any(cell.row >= MOST_ROWS for cell in cells):
        raise BadInput("paper.too_heavy")
    draft.cut = draft.cut or any(c.column >= MOST_COLUMNS and c.text.strip() for c in cells)
    cells = [cell for cell in cells if cell.column < MOST_COLUMNS]
    if not any(cell.text.strip() for cell in cells):
        return
    if _only_lays_out(cells):
        for cell in sorted(cells, key=lambda cell: (cell.column, cell.row)):
            for paragraph in cell.paragraphs or (cell.text,):
                draft.paragraph(paragraph, pages[cell.row] if cell.row < len(pages) else None)
        return
    captions, rest = _captions(cells)
    for caption in captions:
        draft.paragraph(caption, pages[0] if pages else None)
    draft.begin_table()
    for at, row in grid(rest, heads - len(captions)):
        draft.row(row, pages[at] if at < len(pages) else None)


def grid(cells: Sequence[Cell], heads: int = 0) -> list[tuple[int, list[str]]]:
    """Rows of equal length, each with its number from the top of the page's table.

    The heads are made one row; empty rows and columns are gone.
    """
    first = min((cell.row for cell in cells), default=0)
    height = max((cell.row for cell in cells), default=-1) - first + 1
    width = min(max((cell.column + cell.columns for cell in cells), default=0), MOST_COLUMNS)
    rows = [[""] * width for _ in range(height)]
    deep = max(heads, _head_depth(cells, first))
    for cell in cells:
        head = cell.row - first < deep
        for row in range(cell.row - first, min(cell.row - first + cell.rows, height)):
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                if _repeats(cell, row - cell.row + first, column - cell.column, head=head):
                    rows[row][column] = cell.text
    numbered = list(enumerate(rows, start=first))
    body = [(first, _joined(rows[:deep])), *numbered[deep:]] if deep > 1 else numbered
    kept = [(at, row) for at, row in body if any(text.strip() for text in row)]
    used = [column for column in range(width) if any(row[column].strip() for _, row in kept)]
    return [(at, [row[column] for column in used]) for at, row in kept]


def _repeats(cell: Cell, down: int, right: int, *, head: bool) -> bool:
    """Whether a cell's text stands here too: heads over all they cover, words down merged rows.

    A figure stands once, however many rows its cell covers.
    """
    if head:
        return True
    figures = any(letter.isdigit() for letter in cell.text)
    return right == 0 and (down == 0 or not figures)


def _joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """One head a column: what stands above it, from the top, each text once."""
    return [
        " ".join(dict.fromkeys(filter(None, (text.strip() for text in column))))
        for column in zip(*rows, strict=True)
    ]


def _head_depth(cells: Sequence[Cell], first: int) -> int:
    """How many rows the heads take: as deep as the deepest cell of the first row goes down.

    Where a head spreads over columns and nothing stands under the others, its parts follow below.
    """
    top = [cell for cell in cells if cell.row == first]
    spread = {c.column + at for c in top if c.columns > 1 for at in range(c.columns)}
    if not spread:
        return 1
    deep = max(cell.rows for cell in top)
    later = [cell for cell in cells if cell.row >= first + deep and cell.text.strip()]
    next_row = min((cell.row for cell in later), default=first)
    below = [cell for cell in later if cell.row == next_row]
    parts = bool(below) and all(cell.column in spread for cell in below)
    return next_row - first + 1 if parts else deep


def _captions(cells: Sequence[Cell]) -> tuple[list[str], list[Cell]]:
    """Texts that stand over the whole width above the heads, and the cells below them."""
    width = max(cell.column + cell.columns for cell in cells)
    captions, rest = [], list(cells)
    while rest:
        first = min(cell.row for cell in rest)
        top = [cell for cell in rest if cell.row == first and cell.text.strip()]
        if len(top) > 1 or (top and top[0].columns < width):
            break
        captions += [cell.text for cell in top]
        rest = [cell for cell in rest if cell.row != first]
    return captions, rest


def _only_lays_out(cells: Sequence[Cell]) -> bool:
    """Whether the table holds no figures but sets text side by side: a letterhead, signatures."""
    rows = {cell.row for cell in cells if cell.text.strip()}
    columns = {cell.column for cell in cells if cell.text.strip()}
    return len(rows) == 1 or len(columns) == 1 or (len(rows) <= 2 and len(columns) <= 2)
