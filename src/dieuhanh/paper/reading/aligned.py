"""Tables set by spaces: each cell told to its column by where it stands on the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text without stars, and where it stands in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A row's cells, and from which to which letter of the printed line each stands."""

    cells: tuple[Cell, ...]
    spans: tuple[Span, ...]
    loose: bool = False
    """A line of one cell or two between full ones: a heading of rows, or a name that runs on."""


def aligned(rows: Sequence[Placed], heads: int) -> list[tuple[Cell, ...]]:
    """The rows with a cell, empty ones too, for every column; as they are where nothing lines up.

    A head that spreads over columns stands over each of them; `heads` rows are heads. A name that
    runs on in the next line is one name.
    """
    columns = _columns(rows)
    told = [_row(row, columns, spread=at < heads) for at, row in enumerate(rows)]
    made: list[tuple[Cell, ...]] = []
    for at, (row, cells) in enumerate(zip(rows, told, strict=True)):
        if row.loose and at >= heads and made and _runs_on(row):
            made[-1] = _joined(made[-1], cells)
        else:
            made.append(cells)
    return made


def _columns(rows: Sequence[Placed]) -> list[Span]:
    """Where the columns stand: over all rows that have every cell; none where these overlap."""
    widest = max(len(row.cells) for row in rows)
    full = [row.spans for row in rows if len(row.cells) == widest]
    spans = [
        (min(s[0] for s in column), max(s[1] for s in column)) for column in zip(*full, strict=True)
    ]
    return spans if all(one[1] <= next_[0] for one, next_ in pairwise(spans)) else []


def _row(row: Placed, columns: Sequence[Span], *, spread: bool) -> tuple[Cell, ...]:
    if not columns or len(row.cells) == len(columns):
        return row.cells
    placed: dict[int, Cell] = {}
    floor = 0
    for cell, span in zip(row.cells, row.spans, strict=True):
        over = [at for at in range(floor, len(columns)) if _overlap(span, columns[at]) > 0]
        if not over:
            near = min(
                range(floor, len(columns)), key=lambda at: _gap(span, columns[at]), default=None
            )
            over = [] if near is None else [near]
        if not over:
            return row.cells
        kept = over if spread else [max(over, key=lambda at: _overlap(span, columns[at]))]
        placed |= dict.fromkeys(kept, cell)
        floor = kept[-1] + 1
    empty = row.cells[-1].end
    return tuple(placed.get(at, Cell("", empty, empty)) for at in range(len(columns)))


def _overlap(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _gap(one: Span, other: Span) -> int:
    return max(other[0] - one[1], one[0] - other[1])


def _runs_on(row: Placed) -> bool:
    return row.cells[0].text[:1].islower()


def _joined(row: tuple[Cell, ...], more: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The words of the next line put to those of the cells they stand under."""
    if len(row) != len(more):
        return row
    return tuple(
        Cell(f"{cell.text} {below.text}", cell.start, cell.end) if below.text else cell
        for cell, below in zip(row, more, strict=True)
    )


__all__ = ["Cell", "Placed", "Span", "aligned"]
