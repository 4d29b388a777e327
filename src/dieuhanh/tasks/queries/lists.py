"""Lists of tasks: what a filter finds for a reader, its counts, its choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.queries import user_id
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.tasks import Counts, Standing
from dieuhanh.domain.text import vi_key

from ..models import CoBody, Programme, Step, Task
from .answering import answered_by
from .doors import programmes, tasks
from .filters import NO_OFFICE, TaskFilter
from .standings import COUNTED, counted, counts_in, done_by, open_on, standing_is, standing_of

SHOWN = ("lead", "assigner", "programme")
ORDERS = {
    "due": "due_on", "code": "code", "lead": "lead__code", "assigner": "assigner__code",
    "field": "field", "percent": "percent", "assigned": "assigned_on", "done": "done_on",
}  # fmt: skip


def found(asked: TaskFilter, *, seen_by: Actor, today: date) -> QuerySet[Task]:
    """The tasks asked for, of these the ones the reader may see, in the order asked for.

    Each carries `standing`, its state of Decision 42/2014 on `asked.judged_on(today)`.
    """
    on = asked.judged_on(today)
    rows = matching(asked, seen_by=seen_by, today=today)
    rows = rows.annotate(standing=standing_of(on, today=today)).order_by(*_order(asked), "pk")
    return rows.select_related(*SHOWN).defer("folded", "quote")


def _order(asked: TaskFilter) -> list[Any]:
    """As asked; else what is still open before what is done, the soonest due first."""
    name, down = asked.sorted_by
    if not name:
        done = Case(When(state="confirmed", then=1), default=0)
        return [done, F("due_on").asc(nulls_last=True)]
    key = F(ORDERS[name])
    return [key.desc(nulls_last=True) if down else key.asc(nulls_last=True)]


def matching(asked: TaskFilter, *, seen_by: Actor, today: date) -> QuerySet[Task]:
    """The same without order and state, to be counted."""
    rows = tasks(seen_by=seen_by).filter(_kind(asked))
    if asked.standing:
        rows = rows.filter(_standing(asked, today))
    if asked.period:
        rows = rows.filter(followed_in(asked, today))
    for column, told in (
        ("state", asked.state), ("assigner__code", asked.assigner), ("field", asked.field),
        ("programme__code", asked.programme), ("origin", asked.origin),
        ("due_on__gte", asked.due_from), ("due_on__lte", asked.due_to),
        ("disputed", asked.disputed),
    ):  # fmt: skip
        rows = rows.filter(**{column: told}) if told else rows
    for each in (_led(asked, today), _office(asked), _extended(asked), _returned(asked)):
        rows = rows.filter(each) if each is not None else rows
    if asked.asking:
        rows = rows.filter(extension_asked__isnull=False)
    if asked.mine:
        rows = rows.filter(own(seen_by))
    for term in asked.terms:
        rows = rows.filter(folded__contains=term)
    return rows


def counts(asked: TaskFilter, *, seen_by: Actor, today: date) -> Counts:
    """How many there are in each of the four states, whichever of them is asked for. One query."""
    rows = matching(replace(asked, standing=""), seen_by=seen_by, today=today)
    return counts_in(rows.aggregate(**counted(asked.judged_on(today), today=today)))


def counts_asked(asked: TaskFilter, held: Counts) -> int:
    """How many of these are of the state asked for."""
    if asked.standing in {"done", "open"}:
        return held.done if asked.standing == "done" else held.open
    return int(getattr(held, asked.standing)) if asked.standing else held.total


def followed_in(asked: TaskFilter, today: date) -> Q:
    """Assigned by the day the period is judged on, and not done before it began."""
    assert asked.period is not None  # noqa: S101 - asked by whoever has one
    earlier = Q(state="confirmed", done_on__lt=asked.period.start)
    return Q(assigned_on__lte=asked.judged_on(today)) & ~earlier


def own(actor: Actor) -> Q:
    """Tasks the actor is to work on: led or helped by their bodies, or given to them in person."""
    bodies = actor.bodies(Permission.TASK_REPORT)
    person = Q(official_user=user_id(actor)) if user_id(actor) else Q(pk__in=())
    if bodies is None:
        return person
    helping = Exists(CoBody.objects.filter(task=OuterRef("pk"), body__in=bodies, removed=False))
    return person | Q(lead__in=bodies) | Q(helping)


@dataclass(frozen=True)
class Choices:
    """What the reader can choose from: only what some task they may see has."""

    leads: list[Body]
    assigners: list[Body]
    fields: list[str]
    programmes: list[Programme]


def choices(*, seen_by: Actor) -> Choices:
    """Bodies, fields and programmes that tasks of the reader's have. Four queries."""
    seen = tasks(seen_by=seen_by)
    leads, assigners = (
        Body.objects.filter(Exists(seen.filter(**{role: OuterRef("pk")})))
        for role in ("lead", "assigner")
    )
    fields = seen.exclude(field="").order_by("field").values_list("field", flat=True).distinct()
    return Choices(
        sorted(leads, key=_name), sorted(assigners, key=_name), sorted(fields, key=vi_key),
        list(programmes(seen_by=seen_by).order_by("-year", "name")),
    )  # fmt: skip


def _name(body: Body) -> Any:
    return vi_key(body.name)


def _kind(asked: TaskFilter) -> Q:
    if asked.series:
        return ~Q(repeats="")
    return Q(state="withdrawn") if asked.state == "withdrawn" else COUNTED


def _standing(asked: TaskFilter, today: date) -> Q:
    on = asked.judged_on(today)
    if asked.standing == "done":
        return done_by(on)
    if asked.standing == "open":
        return open_on(on, today=today)
    return standing_is(Standing(asked.standing), on, today=today)


def _led(asked: TaskFilter, today: date) -> Q | None:
    if not asked.lead:
        return None
    body = Body.objects.filter(code=asked.lead).first()
    return Q(lead__in=answered_by(body, today)) if body else Q(pk__in=())


def _office(asked: TaskFilter) -> Q | None:
    if not asked.office:
        return None
    return Q(official="" if asked.office == NO_OFFICE else asked.office)


def _extended(asked: TaskFilter) -> Q | None:
    return Q(extensions__gt=0) if asked.extended else None


def _returned(asked: TaskFilter) -> Q | None:
    if not asked.returned:
        return None
    steps = Step.objects.filter(task=OuterRef("pk"), kind="returned")
    if asked.period:
        steps = steps.filter(on__range=(asked.period.start, asked.period.end))
    return Q(Exists(steps))


__all__ = [
    "Choices", "choices", "counts", "counts_asked", "followed_in", "found", "matching", "own",
]  # fmt: skip
