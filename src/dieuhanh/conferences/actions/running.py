"""What the chair sets for everybody: the item under way, the screen, the turn, the queue."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.speaking import check_turn

from ..models import AgendaItem, Conference, Room
from ..queries.screen import shown_title
from .events import locked_room, tell


@verb
def begin_item(*, by: Actor, conference: Conference, item: int) -> Room:
    """Chuyển nội dung. Named, so that two chairs who both press "next" move on by one; the item
    under way already is left as it is. Raises Refused, Missing, BadInput("conference.not_open").
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    found = AgendaItem.objects.filter(conference=conference, pk=item, removed=False).first()
    if found is None:
        raise Missing("conference.missing")
    if room.item_id == found.pk:
        return room
    was, room.item, room.item_since = room.item_id, found, timezone.now()
    room.save(update_fields=["item", "item_since"])
    tell(
        room, "item.begun", item=found.pk, position=found.position, title=found.title,
        title_en=found.title_en, minutes=found.minutes, since=room.item_since.isoformat(),
    )  # fmt: skip
    _record(by, "item.begun", conference, {"item": was}, {"item": found.pk})
    return room


@verb
def show(*, by: Actor, conference: Conference, kind: str, ref: str = "") -> Room:
    """Chiếu lên màn hình. What is put there is seen by everybody in the room, so the chair must
    be free to see the whole of it. Raises Refused, BadInput("conference.not_open", "screen.unknown").
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    title = shown_title(conference, kind, ref, seen_by=by)
    room = locked_room(conference)
    was = room.screen
    room.screen = {"kind": kind, "ref": ref, "title": title, "number": room.number + 1}
    room.save(update_fields=["screen"])
    tell(room, "screen.shown", shows=kind, ref=ref, title=title)
    _record(by, "screen.shown", conference, was, room.screen)
    return room


@verb
def set_turn(*, by: Actor, conference: Conference, seconds: int) -> Room:
    """Đặt thời gian một lượt, from the next turn on. Raises Refused, BadInput("turn.length")."""
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    check_turn(seconds)
    room = locked_room(conference)
    was, room.turn_seconds = room.turn_seconds, seconds
    room.save(update_fields=["turn_seconds"])
    tell(room, "turn.set", seconds=seconds)
    _record(by, "turn.set", conference, {"seconds": was}, {"seconds": seconds})
    return room


@verb
def set_queue(*, by: Actor, conference: Conference, is_open: bool) -> Room:
    """Mở hoặc dừng nhận đăng ký; who waits already keeps waiting. Raises Refused."""
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    if room.queue_open == is_open:
        return room
    room.queue_open = is_open
    room.save(update_fields=["queue_open"])
    tell(room, "queue.opened" if is_open else "queue.closed")
    _record(by, "queue.set", conference, {"open": not is_open}, {"open": is_open})
    return room


def _record(by: Actor, name: str, of: Conference, was: Any, now: Any) -> None:
    record(by=by, verb=name, subject=f"{of.code}/room", was=was, now=now)
