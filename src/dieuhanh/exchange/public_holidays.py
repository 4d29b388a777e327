"""Public holidays of Viet Nam, from the `holidays` library: the only door to it.

The library knows the Labour Code's days, Tết by the lunar calendar, days in lieu, and those
swaps that were announced before its release. Later ones are kept in the books.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays

EARLIEST, LATEST = 2000, 2100


@cache
def holiday_names(year: int) -> dict[date, str]:
    """The days off of a year and their Vietnamese names."""
    found = holidays.country_holidays("VN", years=year, language="vi")
    return {day: str(name) for day, name in sorted(found.items()) if day.year == year}


@cache
def worked_weekends(year: int) -> frozenset[date]:
    """Saturdays and Sundays of a year that are worked for another day off."""
    found = holidays.country_holidays("VN", years=year)
    return frozenset(day for day in found.weekend_workdays if day.year == year)


__all__ = ["EARLIEST", "LATEST", "holiday_names", "worked_weekends"]
