"""Bàn giao: what a body that has ended had in hand goes on with its successor."""

from __future__ import annotations

from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import StepKind

from ..models import Task
from ..queries.answering import answering, successors
from .frame import as_assigner, hold, take


@verb
def hand_over(
    *, by: Actor, task: str, today: date, to: str = "", text: str = "", seen: int | None = None
) -> Task:
    """Hand a task from bodies that have ended to their successors; where it stands stays.

    A lead's only heir takes up the task; `to` chooses where it has several, or none but the body
    it stood under. Whoever answers for the assigner decides from then on. Raises
    BadInput("task.not_ended" | "task.successor").
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    pairs = {
        "lead_id": (held.lead, _successor(held.lead, today, to)),
        "assigner_id": (held.assigner, _decides(held.assigner, today)),
    }
    change = {column: new.pk for column, (_, new) in pairs.items() if new is not None}
    if not change:
        if not ended(held.lead, today):
            raise BadInput("task.not_ended")
        known = answering(held.lead, today)
        raise BadInput("task.successor", body=str(held.lead), count=len(known))
    told = [_told(old, new) for old, new in pairs.values() if new is not None]
    words = "; ".join([*told, text.strip()] if text.strip() else told)
    take(held, StepKind.HANDED_OVER, hand, text=words, change=change)
    return Task.objects.select_related("lead", "assigner").get(pk=held.pk)


def ended(body: Body, on: date) -> bool:
    """Whether a body no longer stands on a day."""
    return body.valid_to is not None and body.valid_to < on


def _successor(lead: Body, today: date, wanted: str) -> Body | None:
    """Who takes up the task; None while the lead stands, or as long as nobody has chosen."""
    if not ended(lead, today):
        return None
    if wanted:
        chosen = [each for each in answering(lead, today) if each.code == wanted]
        return chosen[0] if chosen else None
    known = successors(lead, today)
    return known[0] if len(known) == 1 else None


def _decides(assigner: Body, today: date) -> Body | None:
    if not ended(assigner, today):
        return None
    known = answering(assigner, today)
    return known[0] if len(known) == 1 else None


def _told(body: Body, heir: Body) -> str:
    last = write_vi_date(body.valid_to) if body.valid_to else "–"
    return f"{body} ({last}) → {heir}"


__all__ = ["ended", "hand_over"]
