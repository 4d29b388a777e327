"""Results of a plan's source, for the pages on which the next plan is made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.figures import Span
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries.results import Result

from .figures import in_force, of_area


def results_of(
    plan: Plan, period: str, indicators: Iterable[int], *, seen_by: Actor, on: date
) -> dict[int, Result]:
    """By indicator: the figure of the plan's area and judged source in force on a day."""
    found = [
        figure
        for figure in of_area(plan.area_id, indicators, seen_by=seen_by, period=period)
        if figure.source_id == plan.judged_source_id
        and figure.span == Span.IN_PERIOD
        and not figure.breakdown
    ]
    return {
        figure.indicator_id: Result(
            value=figure.stated,
            href=reverse("reports:figure", args=[figure.pk]),
            status=figure.status,
            simulated=figure.simulated,
        )
        for figure in in_force(found, as_known_on=on)
    }
