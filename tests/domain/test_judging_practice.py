"""The published practice, rule by rule of examples/tallies/README.md."""

from __future__ import annotations

import pytest

from tests.domain.judging_table import judged, verdict

AT_LEAST_5478 = {"comparator": "at_least", "value": "5478", "unit": "tỷ đồng"}
ABOUT_3700 = {"comparator": "equal", "value": "3700", "approx": True}
ABOUT_4_LOWER = {"comparator": "equal", "value": "4", "approx": True, "better": "lower"}
BETWEEN = {"comparator": "between", "value": "6.6", "value_high": "6.8"}
BETWEEN_LOWER = {**BETWEEN, "better": "lower"}
UNDER_4 = {"comparator": "at_most", "value": "4", "strict": True}
OVER_4 = {"comparator": "at_least", "value": "4", "strict": True}
DOWN = {"comparator": "decrease_at_least", "value": "0.3", "unit": "điểm %"}
KEEP = {"comparator": "maintain", "value": "42"}

CASES = [
    # a floor
    (AT_LEAST_5478, "5851", "exceeded"),
    (AT_LEAST_5478, "5478", "met"),
    (AT_LEAST_5478, "5477.999", "not_met"),
    # 1. "khoảng X" is one-sided with no tolerance
    (ABOUT_3700, "3680", "not_met"),
    (ABOUT_3700, "3700", "met"),
    (ABOUT_3700, "3701", "exceeded"),
    ({**ABOUT_3700, "tolerance_pct": "5"}, "3680", "not_met"),
    (ABOUT_4_LOWER, "2.79", "exceeded"),
    (ABOUT_4_LOWER, "4", "met"),
    (ABOUT_4_LOWER, "4.01", "not_met"),
    # 2. a range is met from its near end and exceeded past its far end
    (BETWEEN, "6.59", "not_met"),
    (BETWEEN, "6.6", "met"),
    (BETWEEN, "6.8", "met"),
    (BETWEEN, "6.81", "exceeded"),
    (BETWEEN_LOWER, "6.81", "not_met"),
    (BETWEEN_LOWER, "6.8", "met"),
    (BETWEEN_LOWER, "6.6", "met"),
    (BETWEEN_LOWER, "6.59", "exceeded"),
    # 3. "dưới" and "trên" include the bound at printed precision
    (UNDER_4, "4", "met"),
    (UNDER_4, "4.0", "met"),
    (UNDER_4, "4.01", "not_met"),
    (OVER_4, "4", "met"),
    (OVER_4, "4.1", "exceeded"),
    (OVER_4, "3.99", "not_met"),
    # 4. under a ceiling is met, not exceeded, unless the sign turns
    (UNDER_4, "3.1", "met"),
    (UNDER_4, "0", "met"),
    (UNDER_4, "-0.1", "exceeded"),
    (UNDER_4, "xuất siêu", "exceeded"),
    (UNDER_4, "xuất siêu 2,9 tỷ USD", "exceeded"),
    (UNDER_4, "dưới 0", "exceeded"),
    ({"comparator": "at_most", "value": "0"}, "-1", "met"),
    ({"comparator": "at_most", "value": "-1"}, "-2", "met"),
    # 5. an estimate given as a range counts as met if its good end reaches the plan
    (ABOUT_3700, "3600-3700", "met"),
    (ABOUT_3700, "3700-3800", "met"),
    (ABOUT_3700, "3701-3800", "exceeded"),
    (ABOUT_3700, "3600-3699", "not_met"),
    (ABOUT_4_LOWER, "3.9-4.5", "met"),
    (ABOUT_4_LOWER, "4.1-4.5", "not_met"),
    (ABOUT_4_LOWER, "3-3.9", "exceeded"),
    (UNDER_4, "3.5-4.5", "met"),
    (BETWEEN, "6.5–6.7", "met"),
    (BETWEEN, "6.7-6.9", "met"),
    (BETWEEN, "6.9-7", "exceeded"),
    # 7. no rounding before judging
    ({"comparator": "at_least", "value": "56"}, {"numerator": "5599", "denominator": "100"}, "not_met"),
    # just past N: it breaks a tie at N and nothing more
    (AT_LEAST_5478, "trên 5478", "exceeded"),
    (AT_LEAST_5478, "dưới 5478", "not_met"),
    (AT_LEAST_5478, "trên 5477", "not_met"),
    (UNDER_4, "dưới 4", "met"),
    (UNDER_4, "trên 4", "not_met"),
    (BETWEEN, "trên 6.8", "exceeded"),
    # changes: without a base the actual is the size
    (DOWN, "0.33", "exceeded"),
    (DOWN, "0.3", "met"),
    (DOWN, "0.29", "not_met"),
    (DOWN, "giảm 0.33", "exceeded"),
    (DOWN, {"value": "0.33", "unit": "%"}, "exceeded"),
    ({**DOWN, "better": "lower"}, "0.33", "exceeded"),
    ({"comparator": "decrease_between", "value": "1", "value_high": "1.5"}, "1.1", "met"),
    ({"comparator": "decrease_between", "value": "1", "value_high": "1.5"}, "1.51", "exceeded"),
    ({"comparator": "decrease_between", "value": "1", "value_high": "1.5"}, "1-1.5", "met"),
    ({"comparator": "decrease_between", "value": "1", "value_high": "1.5"}, "0.99", "not_met"),
    # 10. equal only when equal; maintain never exceeded
    ({"comparator": "equal", "value": "100"}, "100.0", "met"),
    ({"comparator": "equal", "value": "100"}, "101", "not_met"),
    ({"comparator": "equal", "value": "100", "tolerance_pct": "5"}, "101", "not_met"),
    (KEEP, "42", "met"),
    (KEEP, "45", "met"),
    (KEEP, "41.99", "not_met"),
    ({**KEEP, "better": "lower"}, "41", "met"),
    ({**KEEP, "better": "lower"}, "43", "not_met"),
    ({"comparator": "maintain", "value": "40", "base_value": "42"}, "41", "not_met"),
    # qualitative
    ({"comparator": "qualitative"}, "đạt", "met"),
    ({"comparator": "qualitative"}, "Không  đạt", "not_met"),
    ({"comparator": "qualitative"}, "chưa đạt", "no_data"),
    ({"comparator": "qualitative"}, "vượt", "no_data"),
    ({"comparator": "qualitative"}, "5", "no_data"),
    ({"comparator": "qualitative"}, None, "no_data"),
    # words
    (AT_LEAST_5478, "khoảng 5500", "exceeded"),
    (AT_LEAST_5478, "ước đạt 5478", "met"),
    (AT_LEAST_5478, "gần 5478", "no_data"),
    (AT_LEAST_5478, "xấp xỉ 5478", "no_data"),
    (AT_LEAST_5478, "chưa có", "no_data"),
    (AT_LEAST_5478, "", "no_data"),
    (AT_LEAST_5478, None, "no_data"),
    (AT_LEAST_5478, {"value": None}, "no_data"),
    (ABOUT_4_LOWER, "còn 2.93", "exceeded"),
    (DOWN, "còn 2.93", "no_data"),
    (DOWN, "tăng 0.5", "no_data"),
    # a percent sign is a unit
    ({**UNDER_4, "unit": "%"}, "3.1%", "met"),
    ({**UNDER_4, "unit": "%"}, "dưới 4 %", "met"),
    (DOWN, "giảm 0.33%", "exceeded"),
    (AT_LEAST_5478, "106.8%", "not_comparable"),
    ({"comparator": "qualitative"}, {"value": "đạt"}, "met"),
    (UNDER_4, {"numerator": None, "denominator": "5"}, "no_data"),
    ({**DOWN, "base_value": "5", "base_unit": "%"}, "4.5-4.6", "exceeded"),
    # a surplus answers only where a deficit is measured
    ({"comparator": "at_least", "value": "1"}, "xuất siêu 2.9", "no_data"),
    # a plan value nobody knows
    ({"comparator": "at_least", "value": None}, "5", "no_data"),
    ({"comparator": "between", "value": "1", "value_high": None}, "5", "no_data"),
    ({"comparator": "at_least", "value": "5"}, {"numerator": "1", "denominator": "0"}, "no_data"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "actual", "expected"), CASES)
