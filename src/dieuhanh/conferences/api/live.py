"""The live room: where the meeting stands, and everything that happened in it by number."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Query, Router, Schema
from pydantic import Field

from dieuhanh.ui.asked import Asked

from ..models import SpeakRequest
from ..queries import conference as find_conference
from ..queries.reading import events_after, room_of, waiting_in

live_router = Router(tags=["conferences"])


class TurnOut(Schema):
    """A site, or one of its delegates, that speaks or waits for the floor."""

    id: int
    site: str
    office: str | None
    item: int | None
    about: str
    state: str
    asked_at: datetime
    given_at: datetime | None


class RoomOut(Schema):
    """Where the meeting stands. `number` is that of the last event: ask on after it."""

    number: int
    item: int | None
    item_since: datetime | None
    screen: dict[str, Any]
    queue_open: bool
    turn_seconds: int
    queue: list[TurnOut]


class EventOut(Schema):
    """One thing that changed in the room."""

    number: int
    kind: str
    data: dict[str, Any]
    at: datetime


class EventsOut(Schema):
    """Events in order, numbered without gaps. Ask on with `after=until`; `more`: do so at once."""

    items: list[EventOut]
    until: int
    more: bool


class EventsAsked(Schema):
    """After which number, and how many at most."""

    after: int = Field(0, ge=0, lt=2**31)
    limit: int = Field(100, ge=1, le=500)


@live_router.get("/{code}/room", response=RoomOut, operation_id="get_room")
def get_room(request: Asked, code: str) -> dict[str, Any]:
    """The item under way, what the screen shows, who speaks and who waits."""
    found = find_conference(code, seen_by=request.actor)
    room = room_of(found)
    as_is = set(RoomOut.model_fields) - {"item", "queue"}
    return {
        **{name: getattr(room, name) for name in as_is},
        "item": room.item_id,
        "queue": [_turn(each) for each in waiting_in(found)],
    }


@live_router.get("/{code}/events", response=EventsOut, operation_id="list_room_events")
def list_events(request: Asked, code: str, asked: Query[EventsAsked]) -> dict[str, Any]:
    """What happened in the room after a number; each number once, so that none is missed."""
    found = find_conference(code, seen_by=request.actor)
    events = events_after(found, asked.after, most=asked.limit + 1)
    shown = events[: asked.limit]
    return {
        "items": [{name: getattr(each, name) for name in EventOut.model_fields} for each in shown],
        "until": shown[-1].number if shown else asked.after,
        "more": len(events) > asked.limit,
    }


def _turn(each: SpeakRequest) -> dict[str, Any]:
    as_is = set(TurnOut.model_fields) - {"site", "office", "item"}
    return {
        **{name: getattr(each, name) for name in as_is},
        "site": each.site.body.code,
        "office": each.delegate.office if each.delegate else None,
        "item": each.item_id,
    }
