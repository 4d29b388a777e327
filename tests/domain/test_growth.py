"""Growth is computed within one status, release and price base, else the reason is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.figures import Bound, Status
from dieuhanh.domain.growth import Growth, Stated, Unlike, growth
from dieuhanh.domain.wording.growths import growth_text, unlike_text

LAST = Stated(Decimal(6311), "tỷ đồng", Status.ESTIMATED)
NOW = replace(LAST, number=Decimal(5220))
amounts = st.decimals(1, 10**9, places=2)


def test_amounts_grow_in_percent_rates_in_points() -> None:
    assert growth(NOW, LAST) == Growth(Decimal("-17.3"), in_points=False)
    rate = Stated(Decimal(27), "%", Status.OFFICIAL)
    assert growth(rate, replace(rate, number=Decimal("26.25"))) == Growth(
        Decimal("0.75"), in_points=True
    )


def test_units_of_one_kind_are_converted() -> None:
    thousands = replace(LAST, number=Decimal("6.311"), unit="nghìn tỷ đồng")
    assert growth(NOW, thousands) == growth(NOW, LAST)


@pytest.mark.parametrize(
    ("now", "before", "why"),
    [
        (replace(NOW, status=Status.PRELIMINARY), LAST, Unlike.STATUS),
        (replace(NOW, release="lần 2"), LAST, Unlike.RELEASE),
        (replace(NOW, price_base="giá so sánh 2010"), LAST, Unlike.PRICE_BASE),
        (replace(NOW, bound=Bound.ABOUT), LAST, Unlike.NOT_EXACT),
        (NOW, replace(LAST, is_range=True), Unlike.NOT_EXACT),
        (replace(NOW, number=None), LAST, Unlike.NO_NUMBER),
        (replace(NOW, unit="người"), LAST, Unlike.UNIT),
        (NOW, replace(LAST, number=Decimal(0)), Unlike.BASE_NOT_POSITIVE),
        (NOW, replace(LAST, number=Decimal(-5)), Unlike.BASE_NOT_POSITIVE),
    ],
)
def test_figures_not_of_a_kind_give_the_reason(now: Stated, before: Stated, why: Unlike) -> None:
    assert growth(now, before) is why
    for lang in ("vi", "en"):
        assert unlike_text(why, now=now.status, before=before.status, lang=lang)


@given(amounts, amounts)
def test_the_change_is_exact_to_half_a_tenth_and_has_its_sign(now: Decimal, last: Decimal) -> None:
    found = growth(replace(NOW, number=now), replace(LAST, number=last))
    assert isinstance(found, Growth)
    exact = (now - last) * 100 / last
    assert abs(found.change - exact) <= Decimal("0.0500001")
    assert found.change == 0 or (found.change > 0) == (now > last)


def test_it_is_said_in_both_languages() -> None:
    assert growth_text(Growth(Decimal("13.0"), in_points=False), "vi") == "tăng 13,0%"
    assert growth_text(Growth(Decimal("-0.17"), in_points=True), "vi") == "giảm 0,17 điểm %"
    assert growth_text(Growth(Decimal(0), in_points=False), "en") == "unchanged"
    assert growth_text(Unlike.STATUS, "vi") == ""
    assert growth_text(None, "en") == ""