def test_practice(rule, actual, expected):
    assert verdict(rule, actual) == expected


SUB = [
    {"name": "a", "comparator": "decrease_between", "value": "1", "value_high": "1.5"},
    {"name": "b", "comparator": "decrease_at_least", "value": "4"},
]
COMPOSITE = {"comparator": "composite_all", "sub": SUB}


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ({"a": "1.1", "b": "4"}, "met"),
        ({"a": "1.1", "b": "trên 4"}, "exceeded"),
        ({"a": "0.9", "b": "5"}, "not_met"),
        ({"a": "0.9", "b": None}, "not_met"),
        ({"a": "1.1"}, "no_data"),
        ({"a": "1.6", "b": "nhiều"}, "no_data"),
        ({}, "no_data"),
        (None, "no_data"),
        ("đạt", "no_data"),
        ({"a": 1.2, "b": {"value": 5}}, "exceeded"),
        ({"a": {"value": "1", "unit": "đồng"}, "b": "4"}, "met"),
        ({"a": {"numerator": "3", "denominator": "2"}, "b": "4"}, "met"),
    ],
)
def test_composites(actual, expected):
    assert verdict(COMPOSITE, actual) == expected


def test_a_part_that_cannot_be_compared_leaves_no_verdict():
    sub = [{**SUB[0], "unit": "%"}, SUB[1]]
    actual = {"a": {"value": "1", "unit": "đồng"}, "b": "5"}
    assert verdict({"comparator": "composite_all", "sub": sub}, actual) == "not_comparable"


def test_the_parts_are_shown_with_their_own_verdicts():
    outcome = judged(COMPOSITE, {"a": "1.1", "b": "5"})
    shown = [(part["name"], part["verdict"]) for part in outcome.reason.values["parts"]]
    assert shown == [("a", "met"), ("b", "exceeded")]
    assert outcome.plan_ratio_pct is None
