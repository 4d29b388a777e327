"""A recurring task: the occurrences it assigns, one a month, quarter or year."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..dates import last_day_of_month
from ..periods import Frequency, Period


class Repeats(StrEnum):
    """How often a task comes again."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def frequency(self) -> Frequency:
        """As a period's."""
        return {
            Repeats.MONTH: Frequency.MONTH,
            Repeats.QUARTER: Frequency.QUARTER,
            Repeats.YEAR: Frequency.YEAR,
        }[self]


class Occurrence(NamedTuple):
    """One occurrence: the period it is for, and its last day."""

    period: Period
    due_on: date


def occurrences(
    first_due: date, repeats: Repeats, until: date, last: date | None = None
) -> list[Occurrence]:
    """Those whose period has begun by `until`, the first being the one `first_due` lies in.

    Each is due on the same day of its period's month as the first; a 31st becomes the month's
    last day. None are due after `last`.

    >>> [str(each.due_on) for each in occurrences(date(2022, 1, 31), Repeats.MONTH, date(2022, 3, 1))]
    ['2022-01-31', '2022-02-28', '2022-03-31']
    """
    step = repeats.frequency.months
    month = first_due.year * 12 + first_due.month - 1
    start = month - month % step
    found: list[Occurrence] = []
    while True:
        period = Period(start, step)
        due = _in_month(month, first_due.day)
        if found and (period.start > until or (last is not None and due > last)):
            return found
        found.append(Occurrence(period, due))
        start, month = start + step, month + step


def _in_month(month: int, day: int) -> date:
    year, index = divmod(month, 12)
    last = last_day_of_month(year, index + 1)
    return last.replace(day=min(day, last.day))


__all__ = ["Occurrence", "Repeats", "occurrences"]
