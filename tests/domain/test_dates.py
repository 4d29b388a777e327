from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.dates import Dated, Precision, read_dated, read_vi_date, write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording.spans import dated_name
from dieuhanh.domain.wording.values import ERRORS

plausible_days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(plausible_days)
def test_writing_then_reading_is_the_same_day(day: date) -> None:
    assert read_vi_date(write_vi_date(day)) == day
    assert read_vi_date(day.isoformat()) == day
    assert read_dated(write_vi_date(day)) == Dated(day, Precision.DAY)


@pytest.mark.parametrize(
    "text", ["1/7/2025", "01/07/2025", "01-07-2025", "2025-07-01", " 1/07/2025 "]
)
def test_the_day_comes_first(text: str) -> None:
    assert read_vi_date(text) == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12/01/2202", "date.implausible"),
        ("2202-01-12", "date.implausible"),
        ("31/12/1899", "date.implausible"),
        ("29/02/2021", "date.no_such_day"),
        ("01/13/2022", "date.no_such_day"),
        ("00/01/2022", "date.no_such_day"),
        ("12/01/22", "date.short_year"),
        ("12/01-2022", "date.unreadable"),
        ("44573", "date.unreadable"),
        ("2022-1-12", "date.unreadable"),
        ("cuối năm 2021", "date.unreadable"),
        ("", "date.empty"),
    ],
)
def test_what_is_no_day_is_refused_with_advice(text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_vi_date(text)
    assert caught.value.code == code
    for sentence in ERRORS[code]:
        assert text in sentence.format(**caught.value.values)


@pytest.mark.parametrize(
    ("text", "precision", "day", "earliest", "told"),
    [
        (
            "12/2021",
            "month",
            date(2021, 12, 31),
            date(2021, 12, 1),
            "tháng 12/2021 (không rõ ngày)",
        ),
        ("2024-02", "month", date(2024, 2, 29), date(2024, 2, 1), "tháng 2/2024 (không rõ ngày)"),
        ("2021", "year", date(2021, 12, 31), date(2021, 1, 1), "năm 2021 (không rõ ngày, tháng)"),
        ("12/01/2022", "day", date(2022, 1, 12), date(2022, 1, 12), "12/01/2022"),
    ],
)
def test_a_partial_date_stands_on_its_last_day_and_says_what_is_missing(
    text: str, precision: str, day: date, earliest: date, told: str
) -> None:
    dated = read_dated(text)
    assert (dated.day, dated.precision.value, dated.earliest) == (day, precision, earliest)
    assert read_dated(text, precision) == dated
    assert dated_name(dated, "vi") == told


def test_english_names_of_dates() -> None:
    names = [dated_name(Dated(date(2021, 12, 31), each), "en") for each in Precision]
    assert names == [
        "31 December 2021",
        "December 2021 (day not known)",
        "2021 (day and month not known)",
        "31 December 2021 (assumed date)",
    ]


def test_a_whole_date_may_be_stated_as_less_sure() -> None:
    assert read_dated("31/12/2021", "placed") == Dated(date(2021, 12, 31), Precision.PLACED)
    assert read_dated("31/12/2021", "month").earliest == date(2021, 12, 1)


@pytest.mark.parametrize(
    ("text", "precision", "code"),
    [
        ("12/2021", "day", "date.precision_mismatch"),
        ("2021", "month", "date.precision_mismatch"),
        ("12/2021", "placed", "date.precision_mismatch"),
        ("12/01/2022", "week", "date.precision"),
        ("13/2021", "", "date.no_such_day"),
        ("0000", "", "date.implausible"),
        ("12/2202", "", "date.implausible"),
    ],
)
def test_precision_that_the_text_does_not_bear(text: str, precision: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_dated(text, precision)
    assert caught.value.code == code
    assert ERRORS[code][1].format(**caught.value.values)
