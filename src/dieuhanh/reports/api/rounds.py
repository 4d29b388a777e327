"""Reporting rounds, and how far each has come."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from ninja import Query, Router, Schema

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of

from ..models import Closing, Round
from ..queries.rates import reporting_rate
from ..queries.rounds import round_by_code, rounds

rounds_router = Router(tags=["rounds"])


class RoundOut(Schema):
    """One form sent out for one period. `closes_on` is the day figures are counted to."""

    code: str
    name: str
    name_en: str
    form: str
    version: int
    period: str
    named: str
    opens_on: date
    closes_on: date
    status: str
    citation: str
    simulated: bool


class DueOut(Schema):
    """The last day for a level."""

    level: str
    due_on: date
    moved_from: date | None


class ClosingOut(Schema):
    """A declaration that the round is complete, naming whoever is missing."""

    number: int
    on: date
    expected: int
    approved: int
    missing: list[dict[str, Any]]


class RateOut(Schema):
    """Bodies asked, and of these: filed, filed by their day, approved, overdue."""

    expected: int
    filed: int
    on_time: int
    approved: int
    overdue: int


class BodyLine(Schema):
    """One body's report: `standing` is approved, waiting, returned, overdue or open."""

    submission: int
    body: str
    standing: str
    filed_on: date | None
    late: bool


class RoundStory(RoundOut):
    """A round with its last days, its closings, and who of those you may see has reported."""

    dues: list[DueOut]
    rate: RateOut
    bodies: list[BodyLine]
    closings: list[ClosingOut]


class RoundsAsked(Listed):
    """Which rounds."""

    form: str = ""
    period: str = ""


@rounds_router.get("", response=Page[RoundOut], operation_id="list_rounds")
def list_rounds(request: Asked, asked: Query[RoundsAsked]) -> dict[str, Any]:
    """The rounds you may see."""
    found = rounds(seen_by=request.actor).select_related("version__form")
    if asked.form:
        found = found.filter(version__form__code=asked.form)
    if asked.period:
        found = found.filter(period=asked.period)
    return page_of(found, asked, _shape)


@rounds_router.get("/{code}", response=RoundStory, operation_id="get_round")
def get_round(request: Asked, code: str) -> dict[str, Any]:
    """One round with its last days and how it was closed."""
    found = round_by_code(code, seen_by=request.actor)
    rate = reporting_rate(found, seen_by=request.actor, today=request.today)
    seen = {line.code for line in rate.lines}
    return {
        **_shape(found),
        "rate": asdict(rate.total),
        "bodies": [
            {
                "submission": line.submission, "body": line.code, "standing": line.standing,
                "filed_on": line.filed_on, "late": line.late,
            }
            for line in rate.lines
        ],
        "dues": [_named(due, DueOut) for due in found.dues.order_by("due_on")],
        "closings": [_closing(each, seen) for each in found.closings.order_by("number")],
    }  # fmt: skip


def _shape(found: Round) -> dict[str, Any]:
    names = set(RoundOut.model_fields) - {"form", "version"}
    return {
        **{name: getattr(found, name) for name in names},
        "form": found.version.form.code,
        "version": found.version.number,
    }


def _closing(each: Closing, seen: set[str]) -> dict[str, Any]:
    """A closing; of the missing those the reader may see."""
    missing = [told for told in each.missing if told["code"] in seen]
    return {**_named(each, ClosingOut), "missing": missing}


def _named(row: Any, schema: type[Schema]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in schema.model_fields}
