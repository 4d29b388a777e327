"""Whom to remind of which round on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dieuhanh.domain.indicators import Level
from dieuhanh.domain.reminders import reminder_on

from ..models import Closing, Round, RoundDue, Submission
from .calendar import work_calendar

WITHIN = timedelta(days=45)
OPEN = ("draft", "submitted", "returned")


@dataclass(frozen=True)
class ReminderDue:
    """A body to remind today. `mark` counts working days from the due day, below zero before.

    `what` is file, approve or close; `submissions` are those it has in hand.
    """

    round: Round
    level: str
    due_on: date
    mark: int
    what: str
    body: int
    submissions: tuple[int, ...]


def reminders_due(today: date) -> list[ReminderDue]:
    """Every reminder that falls on the day. Four queries, however many rounds and bodies."""
    calendar = work_calendar(today.year)
    dues = RoundDue.objects.filter(
        due_on__range=(today - WITHIN, today + WITHIN), round__opened_at__isnull=False,
        round__opens_on__lte=today,
    ).select_related("round__version__form")  # fmt: skip
    marked = {
        (due.round_id, due.level): (due, mark)
        for due in dues
        if (mark := reminder_on(today, due.due_on, due.round.reminders, calendar)) is not None
    }
    if not marked:
        return []
    rounds = {round_id for round_id, _ in marked}
    held: dict[tuple[int, str, int, str], list[int]] = {}
    levels = _levels(rounds)
    waiting = Submission.objects.filter(round__in=rounds, state__in=OPEN).order_by("pk")
    for pk, round_id, stage, holder in waiting.values_list("pk", "round_id", "stage", "holder_id"):
        steps = levels[round_id]
        level = steps[min(stage, len(steps) - 1)]
        if holder is not None and (round_id, level) in marked:
            what = "approve" if stage else "file"
            held.setdefault((round_id, level, holder, what), []).append(pk)
    found = [
        _reminder(*marked[round_id, level], what, holder, tuple(pks))
        for (round_id, level, holder, what), pks in held.items()
    ]
    return [*found, *_to_close(marked, levels)]


def _reminder(
    due: RoundDue, mark: int, what: str, body: int, submissions: tuple[int, ...]
) -> ReminderDue:
    return ReminderDue(due.round, due.level, due.due_on, mark, what, body, submissions)


def _levels(rounds: set[int]) -> dict[int, list[str]]:
    """The levels of each round from the fillers' upwards: stage n waits at the n-th of them."""
    order = [level.value for level in reversed(Level)]
    found: dict[int, list[str]] = {}
    for round_id, level in RoundDue.objects.filter(round__in=rounds).values_list(
        "round_id", "level"
    ):
        found.setdefault(round_id, []).append(level)
    return {round_id: sorted(levels, key=order.index) for round_id, levels in found.items()}


def _to_close(
    marked: dict[tuple[int, str], tuple[RoundDue, int]], levels: dict[int, list[str]]
) -> list[ReminderDue]:
    """Owners whose round is not closed yet, at the day of the top level."""
    tops = {
        round_id: held
        for (round_id, level), held in marked.items()
        if level == levels[round_id][-1]
    }
    closed = set(Closing.objects.filter(round__in=list(tops)).values_list("round_id", flat=True))
    return [
        _reminder(due, mark, "close", due.round.version.form.owner_id, ())
        for round_id, (due, mark) in tops.items()
        if round_id not in closed
    ]


__all__ = ["ReminderDue", "reminders_due"]
