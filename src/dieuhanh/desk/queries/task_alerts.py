"""What is to be told of tasks: the rungs of the ladder that were reached, the steps taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef

from dieuhanh.bodies.models import Body
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import OPEN, Alert, StepKind, TaskLaw, due_days, law_on
from dieuhanh.exchange.law import load_task_law
from dieuhanh.tasks.models import Step, Task
from dieuhanh.tasks.queries.terms import calendar_for, scope_of

from ..models import TaskTold

LOOK_BACK = 7
"""Days for which an alert that nobody gave is still given: the machine may have stood still."""
TO_LEAD = frozenset(
    {
        StepKind.ASSIGNED, StepKind.REASSIGNED, StepKind.HANDED_OVER, StepKind.ANSWERED,
        StepKind.RETURNED, StepKind.CONFIRMED, StepKind.EXTENSION_GRANTED,
        StepKind.EXTENSION_REFUSED, StepKind.WITHDRAWN, StepKind.DISPUTE_SETTLED,
    }
)  # fmt: skip
TO_ASSIGNER = frozenset(
    {StepKind.REPORTED, StepKind.ASKED_BACK, StepKind.EXTENSION_ASKED, StepKind.DISPUTED}
)


@dataclass(frozen=True)
class Reached:
    """An open task whose deadline has reached a rung that is not told yet."""

    task: int
    code: str
    title: str
    due_on: date
    lead: int
    assigner: int
    official: int | None
    alert: Alert


@dataclass(frozen=True)
class Happened:
    """A step not told yet."""

    task: int
    code: str
    title: str
    lead: int
    assigner: int
    official: int | None
    kind: str
    number: int
    on: date
    by: str


def reached(today: date) -> list[Reached]:
    """Every open task with a rung to be told, the latest rung of each alone.

    Four queries, and one walk up the areas for each assigner where a province has rules of its own.
    """
    laws = _laws(today)
    ladders = {rungs: _deadlines(rungs, today) for rungs in {law.ladder for law in laws.values()}}
    wanted = {assigner: ladders[law.ladder] for assigner, law in laws.items()}
    days = {day for alerts in wanted.values() for day in alerts}
    if not days:
        return []
    told = TaskTold.objects.filter(what="alert", on__in=days)
    held = set(told.values_list("task", "number", "on"))
    rows = Task.objects.filter(state__in=OPEN, repeats="", due_on__in=days).values_list(
        "pk", "code", "title", "due_on", "lead", "assigner", "official_user"
    )
    found = []
    for row in rows.order_by("due_on", "pk").iterator(chunk_size=5000):
        pk, code, title, due_on, lead, assigner, official = row
        alert = wanted.get(assigner, {}).get(due_on) if due_on else None
        if due_on and alert and (pk, alert.days, due_on) not in held:
            found.append(Reached(pk, code, title, due_on, lead, assigner, official, alert))
    return found


def happened(since: datetime) -> list[Happened]:
    """Every step since then that somebody else is to hear of, and has not. One query."""
    known = TaskTold.objects.filter(
        task=OuterRef("task"), what="step", number=OuterRef("number"), on=OuterRef("on")
    )
    steps = Step.objects.filter(at__gte=since, kind__in=TO_LEAD | TO_ASSIGNER, task__repeats="")
    rows = steps.filter(~Exists(known)).order_by("pk")
    return [
        Happened(*row)
        for row in rows.values_list(
            "task", "task__code", "task__title", "task__lead", "task__assigner",
            "task__official_user", "kind", "number", "on", "by_id",
        )
    ]  # fmt: skip


def _laws(today: date) -> dict[int, TaskLaw]:
    """The rules each assigner's tasks are followed up by; of one whom none binds, nothing."""
    laws = load_task_law(own=settings.OWN_LAW_FOLDER)
    assigners = Task.objects.filter(state__in=OPEN, repeats="").order_by().values("assigner")
    bodies = Body.objects.filter(pk__in=assigners).select_related("area")
    scoped = any(law.scope for law in laws)
    found = {}
    for body in bodies:
        try:
            found[body.pk] = law_on(laws, today, scope_of(body, today) if scoped else "")
        except BadInput:
            continue
    return found


def _deadlines(ladder: Iterable[Alert], today: date) -> dict[date, Alert]:
    """Which deadlines reached a rung today or lately; a later rung stands before an earlier."""
    rungs = tuple(ladder)
    calendar = calendar_for(today - timedelta(days=120), today + timedelta(days=120))
    found: dict[date, Alert] = {}
    for back in range(LOOK_BACK, -1, -1):
        found |= due_days(today - timedelta(days=back), rungs, calendar)
    return found


__all__ = ["TO_LEAD", "Happened", "Reached", "happened", "reached"]
