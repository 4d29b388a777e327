"""The heads of a table made one row: what spreads over columns stands over each of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from .grids import Cell, Grid, measured, ranks

MOST_HEADS = 5
_LOOKED_AT = 30  # rows that tell how many columns there are
Row = Sequence[Cell]


def heads_of(grid: Grid) -> tuple[list[str], int] | None:
    """One head a column, and the first row of values; None when no head stands above one."""
    first = next((i for i, row in enumerate(grid.rows) if i and measured(row)), None)
    if first is None or first > MOST_HEADS:
        return None
    rows = [row for row in grid.rows[:first] if not ranks(row)]
    while len(rows) > 1 and sum(bool(cell.text) for cell in rows[-1]) == 1:
        rows.pop()  # "I. KINH TẾ": a heading of rows
        first -= 1
    rows = [row for row in rows if len(rows) == 1 or _told(row) > 1] or rows[:1]
    below = islice(grid.rows, first, first + _LOOKED_AT)
    width = max(len(row) for row in (*rows, *below))
    texts = [[cell.text for cell in row] for row in rows]
    if len(texts) == 2 and len(texts[0]) < width:
        texts = _dealt(texts[0], texts[1], width)
    for above, row in pairwise(texts):
        _spread(above, row)
    return [_joined([row[at] for row in texts if at < len(row)]) for at in range(width)], first


def caption_in(grid: Grid) -> str:
    """What stands alone in the first rows: "Đơn vị tính: triệu đồng"."""
    alone = (row for row in grid.rows[:MOST_HEADS] if _told(row) == 1)
    return "\n".join(cell.text for row in alone for cell in row if cell.text)


def _told(row: Row) -> int:
    return sum(bool(cell.text) for cell in row)


def _spread(above: list[str], below: list[str]) -> None:
    """A head to the right as long as parts stand below and nothing of their own above."""
    for at in range(1, min(len(above), len(below))):
        if not above[at] and below[at] and above[at - 1] and below[at - 1]:
            above[at] = above[at - 1]


def _dealt(above: list[str], below: list[str], width: int) -> list[list[str]]:
    """Heads copied out of merged cells, which leave no empty ones behind: "Chỉ tiêu | Năm 2021 |
    Năm 2022" over "KH | TH | KH | TH". As they are where they cannot be dealt out evenly."""
    parts = [text for text in below if text]
    single = width - len(parts)
    spreading = len(above) - single
    if spreading < 1 or single < 0 or len(parts) % spreading or len(below) == width:
        return [above, below]
    each = len(parts) // spreading
    behind = _singles_behind(above, single)
    front = single - behind
    middle = [text for text in above[front : front + spreading] for _ in range(each)]
    return [
        [*above[:front], *middle, *above[len(above) - behind :]] if behind else [*above[:front], *middle],
        [""] * front + parts + [""] * behind,
    ]  # fmt: skip


def _singles_behind(above: list[str], single: int) -> int:
    """How many of the heads at the end have no parts below: a column of notes."""
    noted = any(word in above[-1].lower() for word in ("ghi chú", "cơ quan", "phụ trách"))
    return int(noted and single > 1)


def _joined(column: Sequence[str]) -> str:
    """What stands above a column, from the top, each text once."""
    return " ".join(dict.fromkeys(text for text in column if text)).strip()


__all__ = ["caption_in", "heads_of"]
