"""From an approved filing to the figures it states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from dieuhanh.domain.cells import Cell
from dieuhanh.domain.figures import Value

from ..models import Figure, Filing, FormRow
from ..queries.cells import NOTHING, Key, TypedCell, filed_cells
from ..queries.ratios import ratio_value


def figures_of(
    filing: Filing, rows: Iterable[FormRow], *, by: str, today: date, now: datetime
) -> list[Figure]:
    """Unsaved figures: a number or an absence is one, a blank cell is none.

    A ratio line's figure is the exact pair of its two lines. `today` is the day it is known from.
    """
    cells = filed_cells(filing.cells)
    by_id = {row.pk: row for row in rows}
    areas = sorted({area for _row, area in cells})
    found = []
    for row in by_id.values():
        for area in areas:
            value = _value(row, area, by_id, cells)
            if value is not None:
                each = cells.get((row.key, area), NOTHING)
                found.append(_figure(filing, row, area, value, each, by, today, now))
    return found


def _value(
    row: FormRow, area: int, rows: Mapping[int, FormRow], cells: Mapping[Key, TypedCell]
) -> Value | None:
    if row.indicator is None:  # a heading
        return None
    unit = row.unit or row.indicator.unit
    if row.kind == "entry":
        return _stated(cells.get((row.key, area), NOTHING).cell, unit)
    top, bottom = (rows[part] if part else None for part in (row.numerator_id, row.denominator_id))
    if top is None or bottom is None:
        return None
    parts = [cells.get((part.key, area), NOTHING).cell for part in (top, bottom)]
    return ratio_value(parts[0], parts[1], (top.unit, bottom.unit), unit)


def _stated(cell: Cell, unit: str) -> Value | None:
    if cell.blank:
        return None
    return Value(unit, number=cell.number, absence=cell.absence)


def _figure(
    filing: Filing,
    row: FormRow,
    area: int,
    value: Value,
    each: TypedCell,
    by: str,
    today: date,
    now: datetime,
) -> Figure:
    submission = filing.submission
    value.check()
    return Figure(
        indicator=row.indicator,
        area_id=area,
        period=submission.round.period,
        span=row.span,
        breakdown=row.breakdown,
        source_id=submission.body_id,
        value=value.number,
        numerator=value.numerator,
        denominator=value.denominator,
        unit=value.unit,
        absence=value.absence or "",
        status=submission.round.status,
        known_from=today,
        date_precision="day",
        recorded_at=now,
        recorded_by=by,
        filing=filing,
        as_printed=each.text.strip()[:120],
        simulated=submission.round.simulated,
        note=each.note,
    )


__all__ = ["figures_of"]
