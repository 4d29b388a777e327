"""Occurrences of recurring tasks, made as their periods begin."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.tasks import Occurrence, Repeats, StepKind, occurrences

from ..models import CoBody, Task
from .frame import Hand, told, write_step

COPIED = (
    "text", "product", "field", "priority", "origin", "conclusion_id", "point_id", "finding_id",
    "target_id", "assessment_id", "document_id", "quote", "parent_id", "programme_id",
    "assigner_id", "lead_id", "official", "official_user_id", "simulated",
)  # fmt: skip


@verb
def make_occurrences(*, by: Actor, series: int, today: date) -> list[Task]:
    """Assign the occurrences of a recurring task whose period has begun and that are not there.

    The series is locked: of two at once one makes them. Raises Refused.
    """
    held = Task.objects.select_for_update().get(pk=series)
    by.require(Permission.TASK_ASSIGN, body=held.assigner_id)
    return make_due(held, by=by, today=today)


def make_due(held: Task, *, by: Actor, today: date) -> list[Task]:
    """The same inside a verb that holds the series."""
    if not held.repeats or held.state == "withdrawn" or held.first_due_on is None:
        return []
    due = occurrences(held.first_due_on, Repeats(held.repeats), today)
    there = set(Task.objects.filter(series=held).values_list("period", flat=True))
    return [_make(held, each, by, today) for each in due if str(each.period) not in there]


def _make(held: Task, each: Occurrence, by: Actor, today: date) -> Task:
    begun = max(each.period.start, held.assigned_on)
    made = Task.objects.create(
        **{name: getattr(held, name) for name in COPIED},
        code=uuid4().hex, title=f"{held.title} ({each.period})"[-500:], series=held,
        period=str(each.period), first_lead_id=held.lead_id, assigned_on=begun,
        due_on=each.due_on, first_due_on=each.due_on, revision=1,
    )  # fmt: skip
    made.code = f"nv-{begun.year}-{made.pk}"
    made.save(update_fields=["code"])
    made.targets.set(held.targets.all())
    helping = CoBody.objects.filter(task=held, removed=False)
    CoBody.objects.bulk_create([CoBody(task=made, body_id=row.body_id) for row in helping])
    write_step(made, StepKind.ASSIGNED, Hand(by, held.assigner, today), due_on=each.due_on)
    record(
        by=by, verb="task.assigned", subject=made.code,
        now=told(made) | {"series": held.code, "period": made.period},
    )  # fmt: skip
    return made


__all__ = ["make_due", "make_occurrences"]
