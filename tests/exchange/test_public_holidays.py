"""The library against the days off that were announced."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.exchange.public_holidays import holiday_names, worked_weekends

TET = {
    2021: (date(2021, 2, 10), date(2021, 2, 16)),
    2022: (date(2022, 1, 31), date(2022, 2, 4)),
    2023: (date(2023, 1, 20), date(2023, 1, 26)),
    2024: (date(2024, 2, 8), date(2024, 2, 14)),
    2025: (date(2025, 1, 27), date(2025, 1, 31)),
    2026: (date(2026, 2, 16), date(2026, 2, 20)),
}
SWAPS = {2024: (date(2024, 5, 4), date(2024, 4, 29)), 2025: (date(2025, 4, 26), date(2025, 5, 2))}


def calendar(year: int) -> WorkCalendar:
    return WorkCalendar(frozenset(holiday_names(year)), dict.fromkeys(worked_weekends(year), True))


@pytest.mark.parametrize("year", TET)
def test_tet_is_off_on_its_days_and_work_goes_on_around_it(year: int) -> None:
    first, last = TET[year]
    held = calendar(year)
    assert not any(held.works(first + timedelta(days=n)) for n in range((last - first).days + 1))
    before, after = held.on_or_before(first), held.on_or_after(last)
    assert (first - before).days <= 3
    assert (after - last).days <= 3


@pytest.mark.parametrize("year", SWAPS)
def test_announced_swaps_are_worked_and_off(year: int) -> None:
    worked, off = SWAPS[year]
    assert calendar(year).works(worked)
    assert not calendar(year).works(off)


def test_days_are_named_in_vietnamese() -> None:
    assert holiday_names(2021)[date(2021, 9, 2)] == "Quốc khánh"
