"""Where the books stand for a plan's board: a few numbers that change whenever the board may.

A paper keeps the position its numbers were taken at; while the plan's is the same, nothing it says
of the board can have changed, and no board is judged to find that out. What a board is made of is
only ever added to, so rows are counted (a row that is committed late changes the count, while the
highest key would miss it); the few columns that may be changed in place are taken as they stand.
The position may move where no number does: then the board is judged, and found the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Model, Q

from dieuhanh.assessment.models import PublishedJudgement, PublishedTally
from dieuhanh.bodies.models import Area, AreaParent
from dieuhanh.domain.periods import Period
from dieuhanh.exchange.law import load_conventions
from dieuhanh.plans.models import PlanVersion, Target
from dieuhanh.reports.models import Closing, Figure

from .keys import judging_of

BOARD, AREAS = "board", "areas"
_INDICATOR = (
    "name", "unit", "over_areas", "over_time", "better", "decimals", "price_base", "counted_at",
    "judged_origin", "field", "reported_by",
)  # fmt: skip
_PLAN = ("pk", "plan", "plan__code", "plan__period", "plan__area", "plan__judged_source",
         "number", "in_force_from")  # fmt: skip
Counts = Mapping[tuple[int, str], tuple[int, int]]
Position = dict[str, Any]


class _Version(NamedTuple):
    """A version with what its plan is judged by."""

    pk: int
    plan: int
    code: str
    period: str
    area: int
    source: int
    number: int
    since: date


def position(keys: Collection[str], *, on: date) -> Position:
    """By what opens the keys of a board ("ca-mau-2021", "ca-mau-2021~literal"): its position on a
    day, and that of its sums by area by target. Eight queries, however many there are."""
    wanted = {key: judging_of(key) for key in keys}
    rows = PlanVersion.objects.filter(plan__code__in={each.plan for each in wanted.values()})
    versions: dict[str, list[_Version]] = {}
    for row in rows.order_by("pk").values_list(*_PLAN):
        versions.setdefault(row[2], []).append(_Version(*row))
    if not versions:
        return {}
    pks = [each.pk for held in versions.values() for each in held]
    plans = {held[0].plan for held in versions.values()}
    targets = _targets(pks)
    counts = _figures({indicator for held in targets.values() for indicator, _, _ in held}, on)
    published = _published(PublishedJudgement, "known_from", plans, on)
    tallies = _published(PublishedTally, "as_of", plans, on)
    everywhere = [_areas(), Closing.objects.filter(on__lte=on).count()]
    switches = {name: repr(each.switches) for name, each in load_conventions().items()}
    found: Position = {}
    for key, judging in wanted.items():
        held = versions.get(judging.plan)
        if held is None or judging.convention not in switches:
            continue
        of = [row for each in held for row in targets.get(each.pk, ())]
        years = _years(held[0].period)
        by_no = {
            no: _hash([columns, _within(counts, indicator, years), everywhere, list(held[0][1:6])])
            for indicator, no, columns in of
        }
        begun = [each.pk for each in held if each.since <= on]
        whole = [held, begun, on >= Period.parse(held[0].period).end, switches[judging.convention],
                 published.get(held[0].plan), tallies.get(held[0].plan), sorted(by_no.items())]  # fmt: skip
        found[key] = {BOARD: _hash(whole), AREAS: by_no}
    return found


def _targets(versions: Collection[int]) -> dict[int, list[tuple[int, str, list[Any]]]]:
    """By version: each target's indicator (0 for none), its number, and the indicator's columns."""
    found: dict[int, list[tuple[int, str, list[Any]]]] = {}
    columns = [f"indicator__{name}" for name in _INDICATOR]
    rows = Target.objects.filter(version__in=versions).order_by("version", "position", "pk")
    for version, pk, indicator, no, *rest in rows.values_list(
        "version", "pk", "indicator", "no", *columns
    ):
        found.setdefault(version, []).append((indicator or 0, no, [pk, *rest]))
    return found


def _figures(indicators: Collection[int], on: date) -> Counts:
    """By indicator and period: how many statements there are, and how many were known by the day."""
    rows = Figure.objects.filter(indicator__in=indicators).order_by()
    counted = rows.values_list("indicator", "period").annotate(
        Count("pk"), known=Count("pk", filter=Q(known_from__lte=on))
    )
    return {(indicator, period): (n, known) for indicator, period, n, known in counted}


def _within(counts: Counts, indicator: int, years: Collection[str]) -> list[Any]:
    """What was stated of an indicator for any period that begins in one of the years."""
    return sorted(
        [period, *told]
        for (of, period), told in counts.items()
        if of == indicator and period[:4] in years
    )


def _years(period: str) -> frozenset[str]:
    """The years of a plan's period and the one before, in which what it is compared with begins."""
    whole = Period.parse(period)
    return frozenset(str(year) for year in range(whole.start.year - 1, whole.end.year + 1))


def _published(
    model: type[Model], day: str, plans: Collection[int], on: date
) -> Mapping[int, tuple[int, int]]:
    """By plan: how many labels or counts others published, and how many by the day."""
    rows = model._default_manager.filter(plan__in=plans).order_by()
    counted = rows.values_list("plan").annotate(
        Count("pk"), known=Count("pk", filter=Q(**{f"{day}__lte": on}))
    )
    return {plan: (n, known) for plan, n, known in counted}


def _areas() -> list[Any]:
    """Which area lies in which, and when: what sums are made over."""
    links = AreaParent.objects.order_by("pk")
    areas = Area.objects.order_by("pk")
    return [
        _hash(list(links.values_list("area", "parent", "valid_from", "valid_to"))),
        _hash(list(areas.values_list("code", "kind", "valid_from", "valid_to"))),
    ]


def _hash(told: Iterable[Any]) -> str:
    text = json.dumps(told, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


__all__ = ["AREAS", "BOARD", "Position", "position"]
