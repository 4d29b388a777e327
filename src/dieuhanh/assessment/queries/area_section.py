"""A target by area, as its page and its export show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.figures import Absence, Value
from dieuhanh.domain.indicators import Level, OverAreas
from dieuhanh.domain.numbers import half_up
from dieuhanh.plans.models import Indicator, Plan
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import (
    AreaLine,
    ByArea,
    RestatedView,
    Slice,
    by_area,
    restated_view,
    slices,
)
from dieuhanh.reports.queries.by_area import line_value, rolled_value


@dataclass(frozen=True)
class AreaRow:
    """One row of the table: depth 0 is the plan's area, the deepest its communes."""

    name: str
    depth: int
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    coverage: tuple[int, int] | None = None
    figure: Figure | None = None
    absence: str = ""
    rolled_up: bool = False
    simulated: bool = False
    unit: str = ""

    @property
    def shown(self) -> Value:
        """The value, or the reason why there is none."""
        absent = self.absence or (Absence.NOT_COLLECTED if self.value is None else "")
        if absent:
            return Value(unit=self.unit, absence=Absence(absent))
        return Value(unit=self.unit, number=self.value)


@dataclass(frozen=True)
class AreaSection:
    """Everything the section shows; `table` is None where nobody counts it below the top."""

    indicator: Indicator
    slices: tuple[Slice, ...]
    chosen: Slice | None
    table: ByArea | None
    rows: tuple[AreaRow, ...]
    restated: RestatedView | None

    @property
    def counted_below(self) -> bool:
        """Whether districts or communes count this indicator at all."""
        return Level(self.indicator.counted_at) in {Level.DISTRICT, Level.COMMUNE}


def area_section(
    indicator: Indicator,
    plan: Plan,
    *,
    seen_by: Actor,
    as_known_on: date,
    areas_of: date | None = None,
    period: str = "",
    atlas: Atlas | None = None,
) -> AreaSection:
    """The section for a period of the plan (the plan's own where lower areas have it)."""
    below = Level(indicator.counted_at) in {Level.DISTRICT, Level.COMMUNE}
    found = slices(indicator, plan.area, plan.period, seen_by=seen_by) if below else []
    chosen = next((s for s in found if s.period == period), found[0] if found else None)
    if chosen is None:
        return AreaSection(indicator, tuple(found), None, None, (), None)
    atlas, source = atlas or Atlas(), plan.judged_source_id
    table = by_area(
        indicator, plan.area, chosen, source=source, seen_by=seen_by, as_known_on=as_known_on,
        atlas=atlas,
    )  # fmt: skip
    restated = None
    if areas_of is not None:
        restated = restated_view(
            indicator, plan.area, chosen, source=source, areas_of=areas_of, seen_by=seen_by,
            as_known_on=as_known_on, atlas=atlas,
        )  # fmt: skip
    return AreaSection(indicator, tuple(found), chosen, table, tuple(_rows(table)), restated)


def _rows(table: ByArea) -> Iterator[AreaRow]:
    top, indicator = table.top, table.indicator
    yield _row(top, indicator, 0)
    if top.figure is not None and top.rolled is not None:
        yield _rolled_row(top, indicator, 0)
    for line in top.below:
        yield _row(line, indicator, 1)
        for inner in line.below:
            yield _row(inner, indicator, 2)


def _row(line: AreaLine, indicator: Indicator, depth: int) -> AreaRow:
    figure = line.figure
    if figure is None and line.rolled is not None:
        return _rolled_row(line, indicator, depth)
    return AreaRow(
        line.area.name,
        depth,
        shown(line_value(line, indicator), indicator),
        figure.numerator if figure else None,
        figure.denominator if figure else None,
        None,
        figure,
        figure.absence if figure else str(Absence.NOT_COLLECTED),
        simulated=figure is not None and figure.simulated,
        unit=indicator.unit,
    )


def _rolled_row(line: AreaLine, indicator: Indicator, depth: int) -> AreaRow:
    rolled = line.rolled
    if rolled is None:
        return AreaRow(line.area.name, depth, None)
    value = shown(rolled_value(rolled, indicator), indicator, finer=1)
    return AreaRow(
        line.area.name,
        depth,
        value,
        tidy(rolled.numerator),
        tidy(rolled.denominator),
        (rolled.reported, rolled.expected),
        rolled_up=True,
        simulated=line.rests_on_simulated,
        unit=indicator.unit,
    )


def shown(value: Fraction | None, indicator: Indicator, finer: int = 0) -> Decimal | None:
    """A value at the indicator's decimals; a sum of ratios one finer, so that a gap is seen."""
    if value is None:
        return None
    ratio = indicator.over_areas == OverAreas.RATIO_OF_SUMS
    return half_up(value, indicator.decimals + (finer if ratio else 0))


def tidy(value: Decimal | None) -> Decimal | None:
    """A number without trailing zeros behind the decimal mark."""
    return (
        None
        if value is None
        else half_up(value, max(-int(value.normalize().as_tuple().exponent), 0))
    )
