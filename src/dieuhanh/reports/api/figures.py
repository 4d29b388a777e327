"""Figures: listed, one with its history, many taken in at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.responses import Status

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Exact, Listed, Page, page_of

from ..actions.bulk import take_figures
from ..models import Figure
from ..queries import figure as find_figure
from ..queries import figures, history, in_force

figures_router = Router(tags=["figures"])
CITED = ("indicator", "area", "source", "document", "entry__seal")


class FigureOut(Schema):
    """One statement by one source. Exactly one of `value`, the ratio or `absence` is told.

    `known_from` is the day its source stated it, `recorded_at` when our books took it, `change`
    the sealed number of the line that took it in (null until it is sealed).
    """

    id: int
    indicator: str
    area: str
    area_name: str
    period: str
    span: str
    breakdown: str
    source: str
    value: Exact | None
    value_high: Exact | None
    bound: str
    numerator: Exact | None
    denominator: Exact | None
    unit: str
    absence: str
    status: str
    release: str
    known_from: date
    date_precision: str
    recorded_at: datetime
    document: str | None
    simulated: bool
    withdrawn: bool
    change: int | None


class FigureStory(FigureOut):
    """A figure with every other statement of the same fact, all sources, the earliest first."""

    in_force: bool
    history: list[FigureOut]


class FiguresAsked(Listed):
    """Which figures: codes, an SDMX period, a status, known from when to when."""

    indicator: str = ""
    area: str = ""
    source: str = ""
    period: str = ""
    status: str = ""
    known_from: date | None = Field(None, description="known on this day or later")
    known_until: date | None = Field(None, description="known on this day or earlier")
    change: int | None = Field(None, description="taken in by the line of this sealed number")


FILTERS = {
    "indicator": "indicator__code",
    "area": "area__code",
    "source": "source__code",
    "period": "period",
    "status": "status",
    "known_from": "known_from__gte",
    "known_until": "known_from__lte",
    "change": "entry__seal__number",
}


@figures_router.get("", response=Page[FigureOut], operation_id="list_figures")
def list_figures(request: Asked, asked: Query[FiguresAsked]) -> dict[str, Any]:
    """Every version of every figure you may see, in the order they were taken in."""
    asked_for = ((column, getattr(asked, name)) for name, column in FILTERS.items())
    given = {column: value for column, value in asked_for if value not in (None, "")}
    found = figures(seen_by=request.actor).filter(**given).select_related(*CITED)
    return page_of(found, asked, _shape)


@figures_router.get("/{int:pk}", response=FigureStory, operation_id="get_figure")
def get_figure(request: Asked, pk: int, as_known_on: date | None = None) -> dict[str, Any]:
    """One figure, whether it is in force as known on a day, and its history."""
    found = find_figure(pk, seen_by=request.actor)
    versions = history(found, seen_by=request.actor)
    standing = in_force(versions, as_known_on=as_known_on or request.today)
    return {
        **_shape(found),
        "in_force": found.pk in {each.pk for each in standing},
        "history": [_shape(each) for each in versions],
    }


class Taken(Schema):
    """How many figures were added, and how many stood there already to the letter."""

    added: int
    same: int


@figures_router.post(
    "",
    response={201: Taken},
    operation_id="append_figures",
    openapi_extra={
        "parameters": [
            {
                "name": "Idempotency-Key", "in": "header", "required": False,
                "schema": {"type": "string", "maxLength": 80},
                "description": "a repeat with the same key gets the first answer and writes nothing",
            }
        ],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {
                        "type": "array",
                        "items": {"type": "object", "additionalProperties": {
                            "type": ["string", "number", "boolean", "null"]}},
                    },
                },
                "text/csv": {"schema": {"type": "string"}},
            },
        },
    },
)  # fmt: skip
def append_figures(request: Asked, response: HttpResponse) -> Any:
    """Append many figures, all or none, each checked as an imported table is.

    Columns are those of the import template `figures`: a JSON list of objects (numbers as text
    with a decimal point; what is left out is empty), or the CSV file itself. Every fault is told
    with its row (the first figure is 1 in JSON; the line of the file in CSV) and column.
    """
    answer = take_figures(
        by=request.actor,
        content=request.read(),
        media_type=request.content_type or "",
        key=request.headers.get("Idempotency-Key", ""),
        today=timezone.localdate(),
    )
    response["Idempotency-Replayed"] = "true" if answer.again else "false"
    return Status(201, answer.told)


def _shape(found: Figure) -> dict[str, Any]:
    cited = {"indicator", "area", "area_name", "source", "document", "change", "id"}
    seal = getattr(found.entry, "seal", None) if found.entry_id else None
    return {
        **{name: getattr(found, name) for name in FigureOut.model_fields if name not in cited},
        "id": found.pk,
        "indicator": found.indicator.code,
        "area": found.area.code,
        "area_name": found.area.name,
        "source": found.source.code,
        "document": found.document.code if found.document else None,
        "change": seal.number if seal else None,
    }
