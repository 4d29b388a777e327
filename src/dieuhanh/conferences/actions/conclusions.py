"""Draft conclusions: noted while people speak, edited, tied to what they rest on, ordered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max
from django.utils import timezone

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.agenda import moved
from dieuhanh.domain.closing import check_draft, said
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable
from dieuhanh.plans.models import Target

from ..models import AgendaItem, Conclusion, Conference, Contribution, Room
from .events import tell

EDITABLE = ("text", "group", "field", "item", "body", "due_on")
LONGEST_GROUP, LONGEST_FIELD = 300, 80


@verb
def note_conclusion(
    *,
    by: Actor,
    conference: Conference,
    text: str,
    item: AgendaItem | None = None,
    links: Mapping[str, Iterable[int]] | None = None,
) -> Conclusion:
    """Note a draft; while the meeting is on it belongs to the item under way unless one is named.

    `links` are ids of contributions, targets and findings. Raises Refused,
    BadInput("conclusion.empty" | "conclusion.long" | "conclusion.link").
    """
    if not by.may(Permission.CONFERENCE_EDIT, body=conference.host_id):
        by.require(Permission.CONFERENCE_RUN, body=conference.host_id)
    _held, room = hold(conference)
    last = Conclusion.objects.filter(conference=conference).aggregate(n=Max("position"))["n"] or 0
    made = Conclusion.objects.create(
        conference=conference, text=said(text), position=last + 1,
        item=item or (room.item if room else None), noted_at=timezone.now(), noted_by=by.name,
    )  # fmt: skip
    _check_item(made)
    tied = _tie(made, links or {})
    tell_of(room, "noted", made)
    record(
        by=by, verb="conclusion.noted", subject=subject_of(made), now={"text": made.text, **tied}
    )
    return made


@verb
def edit_conclusion(*, by: Actor, conclusion: Conclusion, **values: Any) -> Conclusion:
    """Edit a draft; `values` are columns of `EDITABLE`.

    Raises Refused, BadInput("conclusion.final" | "conclusion.dropped" | "conclusion.empty" |
    "conclusion.long" | "conclusion.link").
    """
    held, room = _draft(by, conclusion)
    was = told(held)
    for name, value in values.items():
        if name not in EDITABLE:
            raise TypeError(name)
        setattr(held, name, value)
    held.text = said(held.text)
    held.group = storable(held.group).strip()[:LONGEST_GROUP]
    held.field = storable(held.field).strip()[:LONGEST_FIELD]
    _check_item(held)
    now = told(held)
    changed = [name for name in now if now[name] != was[name]]
    if changed:
        held.save()
        tell_of(room, "changed", held)
        record(
            by=by, verb="conclusion.changed", subject=subject_of(held),
            was={name: was[name] for name in changed}, now={name: now[name] for name in changed},
        )  # fmt: skip
    return held


@verb
def link_conclusion(
    *, by: Actor, conclusion: Conclusion, links: Mapping[str, Iterable[int]]
) -> Conclusion:
    """Bring what a conclusion rests on to the given ids; its words are not touched.

    Raises Refused, BadInput("conclusion.link").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conclusion.conference.host_id)
    held, room = hold_one(conclusion)
    was = {name: sorted(_ids(held, name)) for name in links}
    now = _tie(held, links)
    if was != now:
        tell_of(room, "changed", held)
        record(by=by, verb="conclusion.linked", subject=subject_of(held), was=was, now=now)
    return held


@verb
def move_conclusion(*, by: Actor, conclusion: Conclusion, step: int) -> None:
    """Move a draft up (below zero) or down among the drafts. Raises as `edit_conclusion`."""
    held, room = _draft(by, conclusion)
    drafts = Conclusion.objects.filter(
        conference=held.conference_id, state="draft", dropped=False
    ).order_by("position", "pk")
    rows = {each.pk: each for each in drafts}
    before = list(rows)
    order = moved(before, held.pk, step)
    if order == before:
        return
    places = sorted(rows[pk].position for pk in rows)
    start = places[0]
    for place, pk in enumerate(order, start=start):
        if rows[pk].position != place:
            rows[pk].position = place
            rows[pk].save(update_fields=["position"])
    tell_of(room, "moved", held)
    record(by=by, verb="conclusion.moved", subject=subject_of(held), was=before, now=order)


