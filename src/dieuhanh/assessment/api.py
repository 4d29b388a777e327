"""The board, judged on request; assessments, as they were frozen; an indicator by area."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query, Router, Schema

from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.domain.errors import Missing
from dieuhanh.plans.queries import plan as find_plan
from dieuhanh.plans.queries import target, versions
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.wire import Exact, Listed, Page, page_of

from .models import Assessment
from .queries import assessment, board, board_json
from .queries.area_section import AreaRow, area_section, shown
from .queries.assessments import assessment_heads

board_router = Router(tags=["board"])
assessments_router = Router(tags=["assessments"])


class CitedFigure(Schema):
    """A figure a verdict rests on, as printed."""

    id: int
    value: str | None
    unit: str
    status: str
    known_from: date
    source: str
    area: str
    period: str


class Reason(Schema):
    """Why: a code and values, and the sentence made of them."""

    code: str
    values: dict[str, Any]
    text: str


class VerdictOut(Schema):
    """One target judged. `plan` may be a range, "6.6-6.8".

    `rolled_up` tells the sums of the level below where the verdict rests on such, with their
    coverage, and `reported_beside` the figure stated for the whole.
    """

    no: str
    indicator: str
    verdict: str
    basis: str
    plan: str | None
    plan_source: str | None
    actual: str | None
    unit: str
    plan_ratio_pct: str | None
    sub_label: str | None
    published_label: str | None
    figures: list[CitedFigure]
    rolled_up: list[dict[str, Any]] | None = None
    reported_beside: CitedFigure | None = None
    reason: Reason


class BoardOut(Schema):
    """Every target of a plan judged; `run` is the number of the frozen assessment, or null."""

    run: int | None
    plan: str
    as_known_on: date
    areas_of: date
    convention: str
    tally: dict[str, Any]
    verdicts: list[VerdictOut]


class BoardAsked(Schema):
    """As known on which day, on the areas of which day, by which convention."""

    as_known_on: date | None = None
    areas_of: date | None = None
    convention: str = DEFAULT_CONVENTION


@board_router.get("/{code}/board", response=BoardOut, operation_id="get_board")
def get_board(request: Asked, code: str, asked: Query[BoardAsked]) -> dict[str, Any]:
    """A plan judged now from the books as they stand; never stored."""
    judged = board(
        code, seen_by=request.actor, as_known_on=asked.as_known_on or request.today,
        areas_of=asked.areas_of, convention=asked.convention,
    )  # fmt: skip
    return board_json(judged, lang=page_lang())


class ByAreaAsked(Schema):
    """Which period (the plan's own by default), as known when, restated on the areas of a day."""

    period: str = ""
    as_known_on: date | None = None
    areas_of: date | None = None


class AreaLineOut(Schema):
    """An area as reported: its own figure, or the sum below it with what it covers.

    `depth` 0 is the plan's area. `reported` of `expected` areas stand behind a sum.
    """

    area: str
    depth: int
    value: Exact | None
    absence: str
    figure: int | None
    rolled_up: bool
    reported: int | None
    expected: int | None
    simulated: bool


class RestatedLineOut(Schema):
    """An area of the day asked for, and what the older areas make of it.

    `made` says how: complete, converted, partial, no_value, no_figures or refused.
    """

    area: str
    name: str
    value: Exact | None
    made: str
    present: list[str]
    missing: list[str]


class ByAreaOut(Schema):
    """A target by area, as reported and, when asked, restated."""

    indicator: str
    unit: str
    period: str | None
    span: str | None
    lines: list[AreaLineOut]
    areas_of: date | None
    restated: list[RestatedLineOut] | None


@board_router.get(
    "/{code}/targets/{no}/areas", response=ByAreaOut, operation_id="get_target_by_area"
)
def by_area(request: Asked, code: str, no: str, asked: Query[ByAreaAsked]) -> dict[str, Any]:
    """A target by area, as reported; with `areas_of`, also restated on the areas of that day."""
    plan = find_plan(code, seen_by=request.actor)
    chosen = target(versions(plan)[0], no)
    if chosen.indicator is None:
        raise Missing("target.missing", no=no)
    section = area_section(
        chosen.indicator, plan, seen_by=request.actor, period=asked.period,
        as_known_on=asked.as_known_on or request.today, areas_of=asked.areas_of,
    )  # fmt: skip
    restated = section.restated
    return {
        "indicator": chosen.indicator.code,
        "unit": chosen.indicator.unit,
        "period": section.chosen.period if section.chosen else None,
        "span": section.chosen.span if section.chosen else None,
        "lines": [_line(row) for row in section.rows],
        "areas_of": asked.areas_of,
        "restated": [
            {
                "area": line.area.code,
                "name": line.area.name,
                "value": shown(line.value, chosen.indicator),
                "made": str(line.piece.made),
                "present": [area.code for area in line.present],
                "missing": [area.code for area in line.missing],
            }
            for line in (*filter(None, (restated.top,)), *restated.lines)
        ]
        if restated
        else None,
    }


def _line(row: AreaRow) -> dict[str, Any]:
    reported, expected = row.coverage or (None, None)
    return {
        "area": row.name,
        "depth": row.depth,
        "value": row.value,
        "absence": str(row.shown.absence or ""),
        "figure": row.figure.pk if row.figure else None,
        "rolled_up": row.rolled_up,
        "reported": reported,
        "expected": expected,
        "simulated": row.simulated,
    }


class AssessmentHead(Schema):
    """A frozen assessment without its verdicts."""

    id: int
    plan: str
    version: int
    as_known_on: date
    areas_of: date
    convention: str
    frozen_at: datetime
    frozen_by: str
    inputs_sha256: str


class AssessmentOut(AssessmentHead):
    """A frozen assessment: the board as it was, word for word."""

    board: dict[str, Any]


@assessments_router.get("", response=Page[AssessmentHead], operation_id="list_assessments")
def list_assessments(request: Asked, asked: Query[Listed]) -> dict[str, Any]:
    """The assessments you may see, the oldest first."""
    return page_of(assessment_heads(seen_by=request.actor), asked, _head)


@assessments_router.get("/{int:pk}", response=AssessmentOut, operation_id="get_assessment")
def get_assessment(request: Asked, pk: int) -> dict[str, Any]:
    """One assessment, as it was frozen."""
    found = assessment(pk, seen_by=request.actor)
    return {**_head(found), "board": found.board}


def _head(found: Assessment) -> dict[str, Any]:
    names = ("as_known_on", "areas_of", "convention", "frozen_at", "frozen_by", "inputs_sha256")
    return {
        **{name: getattr(found, name) for name in names},
        "id": found.pk,
        "plan": found.version.plan.code,
        "version": found.version.number,
    }
