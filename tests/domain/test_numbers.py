from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import (
    decimals_of,
    half_up,
    plain,
    read_plain,
    read_vi,
    write,
    write_en,
    write_vi,
)
from dieuhanh.domain.wording.values import ERRORS

printed = st.decimals(
    min_value=-(10**30), max_value=10**30, places=4, allow_nan=False, allow_infinity=False
)
exact = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**9)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.851", "5851"),
        ("1.112,5", "1112.5"),
        ("27", "27"),
        ("27,0", "27.0"),
        ("1,5", "1.5"),
        ("0,33", "0.33"),
        ("-3,6", "-3.6"),
        ("−3,6", "-3.6"),
        ("–3,6", "-3.6"),
        ("+7", "7"),
        ("1234567", "1234567"),
        ("12.345.678,90", "12345678.90"),
        ("\u00a041.688 ", "41688"),
    ],
)
def test_reads_what_vietnamese_papers_print(text: str, value: str) -> None:
    assert str(read_vi(text)) == value


@pytest.mark.parametrize(
    ("text", "code", "instead"),
    [
        ("1,234.5", "number.english", "1.234,5"),
        ("1,234,567", "number.english", "1.234.567"),
        ("1.23", "number.grouping", "1,23"),
        ("0.851", "number.grouping", "0,851"),
        ("01.234", "number.grouping", "01,234"),
        ("1.23.456", "number.groups", "123.456"),
        ("12.34,5", "number.groups", "1.234,5"),
        ("1 234,5", "number.spaced", "1234,5"),
        ("", "number.empty", None),
        ("   ", "number.empty", None),
        ("27%", "number.not_a_number", None),
        ("gần 19.000", "number.not_a_number", None),
        (",5", "number.not_a_number", None),
        ("5,", "number.not_a_number", None),
        ("1e5", "number.not_a_number", None),
        ("٢٧", "number.not_a_number", None),
        ("NaN", "number.not_a_number", None),
        ("- 3", "number.not_a_number", None),
        ("9" * 61, "number.too_long", None),
    ],
)
def test_refuses_with_what_to_write_instead(text: str, code: str, instead: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        read_vi(text)
    assert caught.value.code == code
    assert caught.value.values.get("instead") == instead
    for sentence in ERRORS[code]:
        told = sentence.format(**caught.value.values)
        assert "{" not in told
        assert instead is None or instead in told


@pytest.mark.parametrize("text", ["1.234,5", "1.234.567", "123.456", "1,23", "1234,5"])
def test_the_advice_given_is_itself_readable(text: str) -> None:
    assert read_vi(text).is_finite()


@pytest.mark.parametrize(
    ("text", "code", "instead"),
    [
        ("5,5", "number.plain_comma", "5.5"),
        ("1.112,5", "number.plain_comma", "1112.5"),
        ("1,234.5", "number.plain_grouping", "1234.5"),
        ("1.234.567", "number.plain_comma", "1234567"),
        ("1e5", "number.not_plain", None),
        (".5", "number.not_plain", None),
        ("61-62", "number.not_plain", None),
        ("", "number.empty", None),
    ],
)
def test_plain_numbers_take_only_a_decimal_point(text: str, code: str, instead: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        read_plain(text)
    assert caught.value.code == code
    assert caught.value.values.get("instead") == instead


def test_the_same_text_means_different_numbers_in_the_two_styles() -> None:
    assert read_vi("5.851") == 5851
    assert read_plain("5.851") == Decimal("5.851")


@given(printed)
def test_writing_then_reading_changes_nothing(value: Decimal) -> None:
    assert read_vi(write_vi(value)) == value
    assert read_plain(plain(value)) == value
    assert decimals_of(read_vi(write_vi(value))) == decimals_of(value) == 4


@given(exact, st.integers(min_value=0, max_value=12))
def test_half_up_is_the_nearest_and_a_half_moves_away_from_zero(
    value: Fraction, decimals: int
) -> None:
    rounded = half_up(value, decimals)
    step = Fraction(1, 10**decimals)
    gap = Fraction(rounded) - value
    assert abs(gap) <= step / 2
    if abs(gap) == step / 2:
        assert abs(Fraction(rounded)) > abs(value)
    assert decimals_of(rounded) == decimals


@given(printed, st.integers(min_value=0, max_value=6))
def test_rounding_a_decimal_and_its_fraction_agree(value: Decimal, decimals: int) -> None:
    assert half_up(value, decimals) == half_up(Fraction(value), decimals)


@pytest.mark.parametrize(
    ("value", "decimals", "told"),
    [
        (Decimal("2.675"), 2, "2.68"),
        (Decimal("-2.675"), 2, "-2.68"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("-0.004"), 2, "0.00"),
        (Fraction(-4, 1000), 2, "0.00"),
        (Fraction(46 * 100, 82), 1, "56.1"),
        (Fraction(522000, 5478), 1, "95.3"),
        (Decimal("123456789012345678901234567890.15"), 1, "123456789012345678901234567890.2"),
    ],
)
def test_half_up_worked_cases(value: Decimal | Fraction, decimals: int, told: str) -> None:
    assert str(half_up(value, decimals)) == told


@pytest.mark.parametrize("decimals", [-1, 61])
def test_decimals_out_of_range_are_refused(decimals: int) -> None:
    with pytest.raises(BadInput, match=r"number\.decimals"):
        half_up(Decimal(1), decimals)


def test_writes_both_languages() -> None:
    assert write(Decimal("1234567.891"), "vi") == "1.234.567,891"
    assert write(Decimal("1234567.891"), "en", 1) == "1,234,567.9"
    assert write_vi(Decimal("-0.04"), 1) == "0,0"
    assert write_en(Decimal("1E+6")) == "1,000,000"


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_no_page_shows_a_number_that_is_none(value: str) -> None:
    for use in (plain, write_vi, write_en, decimals_of):
        with pytest.raises(BadInput, match=r"number\.not_finite"):
            use(Decimal(value))