@verb
def drop_conclusion(*, by: Actor, conclusion: Conclusion, dropped: bool = True) -> Conclusion:
    """Set a draft aside, or take it up again; it is kept either way.

    Raises Refused, BadInput("conclusion.final").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conclusion.conference.host_id)
    held, room = hold_one(conclusion)
    check_draft(held.state)
    if held.dropped != dropped:
        held.dropped = dropped
        held.save(update_fields=["dropped"])
        name = "dropped" if dropped else "restored"
        tell_of(room, name, held)
        record(by=by, verb=f"conclusion.{name}", subject=subject_of(held))
    return held


def hold(conference: Conference) -> tuple[Conference, Room | None]:
    """The conference and, while the meeting is on, its room, locked: verbs come one by one."""
    room = Room.objects.select_for_update().filter(conference=conference).first()
    held = Conference.objects.select_for_update().get(pk=conference.pk)
    return held, room if held.state == "open" else None


def hold_one(conclusion: Conclusion) -> tuple[Conclusion, Room | None]:
    """A conclusion, locked after the room."""
    _held, room = hold(conclusion.conference)
    return Conclusion.objects.select_for_update().get(pk=conclusion.pk), room


def _draft(by: Actor, conclusion: Conclusion) -> tuple[Conclusion, Room | None]:
    """A draft that the actor may edit, locked."""
    by.require(Permission.CONFERENCE_EDIT, body=conclusion.conference.host_id)
    held, room = hold_one(conclusion)
    check_draft(held.state, dropped=held.dropped)
    return held, room


def _check_item(of: Conclusion) -> None:
    if of.item is not None and of.item.conference_id != of.conference_id:
        raise BadInput("conclusion.link")


def _tie(of: Conclusion, links: Mapping[str, Iterable[int]]) -> dict[str, list[int]]:
    """Set links, each to what belongs to the conference and its plan; returns them as set."""
    plan = of.conference.plan_id
    within: dict[str, Any] = {
        "contributions": Contribution.objects.filter(conference=of.conference_id),
        "targets": Target.objects.filter(version__plan=plan),
        "findings": Finding.objects.filter(plan=plan),
    }
    tied = {}
    for name, wanted in links.items():
        ids = sorted(set(wanted))
        if within[name].filter(pk__in=ids).count() != len(ids):
            raise BadInput("conclusion.link")
        getattr(of, name).set(ids)
        tied[name] = ids
    return tied


def _ids(of: Conclusion, name: str) -> list[int]:
    return list(getattr(of, name).values_list("pk", flat=True))


def tell_of(room: Room | None, what: str, of: Conclusion) -> None:
    """Say in the room that something became of a conclusion; a draft's words are not for all."""
    if room is not None:
        tell(room, f"conclusion.{what}", conclusion=of.pk)


def subject_of(of: Conclusion) -> str:
    """How the record names it."""
    return f"{of.conference.code}/conclusion/{of.pk}"


def told(of: Conclusion) -> dict[str, Any]:
    """What the record keeps of it."""
    return {
        "text": of.text, "group": of.group, "field": of.field, "item": of.item_id,
        "body": of.body.code if of.body else None,
        "due_on": of.due_on.isoformat() if of.due_on else None,
    }  # fmt: skip


__all__ = [
    "drop_conclusion",
    "edit_conclusion",
    "hold",
    "hold_one",
    "link_conclusion",
    "move_conclusion",
    "note_conclusion",
    "subject_of",
    "tell_of",
    "told",
]
