from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.units import (
    convert,
    is_percent,
    is_points,
    measure,
    normal,
    read_quantity,
    same_dimension,
    share_factor,
)
from dieuhanh.domain.wording.values import ERRORS

MONEY = ("đồng", "1.000 đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng", "tr.đ", "tỉ VNĐ")


@pytest.mark.parametrize(
    ("value", "frm", "to", "expected"),
    [
        ("22730", "tỷ đồng", "nghìn tỷ đồng", "22.73"),
        ("22.7", "nghìn tỷ đồng", "tỷ đồng", "22700"),
        ("1.1", "tỷ USD", "triệu USD", "1100"),
        ("33.4", "giường/vạn dân", "giường/10.000 dân", "33.4"),
        ("33.4", "giường/10.000 dân", "giường/1.000 người", "3.34"),
        ("0.33", "%", "điểm %", "0.33"),
        ("12", "‰", "%", "1.2"),
        ("5", "km²", "ha", "500"),
        ("6.2", "tấn/ha", "tạ/ha", "62"),
        ("54.3", "triệu đồng/người", "nghìn đồng/người", "54300"),
        ("4.2", "vạn hộ", "hộ", "42000"),
        ("7", "chỉ tiêu", "chỉ tiêu", "7"),
    ],
)
def test_conversion_is_exact(value: str, frm: str, to: str, expected: str) -> None:
    assert convert(Fraction(value), frm, to) == Fraction(expected)


@pytest.mark.parametrize(
    ("frm", "to"),
    [
        ("tỷ đồng", "tỷ USD"),
        ("người", "lượt người"),
        ("%", "tỷ đồng"),
        ("%", "%/năm"),
        ("giường", "giường/10.000 dân"),
        ("", "%"),
        ("ha", "kg"),
    ],
)
def test_what_is_not_the_same_thing_is_never_converted(frm: str, to: str) -> None:
    assert not same_dimension(frm, to)
    with pytest.raises(BadInput) as caught:
        convert(Fraction(1), frm, to)
    assert caught.value.code == "unit.incompatible"
    assert caught.value.values == {"frm": frm, "to": to}


@given(st.fractions(max_denominator=1000), st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_there_and_back_is_where_we_began(value: Fraction, a: str, b: str) -> None:
    assert convert(convert(value, a, b), b, a) == value


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Tỉ đồng", "tỷ đồng"),
        ("tỷ  VNĐ", "tỷ đồng"),
        ("ngàn tỉ đồng", "nghìn tỷ đồng"),
        ("trđ", "triệu đồng"),
        ("tr.đồng", "triệu đồng"),
        ("triệu đô la Mỹ", "triệu USD"),
        ("phần trăm", "%"),
        ("điểm phần trăm", "điểm %"),
        ("Lượt người", "lượt người"),
        ("1000 tấn", "1.000 tấn"),
        ("Giường/10000 dân", "giường/10.000 dân"),
        ("% (xã)", "% (xã)"),
        ("Km2", "km²"),
        ("TEU", "TEU"),
        ("triệu kwh", "triệu kWh"),
        ("ty\u0309 đồng", "tỷ đồng"),
        ("", ""),
    ],
)
def test_one_spelling(typed: str, kept: str) -> None:
    assert normal(typed) == kept
    assert normal(kept) == kept


PIECES = (
    "tỉ",
    "tr.",
    "Triệu",
    "1000",
    "1.000",
    "10,5",
    "đ",
    "USD",
    "/",
    "(xã)",
    "%",
    "điểm",
    "TEU",
    " ",
)
unit_like = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)


@given(st.text(max_size=30) | unit_like)
def test_any_text_is_a_unit_with_one_spelling_or_is_refused_with_a_sentence(text: str) -> None:
    spelling = _normal_or_none(text)
    if spelling is not None:
        assert normal(spelling) == spelling
        assert measure(spelling) == measure(text)


def _normal_or_none(text: str) -> str | None:
    try:
        return normal(text)
    except BadInput as fault:
        return None if ERRORS[fault.code][0].format(**fault.values) else fault.code


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("%", 100),
        ("% (xã)", 100),
        ("điểm %", 100),
        ("‰", 1000),
        ("giường/vạn dân", 10_000),
        ("giường/1 vạn dân", 10_000),
        ("bác sĩ/10.000 dân", 10_000),
        ("ca/1.000 trẻ", 1_000),
        ("ca/100 nghìn dân", 100_000),
        ("ca/100.000 dân/năm", 100_000),
        ("triệu đồng/người", 1),
        ("tỷ đồng", 1),
    ],
)
def test_share_factor(unit: str, factor: int) -> None:
    assert share_factor(unit) == factor


def test_percent_and_points_are_told_apart() -> None:
    assert [is_percent(u) for u in ("%", "phần trăm", "%/năm", "điểm %", "‰", "")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    assert [is_points(u) for u in ("điểm %", "điểm phần trăm", "điểm", "%")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("giường/10,000 dân", "unit.number"),
        ("0 đồng", "unit.number"),
        ("1.5 đồng", "unit.number"),
        ("giường/", "unit.incomplete"),
        ("/dân", "unit.incomplete"),
        ("x" * 81, "unit.too_long"),
    ],
)
def test_a_unit_that_cannot_be_read_is_refused(unit: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        measure(unit)
    assert caught.value.code == code
    assert ERRORS[code][0].format(**caught.value.values)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1,1 tỷ USD", "1.1", "tỷ USD"),
        ("1.112,5 triệu USD", "1112.5", "triệu USD"),
        ("0,33%", "0.33", "%"),
        ("-3,6 %", "-3.6", "%"),
        ("− 3,6 điểm phần trăm", "-3.6", "điểm %"),
        ("33,4 giường/1 vạn dân", "33.4", "giường/1 vạn dân"),
        ("39.300 lượt người", "39300", "lượt người"),
        ("46 xã", "46", "xã"),
        ("27,0", "27.0", ""),
    ],
)
def test_reads_a_quantity(text: str, number: str, unit: str) -> None:
    value, read = read_quantity(text)
    assert (str(value), read) == (number, unit)
    assert isinstance(value, Decimal)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gần 19.000 tỷ đồng", "quantity.unreadable"),
        ("", "quantity.unreadable"),
        ("61-62%", "quantity.not_one_number"),
        ("46/82", "quantity.not_one_number"),
        ("1,234.5 tỷ đồng", "number.english"),
        ("1.23 tỷ đồng", "number.grouping"),
        ("5, tỷ", "number.not_a_number"),
    ],
)
def test_what_is_not_one_quantity_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_quantity(text)
    assert caught.value.code == code
    assert ERRORS[code][1].format(**caught.value.values)
