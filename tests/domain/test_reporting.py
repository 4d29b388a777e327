import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.periods import Period
from dieuhanh.domain.reporting import (
    ReportKind,
    one_calendar,
    read_law,
    report_period,
    report_periods_on,
    rule_for,
)
from dieuhanh.domain.wording.spans import report_period_name
from dieuhanh.domain.wording.values import ERRORS

LAW_FILE = Path(__file__).parents[2] / "law" / "reporting.toml"
LAW = read_law(tomllib.loads(LAW_FILE.read_text(encoding="utf-8")))
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "number", "start", "end", "due", "text"),
    [
        ("month", 1, (2020, 12, 15), (2021, 1, 14), (2021, 1, 25), "2020-12-15/P1M"),
        ("month", 3, (2021, 2, 15), (2021, 3, 14), (2021, 3, 25), "2021-02-15/P1M"),
        ("quarter", 1, (2020, 12, 15), (2021, 3, 14), (2021, 3, 25), "2020-12-15/P3M"),
        ("quarter", 4, (2021, 9, 15), (2021, 12, 14), (2021, 12, 25), "2021-09-15/P3M"),
        ("first_half", 1, (2020, 12, 15), (2021, 6, 14), (2021, 6, 25), "2020-12-15/P6M"),
        ("second_half", 1, (2021, 6, 15), (2021, 12, 14), (2021, 12, 25), "2021-06-15/P6M"),
        ("year", 1, (2020, 12, 15), (2021, 12, 14), (2021, 12, 25), "2020-12-15/P1Y"),
    ],
)
def test_the_periods_of_decree_09_2019(
    kind: str,
    number: int,
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    due: tuple[int, int, int],
    text: str,
) -> None:
    report = report_period(LAW, ReportKind(kind), 2021, number)
    assert (report.start, report.end, report.due) == (date(*start), date(*end), date(*due))
    assert str(report) == text
    assert "09/2019/NĐ-CP" in report.rule.citation


def test_the_investment_year_stays_open_to_the_31st_of_january() -> None:
    year = report_period(LAW, ReportKind.INVESTMENT_YEAR, 2021)
    assert (year.start, year.end, year.due) == (date(2021, 1, 1), date(2022, 1, 31), None)
    assert year.rule.confidence == "medium"
    in_january = report_periods_on(LAW, ReportKind.INVESTMENT_YEAR, date(2022, 1, 12))
    assert [str(each.named) for each in in_january] == ["2021", "2022"]


@pytest.mark.parametrize("kind", [ReportKind.MONTH, ReportKind.QUARTER, ReportKind.YEAR])
@given(day=st.dates(min_value=date(2019, 12, 15), max_value=date(2090, 1, 1)))
def test_every_day_is_in_one_report_of_each_kind(kind: ReportKind, day: date) -> None:
    (report,) = report_periods_on(LAW, kind, day)
    assert report.contains(day)


@given(year=st.integers(min_value=2020, max_value=2090))
def test_months_quarters_and_halves_fill_the_report_year(year: int) -> None:
    whole = report_period(LAW, ReportKind.YEAR, year)
    for kinds in (
        (ReportKind.MONTH,),
        (ReportKind.QUARTER,),
        (ReportKind.FIRST_HALF, ReportKind.SECOND_HALF),
    ):
        reports = [
            report_period(LAW, kind, year, number + 1)
            for kind in kinds
            for number in range(len(kind.named_after(year)))
        ]
        assert (reports[0].start, reports[-1].end) == (whole.start, whole.end)
        assert all(a.end + ONE_DAY == b.start for a, b in pairwise(reports))


def test_the_fifteenth_of_december_is_next_years_report() -> None:
    (last,) = report_periods_on(LAW, ReportKind.YEAR, date(2021, 12, 14))
    (first,) = report_periods_on(LAW, ReportKind.YEAR, date(2021, 12, 15))
    assert (str(last.named), str(first.named)) == ("2021", "2022")


@pytest.mark.parametrize(
    ("kind", "year", "scope"),
    [
        (ReportKind.YEAR, 2018, ""),
        (ReportKind.NINE_MONTHS, 2024, ""),
        (ReportKind.NINE_MONTHS, 2024, "Cà Mau"),
        (ReportKind.INVESTMENT_YEAR, 2025, ""),
    ],
)
def test_no_rule_is_made_up(kind: ReportKind, year: int, scope: str) -> None:
    with pytest.raises(BadInput) as caught:
        report_period(LAW, kind, year, scope=scope)
    assert caught.value.code == "reporting.no_rule"
    assert str(year) in ERRORS["reporting.no_rule"][0].format(**caught.value.values)


