"""Parts against the whole: by the indicator's rule over areas, exactly, or said not to be checked."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.allocating import How, PartValue, Whole, check_parts, how_checked
from dieuhanh.domain.amending import pair_up
from dieuhanh.domain.heads import head_office
from dieuhanh.domain.indicators import OverAreas
from dieuhanh.domain.wording.allocating import check_text, how_words

AMOUNTS = st.decimals("0", "100000", places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("over", "kind", "comparator", "unit", "how"),
    [
        ("sum", "level", "at_least", "tỷ đồng", How.SUM),
        ("sum", "cumulative", "at_least", "người", How.SUM),
        ("sum", "increase", "at_least", "ha", How.SUM),
        ("sum", "growth", "at_least", "%", How.NONE),
        ("sum", "increase", "at_least", "điểm %", How.NONE),
        ("sum", "level", "composite", "", How.NONE),
        ("sum", "level", "qualitative", "", How.NONE),
        ("ratio_of_sums", "level", "at_least", "%", How.RATIO),
        ("ratio_of_sums", "decrease", "at_least", "điểm %", How.NONE),
        ("weighted_mean", "level", "at_least", "triệu đồng", How.WITHIN),
        ("min", "level", "at_least", "%", How.LOWEST),
        ("max", "level", "at_most", "%", How.HIGHEST),
        ("none", "level", "at_least", "%", How.NONE),
        ("", "level", "at_least", "%", How.NONE),
    ],
)
def test_how_parts_are_held_is_the_indicators_rule(
    over: str, kind: str, comparator: str, unit: str, how: How
) -> None:
    assert how_checked(over, kind, comparator, unit) is how


def test_every_rule_over_areas_has_its_check_and_its_words() -> None:
    found = {how_checked(over, "level", "at_least", "") for over in OverAreas}
    assert found == set(How)
    assert all(how_words(how, lang) for how in How for lang in ("vi", "en"))  # type: ignore[arg-type]


@given(st.lists(AMOUNTS, min_size=1, max_size=20))
def test_parts_that_sum_agree_and_any_cent_less_does_not(values: list[Decimal]) -> None:
    whole = Whole(sum(values, Decimal(0)), unit="tỷ đồng")
    parts = [PartValue(value) for value in values]
    assert check_parts(How.SUM, whole, parts).agrees is True
    off = check_parts(How.SUM, whole, [*parts, PartValue(Decimal("0.01"))])
    assert (off.agrees, off.difference, off.needs_reason) == (False, Fraction(1, 100), True)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS.filter(bool)), min_size=1, max_size=10))
def test_a_ratio_is_the_ratio_of_sums_never_a_mean_of_rates(
    counts: list[tuple[Decimal, Decimal]],
) -> None:
    parts = [PartValue(None, above, below) for above, below in counts]
    share = sum(Fraction(a) for a, _ in counts) / sum(Fraction(b) for _, b in counts) * 100
    check = check_parts(How.RATIO, Whole(Decimal("0.0"), unit="%"), parts)
    assert check.total == share


def test_a_ratio_agrees_at_the_decimals_it_was_told_with() -> None:
    parts = [PartValue(None, Decimal(241), Decimal(1000)), PartValue(None, Decimal(3), Decimal(10))]
    share = Fraction(244, 1010) * 100
    check = check_parts(How.RATIO, Whole(Decimal("24.2"), unit="%"), parts)
    assert (check.total, check.agrees) == (share, True)
    assert check_parts(How.RATIO, Whole(Decimal("24.3"), unit="%"), parts).agrees is False


def test_a_ratio_without_counts_stays_open_and_needs_a_reason() -> None:
    parts = [PartValue(Decimal(24)), PartValue(None, Decimal(3), Decimal(10))]
    check = check_parts(How.RATIO, Whole(Decimal("24.2"), unit="%"), parts)
    assert (check.uncounted, check.difference, check.needs_reason) == (1, None, True)
    assert "1 phần chưa có đủ tử số và mẫu số" in check_text(check)


def test_a_range_is_met_anywhere_within() -> None:
    whole = Whole(Decimal(10), Decimal(12))
    for total, agrees in ((9, False), (10, True), (11, True), (12, True), (13, False)):
        assert check_parts(How.SUM, whole, [PartValue(Decimal(total))]).agrees is agrees


@pytest.mark.parametrize(
    ("how", "values", "told"),
    [
        (How.SUM, ["5400"], "Tổng các phần 5.400 tỷ đồng, thiếu 78 tỷ đồng so với chỉ tiêu"),
        (How.SUM, ["5500"], "thừa 22 tỷ đồng so với chỉ tiêu"),
        (How.SUM, ["5000", "478"], "đúng bằng chỉ tiêu 5.478 tỷ đồng"),
        (How.LOWEST, ["5478", "6000"], "Phần thấp nhất 5.478 tỷ đồng, bằng chỉ tiêu"),
        (How.HIGHEST, ["5478", "6000"], "Phần cao nhất 6.000 tỷ đồng, thừa 522 tỷ đồng"),
        (How.WITHIN, ["5000", "6000"], "nằm giữa phần thấp nhất và phần cao nhất"),
        (How.WITHIN, ["5000", "5100"], "nằm ngoài khoảng"),
        (How.NONE, ["1"], "không kiểm tra tổng"),
        (How.SUM, [], "Chưa giao phần nào."),
    ],
)
def test_what_came_of_it_is_told(how: How, values: list[str], told: str) -> None:
    parts = [PartValue(Decimal(value)) for value in values]
    assert told in check_text(check_parts(how, Whole(Decimal(5478), unit="tỷ đồng"), parts))


def test_without_a_plan_value_nothing_is_held() -> None:
    check = check_parts(How.SUM, Whole(None), [PartValue(Decimal(1))])
    assert (check.agrees, check.needs_reason) == (None, False)


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_pairs_lose_nothing_and_take_nothing_twice(before: list[int], after: list[int]) -> None:
    pairs = pair_up(before, after, [lambda n: f"n{n}"])
    assert sorted(p.before for p in pairs if p.before is not None) == list(range(len(before)))
    assert [p.after for p in pairs if p.after is not None] == list(range(len(after)))
    for pair in pairs:
        if pair.before is not None and pair.after is not None:
            assert before[pair.before] == after[pair.after]


def test_a_body_of_another_kind_has_a_head_too() -> None:
    assert head_office("truong_hoc", "Trường A") == "Thủ trưởng Trường A"
