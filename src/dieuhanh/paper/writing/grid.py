"""Where each cell of a table stands, with those that reach over columns and down rows."""

from __future__ import annotations

from typing import NamedTuple

from dieuhanh.domain.errors import BadInput

from .model import Align, Cell, Column, Row


class Placed(NamedTuple):
    """A cell at the column it starts in; `continued` where it only reaches down from above."""

    cell: Cell
    column: int
    continued: bool = False


def laid(rows: tuple[Row, ...], count: int) -> list[list[Placed]]:
    """The cells of each row, the columns filled exactly.

    Raises BadInput("paper.row") with `row` (from 0) and how many columns it fills.

    >>> two = (Row((Cell(rows=2), Cell(columns=2))), Row((Cell(), Cell())))
    >>> [[(each.column, each.continued) for each in row] for row in laid(two, 3)]
    [[(0, False), (1, False)], [(0, True), (1, False), (2, False)]]
    """
    reaching: dict[int, tuple[Cell, int]] = {}
    placed = []
    for number, row in enumerate(rows):
        line, column, waiting = [], 0, list(row.cells)
        crossed = any(cell.rows < 1 or cell.columns < 1 for cell in row.cells)
        while column < count and (column in reaching or waiting):
            if column in reaching:
                cell, left = reaching.pop(column)
                line.append(Placed(cell, column, continued=True))
            else:
                cell = waiting.pop(0)
                left = cell.rows
                crossed |= any(column + beyond in reaching for beyond in range(1, cell.columns))
                line.append(Placed(cell, column))
            if left > 1:
                reaching[column] = (cell, left - 1)
            column += max(1, cell.columns)
        if column != count or waiting or crossed or _past_the_end(reaching, number, len(rows)):
            filled = column + sum(cell.columns for cell in waiting)
            raise BadInput("paper.row", row=number, filled=filled, columns=count)
        placed.append(line)
    return placed


def _past_the_end(reaching: dict[int, tuple[Cell, int]], number: int, rows: int) -> bool:
    return any(number + left >= rows for _, left in reaching.values())


def align_of(placed: Placed, columns: tuple[Column, ...]) -> Align:
    """The cell's own side, or its column's."""
    return placed.cell.align or columns[placed.column].align


__all__ = ["Placed", "align_of", "laid"]
