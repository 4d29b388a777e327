"""What a sheet holds, whichever kind of file it comes from: values and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dieuhanh.domain.errors import BadInput

MOST_ROWS = 60_000
MOST_COLUMNS = 256
MOST_SHEETS = 400
MOST_CELLS = 1_000_000  # filled ones, of a whole workbook
Spot = tuple[int, int]  # row, column, both counted from 1
Value = Any  # text, float, bool or datetime


@dataclass
class Grid:
    """Filled cells alone are kept, so that a cell in the far corner takes no memory.

    `written` counts every cell the file tells of, empty ones too.
    """

    hidden: bool = False
    cells: dict[Spot, Value] = field(default_factory=dict)
    formulas: set[Spot] = field(default_factory=set)
    percents: set[Spot] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    written: int = 0

    def put(self, spot: Spot, value: Value) -> None:
        """A filled cell; raises BadInput far outside of any table of ours."""
        row, column = spot
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise BadInput(
                "workbook.too_wide",
                rows=row,
                columns=column,
                most_rows=MOST_ROWS,
                most_columns=MOST_COLUMNS,
            )
        self.cells[spot] = value
        if len(self.cells) > MOST_CELLS:
            refuse_crowd(len(self.cells))

    def merged_cells(self) -> int:
        """How many cells the merged ranges cover."""
        return sum(
            (bottom - top + 1) * (right - left + 1) for top, left, bottom, right in self.merged
        )


def refuse_crowd(count: int) -> None:
    """Raise BadInput for more filled cells than a workbook of ours can have."""
    if count > MOST_CELLS:
        raise BadInput("workbook.too_many_cells", count=count, limit=MOST_CELLS)
