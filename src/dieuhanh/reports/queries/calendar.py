"""The days that are worked: the holidays of the law, and what decisions swapped."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.exchange.public_holidays import EARLIEST, LATEST, holiday_names, worked_weekends

from ..models import SwappedDay


class DayOff(NamedTuple):
    """A day that is not as its weekday says: its name or reason, and who says so."""

    day: date
    works: bool
    name: str
    document: str
    ours: bool


def work_calendar(*years: int) -> WorkCalendar:
    """Worked days of the years and of those beside them. One query.

    Raises BadInput("calendar.year") for a year whose holidays nobody knows.
    """
    for year in years:
        if not EARLIEST <= year <= LATEST:
            raise BadInput("calendar.year", year=year, earliest=EARLIEST, latest=LATEST)
    wanted = _with_neighbours(years)
    off = frozenset(day for year in wanted for day in holiday_names(year))
    swapped = {day: True for year in wanted for day in worked_weekends(year)}
    kept = SwappedDay.objects.filter(day__year__gte=wanted[0], day__year__lte=wanted[-1])
    return WorkCalendar(off, swapped | dict(kept.values_list("day", "works")))


def days_off(year: int) -> list[DayOff]:
    """Every day of a year whose nature its weekday does not tell, by date. One query."""
    found = {day: DayOff(day, False, name, "", False) for day, name in holiday_names(year).items()}
    found |= {day: DayOff(day, True, "", "", False) for day in worked_weekends(year)}
    for kept in SwappedDay.objects.filter(day__year=year):
        found[kept.day] = DayOff(kept.day, kept.works, kept.reason, kept.document, True)
    return [found[day] for day in sorted(found)]


def _with_neighbours(years: tuple[int, ...]) -> range:
    return range(max(min(years) - 1, EARLIEST), min(max(years) + 1, LATEST) + 1)
