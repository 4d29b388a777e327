"""What tasks ask of the reader: to accept, mend, finish; and to confirm or decide of others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, Min, OuterRef, Q, Value, When
from django.urls import reverse

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.queries import user_id
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.tasks import OPEN, Standing
from dieuhanh.tasks.models import Step, Task
from dieuhanh.tasks.queries.filters import TaskFilter

from .errands import Errand

AHEAD = timedelta(days=7)
"""How long before its deadline a task that is under way is on the list."""
MOST = 200


def _decided(today: date) -> Mapping[str, tuple[Q, dict[str, Any]]]:
    """Which tasks wait for whom assigned them, by kind of errand, and the list that shows them."""
    return {
        "task_confirm": (Q(state="reported", extension_asked=None), {"state": "reported"}),
        "task_extend": (Q(extension_asked__isnull=False), {"asking": True}),
        "task_answer": (Q(state="asked_back"), {"state": "asked_back"}),
        "task_urge": (Q(due_on__lt=today), {"standing": Standing.OPEN_OVERDUE.value}),
    }


def task_errands(*, seen_by: Actor, today: date) -> tuple[list[Errand], int]:
    """The errands, the soonest due first, and how many there are beyond those. Five queries."""
    working, total = _working(seen_by, today)
    deciding = _deciding(seen_by, today)
    return [*working, *deciding], total + len(deciding)


def _working(actor: Actor, today: date) -> tuple[list[Errand], int]:
    """Tasks the actor's bodies lead, or that are the actor's in person, that ask for something."""
    bodies, person = actor.bodies(Permission.TASK_REPORT), user_id(actor)
    if bodies is not None and not bodies and person is None:
        return [], 0
    mine = Q() if bodies is None else Q(lead__in=bodies)
    if person is not None and bodies is not None:
        mine |= Q(official_user=person)
    given_back = Exists(Step.objects.filter(task=OuterRef("pk"), kind="returned"))
    asks = Q(state="assigned") | Q(state="accepted", due_on__lte=today + AHEAD)
    found = Task.objects.filter(mine, repeats="", state__in=("assigned", "accepted"))
    rows = found.filter(asks | Q(given_back, state="accepted")).annotate(
        wants=Case(
            When(state="assigned", then=Value("task_accept")),
            When(given_back, then=Value("task_fix")),
            default=Value("task_do"),
            output_field=CharField(),
        )
    )
    listed = list(
        rows.select_related("lead").order_by(F("due_on").asc(nulls_last=True), "pk")[: MOST + 1]
    )
    total = rows.count() if len(listed) > MOST else len(listed)
    shown = listed[:MOST]
    said = _words([task.pk for task in shown if task.wants == "task_fix"])
    return [_errand(task, task.wants, today, said.get(task.pk, "")) for task in shown], total


def _words(given_back: list[int]) -> dict[int, str]:
    """Why each was returned, the last time."""
    if not given_back:
        return {}
    steps = Step.objects.filter(task__in=given_back, kind="returned").order_by("number")
    return dict(steps.values_list("task", "text"))


def _errand(task: Task, kind: str, today: date, said: str) -> Errand:
    return Errand(
        kind, task.title, "", task.lead, task.due_on, today,
        reverse("tasks:one", args=[task.code]), comment=said, simulated=task.simulated,
    )  # fmt: skip


def _deciding(actor: Actor, today: date) -> list[Errand]:
    """What waits for those who assigned: one line for each body and kind, with how many."""
    bodies = actor.bodies(Permission.TASK_ASSIGN)
    if bodies is not None and not bodies:
        return []
    found = Task.objects.filter(Q() if bodies is None else Q(assigner__in=bodies), repeats="")
    decided = _decided(today)
    counted = {name: Count("pk", filter=waits) for name, (waits, _) in decided.items()}
    soonest = {f"{name}_due": Min("due_on", filter=waits) for name, (waits, _) in decided.items()}
    waiting = Q(*(waits for waits, _ in decided.values()), _connector=Q.OR)
    rows = found.filter(waiting, state__in=OPEN).order_by().values("assigner")
    groups: list[Mapping[str, Any]] = [dict(g) for g in rows.annotate(**counted, **soonest)]
    bodies_of = Body.objects.in_bulk({group["assigner"] for group in groups})
    page = reverse("tasks:list")
    made = []
    for group in groups:
        body = bodies_of[group["assigner"]]
        for name, (_, asked) in decided.items():
            if group[name]:
                href = page + TaskFilter(assigner=body.code, **asked).query()
                due = group[f"{name}_due"]
                told = (name, str(body), "", body, due, today, href)
                made.append(Errand(*told, count=group[name]))
    return made


__all__ = ["task_errands"]
