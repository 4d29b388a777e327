"""What stands beside a cell: the plan, the period before, the same period a year ago."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import OuterRef, Q, QuerySet, Subquery

from dieuhanh.bodies.models import Area
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Absence
from dieuhanh.domain.indicators import COMPUTABLE
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.periods import Period
from dieuhanh.domain.ratios import ended, told_in
from dieuhanh.domain.units import share_factor
from dieuhanh.plans.models import Allocation, Plan, PlanVersion, Target
from dieuhanh.plans.queries import plans

from ..models import Figure, FormRow, Submission
from .figures import figures, in_force

PLAIN_KINDS = ("level", "cumulative", "average")


@dataclass(frozen=True)
class Beside:
    """A number known from elsewhere, in the row's unit; `figure` is the passport it came from."""

    number: Decimal | None = None
    absence: Absence | None = None
    status: str = ""
    figure: int | None = None
    source: str = ""
    unit: str = ""


Around = tuple[Beside | None, Beside | None, Beside | None]
Planned = tuple[int | None, str, int]
"""An indicator, and the "area" or "body" whose plan it is."""


def beside(
    found: Submission,
    rows: Sequence[FormRow],
    areas: Sequence[Area],
    *,
    seen_by: Actor,
    today: date,
) -> dict[tuple[str, int], Around]:
    """Plan, last period and last year of every cell, as far as the actor may see them."""
    period = Period.parse(found.round.period)
    told = beside_each({found.body_id: areas}, period, rows, seen_by=seen_by, today=today)
    return told[found.body_id]


def beside_each(
    areas_of: Mapping[int, Sequence[Area]],
    period: Period,
    rows: Sequence[FormRow],
    *,
    seen_by: Actor,
    today: date,
) -> dict[int, dict[tuple[str, int], Around]]:
    """The same for several bodies of one round, by body, asked for together."""
    asked = [row for row in rows if row.indicator_id is not None]
    areas = list({area.pk: area for several in areas_of.values() for area in several}.values())
    before, year_ago = _before(period), _year_ago(period)
    held = _standing(asked, areas, {p for p in (before, year_ago) if p}, seen_by, today)
    planned = _planned(asked, areas, list(areas_of), period, seen_by, today)

    def around(row: FormRow, area: int, body: int) -> Around:
        own = (row.indicator_id, "body", body) if len(areas_of[body]) == 1 else None
        plan = planned.get((row.indicator_id, "area", area)) or (planned.get(own) if own else None)
        last, earlier = (
            _nearest(row, held.get((*_fact(row, area), str(each)), []), body)
            for each in (before, year_ago)
        )
        return _plan_for(row, plan), last, earlier

    return {
        body: {(row.key, area.pk): around(row, area.pk, body) for row in asked for area in several}
        for body, several in areas_of.items()
    }


def _before(period: Period) -> Period | None:
    """The period before; a span like nine months has none of its own."""
    try:
        return period.previous() if period.cadence else None
    except BadInput:
        return None


def _year_ago(period: Period) -> Period | None:
    try:
        return period.year_earlier()
    except BadInput:
        return None


def _fact(row: FormRow | Figure, area: int) -> tuple[int | None, int, str, str]:
    return row.indicator_id, area, row.span, row.breakdown


def _standing(
    rows: Iterable[FormRow],
    areas: Iterable[Area],
    periods: Iterable[Period],
    seen_by: Actor,
    today: date,
) -> dict[tuple[int | None, int, str, str, str], list[Figure]]:
    """The figures in force of those periods, by what they are about."""
    found = figures(seen_by=seen_by).filter(
        indicator_id__in={row.indicator_id for row in rows},
        area_id__in=[area.pk for area in areas],
        period__in=[str(period) for period in periods],
    )
    held: dict[tuple[int | None, int, str, str, str], list[Figure]] = {}
    for each in in_force(list(found.select_related("source")), as_known_on=today):
        held.setdefault((*_fact(each, each.area_id), each.period), []).append(each)
    return held


