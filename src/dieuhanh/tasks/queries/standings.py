"""The four states of Decision 42/2014 as the database asks for them, for lists and counts.

`domain.tasks.standing` decides; what is here is held equal to it by tests. A task that was
withdrawn, or that only stands for its occurrences, is in none of the four.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, Value, When

from dieuhanh.domain.tasks import OPEN, Counts, Standing

OPEN_STATES = tuple(sorted(OPEN))
COUNTED = ~Q(state="withdrawn") & Q(repeats="")
"""What is followed up: neither withdrawn nor the series of recurring ones."""


def done_by(on: date) -> Q:
    """Confirmed, and reported done by the day."""
    return Q(state="confirmed", done_on__lte=on)


def open_on(on: date, *, today: date) -> Q:
    """Not done on the day. Of today the state alone tells, and an index serves it."""
    owed = Q(state__in=OPEN_STATES)
    return owed if on >= today else owed | Q(state="confirmed", done_on__gt=on)


def standing_is(wanted: Standing, on: date, *, today: date) -> Q:
    """The tasks that were in that state on the day."""
    done_in_time = Q(due_on=None) | Q(done_on__lte=F("due_on"))
    open_in_time = Q(due_on=None) | Q(due_on__gte=on)
    return {
        Standing.DONE_ON_TIME: done_by(on) & done_in_time,
        Standing.DONE_LATE: done_by(on) & Q(done_on__gt=F("due_on")),
        Standing.OPEN_IN_TIME: open_on(on, today=today) & open_in_time,
        Standing.OPEN_OVERDUE: open_on(on, today=today) & Q(due_on__lt=on),
    }[wanted]


def standing_of(on: date, *, today: date) -> Case:
    """Each task's state on the day, to be annotated."""
    branches = (When(standing_is(each, on, today=today), Value(each.value)) for each in Standing)
    return Case(*branches, default=Value(""), output_field=CharField())


def counted(on: date, *, today: date) -> dict[str, Count]:
    """One conditional count for each state, to be aggregated in one query."""
    return {each.value: Count("pk", filter=standing_is(each, on, today=today)) for each in Standing}


def counts_in(row: Mapping[str, Any]) -> Counts:
    """The counts of an aggregated row."""
    return Counts(*(row[each.value] for each in Standing))


__all__ = [
    "COUNTED",
    "OPEN_STATES",
    "counted",
    "counts_in",
    "done_by",
    "open_on",
    "standing_is",
    "standing_of",
]
