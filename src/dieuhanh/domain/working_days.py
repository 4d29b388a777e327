"""Working days: Monday to Friday, less public holidays, as decisions swapped single days.

A term that ends on a day off ends on the next working day (Civil Code 91/2015/QH13, Điều 148
khoản 5). The holidays and the swapped days are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from .errors import BadInput

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LONGEST_REST = 60


class Due(NamedTuple):
    """A last day; `moved_from` is the day off it stood on before, None when it was not moved."""

    day: date
    moved_from: date | None = None


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked. `swapped` overrules the holidays: True is worked, False is off.

    >>> tet = WorkCalendar(frozenset({date(2022, 1, 3)}), {date(2022, 1, 8): True})
    >>> tet.works(date(2022, 1, 3)), tet.works(date(2022, 1, 8)), tet.works(date(2022, 1, 9))
    (False, True, False)
    """

    holidays: frozenset[date] = frozenset()
    swapped: Mapping[date, bool] = field(default_factory=dict)

    def works(self, day: date) -> bool:
        """Whether the day is worked."""
        stated = self.swapped.get(day)
        return (
            stated if stated is not None else day.weekday() < SATURDAY and day not in self.holidays
        )

    def on_or_after(self, day: date) -> date:
        """The day itself when worked, else the next that is."""
        return self._walk(day, ONE_DAY)

    def on_or_before(self, day: date) -> date:
        """The day itself when worked, else the last that was."""
        return self._walk(day, -ONE_DAY)

    def add(self, day: date, count: int) -> date:
        """The worked day `count` after the day, or before it when `count` is below zero.

        >>> WorkCalendar().add(date(2021, 12, 24), 1), WorkCalendar().add(date(2021, 12, 27), -1)
        (datetime.date(2021, 12, 27), datetime.date(2021, 12, 24))
        """
        if count == 0:
            return self.on_or_after(day)
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day = self._walk(day + step, step)
        return day

    def between(self, first: date, last: date) -> int:
        """How many worked days come after `first`, up to and with `last`; below zero backwards.

        >>> WorkCalendar().between(date(2021, 12, 24), date(2021, 12, 28))
        2
        """
        if last < first:
            return -self.between(last, first)
        days = (last - first).days
        return sum(self.works(first + timedelta(days=n)) for n in range(1, days + 1))

    def due(self, day: date) -> Due:
        """A term's last day, moved to the next working day off a day off.

        >>> WorkCalendar().due(date(2021, 12, 25))
        Due(day=datetime.date(2021, 12, 27), moved_from=datetime.date(2021, 12, 25))
        """
        moved = self.on_or_after(day)
        return Due(moved, None if moved == day else day)

    def _walk(self, day: date, step: timedelta) -> date:
        for _ in range(LONGEST_REST):
            if self.works(day):
                return day
            day += step
        raise BadInput("calendar.no_working_day", day=day.strftime("%d/%m/%Y"))


__all__ = ["Due", "WorkCalendar"]
