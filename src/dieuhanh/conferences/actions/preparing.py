"""Making a conference, changing it, opening and closing the meeting."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from dieuhanh.assessment.models import Assessment
from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conferences import (
    State,
    check_changeable,
    check_closing,
    check_opening,
    check_video,
    code_of,
)
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable
from dieuhanh.plans.models import Plan

from ..models import Ballot, Conference, Room, Site, SpeakRequest
from .events import locked_room, tell

MOST_TRIES = 20
CHANGEABLE = (
    "name", "name_en", "place", "starts_at", "ends_at", "plan", "assessment", "video_url",
    "video_embedded", "note",
)  # fmt: skip


@verb
def make_conference(
    *,
    by: Actor,
    host: Body,
    name: str,
    starts_at: datetime,
    code: str = "",
    simulated: bool = False,
    **told: Any,
) -> Conference:
    """Begin to prepare a conference in the host's name; `told` are columns of `CHANGEABLE`.

    Raises BadInput("conference.name", "conference.ends_before", "conference.video"), Refused.
    """
    by.require(Permission.CONFERENCE_EDIT, body=host.pk)
    made = Conference(host=host, starts_at=starts_at, simulated=simulated)
    _put(made, {"name": name, **told})
    _save_under_a_free_code(made, code or made.name)
    record(by=by, verb="conference.made", subject=made.code, now=_told(made))
    return made


@verb
def change_conference(*, by: Actor, conference: Conference, **told: Any) -> Conference:
    """Change what is known of a conference that is not closed; `told` are columns of `CHANGEABLE`.

    Raises as `make_conference`, and BadInput("conference.closed").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conference.host_id)
    held = _locked(conference)
    check_changeable(held.state)
    was = _told(held)
    _put(held, told)
    held.save()
    now = _told(held)
    changed = [name for name in now if now[name] != was[name]]
    if changed:
        record(
            by=by, verb="conference.changed", subject=held.code,
            was={name: was[name] for name in changed}, now={name: now[name] for name in changed},
        )  # fmt: skip
    return held


@verb
def open_conference(*, by: Actor, conference: Conference) -> Room:
    """Begin the meeting: its room, empty, with the first event.

    Raises BadInput("conference.opened", "conference.closed", "conference.no_site"), Refused.
    """
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    held = _locked(conference)
    check_opening(held.state, Site.objects.filter(conference=held).count())
    _go(held, State.OPEN, "opened_at")
    room = Room.objects.create(conference=held, screen={"kind": "blank"})
    tell(room, "opened")
    record(by=by, verb="conference.opened", subject=held.code, now=held.state)
    return room


@verb
def close_conference(*, by: Actor, conference: Conference) -> Conference:
    """End the meeting. Raises BadInput("conference.not_open", "conference.floor_held",
    "conference.vote_open"), Refused."""
    by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    room = locked_room(conference)
    check_closing(
        speaking=SpeakRequest.objects.filter(conference=conference, state="speaking").exists(),
        voting=Ballot.objects.filter(conference=conference, state="open").exists(),
    )
    held = _locked(conference)
    _go(held, State.CLOSED, "closed_at")
    tell(room, "closed")
    record(by=by, verb="conference.closed", subject=held.code, now=held.state)
    return held


def _save_under_a_free_code(made: Conference, name: str) -> None:
    """Somebody may take the code meanwhile: then the next that is free."""
    for left in reversed(range(MOST_TRIES)):
        taken = set(Conference.objects.values_list("code", flat=True))
        made.code = code_of(name, taken)
        try:
            with transaction.atomic():
                made.save()
        except IntegrityError:
            if not left:
                raise
        else:
            return


def _locked(conference: Conference) -> Conference:
    return Conference.objects.select_for_update().get(pk=conference.pk)


def _go(held: Conference, state: State, when: str) -> None:
    held.state = state.value
    setattr(held, when, timezone.now())
    held.save(update_fields=["state", when])


def _put(held: Conference, told: dict[str, Any]) -> None:
    for name, value in told.items():
        if name not in CHANGEABLE:
            raise TypeError(name)
        setattr(held, name, storable(value).strip() if isinstance(value, str) else value)
    if not held.name:
        raise BadInput("conference.name")
    if held.ends_at is not None and held.ends_at <= held.starts_at:
        raise BadInput("conference.ends_before")
    held.video_url = check_video(held.video_url)


def _told(held: Conference) -> dict[str, Any]:
    """What the record keeps of it."""
    told = {name: getattr(held, name) for name in CHANGEABLE}
    plan: Plan | None = told.pop("plan")
    assessment: Assessment | None = told.pop("assessment")
    times = {
        name: told[name].isoformat() if told[name] else None for name in ("starts_at", "ends_at")
    }
    return (
        told
        | times
        | {
            "host": held.host.code,
            "plan": plan.code if plan else None,
            "assessment": assessment.pk if assessment else None,
        }
    )


__all__ = ["change_conference", "close_conference", "make_conference", "open_conference"]
