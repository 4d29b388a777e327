"""The four states of Decision 42/2014/QĐ-TTg, read off dates and never kept."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..working_days import WorkCalendar


class Standing(StrEnum):
    """Hoàn thành đúng hạn, hoàn thành quá hạn; chưa hoàn thành, còn trong hạn hoặc đã quá hạn."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"

    @property
    def done(self) -> bool:
        """Whether the work is done."""
        return self in (Standing.DONE_ON_TIME, Standing.DONE_LATE)

    @property
    def late(self) -> bool:
        """Whether its day has passed, or passed before it was done."""
        return self in (Standing.DONE_LATE, Standing.OPEN_OVERDUE)


def standing(*, due_on: date | None, done_on: date | None, today: date) -> Standing:
    """Which of the four a task is in on a day. Without a deadline nothing is ever late.

    `done_on` is the day its lead reported what the assigner then confirmed; what waits to be
    confirmed and what was returned is not done.

    >>> due, day = date(2022, 3, 31), date(2022, 4, 1)
    >>> standing(due_on=due, done_on=None, today=day).value
    'open_overdue'
    >>> standing(due_on=due, done_on=due, today=day).value
    'done_on_time'
    """
    last = done_on or today
    late = due_on is not None and last > due_on
    if done_on is not None:
        return Standing.DONE_LATE if late else Standing.DONE_ON_TIME
    return Standing.OPEN_OVERDUE if late else Standing.OPEN_IN_TIME


def days_left(due_on: date | None, today: date, calendar: WorkCalendar) -> int | None:
    """Working days after today up to and with the deadline, below zero once it has passed.

    None without a deadline. A day off after a deadline on the eve counts none: zero, yet late.

    >>> days_left(date(2022, 3, 31), date(2022, 3, 28), WorkCalendar())
    3
    """
    return None if due_on is None else calendar.between(today, due_on)


__all__ = ["Standing", "days_left", "standing"]
