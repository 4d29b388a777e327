"""Indicators, plans, their versions, targets and what these hand down."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Query, Router, Schema

from dieuhanh.domain.errors import Missing
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Exact, Listed, Page, slice_of

from .models import Allocation, Indicator, Plan, PlanVersion, Target
from .queries import indicators_by_code, plans, targets, versions
from .queries import plan as find_plan
from .queries.handed_down import handed_down

indicators_router = Router(tags=["indicators"])
plans_router = Router(tags=["plans"])


class IndicatorOut(Schema):
    """What is measured, how it adds up over areas and over time, who reports it."""

    code: str
    name: str
    name_en: str
    unit: str
    field: str
    definition: str
    numerator: str
    denominator: str
    over_areas: str
    over_time: str
    better: str
    decimals: int
    price_base: str
    periodicity: str
    breakdowns: str
    counted_at: str
    reported_by: str | None


class IndicatorsAsked(Listed):
    """Which indicators."""

    field: str = ""


@indicators_router.get("", response=Page[IndicatorOut], operation_id="list_indicators")
def indicators(request: Asked, asked: Query[IndicatorsAsked]) -> dict[str, Any]:  # noqa: ARG001
    """Every indicator, or those of a field, by code."""
    found = [
        each
        for _, each in sorted(indicators_by_code().items())
        if not asked.field or each.field == asked.field
    ]
    return slice_of(found, asked, _indicator)


@indicators_router.get("/{code}", response=IndicatorOut, operation_id="get_indicator")
def indicator(request: Asked, code: str) -> dict[str, Any]:  # noqa: ARG001
    """One indicator."""
    found = indicators_by_code().get(code)
    if found is None:
        raise Missing("indicator.unknown", text=code)
    return _indicator(found)


def _indicator(found: Indicator) -> dict[str, Any]:
    shape = {name: getattr(found, name) for name in IndicatorOut.model_fields}
    return {**shape, "reported_by": found.reported_by.code if found.reported_by else None}


class PlanOut(Schema):
    """A plan of an area for a period, judged by the figures of one named source."""

    code: str
    name: str
    name_en: str
    kind: str
    period: str
    area: str
    owner: str
    judged_source: str


class VersionOut(Schema):
    """A plan as set, or as adjusted by a decision; in force from its date."""

    number: int
    in_force_from: date
    date_precision: str
    document: str | None
    decided_by: str | None


class PlanStory(PlanOut):
    """A plan with its versions, the latest to come into force first."""

    versions: list[VersionOut]


class AllocationOut(Schema):
    """The part of a target that one area, or one body, is to reach; in the target's unit."""

    area: str | None
    body: str | None
    value: Exact | None
    numerator: Exact | None
    denominator: Exact | None


class TargetOut(Schema):
    """A target with its rule. Only `stated` and `derived` values are judged by."""

    no: str
    part_of: str | None
    indicator: str | None
    name: str
    name_en: str
    group: str
    kind: str
    comparator: str
    value: Exact | None
    value_high: Exact | None
    unit: str
    base_value: Exact | None
    base_unit: str
    better: str
    decimals: int | None
    value_status: str
    value_source: str
    candidate: bool
    lead_body: str | None
    head: str
    allocations: list[AllocationOut]


@plans_router.get("", response=Page[PlanOut], operation_id="list_plans")
def list_plans(request: Asked, asked: Query[Listed]) -> dict[str, Any]:
    """Every plan you may see, the latest period first."""
    return slice_of(list(plans(seen_by=request.actor)), asked, _plan)


@plans_router.get("/{code}", response=PlanStory, operation_id="get_plan")
def get_plan(request: Asked, code: str) -> dict[str, Any]:
    """One plan with its versions."""
    found = find_plan(code, seen_by=request.actor)
    return {**_plan(found), "versions": [_version(each) for each in versions(found)]}


@plans_router.get(
    "/{code}/versions/{number}/targets", response=Page[TargetOut], operation_id="list_targets"
)
def list_targets(request: Asked, code: str, number: int, asked: Query[Listed]) -> dict[str, Any]:
    """A version's targets in the plan's order, parts behind their whole, with what they hand down."""
    found = find_plan(code, seen_by=request.actor)
    version = next((each for each in versions(found) if each.number == number), None)
    if version is None:
        raise Missing("api.missing")
    down = handed_down(version)
    listed = targets(version)
    numbers = {each.pk: each.no for each in listed}
    return slice_of(listed, asked, lambda each: _target(each, numbers, down.get(each.pk, [])))


def _plan(found: Plan) -> dict[str, Any]:
    return {
        **{name: getattr(found, name) for name in ("code", "name", "name_en", "kind", "period")},
        "area": found.area.code,
        "owner": found.owner.code,
        "judged_source": found.judged_source.code,
    }


def _version(found: PlanVersion) -> dict[str, Any]:
    return {
        "number": found.number,
        "in_force_from": found.in_force_from,
        "date_precision": found.date_precision,
        "document": found.document.code if found.document else None,
        "decided_by": found.decided_by.code if found.decided_by else None,
    }


def _target(found: Target, numbers: dict[int, str], parts: list[Allocation]) -> dict[str, Any]:
    cited = {"part_of", "indicator", "lead_body", "allocations"}
    return {
        **{name: getattr(found, name) for name in TargetOut.model_fields if name not in cited},
        "part_of": numbers.get(found.parent_id) if found.parent_id else None,
        "indicator": found.indicator.code if found.indicator else None,
        "lead_body": found.lead_body.code if found.lead_body else None,
        "allocations": [_allocation(part) for part in parts],
    }


def _allocation(part: Allocation) -> dict[str, Any]:
    return {
        "area": part.area.code if part.area else None,
        "body": part.body.code if part.body else None,
        "value": part.value,
        "numerator": part.numerator,
        "denominator": part.denominator,
    }
