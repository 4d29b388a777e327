"""Areas as they stood on a day, what became of them, and bodies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.indicators import Level
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, slice_of

from .models import Area, Body
from .queries import Atlas, bodies_by_code, edges_of

areas_router = Router(tags=["areas"])
bodies_router = Router(tags=["bodies"])


class AreaOut(Schema):
    """An area: a code means it from `valid_from` to `valid_to` only. `parent` on the day asked."""

    code: str
    name: str
    kind: str
    level: Level
    parent: str | None
    valid_from: date
    valid_to: date | None
    start_known: bool


class EdgeOut(Schema):
    """One edge of a merge, split, rename or abolition; `to` is null where nothing succeeded."""

    effective: date
    kind: str
    before: str
    to: str | None
    weight: str | None
    document: str


class AreaStory(AreaOut):
    """An area with what it came from and what it became."""

    above: list[str]
    came_from: list[EdgeOut]
    became: list[EdgeOut]


class AreasAsked(Listed):
    """Which areas, on which day."""

    on: date | None = None
    under: str = ""
    level: Level | None = None


@areas_router.get("", response=Page[AreaOut], operation_id="list_areas")
def areas(request: HttpRequest, asked: Query[AreasAsked]) -> dict[str, Any]:
    """The areas that stood on a day (today when none is given), below one or of one level."""
    atlas, on = Atlas(), _day(request, asked.on)
    if asked.under:
        found = atlas.below(atlas.at(asked.under, on), on)
    else:
        found = [atlas.row_of[noun.id] for noun in atlas.book.valid_on(on)]
    if asked.level:
        found = [area for area in found if atlas.level(area) is asked.level]
    found.sort(key=lambda area: (area.code, area.valid_from))
    return slice_of(found, asked, lambda area: _shape(area, atlas, on))


@areas_router.get("/{code}", response=AreaStory, operation_id="get_area")
def area(request: HttpRequest, code: str, on: date | None = None) -> dict[str, Any]:
    """What a code meant on a day, what stood above it, and what became of it."""
    atlas, day = Atlas(), _day(request, on)
    try:
        found = atlas.at(code, day)
    except BadInput as fault:
        raise Missing(fault.code, **fault.values) from fault
    came, went = edges_of(found)
    return {
        **_shape(found, atlas, day),
        "above": [above.code for above in atlas.above(found, day)],
        "came_from": [_edge(edge, atlas) for edge in came],
        "became": [_edge(edge, atlas) for edge in went],
    }


def _day(request: HttpRequest, on: date | None) -> date:
    asked: Asked = request  # type: ignore[assignment]
    return on or asked.today


def _shape(area: Area, atlas: Atlas, on: date) -> dict[str, Any]:
    above = atlas.above(area, on)
    return {
        "code": area.code,
        "name": area.name,
        "kind": area.kind,
        "level": atlas.level(area),
        "parent": above[0].code if above else None,
        "valid_from": area.valid_from,
        "valid_to": area.valid_to,
        "start_known": area.start_known,
    }


def _edge(edge: Any, atlas: Atlas) -> dict[str, Any]:
    return {
        "effective": edge.effective,
        "kind": edge.kind,
        "before": atlas.rows[edge.before_id].code,
        "to": atlas.rows[edge.after_id].code if edge.after_id else None,
        "weight": format(edge.weight, "f") if edge.weight is not None else None,
        "document": edge.document,
    }


class BodyOut(Schema):
    """An organisation that reports, leads, issues or publishes."""

    code: str
    name: str
    name_en: str
    short_name: str
    kind: str
    area: str | None
    valid_from: date | None
    valid_to: date | None
    url: str


class BodiesAsked(Listed):
    """Which bodies."""

    kind: str = ""
    area: str = ""


@bodies_router.get("", response=Page[BodyOut], operation_id="list_bodies")
def bodies(request: HttpRequest, asked: Query[BodiesAsked]) -> dict[str, Any]:  # noqa: ARG001
    """Every body, or those of a kind or an area, by code."""
    found = [
        body
        for _, body in sorted(bodies_by_code().items())
        if (not asked.kind or body.kind == asked.kind)
        and (not asked.area or (body.area is not None and body.area.code == asked.area))
    ]
    return slice_of(found, asked, _body)


@bodies_router.get("/{code}", response=BodyOut, operation_id="get_body")
def body(request: HttpRequest, code: str) -> dict[str, Any]:  # noqa: ARG001
    """One body."""
    found = bodies_by_code().get(code)
    if found is None:
        raise Missing("body.unknown", text=code)
    return _body(found)


def _body(found: Body) -> dict[str, Any]:
    names = ("code", "name", "name_en", "short_name", "kind", "valid_from", "valid_to", "url")
    shape = {name: getattr(found, name) for name in names}
    return {**shape, "area": found.area.code if found.area else None}
