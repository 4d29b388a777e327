from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.periods import Frequency, Period, ReportSpan
from dieuhanh.domain.wording.spans import period_name
from dieuhanh.domain.wording.values import ERRORS

periods = st.builds(
    Period,
    first=st.integers(min_value=1910 * 12, max_value=2050 * 12),
    months=st.integers(min_value=1, max_value=120),
)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(periods)
def test_text_and_period_are_one(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods, days)
def test_contains_is_between_first_and_last_day(period: Period, day: date) -> None:
    assert period.contains(day) == (period.start <= day <= period.end)


@given(periods, periods)
def test_containing_and_overlapping_agree_with_the_days(a: Period, b: Period) -> None:
    assert a.contains(b) == (a.contains(b.start) and a.contains(b.end))
    assert a.overlaps(b) == (a.start <= b.end and b.start <= a.end) == b.overlaps(a)


@given(periods)
def test_neighbours_do_not_overlap(period: Period) -> None:
    previous = period.previous()
    assert not period.overlaps(previous)
    assert not previous.overlaps(period)
    assert period.shifted(-1).overlaps(period) == (period.months > 1)


def test_a_month_by_its_numbers() -> None:
    assert [str(Period.of_month(2021, month)) for month in (1, 12)] == ["2021-01", "2021-12"]


@given(periods)
def test_the_previous_period_ends_the_day_before(period: Period) -> None:
    previous = period.previous()
    assert previous.end + timedelta(days=1) == period.start
    assert previous.months == period.months
    assert previous.shifted(period.months) == period


@given(periods)
def test_a_year_earlier_are_the_same_months(period: Period) -> None:
    earlier = period.year_earlier()
    assert earlier.start == period.start.replace(year=period.start.year - 1)
    assert (earlier.end.year, earlier.end.month) == (period.end.year - 1, period.end.month)


@given(periods)
def test_months_fill_a_period_without_gap_or_overlap(period: Period) -> None:
    months = period.parts(Frequency.MONTH)
    assert months[0].start == period.start
    assert months[-1].end == period.end
    assert all(a.end + timedelta(days=1) == b.start for a, b in pairwise(months))


@given(st.sets(st.integers(min_value=0, max_value=11)))
def test_a_year_is_whole_only_when_no_month_is_missing(having: set[int]) -> None:
    year = Period.of_year(2021)
    months = year.parts(Frequency.MONTH)
    missing = year.missing([months[place] for place in having], Frequency.MONTH)
    assert {month.start.month - 1 for month in missing} == set(range(12)) - having


@pytest.mark.parametrize(
    ("text", "start", "end", "frequency"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Frequency.YEAR),
        ("2021-S2", date(2021, 7, 1), date(2021, 12, 31), Frequency.HALF),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), Frequency.QUARTER),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Frequency.MONTH),
        ("2021-01-01/P9M", date(2021, 1, 1), date(2021, 9, 30), None),
        ("2021-01-01/P5Y", date(2021, 1, 1), date(2025, 12, 31), None),
        ("2021-04-01/P1Y", date(2021, 4, 1), date(2022, 3, 31), None),
    ],
)
def test_days_of_a_period(text: str, start: date, end: date, frequency: Frequency | None) -> None:
    period = Period.parse(text)
    assert (period.start, period.end, period.frequency) == (start, end, frequency)
    assert str(period) == text


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("2021-01-01/P1Y", "2021"),
        ("2021-01-01/P12M", "2021"),
        ("2021-07-01/P6M", "2021-S2"),
        ("2021-10-01/P3M", "2021-Q4"),
        ("2021-02-01/P1M", "2021-02"),
        ("2021-01-01/P60M", "2021-01-01/P5Y"),
    ],
)
def test_one_span_has_one_spelling(long: str, short: str) -> None:
    assert str(Period.parse(long)) == short


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2021-Q5", "period.unreadable"),
        ("2021-13", "period.unreadable"),
        ("2021-7", "period.unreadable"),
        ("Quý III/2021", "period.unreadable"),
        ("2021-01-01/P1Y6M", "period.unreadable"),
        ("", "period.unreadable"),
        ("2020-12-14/P1Y", "period.start_day"),
        ("2021-01-01/P0M", "period.no_length"),
        ("2202", "date.implausible"),
        ("2021-01-01/P99Y", "date.implausible"),
    ],
)
def test_what_is_no_calendar_period_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        Period.parse(text)
    assert caught.value.code == code
    assert ERRORS[code][0].format(**caught.value.values)


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("2021-Q1", Frequency.HALF),
        ("2021-02-01/P3M", Frequency.QUARTER),
        ("2021-01-01/P9M", Frequency.HALF),
    ],
)
def test_parts_that_do_not_fill_a_period_are_refused(text: str, frequency: Frequency) -> None:
    with pytest.raises(BadInput, match=r"period\.no_parts"):
        Period.parse(text).parts(frequency)


def test_to_date_runs_from_january_and_never_over_two_years() -> None:
    assert [str(Period.parse(text).to_date()) for text in ("2021-09", "2021-S1", "2021")] == [
        "2021-01-01/P9M",
        "2021-S1",
        "2021",
    ]
    with pytest.raises(BadInput, match=r"period\.not_one_year"):
        Period.parse("2021-01-01/P5Y").to_date()


def test_periods_before_the_first_plausible_year_are_refused() -> None:
    with pytest.raises(BadInput, match=r"date\.implausible"):
        Period.parse("1900").year_earlier()


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2021", "năm 2021", "2021"),
        ("2021-S1", "6 tháng đầu năm 2021", "first half of 2021"),
        ("2021-S2", "6 tháng cuối năm 2021", "second half of 2021"),
        ("2021-Q1", "quý I/2021", "Q1 2021"),
        ("2021-Q4", "quý IV/2021", "Q4 2021"),
        ("2021-07", "tháng 7/2021", "July 2021"),
        ("2021-01-01/P9M", "9 tháng năm 2021", "first 9 months of 2021"),
        ("2021-01-01/P5Y", "giai đoạn 2021-2025", "2021-2025"),
        ("2021-04-01/P1Y", "từ tháng 4/2021 đến tháng 3/2022", "April 2021 to March 2022"),
    ],
)
def test_names(text: str, vi: str, en: str) -> None:
    assert (period_name(Period.parse(text), "vi"), period_name(Period.parse(text), "en")) == (
        vi,
        en,
    )


def test_a_report_year_is_no_calendar_year() -> None:
    report, calendar = Period.parse("2020-12-15/P1Y"), Period.parse("2021")
    assert isinstance(report, ReportSpan)
    assert report.named == calendar
    assert report != calendar
    assert not calendar.contains(report)
    assert not report.contains(Period.parse("2021-03"))
    assert report.overlaps(calendar)
    assert calendar.overlaps(report)
    assert str(report) == "2020-12-15/P1Y"
    assert report.frequency is None


@given(st.integers(1950 * 12, 2050 * 12), st.integers(1, 24), st.integers(-60, 60))
def test_report_spans_have_the_algebra_of_periods(first: int, months: int, step: int) -> None:
    span = ReportSpan(first, months)
    assert Period.parse(str(span)) == span
    assert span.shifted(step).shifted(-step) == span
    assert type(span.previous()) is ReportSpan
    assert (span.previous().end - span.start).days == -1
    assert span.contains(span.start)
    assert span.contains(span.end)
