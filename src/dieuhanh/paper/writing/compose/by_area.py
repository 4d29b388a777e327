"""The appendix of the year's report: the results of lower areas, a row for each."""

from __future__ import annotations

from ..model import Align, Appendix, Block, Cell, Column, Row, Table, words
from ..parts import roman
from .saying import SIMULATED_MARK, capital, note
from .year import AreaRow, AreaTable, Year

TITLE = "Kết quả một số chỉ tiêu theo địa bàn"
MOST_COLUMNS = 10


def appendix(year: Year) -> tuple[Appendix, ...]:
    """One appendix across the page, or none where nothing is counted below."""
    areas = year.areas
    if areas is None or not areas.columns:
        return ()
    blocks: tuple[Block, ...] = (_table(areas), *_notes(areas))
    return (Appendix(f"{TITLE} {year.period}", blocks, landscape=True),)


def _table(areas: AreaTable) -> Table:
    columns = (
        Column("TT", 3, Align.CENTRE),
        Column("Địa bàn", 9),
        *(
            Column(f"{each.name} ({_in_head(each.unit, each.period)})", 5, Align.RIGHT)
            for each in areas.columns[:MOST_COLUMNS]
        ),
    )
    return Table(columns, tuple(_rows(areas.rows)))


def _in_head(unit: str, period: str) -> str:
    return ", ".join(part for part in (unit, period) if part)


def _rows(rows: tuple[AreaRow, ...]) -> list[Row]:
    """Districts carry Roman figures, what lies in them is counted anew in each."""
    told, district, inner = [], 0, 0
    for row in rows:
        number = ""
        if row.depth == 1:
            district, inner = district + 1, 0
            number = roman(district)
        elif row.depth > 1:
            inner += 1
            number = str(inner)
        cells = (Cell(words(number)), Cell(words(capital(row.name))))
        values = tuple(Cell(each) for each in row.cells[:MOST_COLUMNS])
        told.append(Row((*cells, *values), bold=row.depth < 2))
    return told


def _notes(areas: AreaTable) -> list[Block]:
    told: list[Block] = [
        note(
            "Dòng in đậm là toàn tỉnh và cấp huyện. Dấu “x”: chỉ tiêu không tính ở địa bàn đó; dấu "
            "“…”: chưa có báo cáo; (a/b): mới cộng từ a trong b địa bàn; ô trống: chỉ tiêu không tính "
            "ở cấp đó."
        )
    ]
    if areas.rounded:
        told.append(note("Số liệu thành phần cộng lại có thể không bằng tổng do làm tròn."))
    if areas.simulated:
        told.append(
            note(f"({SIMULATED_MARK}) Số liệu mô phỏng để minh họa, không phải số liệu thật.")
        )
    return told


__all__ = ["TITLE", "appendix"]
