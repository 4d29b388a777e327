"""What a reader did to a table on the screen, done again on the server: export equals screen.

`table.js` writes the state into the export links as `sort=name:desc`, `q=words`, `group=name`;
the names are the `data-name` of the head cells. Order and folding follow the same rules here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from dieuhanh.domain.text import fold, vi_key

Row = TypeVar("Row")
Cell = Decimal | int | str | None
Columns = Mapping[str, Callable[[Row], Cell]]


@dataclass(frozen=True)
class TableState:
    """Sorting, filter and grouping. Names that a table does not know change nothing."""

    sort: str = ""
    down: bool = False
    words: str = ""
    group: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> TableState:
        """The state in an address, e.g. `request.GET`."""
        sort, _, way = query.get("sort", "").partition(":")
        return cls(sort, way == "desc", query.get("q", ""), query.get("group", ""))

    def arrange(
        self, rows: Sequence[Row], columns: Columns[Row], text: Callable[[Row], str]
    ) -> list[Row]:
        """The rows the screen shows, in its order. `text` is the whole row as it is read."""
        words = fold(self.words).split()
        kept = [row for row in rows if all(word in fold(text(row)) for word in words)]
        if value := columns.get(self.sort):
            filled = [row for row in kept if value(row) not in {None, ""}]
            empty = [row for row in kept if value(row) in {None, ""}]
            filled.sort(key=lambda row: _key(value(row)), reverse=self.down)
            kept = [*filled, *empty]
        if group := columns.get(self.group):
            kept.sort(key=lambda row: vi_key(str(group(row) or "")))
        return kept


def _key(cell: Cell) -> tuple[int, Decimal, object]:
    if isinstance(cell, Decimal | int):
        return 0, Decimal(cell), ()
    return 1, Decimal(0), vi_key(cell or "")
