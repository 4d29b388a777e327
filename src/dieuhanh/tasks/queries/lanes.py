"""Bodies with their tasks in columns of state: how many in each, the most pressing shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.tasks import Counts, Standing
from dieuhanh.domain.text import vi_key

from ..models import Task
from .answering import answering_for
from .filters import TaskFilter
from .lists import SHOWN, matching
from .standings import counted, counts_in, standing_of

MOST_SHOWN = 4


@dataclass(frozen=True)
class Lane:
    """A body's tasks by state: `shown` are the first of each, `counts` are all."""

    body: Body
    counts: Counts
    shown: Mapping[str, tuple[Task, ...]]


def lane_counts(asked: TaskFilter, *, seen_by: Actor, today: date) -> list[tuple[Body, Counts]]:
    """Every body that answers for a task asked for, with its counts, most overdue first.

    An ended body's tasks are counted with the one that answers for it. At most four queries.
    """
    on = asked.judged_on(today)
    rows = matching(asked, seen_by=seen_by, today=today).order_by().values("lead")
    by_lead = {row["lead"]: counts_in(row) for row in rows.annotate(**counted(on, today=today))}
    answers = answering_for(by_lead, today)
    held: dict[int, Counts] = {}
    for lead, counts in by_lead.items():
        body = answers.get(lead, lead)
        held[body] = added(held.get(body, Counts()), counts)
    bodies = Body.objects.in_bulk(held)
    found = [(bodies[pk], counts) for pk, counts in held.items()]
    return sorted(found, key=lambda each: (-each[1].open_overdue, vi_key(each[0].name)))


def lanes(
    counts: Iterable[tuple[Body, Counts]], asked: TaskFilter, *, seen_by: Actor, today: date
) -> list[Lane]:
    """The bodies of one page with their first tasks in each state, soonest due. Three queries."""
    held = list(counts)
    on = asked.judged_on(today)
    led = matching(replace(asked, lead=""), seen_by=seen_by, today=today)
    leads = set(led.order_by().values_list("lead", flat=True).distinct())
    owner = {lead: lead for lead in leads} | dict(answering_for(leads, today))
    ours = [lead for lead, body in owner.items() if body in {each.pk for each, _ in held}]
    place = Window(
        RowNumber(), partition_by=[F("lead"), F("standing")],
        order_by=[F("due_on").asc(nulls_last=True), F("pk").asc()],
    )  # fmt: skip
    rows = led.filter(lead__in=ours).annotate(standing=standing_of(on, today=today), place=place)
    first = rows.filter(place__lte=MOST_SHOWN).select_related(*SHOWN).defer("folded", "quote")
    cells: dict[tuple[int, str], list[Task]] = {}
    for task in sorted(first, key=lambda t: (t.due_on or date.max, t.pk)):
        cell = cells.setdefault((owner[task.lead_id], task.standing), [])
        cell.append(task)
    return [
        Lane(body, told, {s.value: tuple(cells.get((body.pk, s.value), ())[:MOST_SHOWN])
                          for s in Standing})
        for body, told in held
    ]  # fmt: skip


def added(one: Counts, other: Counts) -> Counts:
    """Two counts together.

    >>> added(Counts(1, 0, 2, 0), Counts(0, 1, 0, 5))
    Counts(done_on_time=1, done_late=1, open_in_time=2, open_overdue=5)
    """
    return Counts(*(a + b for a, b in zip(one, other, strict=True)))


__all__ = ["Lane", "added", "lane_counts", "lanes"]
