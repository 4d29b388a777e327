"""Scorecards: what each body owes and has done in a period, counted where the tasks are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Count, Q

from dieuhanh.assessment.queries import Judged, board
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.periods import Period
from dieuhanh.domain.tasks import Counts, Formula, Rate, rate
from dieuhanh.domain.text import vi_key
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries import plans

from ..models import Step
from .answering import answered_by, answering_for
from .filters import NO_OFFICE, TaskFilter
from .lanes import added
from .lists import matching
from .standings import counted, counts_in

NONE = Counts()


@dataclass(frozen=True)
class Card:
    """What is counted of some tasks. `formula` of the rate is the published one."""

    counts: Counts = NONE
    returned: int = 0
    extended: int = 0
    disputed: int = 0

    @property
    def rate(self) -> Rate:
        """done ÷ (done + open overdue)."""
        return rate(self.counts, Formula.DONE_OF_DUE)

    @property
    def on_time(self) -> Rate:
        """done on time ÷ (done + open overdue)."""
        return rate(self.counts, Formula.ON_TIME_OF_DUE)

    def with_other(self, other: Card) -> Card:
        """Both together."""
        return Card(
            added(self.counts, other.counts), self.returned + other.returned,
            self.extended + other.extended, self.disputed + other.disputed,
        )  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """Tasks shown here that an ended body left, and its last day."""

    body: Body
    card: Card


@dataclass(frozen=True)
class BodyCard:
    """A body's scorecard; `taken` are those counted in it that others left."""

    body: Body
    card: Card
    taken: tuple[Taken, ...] = ()
    verdicts: Mapping[str, int] = field(default_factory=dict)

    @property
    def targets(self) -> int:
        """How many targets it leads."""
        return sum(self.verdicts.values())


@dataclass(frozen=True)
class Scores:
    """Every body's card for a period, their sum, and the plan whose targets are counted."""

    period: Period
    on: date
    cards: tuple[BodyCard, ...]
    whole: Card
    plan: Plan | None


@dataclass(frozen=True)
class OfficeCard:
    """The tasks of one office of a body; "" where none is named."""

    office: str
    asked: str
    card: Card


def scores(period: Period, *, seen_by: Actor, today: date, plan: str = "") -> Scores:
    """Scorecards of every body with a task the reader may see, or a target of the plan.

    About ten queries, however many tasks: they are counted by the database. Raises Missing for a
    plan that is not there.
    """
    asked = TaskFilter(period=period)
    cards = _cards(asked, ("lead", "first_lead"), seen_by, today)
    owned, chosen = _owned(period, plan, seen_by, today)
    leads = {lead for lead, _ in cards} | {first for _, first in cards}
    answers = answering_for({*leads, *owned}, today)
    verdicts: dict[int, dict[str, int]] = {}
    for body, judged in owned.items():
        mine = verdicts.setdefault(answers.get(body, body), {})
        for each in judged:
            mine[_verdict(each)] = mine.get(_verdict(each), 0) + 1
    bodies = Body.objects.in_bulk({*leads, *owned, *answers.values()})
    grouped: dict[int, list[tuple[Body | None, Card]]] = {body: [] for body in verdicts}
    for (lead, first), card in cards.items():
        body = answers.get(lead, lead)
        grouped.setdefault(body, []).append((_left_by(bodies, body, lead, first, today), card))
    made = [
        BodyCard(
            bodies[body], _sum(card for _, card in parts), _taken(parts), verdicts.get(body, {})
        )
        for body, parts in grouped.items()
    ]
    made.sort(key=lambda each: vi_key(each.body.name))
    return Scores(period, asked.judged_on(today), tuple(made), _sum(cards.values()), chosen)


def simulated_in(asked: TaskFilter, *, seen_by: Actor, today: date) -> int:
    """How many of the tasks a card counts are made up for an example. One query."""
    return matching(asked, seen_by=seen_by, today=today).filter(simulated=True).count()


@dataclass(frozen=True)
class Score:
    """One body's scorecard whole: targets with their verdicts, offices, what others left it."""

    body: Body
    asked: TaskFilter
    on: date
    card: Card
    taken: tuple[Taken, ...]
    offices: tuple[OfficeCard, ...]
    targets: tuple[Judged, ...]
    plan: Plan | None


