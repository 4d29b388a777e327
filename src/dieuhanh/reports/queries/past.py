"""What the same rows were in earlier periods, for checks: figures in force, in the row's unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from dieuhanh.domain.checks import Past
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.forms import RowSpec
from dieuhanh.domain.periods import Period
from dieuhanh.domain.reporting import ReportKind
from dieuhanh.domain.units import convert, share_factor

from ..models import Figure, Round

Key = tuple[str, int]
SERIES = {1: 24, 3: 12, 6: 12, 12: 12}
RETURNING = frozenset({ReportKind.FIRST_HALF, ReportKind.NINE_MONTHS, ReportKind.INVESTMENT_YEAR})


class _Fact(NamedTuple):
    indicator: str
    area: int
    span: str
    breakdown: str
    period: str


def earlier_periods(opened: Round) -> tuple[str, str, tuple[str, ...]]:
    """The period before, the same a year earlier, and the row of those before it, latest first.

    Nine months and first halves come once a year: the one before them is last year's.
    """
    period = Period.parse(opened.period)
    months = Period.parse(opened.named).months
    step = 12 if ReportKind(opened.kind) in RETURNING else months
    many = SERIES.get(step, 12)
    series = tuple(str(period.shifted(-step * n)) for n in range(1, many + 1))
    return series[0], str(period.year_earlier()), series


def past_of(rows: Iterable[RowSpec], opened: Round, bodies: Mapping[int, int]) -> dict[Key, Past]:
    """Earlier figures of rows and areas. `bodies` names who reports about each area now.

    The body's own figures come first, failing them the latest that anybody stated. One query.
    """
    asked = [row for row in rows if row.indicator]
    before, year_ago, series = earlier_periods(opened)
    held = _standing(asked, bodies, {before, year_ago, *series})
    found: dict[Key, Past] = {}
    for row in asked:
        for area in bodies:
            at = {
                p: held.get(_Fact(row.indicator, area, row.span, row.breakdown, p)) for p in series
            }
            at |= {
                p: held.get(_Fact(row.indicator, area, row.span, row.breakdown, p))
                for p in (before, year_ago)
            }
            told = {period: _in_unit(value, row) for period, value in at.items() if value}
            if told:
                line = tuple(v for p in series if (v := told.get(p)) is not None)
                found[row.key, area] = Past(told.get(before), told.get(year_ago), line)
    return found


class _Stated(NamedTuple):
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    unit: str


def _standing(
    rows: Iterable[RowSpec], bodies: Mapping[int, int], periods: Iterable[str]
) -> dict[_Fact, _Stated]:
    """The figure in force of each fact, read in the order in which later ones replace earlier."""
    found = Figure.objects.filter(
        indicator__code__in={row.indicator for row in rows},
        area_id__in=list(bodies),
        period__in=list(periods),
    ).order_by("known_from", "recorded_at", "pk")
    by_source: dict[_Fact, dict[int, _Stated | None]] = {}
    for code, area, span, breakdown, period, source, withdrawn, value, top, bottom, unit in (
        found.values_list(
            "indicator__code", "area_id", "span", "breakdown", "period", "source_id", "withdrawn",
            "value", "numerator", "denominator", "unit",
        )
    ):  # fmt: skip
        versions = by_source.setdefault(_Fact(code, area, span, breakdown, period), {})
        versions.pop(source, None)
        versions[source] = None if withdrawn else _Stated(value, top, bottom, unit)
    return {
        fact: best
        for fact, versions in by_source.items()
        if (best := versions.get(bodies[fact.area]) or _latest(versions))
    }


def _latest(versions: Mapping[int, _Stated | None]) -> _Stated | None:
    return next((each for each in reversed([*versions.values()]) if each), None)


def _in_unit(stated: _Stated, row: RowSpec) -> Fraction | None:
    if stated.value is not None:
        value = Fraction(stated.value)
    elif stated.numerator is not None and stated.denominator:
        value = Fraction(stated.numerator) / Fraction(stated.denominator)
        value *= share_factor(stated.unit)
    else:
        return None
    try:
        return value if stated.unit == row.unit else convert(value, stated.unit, row.unit)
    except BadInput:
        return None


__all__ = ["earlier_periods", "past_of"]