def test_the_rule_is_the_one_in_force_when_the_named_period_ends() -> None:
    first = report_period(LAW, ReportKind.YEAR, 2019)
    assert first.start < first.rule.in_force_from < first.end
    last = report_period(LAW, ReportKind.INVESTMENT_YEAR, 2024)
    assert last.end == date(2025, 1, 31)


def test_a_provinces_own_rule_is_for_that_province() -> None:
    report = report_period(LAW, ReportKind.NINE_MONTHS, 2024, scope="Khánh Hòa")
    assert (report.start, report.end) == (date(2023, 12, 15), date(2024, 9, 14))
    assert (report.due, report.rule.confidence) == (date(2024, 9, 25), "medium")


def test_a_later_rule_and_a_local_rule_come_first() -> None:
    newer = read_law({"periods": [_entry(in_force_from=date(2022, 1, 1), citation="mới")]})
    local = read_law({"periods": [_entry(scope="Cà Mau", citation="tỉnh")]})
    rules = (*LAW, *newer, *local)
    year = ReportKind.YEAR
    assert "09/2019" in rule_for(rules, year, date(2021, 12, 31)).citation
    assert rule_for(rules, year, date(2022, 12, 31)).citation == "mới"
    assert rule_for(rules, year, date(2022, 12, 31), "Cà Mau").citation == "tỉnh"


def test_two_calendars_are_never_added() -> None:
    report = report_period(LAW, ReportKind.YEAR, 2021)
    calendar = Period.parse("2021")
    investment = report_period(LAW, ReportKind.INVESTMENT_YEAR, 2021)
    one_calendar([calendar, Period.parse("2020")])
    one_calendar([report, report_period(LAW, ReportKind.MONTH, 2021, 2)])
    for mixed in ([calendar, report], [report, investment], [investment, calendar]):
        with pytest.raises(BadInput, match=r"period\.two_calendars"):
            one_calendar(mixed)
    assert report != calendar
    with pytest.raises(TypeError):
        calendar.contains(report)  # type: ignore[arg-type]
    span = Period.parse(str(report))
    assert (span.start, span.end) == (report.start, report.end)
    assert span != calendar
    with pytest.raises(BadInput, match=r"period\.two_calendars"):
        one_calendar([calendar, span])


def test_number_of_the_period_is_checked() -> None:
    with pytest.raises(BadInput, match=r"reporting\.number"):
        report_period(LAW, ReportKind.QUARTER, 2021, 5)


def test_names_tell_the_days() -> None:
    report = report_period(LAW, ReportKind.YEAR, 2021)
    investment = report_period(LAW, ReportKind.INVESTMENT_YEAR, 2021)
    assert report_period_name(report, "vi") == "báo cáo năm 2021 (15/12/2020-14/12/2021)"
    assert (
        report_period_name(report, "en") == "report on 2021 (15 December 2020 to 14 December 2021)"
    )
    assert (
        report_period_name(investment, "vi")
        == "giải ngân đầu tư công năm 2021 (01/01/2021-31/01/2022)"
    )
    assert "31 January 2022" in report_period_name(investment, "en")


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "week"},
        {"opens": {"day": 32, "months": 0}},
        {"opens": {"day": 1.5, "months": 0}},
        {"closes": {"day": 14}},
        {"in_force_from": "2019-03-12"},
        {"citation": " "},
        {"source": 7},
    ],
)
def test_a_faulty_entry_of_the_law_is_named(fault: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as caught:
        read_law({"periods": [_entry(), _entry(**fault)]})
    assert (caught.value.code, caught.value.values["entry"]) == ("reporting.law", 2)
    assert ERRORS["reporting.law"][0].format(**caught.value.values)


def test_every_provision_in_the_file_tells_where_it_is_written() -> None:
    assert len(LAW) == 7
    for rule in LAW:
        assert rule.citation
        assert rule.confidence in {"high", "medium", "low"}
        assert rule.source


def _entry(**changed: Any) -> dict[str, Any]:
    return {
        "kind": "year",
        "opens": {"day": 1, "months": 0},
        "closes": {"day": 31, "months": 0},
        "citation": "một văn bản",
        "in_force_from": date(2020, 1, 1),
        "confidence": "low",
        "source": "một nguồn",
    } | changed
