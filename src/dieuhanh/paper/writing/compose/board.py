"""The board of the year as a table."""

from __future__ import annotations

from ..model import Align, Block, Cell, Column, Row, Table, Text, cited, words
from .results import is_named
from .saying import SIMULATED_MARK, capital, note, said
from .year import Year, YearTarget

COLUMNS = (
    Column("TT", 3, Align.CENTRE),
    Column("Chỉ tiêu", 17),
    Column("Đơn vị tính", 6, Align.CENTRE),
    Column("Kế hoạch", 6, Align.RIGHT),
    Column("Thực hiện", 6, Align.RIGHT),
    Column("TH/KH (%)", 5, Align.RIGHT),
    Column("So với {before}", 6, Align.RIGHT),
    Column("Đánh giá", 7, Align.CENTRE),
)


def table(year: Year) -> Table:
    """Every target in the plan's order, its parts under it."""
    columns = tuple(
        Column(each.head.format(before=year.before), each.width, each.align) for each in COLUMNS
    )
    rows = [row for target in year.targets for row in _rows(target)]
    return Table(columns, tuple(rows), caption=f"Kết quả thực hiện các chỉ tiêu {year.period}")


def _rows(target: YearTarget) -> list[Row]:
    parts = [_row(part, f"- {part.name}", "") for part in target.parts]
    return [_row(target, target.name, target.no), *parts]


def _row(target: YearTarget, name: str, no: str) -> Row:
    actual = target.actual_cell
    mark = SIMULATED_MARK if target.simulated and actual else ""
    change: Text = target.compared.change if target.compared else ()
    cells = (
        words(no), words(capital(name) if is_named(target) else f"({name})"), words(target.unit),
        target.plan_cell, said(actual, mark), target.completion, change,
        cited(target.judged, target.of("verdict", "Đánh giá")),
    )  # fmt: skip
    return Row(tuple(Cell(text) for text in cells))


def notes(year: Year) -> list[Block]:
    """What the table's marks and blanks mean, as far as there are such."""
    told: list[Block] = []
    whole = [each for target in year.targets for each in (target, *target.parts)]
    if any(not each.plan_cell or not each.actual_cell for each in whole if not each.parts):
        told.append(note("Ô để trống: chưa có số liệu."))
    if any(each.simulated for each in whole):
        told.append(note(f"({SIMULATED_MARK}) Số liệu mô phỏng, không phải số liệu thật."))
    return told


__all__ = ["COLUMNS", "notes", "table"]
