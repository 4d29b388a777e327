"""When to remind those who owe a report: so many working days before, on, and after its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .working_days import WorkCalendar


def reminder_on(day: date, due: date, marks: Iterable[int], calendar: WorkCalendar) -> int | None:
    """Which mark falls on the day: -3 three working days before the due day, 1 one late; or None.

    >>> reminder_on(date(2022, 1, 17), date(2022, 1, 14), (-3, 0, 1), WorkCalendar())
    1
    >>> reminder_on(date(2022, 1, 15), date(2022, 1, 14), (-3, 0, 1), WorkCalendar()) is None
    True
    """
    for mark in marks:
        told = calendar.add(due, mark) if mark else due
        if told == day:
            return mark
    return None


def days_late(day: date, due: date, calendar: WorkCalendar) -> int:
    """How many working days the day comes after the due day; 0 when it does not.

    >>> days_late(date(2022, 1, 18), date(2022, 1, 14), WorkCalendar())
    2
    """
    return max(0, calendar.between(due, day))


__all__ = ["days_late", "reminder_on"]
