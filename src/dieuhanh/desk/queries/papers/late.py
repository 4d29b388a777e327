"""Tasks past their day, of one body or of every body that owes something."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.tasks import Standing
from dieuhanh.domain.text import vi_key
from dieuhanh.paper.writing.compose.urging import Late, Owing, Urging
from dieuhanh.tasks.models import Task
from dieuhanh.tasks.queries.filters import TaskFilter
from dieuhanh.tasks.queries.lists import matching
from dieuhanh.tasks.queries.standings import standing_is

from .labels import cited
from .orders import called, order_of, told_tasks

EVERYBODY = "tat-ca"
MOST_NAMED = 20


def late_tasks(*, seen_by: Actor, on: date, lead: str = "") -> list[Task]:
    """The tasks that were open past their day on that day, the longest late first.

    Those done since were open then, whatever day it is today.
    """
    were = standing_is(Standing.OPEN_OVERDUE, on, today=on + timedelta(days=1))
    rows = matching(TaskFilter(lead=lead), seen_by=seen_by, today=on).filter(were).values("pk")
    return list(told_tasks(seen_by=seen_by).filter(pk__in=rows).order_by("due_on", "pk"))


def urging_of(code: str, *, seen_by: Actor, on: date) -> Urging:
    """What is urged on a day, by body. Raises Missing for a body that is none."""
    key = f"{on.isoformat()}/{code}"
    if code == EVERYBODY:
        by_body: dict[str, list[Late]] = {}
        bodies = {}
        for task in late_tasks(seen_by=seen_by, on=on):
            bodies[task.lead.code] = called(task.lead)
            by_body.setdefault(task.lead.code, []).append(_late(task, on))
        ordered = sorted(bodies, key=lambda each: vi_key(bodies[each]))
        owed = (Owing(bodies[each], each, tuple(by_body[each])) for each in ordered)
        return Urging(on, tuple(owed), key=key)
    body = Body.objects.filter(code=code).first()
    if body is None:
        codes = [each.code for each, _n in owing(seen_by=seen_by, on=on)]
        raise Missing("compose.body", body=code, known=", ".join(codes[:MOST_NAMED]) or "–")
    late = tuple(_late(task, on) for task in late_tasks(seen_by=seen_by, on=on, lead=code))
    return Urging(on, (Owing(called(body), code, late),) if late else (), called(body), key)


def owing(*, seen_by: Actor, on: date) -> list[tuple[Body, int]]:
    """The bodies that owe something on a day, and how many tasks."""
    found: dict[int, tuple[Body, int]] = {}
    for task in late_tasks(seen_by=seen_by, on=on):
        found[task.lead_id] = (task.lead, found.get(task.lead_id, (task.lead, 0))[1] + 1)
    return sorted(found.values(), key=lambda each: vi_key(each[0].name))


def _late(task: Task, on: date) -> Late:
    days = (on - task.due_on).days if task.due_on else 0
    return Late(order_of(task), days, task.percent, _origin(task))


def _origin(task: Task) -> str:
    """Where the task comes from, in few words."""
    if task.conclusion is not None:
        day = timezone.localtime(task.conclusion.conference.starts_at)
        return f"Kết luận số {task.conclusion.number}, hội nghị ngày {day:%d/%m/%Y}"
    if task.point is not None:
        return f"Điểm {task.point.number}, {cited(task.point.document)}"
    if task.document is not None:
        return cited(task.document)
    return f"{called(task.assigner)} giao ngày {write_vi_date(task.assigned_on)}"


__all__ = ["EVERYBODY", "late_tasks", "owing", "urging_of"]