def score(code: str, period: Period, *, seen_by: Actor, today: date, plan: str = "") -> Score:
    """One body's. Raises Missing, also for a body of which the reader may see nothing."""
    body = Body.objects.select_related("area").filter(code=code).first()
    asked = TaskFilter(period=period, lead=code)
    if body is None or not _may_see(body, asked, seen_by, today):
        raise Missing("score.missing")
    cards = _cards(asked, ("lead", "first_lead", "official"), seen_by, today)
    bodies = Body.objects.in_bulk({pk for lead, first, _ in cards for pk in (lead, first)})
    parts = [
        (_left_by(bodies, body.pk, lead, first, today), card)
        for (lead, first, _), card in cards.items()
    ]
    offices: dict[str, Card] = {}
    for (_, _, office), card in cards.items():
        offices[office] = offices.get(office, Card()).with_other(card)
    owned, chosen = _owned(period, plan, seen_by, today)
    ours = answered_by(body, today)
    return Score(
        body, asked, asked.judged_on(today), _sum(cards.values()),
        _taken(parts),
        tuple(OfficeCard(office, office or NO_OFFICE, card)
              for office, card in sorted(offices.items(), key=lambda each: vi_key(each[0]))),
        tuple(each for pk in sorted(ours) for each in owned.get(pk, ())), chosen,
    )  # fmt: skip


def _cards(
    asked: TaskFilter, by: tuple[str, ...], seen_by: Actor, today: date
) -> dict[tuple[Any, ...], Card]:
    """Cards of the tasks asked for, by the columns named. Two queries over the tasks."""
    on = asked.judged_on(today)
    rows = matching(asked, seen_by=seen_by, today=today).order_by().values(*by)
    told = rows.annotate(
        **counted(on, today=today),
        extended=Count("pk", filter=Q(extensions__gt=0)),
        given_back=Count("pk", filter=Q(disputed=True)),
    )
    back = _returned(asked)
    returned = {
        tuple(row[name] for name in by): row["n"]
        for row in rows.filter(pk__in=back).annotate(n=Count("pk"))
    }
    return {
        key: Card(counts_in(row), returned.get(key, 0), row["extended"], row["given_back"])
        for row in told
        for key in [tuple(row[name] for name in by)]
    }


def _returned(asked: TaskFilter) -> Any:
    """Ids of the tasks returned in the period: few, so they are found from their steps."""
    assert asked.period is not None  # noqa: S101 - scorecards have one
    within = (asked.period.start, asked.period.end)
    return Step.objects.filter(kind="returned", on__range=within).values("task")


def _owned(
    period: Period, plan: str, seen_by: Actor, on: date
) -> tuple[dict[int, list[Judged]], Plan | None]:
    """The targets each body leads, judged as known on the day.

    Of the plan of the period's year; where that has none yet, of the latest plan there is.
    """
    if not seen_by.may(Permission.BOARD_VIEW):
        return {}, None
    year = str(Period.of_year(period.start.year))
    seen = plans(seen_by=seen_by)
    chosen = seen.filter(code=plan).first() if plan else seen.filter(period=year).first()
    chosen = chosen or (None if plan else seen.first())
    if chosen is None:
        if plan:
            raise Missing("score.missing")
        return {}, None
    try:
        judged = board(chosen.code, seen_by=seen_by, as_known_on=on)
    except Missing:
        return {}, chosen  # no version was in force yet on that day
    owned: dict[int, list[Judged]] = {}
    for each in judged.verdicts:
        if each.target.lead_body_id is not None:
            owned.setdefault(each.target.lead_body_id, []).append(each)
    return owned, chosen


def _verdict(judged: Judged) -> str:
    return judged.outcome.verdict.value


def _may_see(body: Body, asked: TaskFilter, actor: Actor, today: date) -> bool:
    """Whoever sees its tasks sees its card, be it empty."""
    areas = actor.areas(Permission.TASK_VIEW, every_field=True)
    if areas is None or body.area_id in areas:
        return True
    held = [actor.bodies(p) for p in (Permission.TASK_ASSIGN, Permission.TASK_REPORT)]
    if any(bodies is None or body.pk in bodies for bodies in held):
        return True
    anything = matching(replace(asked, period=None), seen_by=actor, today=today)
    return anything.exists()


def _left_by(
    bodies: Mapping[int, Body], shown_at: int, lead: int, first: int, today: date
) -> Body | None:
    """The ended body that tasks shown elsewhere come from, handed over or not yet."""
    for pk in (lead, first):
        last = bodies[pk].valid_to
        if pk != shown_at and last is not None and last < today:
            return bodies[pk]
    return None


def _taken(parts: Iterable[tuple[Body | None, Card]]) -> tuple[Taken, ...]:
    """What each ended body left, by its last day."""
    left: dict[Body, Card] = {}
    for body, card in parts:
        if body is not None:
            left[body] = left.get(body, Card()).with_other(card)
    found = [Taken(body, card) for body, card in left.items() if card.counts.total]
    return tuple(sorted(found, key=lambda each: (each.body.valid_to or date.max, each.body.code)))


def _sum(cards: Iterable[Card]) -> Card:
    whole = Card()
    for card in cards:
        whole = whole.with_other(card)
    return whole


__all__ = ["BodyCard", "Card", "OfficeCard", "Score", "Scores", "Taken", "score", "scores"]
