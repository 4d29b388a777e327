"""Working days: an algebra that holds for whatever calendar is handed in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.reminders import days_late, reminder_on
from dieuhanh.domain.reporting import ReportKind, read_law
from dieuhanh.domain.rounds import Basis, RoundTerms, round_days
from dieuhanh.domain.working_days import WorkCalendar

ONE = timedelta(days=1)
YEAR = [date(2021, 12, 1) + timedelta(days=n) for n in range(120)]
CALENDARS = st.builds(
    WorkCalendar,
    st.frozensets(st.sampled_from(YEAR), max_size=10),
    st.dictionaries(st.sampled_from(YEAR), st.booleans(), max_size=8),
)
DAYS = st.sampled_from(YEAR)
THREE = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
LAW = read_law(
    {
        "periods": [
            {
                "kind": "year", "opens": {"day": 15, "months": -1},
                "closes": {"day": 14, "months": 0}, "due": {"day": 25, "months": 0},
                "citation": "Nghị định 09/2019/NĐ-CP", "in_force_from": date(2019, 3, 12),
                "confidence": "high", "source": "x", "note": "",
            }
        ]
    }
)  # fmt: skip


@given(CALENDARS, DAYS, st.integers(1, 15))
def test_days_added_and_taken_away_come_back(calendar: WorkCalendar, day: date, count: int) -> None:
    worked = calendar.on_or_after(day)
    later = calendar.add(worked, count)
    assert calendar.works(later)
    assert calendar.add(later, -count) == worked
    assert calendar.between(worked, later) == count


@given(CALENDARS, DAYS)
def test_a_due_day_is_worked_and_no_worked_day_is_skipped(
    calendar: WorkCalendar, day: date
) -> None:
    due = calendar.due(day)
    assert calendar.works(due.day)
    assert due.moved_from == (None if due.day == day else day)
    assert calendar.between(day - ONE, due.day) == 1


@given(CALENDARS, DAYS, st.sets(st.integers(-5, 5), min_size=1))
def test_each_mark_reminds_on_one_day(calendar: WorkCalendar, day: date, marks: set[int]) -> None:
    due = calendar.due(day).day
    around = [due + timedelta(days=n) for n in range(-40, 41)]
    told = [
        mark for each in around if (mark := reminder_on(each, due, marks, calendar)) is not None
    ]
    assert sorted(told) == sorted(marks)


@given(CALENDARS, DAYS, DAYS)
def test_late_counts_working_days_and_is_never_below_zero(
    calendar: WorkCalendar, day: date, due: date
) -> None:
    late = days_late(day, due, calendar)
    assert late >= 0
    assert (late > 0) == (day > due and any(calendar.works(d) for d in YEAR if due < d <= day))


def test_a_swap_overrules_holidays_and_weekends() -> None:
    calendar = WorkCalendar(
        frozenset({date(2022, 1, 3)}), {date(2022, 1, 3): True, date(2022, 1, 4): False}
    )
    assert [calendar.works(date(2022, 1, n)) for n in (3, 4, 5)] == [True, False, True]


def test_a_calendar_without_work_is_refused() -> None:
    with pytest.raises(BadInput, match=r"calendar\.no_working_day"):
        WorkCalendar(frozenset(YEAR)).on_or_after(date(2021, 12, 6))


def test_the_laws_day_moves_and_lower_levels_are_proposed_before_it() -> None:
    terms = RoundTerms(ReportKind.YEAR, 2021, basis=Basis.REPORT)
    days = round_days(terms, THREE, rules=LAW, calendar=WorkCalendar())
    assert {level.value: due.day for level, due in days.dues.items()} == {
        "province": date(2021, 12, 27), "district": date(2021, 12, 23),
        "commune": date(2021, 12, 20),
    }  # fmt: skip
    assert days.lawful == {Level.PROVINCE}
    assert days.dues[Level.PROVINCE].moved_from == date(2021, 12, 25)
    assert days.period == "2020-12-15/P1Y"


def test_two_levels_need_two_days_and_the_calendar_has_no_legal_one() -> None:
    days = round_days(
        RoundTerms(ReportKind.QUARTER, 2026, 1), (Level.PROVINCE, Level.COMMUNE),
        rules=LAW, calendar=WorkCalendar(),
    )  # fmt: skip
    assert list(days.dues) == [Level.PROVINCE, Level.COMMUNE]
    assert days.lawful == frozenset()
    assert (days.period, days.closes_on) == ("2026-Q1", date(2026, 3, 31))


@given(CALENDARS, st.integers(1, 12))
def test_proposals_are_always_in_order(calendar: WorkCalendar, month: int) -> None:
    terms = RoundTerms(ReportKind.MONTH, 2022, month)
    days = round_days(terms, THREE, rules=LAW, calendar=calendar)
    ordered = [days.dues[level].day for level in THREE]
    assert ordered == sorted(ordered, reverse=True)
    assert all(calendar.works(day) for day in ordered)
    assert days.opens_on <= days.closes_on <= ordered[-1]


def test_no_rule_is_made_up_for_nine_months() -> None:
    terms = RoundTerms(ReportKind.NINE_MONTHS, 2021, basis=Basis.REPORT)
    with pytest.raises(BadInput, match=r"reporting\.no_rule"):
        round_days(terms, THREE, rules=LAW, calendar=WorkCalendar())