def _nearest(row: FormRow, standing: Sequence[Figure], body: int) -> Beside | None:
    """The body's own figure; failing that the latest that anybody stated."""
    if not standing:
        return None
    best = max(standing, key=lambda f: (f.source_id == body, f.known_from, f.recorded_at, f.pk))
    absence = Absence(best.absence) if best.absence else None
    number = None if absence else _number(best, row)
    if number is None and absence is None:
        return None
    return Beside(number, absence, best.status, best.pk, str(best.source))


def _number(figure: Figure, row: FormRow) -> Decimal | None:
    if figure.value is not None:
        return told_in(figure.value, figure.unit, row.unit or figure.unit)
    if figure.numerator is None or not figure.denominator:
        return None
    share = Fraction(figure.numerator) / Fraction(figure.denominator) * share_factor(figure.unit)
    return half_up(share, row.decimals)


def _planned(
    rows: Iterable[FormRow],
    areas: Sequence[Area],
    bodies: list[int],
    period: Period,
    seen_by: Actor,
    today: date,
) -> dict[Planned, Beside]:
    """The year's plan of each indicator for an area or a body: its own, else what it was given."""
    wanted = {row.indicator_id for row in rows if not row.breakdown}
    about = [area.pk for area in areas]
    of_year = plans(seen_by=seen_by).filter(period=str(Period.of_year(period.end.year)))
    planned: dict[Planned, Beside] = {}
    for part in _handed_down(wanted, Q(area_id__in=about) | Q(body_id__in=bodies), of_year, today):
        holder = ("area", part.area_id) if part.area_id else ("body", part.body_id or 0)
        if told := _told(part.target, _part_value(part)):
            planned[part.target.indicator_id, *holder] = told
    for target in _targets(wanted, about, of_year, today):
        if told := _told(target, target.value):
            planned[target.indicator_id, "area", target.version.plan.area_id] = told
    return planned


def _current(of: str, today: date) -> Subquery:
    """The version of a row's plan in force on the day."""
    versions = PlanVersion.objects.filter(plan=OuterRef(of), in_force_from__lte=today)
    return Subquery(versions.order_by("-in_force_from", "-number").values("pk")[:1])


def _targets(
    indicators: set[int | None], areas: list[int], of_year: QuerySet[Plan], today: date
) -> QuerySet[Target]:
    targets = Target.objects.filter(
        version=_current("version__plan", today),
        version__plan__in=of_year,
        version__plan__area_id__in=areas,
        indicator_id__in=indicators,
        kind__in=PLAIN_KINDS,
        value_status__in=[status.value for status in COMPUTABLE],
    )
    return targets.select_related("version__plan").order_by("pk")


def _handed_down(
    indicators: set[int | None], holders: Q, of_year: QuerySet[Plan], today: date
) -> QuerySet[Allocation]:
    """Parts of the year's targets given to these areas, or to the bodies that report."""
    parts = Allocation.objects.filter(
        holders,
        target__version=_current("target__version__plan", today),
        target__version__plan__in=of_year,
        target__indicator_id__in=indicators,
        target__kind__in=PLAIN_KINDS,
    )
    return parts.select_related("target__version__plan").order_by("pk")


def _part_value(part: Allocation) -> Decimal | None:
    if part.value is not None:
        return Decimal(part.value)
    if part.numerator is None or not part.denominator:
        return None
    share = Fraction(part.numerator) / Fraction(part.denominator) * share_factor(part.target.unit)
    return ended(share)


def _told(target: Target, value: Decimal | None) -> Beside | None:
    if value is None:
        return None
    return Beside(value, source=target.version.plan.name, unit=target.unit)


def _plan_for(row: FormRow, told: Beside | None) -> Beside | None:
    """The plan in the row's unit; of a breakdown's line nothing is planned."""
    if told is None or told.number is None or row.breakdown:
        return None
    number = told_in(told.number, told.unit or row.unit, row.unit)
    return None if number is None else replace(told, number=number, unit=row.unit)


__all__ = ["Beside", "beside", "beside_each"]
