"""What the books hold of a plan's area, for a text that is checked against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.urls import reverse

from dieuhanh.bodies.models import Area
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.figures import Span
from dieuhanh.domain.period_words import period_said
from dieuhanh.domain.periods import Period
from dieuhanh.paper.reading.checking import Stated
from dieuhanh.plans.models import Plan, PlanVersion, Target
from dieuhanh.plans.queries.plans import plans, targets, versions
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.figures import figures, in_force

from .paper_books import amount_of

Key = tuple[str, str]
"""An indicator's code and the period's SDMX text."""


class PlanBooks:
    """`paper.reading.checking.Books`: figures of the plan's area by its source, its area's plans.

    Asked of the database once for all claims of a text: four queries, and one for each version of
    a plan of the area. `year` is that of claims which name none; `place` gives an area below
    the plan's by its name, None for none: one query more for each that the text names.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        year: int,
        on: date,
        seen_by: Actor,
        place: Callable[[str], Area | None],
    ) -> None:
        self._year, self._on, self._seen_by = year, on, seen_by
        self._place = place
        self._areas: dict[int, dict[Key, list[Stated]]] = {}
        self._figures = _vintages(plan.area_id, on, seen_by, plan.judged_source_id)
        self._plans = _plan_values(plan, on, seen_by)

    def figures(self, indicator: str, period: str | None) -> Sequence[Stated]:
        """The vintages known by the day, the one in force first."""
        return self._told(self._figures, indicator, period)

    def plan_values(self, indicator: str, period: str | None) -> Sequence[Stated]:
        """The plan's value by version, the one in force on the day first."""
        return self._told(self._plans, indicator, period)

    def figures_at(self, area: str, indicator: str, period: str | None) -> Sequence[Stated] | None:
        """The vintages of an area below the plan's; None for a name that is none of theirs."""
        row = self._place(area)
        if row is None:
            return None
        if row.pk not in self._areas:
            self._areas[row.pk] = _vintages(row.pk, self._on, self._seen_by)
        return self._told(self._areas[row.pk], indicator, period)

    def _told(
        self, known: Mapping[Key, Sequence[Stated]], indicator: str, period: str | None
    ) -> Sequence[Stated]:
        span = period_said(period, self._year)
        return known.get((indicator, str(span)), ()) if span else ()


def _vintages(
    area: int, on: date, seen_by: Actor, source: int | None = None
) -> dict[Key, list[Stated]]:
    """Whole figures by a source, else of each figure by the one heard last; in force first."""
    of_area = figures(seen_by=seen_by, area=area).select_related("indicator")
    of_area = of_area.filter(breakdown="", known_from__lte=on)
    found = list(of_area if source is None else of_area.filter(source=source))
    standing = {each.pk for each in in_force(found, as_known_on=on)}
    found.sort(key=lambda each: (each.pk in standing, each.known_from, each.pk), reverse=True)
    told: dict[Key, list[Stated]] = defaultdict(list)
    whose: dict[Key, int] = {}
    for each in found:
        key = each.indicator.code, _period(each)
        if (stated := _stated(each)) and whose.setdefault(key, each.source_id) == each.source_id:
            told[key].append(stated)
    return told


def _period(figure: Figure) -> str:
    period = Period.parse(figure.period)
    return str(period.to_date() if figure.span == Span.TO_DATE else period)


def _stated(figure: Figure) -> Stated | None:
    value = amount_of(figure.stated)
    if value is None or figure.withdrawn:
        return None
    link = reverse("reports:figure", args=[figure.pk])
    return Stated(value, figure.unit, figure.value_high, figure.known_from, link)


def _plan_values(plan: Plan, on: date, seen_by: Actor) -> dict[Key, list[Stated]]:
    told: dict[Key, list[Stated]] = defaultdict(list)
    for each in plans(seen_by=seen_by).filter(area=plan.area_id):
        period = str(Period.parse(each.period))
        for version in versions(each):
            if version.in_force_from > on:
                continue
            for target in targets(version):
                if target.indicator is not None and target.value is not None:
                    told[target.indicator.code, period].append(_planned(each, version, target))
    return told


def _planned(plan: Plan, version: PlanVersion, target: Target) -> Stated:
    link = reverse("assessment:target", args=[plan.code, target.no])
    value = target.value or Decimal(0)
    return Stated(value, target.unit, target.value_high, version.in_force_from, link)


__all__ = ["PlanBooks"]
