"""Assigning many tasks from one table: read, held against the books, accepted whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from dieuhanh.audit.actions import Tally, checksum, record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInputs
from dieuhanh.domain.tasks import StepKind
from dieuhanh.exchange.templates import Record

from ..models import CoBody, Step, Task
from ..queries.importing import NewTask, Shelf

AT_ONCE = 500


@dataclass(frozen=True)
class Planned:
    """What accepting the table would do."""

    new: tuple[NewTask, ...]
    same: int


def plan_import(*, by: Actor, records: Sequence[Record], today: date) -> Planned:
    """Hold every row against the books and write nothing.

    A row with a code must say what the books say: what changes a task is a step on its page.
    Raises Refused, BadInputs with every fault, each located by sheet, row and column.
    """
    by.require(Permission.TASK_ASSIGN)
    shelf = Shelf(records, by=by, today=today)
    new = [made for each in records if (made := shelf.row(each)) is not None]
    if shelf.faults:
        raise BadInputs(shelf.faults)
    return Planned(tuple(new), len(records) - len(new))


@verb
def import_tasks(*, by: Actor, records: Sequence[Record], today: date) -> Tally:
    """Assign every task of the table that is not there yet, with one line in the record.

    Raises Refused, BadInputs; then nothing is assigned.
    """
    planned = plan_import(by=by, records=records, today=today)
    if not planned.new:
        return Tally(same=planned.same)
    made = Task.objects.bulk_create([_task(each) for each in planned.new], batch_size=AT_ONCE)
    for task in made:
        task.code = f"nv-{task.assigned_on.year}-{task.pk}"
        task.folded = Task._meta.get_field("folded").pre_save(task, add=False)
    Task.objects.bulk_update(made, ["code", "folded"], batch_size=AT_ONCE)
    CoBody.objects.bulk_create(
        [
            CoBody(task=task, body=body)
            for task, each in zip(made, planned.new, strict=True)
            for body in each.helpers
        ],
        batch_size=AT_ONCE,
    )
    now = timezone.now()
    steps = [_step(task, by, today, now) for task in made]
    Step.objects.bulk_create(steps, batch_size=AT_ONCE)
    record(
        by=by, verb="tasks.imported", subject="Task", count=len(made),
        now={"first": made[0].code, "last": made[-1].code},
        checksum=checksum([_told(task, each) for task, each in zip(made, planned.new, strict=True)]),
    )  # fmt: skip
    return Tally(len(made), 0, planned.same)


def _task(each: NewTask) -> Task:
    return Task(
        code=uuid4().hex, lead=each.lead, first_lead=each.lead, assigner=each.assigner,
        first_due_on=each.columns["due_on"], origin=each.origin.kind, **each.origin.links,
        **each.columns, programme=each.programme, revision=1,
    )  # fmt: skip


def _step(task: Task, by: Actor, today: date, now: Any) -> Step:
    return Step(
        task=task, number=1, kind=StepKind.ASSIGNED.value, on=today, at=now, by_id=by.id,
        by_name=by.name, body=task.assigner, text=task.text, due_on=task.due_on,
        simulated=task.simulated,
    )  # fmt: skip


def _told(task: Task, each: NewTask) -> list[Any]:
    return [
        task.code, task.title, task.due_on, each.lead.code, each.assigner.code,
        [body.code for body in each.helpers],
    ]  # fmt: skip


__all__ = ["Planned", "import_tasks", "plan_import"]
