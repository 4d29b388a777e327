"""The room's lock and its numbered log."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dieuhanh.domain.errors import BadInput

from ..models import Conference, Room, RoomEvent, Site


def locked_room(of: Conference) -> Room:
    """The room of an open conference, locked for this transaction: verbs come one after another.

    Raises BadInput("conference.not_open").
    """
    room = Room.objects.select_for_update().filter(conference=of).first()
    state = Conference.objects.values_list("state", flat=True).get(pk=of.pk)
    if room is None or state != "open":
        raise BadInput("conference.not_open")
    return room


def still_seated(site: Site) -> None:
    """Raise BadInput("site.removed") for a site taken away meanwhile. Needs the room's lock."""
    if not Site.objects.filter(pk=site.pk).exists():
        raise BadInput("site.removed")


def tell(room: Room, kind: str, **data: Any) -> RoomEvent:
    """Number what just happened, for every page of the room to follow. Needs the room's lock."""
    room.number += 1
    room.save(update_fields=["number"])
    return RoomEvent.objects.create(
        conference_id=room.conference_id,
        number=room.number,
        kind=kind,
        data=data,
        at=timezone.now(),
    )
