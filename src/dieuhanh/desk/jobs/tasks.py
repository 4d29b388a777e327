"""What is told of tasks: steps taken, deadlines near and passed. A digest a person, never a flood.

Tasks that say the same to the same person become one notice. What was told is kept beside each
task, so that it is told once, whatever happens between.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from django.db import IntegrityError
from django.urls import reverse

from dieuhanh.audit.actions import checksum
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.tasks import Rung, StepKind, days_left
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.tasks.queries.filters import TaskFilter
from dieuhanh.tasks.queries.terms import calendar_for

from ..actions import Told, tell_of
from ..models import TaskTold
from ..queries.notices import heads_of, officers_of
from ..queries.task_alerts import TO_LEAD, Happened, Reached, happened, reached

log = logging.getLogger(__name__)


class Topic(NamedTuple):
    """What one notice is about: the same person, the same thing said, for the same body."""

    user: int
    code: str
    body: int
    side: str
    due_on: date | None


class Item(NamedTuple):
    """One task in a notice; `number` is the rung or the step."""

    task: int
    number: int
    code: str
    title: str


class Officers(NamedTuple):
    """Whom each body's tasks are told to, by rung."""

    officer: Mapping[int, list[int]]
    head: Mapping[int, list[int]]
    assigner: Mapping[int, list[int]]

    @classmethod
    def of(cls, leads: set[int], assigners: set[int], today: date) -> Officers:
        """Those of the leads and the assigners who serve today."""
        return cls(
            officers_of(leads, Permission.TASK_REPORT, on=today),
            heads_of(leads, on=today),
            officers_of(assigners, Permission.TASK_ASSIGN, on=today),
        )

    def on(self, rung: Rung, lead: int, assigner: int, official: int | None) -> list[int]:
        """Who stands on a rung; a body without a head is told through its officers."""
        officers = [official] if official is not None else self.officer.get(lead, [])
        if rung is Rung.ASSIGNER:
            return self.assigner.get(assigner, [])
        return officers if rung is Rung.OFFICER else self.head.get(lead) or officers


def tell_of_tasks(*, by: Actor, since: datetime, today: date) -> int:
    """Tell what is not told yet, of steps those since then; returns how many were written."""
    try:
        return _alerts(by, today) + _steps(by, since, today)
    except IntegrityError as fault:  # another job told the same meanwhile
        log.info("told by another job: %s", fault)
        return 0


def _alerts(by: Actor, today: date) -> int:
    found = reached(today)
    if not found:
        return 0
    who = Officers.of({r.lead for r in found}, {r.assigner for r in found}, today)
    topics: dict[Topic, list[Item]] = {}
    for each in found:
        for topic in _alert_topics(each, who, today):
            topics.setdefault(topic, []).append(
                Item(each.task, each.alert.days, each.code, each.title)
            )
    claims = [
        TaskTold(task_id=r.task, what="alert", number=r.alert.days, on=r.due_on) for r in found
    ]
    return tell_of(by=by, claims=claims, told=_told(topics, today))


def _alert_topics(each: Reached, who: Officers, today: date) -> Iterator[Topic]:
    """One for each person to be told; somebody on two rungs is told once, as whom it is theirs."""
    when = "before" if each.due_on > today else "today" if each.due_on == today else "late"
    told: set[int] = set()
    for rung in each.alert.rungs:
        side = "assigner" if rung is Rung.ASSIGNER else "lead"
        body = each.assigner if rung is Rung.ASSIGNER else each.lead
        for user in who.on(rung, each.lead, each.assigner, each.official):
            if user not in told:
                told.add(user)
                yield Topic(user, f"task.due.{when}", body, side, each.due_on)


def _steps(by: Actor, since: datetime, today: date) -> int:
    found = happened(since)
    if not found:
        return 0
    who = Officers.of({h.lead for h in found}, {h.assigner for h in found}, today)
    topics: dict[Topic, list[Item]] = {}
    for each in found:
        for topic in _step_topics(each, who):
            topics.setdefault(topic, []).append(Item(each.task, each.number, each.code, each.title))
    claims = [TaskTold(task_id=h.task, what="step", number=h.number, on=h.on) for h in found]
    return tell_of(by=by, claims=claims, told=_told(topics, today))


def _step_topics(each: Happened, who: Officers) -> Iterator[Topic]:
    """Everybody on the other side but who took the step."""
    to_lead = StepKind(each.kind) in TO_LEAD
    rung = Rung.OFFICER if to_lead else Rung.ASSIGNER
    body, side = (each.lead, "lead") if to_lead else (each.assigner, "assigner")
    for user in who.on(rung, each.lead, each.assigner, each.official):
        if each.by != f"user:{user}":
            yield Topic(user, f"task.{each.kind}", body, side, None)


def _told(topics: Mapping[Topic, list[Item]], today: date) -> list[Told]:
    bodies = Body.objects.in_bulk({topic.body for topic in topics})
    due = [topic.due_on for topic in topics if topic.due_on]
    calendar = calendar_for(today, *due) if due else WorkCalendar()
    made = []
    for topic, items in topics.items():
        body = bodies[topic.body]
        left = days_left(topic.due_on, today, calendar)
        values = {
            "body": body.name, "body_en": body.name_en, "title": items[0].title,
            "count": len(items), "days": abs(left or 0),
            "due": topic.due_on.isoformat() if topic.due_on else "",
        }  # fmt: skip
        code = f"{topic.code}.one" if len(items) == 1 else f"{topic.code}.many"
        href = _href(topic, items, body)
        made.append(Told(topic.user, _origin(topic, items), code, values, href))
    return made


def _href(topic: Topic, items: list[Item], body: Body) -> str:
    """The task itself, or the list of them."""
    if len(items) == 1:
        return reverse("tasks:one", args=[items[0].code])
    asked = TaskFilter(due_from=topic.due_on, due_to=topic.due_on)
    named = {topic.side: body.code}
    return reverse("tasks:list") + asked.query(**named)


def _origin(topic: Topic, items: Iterable[Item]) -> str:
    """Names exactly what is told, so that it is told once."""
    told = [topic.body, topic.side, str(topic.due_on), [item[:2] for item in items]]
    return f"{topic.code}:{checksum(told)[:40]}"


__all__ = ["tell_of_tasks"]
