"""Conclusions that are final: numbered once, and worded anew only with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max
from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.closing import said
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable

from ..models import Conclusion, Conference, Wording
from .conclusions import hold, hold_one, subject_of, tell_of, told

LONGEST_REASON = 300


@verb
def finalize_conclusions(
    *, by: Actor, conference: Conference, chosen: Iterable[int]
) -> list[Conclusion]:
    """Make drafts final in their order, numbered on from the last; their words are kept as first.

    Raises Refused, BadInput("conclusion.none_chosen").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conference.host_id)
    _held, room = hold(conference)
    drafts = Conclusion.objects.select_for_update().filter(
        conference=conference, state="draft", dropped=False, pk__in=list(chosen)
    )
    rows = list(drafts.order_by("position", "pk"))
    if not rows:
        raise BadInput("conclusion.none_chosen")
    last = Conclusion.objects.filter(conference=conference).aggregate(n=Max("number"))["n"] or 0
    for number, row in enumerate(rows, start=last + 1):
        row.number, row.state = number, "final"
        row.save(update_fields=["number", "state"])
        first_wording(row, by).save()
        tell_of(room, "final", row)
        record(
            by=by,
            verb="conclusion.final",
            subject=subject_of(row),
            now={"number": number} | told(row),
        )
    return rows


@verb
def reword_conclusion(
    *,
    by: Actor,
    conclusion: Conclusion,
    text: str,
    reason: str,
    body: Body | None,
    due_on: date | None,
    seen: int,
) -> Wording:
    """Word a final conclusion anew, over the wording its writer saw; every wording is kept.

    Raises Refused, BadInput("conclusion.not_final" | "conclusion.empty" | "conclusion.long" |
    "wording.no_reason" | "wording.same" | "wording.newer").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conclusion.conference.host_id)
    held, room = hold_one(conclusion)
    number = _last_seen(held, seen)
    was = told(held)
    held.text, held.body, held.due_on = said(text), body, due_on
    why = storable(reason).strip()[:LONGEST_REASON]
    if was == told(held):
        raise BadInput("wording.same")
    if not why:
        raise BadInput("wording.no_reason")
    held.save(update_fields=["text", "body", "due_on"])
    made = _wording(held, by, number + 1, why)
    made.save()
    tell_of(room, "reworded", held)
    now = told(held) | {"reason": why}
    record(by=by, verb="conclusion.reworded", subject=subject_of(held), was=was, now=now)
    return made


def _last_seen(of: Conclusion, seen: int) -> int:
    """The number of the wording that stands, which must be the one its writer saw."""
    if of.state != "final":
        raise BadInput("conclusion.not_final")
    last = of.wordings.order_by("-number").first()
    number = last.number if last else 0
    if number != seen:
        raise BadInput("wording.newer", version=number)
    return number


def first_wording(of: Conclusion, by: Actor) -> Wording:
    """How a conclusion was worded when it became final, to be kept."""
    return _wording(of, by, 1, "")


def _wording(of: Conclusion, by: Actor, number: int, reason: str) -> Wording:
    return Wording(
        conclusion=of, number=number, text=of.text, body=of.body, due_on=of.due_on, reason=reason,
        written_at=timezone.now(), written_by=by.name,
    )  # fmt: skip


__all__ = ["finalize_conclusions", "first_wording", "reword_conclusion"]
