"""Asking for the floor, calling, ending: each under the room's lock, so that one floor is given once."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable

from ..models import Conference, Delegate, Room, Site, SpeakRequest
from ..queries import user_id
from ..queries.floor import in_order, speaking_in, told_of, waits_already, who
from .events import locked_room, still_seated, tell

LONGEST_TOPIC = 200


@verb
def ask_floor(
    *, by: Actor, conference: Conference, site: Site, delegate: Delegate | None = None,
    about: str = "",
) -> SpeakRequest:  # fmt: skip
    """Đăng ký phát biểu: for a site by its keeper, for a delegate by the keeper or in person.

    Raises Refused, BadInput("conference.not_open", "queue.closed", "queue.already_waiting",
    "site.removed").
    """
    _require_voice(by, site, delegate)
    room = locked_room(conference)
    still_seated(site)
    if not room.queue_open:
        raise BadInput("queue.closed")
    if waits_already(site, delegate):
        raise BadInput("queue.already_waiting")
    made = SpeakRequest.objects.create(
        conference=conference, site=site, delegate=delegate, item=room.item,
        about=storable(about).strip()[:LONGEST_TOPIC], asked_at=timezone.now(),
    )  # fmt: skip
    tell(room, "floor.asked", **told_of(made), order=in_order(conference))
    _record(by, "floor.asked", made)
    return made


@verb
def withdraw(*, by: Actor, conference: Conference, request: int) -> SpeakRequest:
    """Rút đăng ký: by whoever may ask in its name, or by the chair.

    Raises Refused, BadInput("conference.not_open", "queue.not_waiting").
    """
    room = locked_room(conference)
    found = _one(conference, request, "waiting", "queue.not_waiting")
    if not by.may(Permission.CONFERENCE_RUN, body=conference.host_id):
        _require_voice(by, found.site, found.delegate)
    found.state, found.ended_at = "withdrawn", timezone.now()
    found.save(update_fields=["state", "ended_at"])
    tell(
        room, "floor.withdrawn", request=found.pk, site=found.site_id, delegate=found.delegate_id,
        order=in_order(conference),
    )  # fmt: skip
    _record(by, "floor.withdrawn", found)
    return found


@verb
def give_floor(*, by: Actor, conference: Conference, request: int | None = None) -> SpeakRequest:
    """Mời phát biểu: the fair next, or the request the chair picks instead.

    Raises Refused, BadInput("conference.not_open", "floor.taken", "queue.nobody",
    "queue.not_waiting").
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    _require_free(conference)
    if request is None:
        order = in_order(conference)
        if not order:
            raise BadInput("queue.nobody")
        request = order[0]
    found = _one(conference, request, "waiting", "queue.not_waiting")
    return _give(by, room, conference, found)


@verb
def call_upon(
    *, by: Actor, conference: Conference, site: Site, delegate: Delegate | None = None
) -> SpeakRequest:
    """Chủ trì mời một điểm cầu chưa đăng ký: it has the floor at once, and its turn is counted.

    Raises Refused, BadInput("conference.not_open", "floor.taken", "site.removed").
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    still_seated(site)
    _require_free(conference)
    waiting = waits_already(site, delegate)
    made = waiting or SpeakRequest(
        conference=conference, site=site, delegate=delegate, item=room.item, asked_at=timezone.now()
    )
    return _give(by, room, conference, made)


@verb
def end_floor(*, by: Actor, conference: Conference, request: int) -> SpeakRequest:
    """Kết thúc lượt phát biểu; named, so that of two chairs the second does not end the next one.

    Raises Refused, BadInput("conference.not_open", "floor.not_speaking").
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    found = _one(conference, request, "speaking", "floor.not_speaking")
    found.state, found.ended_at = "done", timezone.now()
    found.save(update_fields=["state", "ended_at"])
    tell(room, "floor.ended", request=found.pk, order=in_order(conference))
    _record(by, "floor.ended", found)
    return found


def _give(by: Actor, room: Room, conference: Conference, found: SpeakRequest) -> SpeakRequest:
    found.state, found.given_at, found.seconds = "speaking", timezone.now(), room.turn_seconds
    found.save()
    told = told_of(found) | {"given_at": found.given_at.isoformat(), "seconds": found.seconds}
    tell(room, "floor.given", **told, order=in_order(conference))
    _record(by, "floor.given", found)
    return found


def _require_voice(by: Actor, site: Site, delegate: Delegate | None) -> None:
    """Whoever speaks in person, or keeps the site. Raises Refused."""
    in_person = delegate is not None and delegate.user_id is not None
    if in_person and delegate is not None and delegate.user_id == user_id(by):
        return
    by.require(Permission.SITE_KEEP, body=site.body_id)


def _require_free(conference: Conference) -> None:
    """Raise BadInput("floor.taken") while somebody speaks."""
    speaking = speaking_in(conference)
    if speaking is not None:
        raise BadInput("floor.taken", who=who(speaking))


def _one(conference: Conference, request: int, state: str, code: str) -> SpeakRequest:
    found = SpeakRequest.objects.filter(conference=conference, pk=request, state=state)
    one = found.select_related("site", "delegate").first()
    if one is None:
        raise BadInput(code)
    return one


def _record(by: Actor, verb_name: str, found: SpeakRequest) -> None:
    now: dict[str, Any] = {"site": found.site_id, "delegate": found.delegate_id}
    record(
        by=by, verb=verb_name, subject=f"{found.conference_id}/request/{found.pk}",
        now=now | {"state": found.state},
    )  # fmt: skip
