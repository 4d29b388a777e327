"""`literal` and `rounded`, word by word of what they promise."""

from __future__ import annotations

import pytest

from tests.domain.judging_table import ratio, verdict

ABOUT = {"comparator": "equal", "value": "100", "approx": True}
ABOUT_2 = {**ABOUT, "tolerance_pct": "2"}
EQUAL = {"comparator": "equal", "value": "100", "decimals": "0"}
FLOOR = {"comparator": "at_least", "value": "5.0", "decimals": "1"}
CEILING = {"comparator": "at_most", "value": "4", "decimals": "0"}
OVER = {"comparator": "at_least", "value": "4", "strict": True}
UNDER = {"comparator": "at_most", "value": "4", "strict": True}
BETWEEN = {"comparator": "between", "value": "6.0", "value_high": "6.5", "decimals": "1"}
KEEP = {"comparator": "maintain", "value": "42.0", "decimals": "1"}
SHARE = {"comparator": "at_least", "value": "56", "unit": "%", "decimals": "0"}

LITERAL = [
    # equal and approx need equality within tolerance, none = 0
    (ABOUT, "100", "met"),
    (ABOUT, "100.01", "not_met"),
    (ABOUT, "99.99", "not_met"),
    (ABOUT_2, "102", "met"),
    (ABOUT_2, "98", "met"),
    (ABOUT_2, "102.01", "not_met"),
    (ABOUT_2, "97.99", "not_met"),
    (EQUAL, "100.00", "met"),
    (EQUAL, "101", "not_met"),
    ({**EQUAL, "tolerance_pct": "1"}, "101", "met"),
    ({"comparator": "growth_at_least", "value": "6.5", "approx": True}, "7", "not_met"),
    # strict excludes the bound
    (OVER, "4", "not_met"),
    (OVER, "trên 4", "exceeded"),
    (OVER, "4.1", "exceeded"),
    (UNDER, "4", "not_met"),
    (UNDER, "dưới 4", "exceeded"),
    # the sign, on unrounded decimals
    (FLOOR, "4.999", "not_met"),
    (FLOOR, "5", "met"),
    (FLOOR, "5.001", "exceeded"),
    (CEILING, "4", "met"),
    (CEILING, "3.9", "exceeded"),
    (CEILING, "4.1", "not_met"),
    # a range: met inside, exceeded past its good end
    (BETWEEN, "6", "met"),
    (BETWEEN, "6.5", "met"),
    (BETWEEN, "6.51", "exceeded"),
    (BETWEEN, "5.99", "not_met"),
    ({**BETWEEN, "better": "lower"}, "5.99", "exceeded"),
    # a range actual is judged by its low number
    (FLOOR, "4.9-5.5", "not_met"),
    (FLOOR, "5-5.5", "met"),
    (CEILING, "3.9-4.5", "exceeded"),
    (KEEP, "42", "met"),
    (KEEP, "50", "met"),
    (KEEP, "41.99", "not_met"),
]  # fmt: skip

ROUNDED = [
    # a shortfall that vanishes when rounded half up to the stated decimals is met
    (FLOOR, "4.95", "met"),
    (FLOOR, "4.949", "not_met"),
    (FLOOR, "5.001", "exceeded"),
    ({**FLOOR, "decimals": "0"}, "4.5", "met"),
    # where no decimals are stated, nothing is rounded away
    ({"comparator": "at_least", "value": "8"}, "7.5", "not_met"),
    ({"comparator": "between", "value": "5", "value_high": "6"}, "4.8", "not_met"),
    (BETWEEN, "5.95", "met"),
    (CEILING, "4.4", "met"),
    (CEILING, "4.5", "not_met"),
    (KEEP, "41.95", "met"),
    (KEEP, "41.94", "not_met"),
    (EQUAL, "99.6", "met"),
    # excess is judged unrounded
    (EQUAL, "100.4", "not_met"),
    (EQUAL, "99.4", "not_met"),
    ({**EQUAL, "better": "lower"}, "100.4", "met"),
    ({**EQUAL, "better": "lower"}, "99.6", "not_met"),
    # a percentage from its counts is rounded to the stated decimals first
    (SHARE, {"numerator": "46", "denominator": "82"}, "met"),
    ({**SHARE, "value": "56.0", "decimals": "1"}, {"numerator": "46", "denominator": "82"}, "exceeded"),
    # strict comparators are never rounded, exclude the bound, give met or not met only
    (OVER, "4", "not_met"),
    (OVER, "3.9", "not_met"),
    (OVER, "5", "met"),
    (UNDER, "4", "not_met"),
    (UNDER, "4.1", "not_met"),
    (UNDER, "-3", "met"),
    ({**SHARE, "strict": True}, {"numerator": "46", "denominator": "82"}, "met"),
    # approx is met within its tolerance
    (ABOUT_2, "98", "met"),
    (ABOUT_2, "102", "met"),
    (ABOUT_2, "102.1", "exceeded"),
    (ABOUT_2, "97.9", "not_met"),
    ({**ABOUT_2, "better": "lower"}, "97.9", "exceeded"),
    (ABOUT, "100.1", "exceeded"),
    (ABOUT, "99", "not_met"),
    # between: inside met, above the top exceeded; at most: below is exceeded
    (BETWEEN, "6.5", "met"),
    (BETWEEN, "6.51", "exceeded"),
    (CEILING, "4", "met"),
    (CEILING, "3.99", "exceeded"),
    # maintain: not below the base, met or not met
    (KEEP, "60", "met"),
    (KEEP, "41", "not_met"),
    # an estimate's good end, as in practice
    (FLOOR, "4.9-5.1", "met"),
    # just past a half, or just short of it, is no half
    ({"comparator": "at_least", "value": "3", "decimals": "0"}, "2.5", "met"),
    ({"comparator": "at_least", "value": "3", "decimals": "0"}, "dưới 2.5", "not_met"),
    ({"comparator": "at_most", "value": "2", "decimals": "0"}, "trên 2.4", "met"),
    ({"comparator": "at_most", "value": "2", "decimals": "0"}, "dưới 2.5", "met"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "actual", "expected"), LITERAL)
def test_literal(rule, actual, expected):
    assert verdict(rule, actual, "literal") == expected


@pytest.mark.parametrize(("rule", "actual", "expected"), ROUNDED)
def test_rounded(rule, actual, expected):
    assert verdict(rule, actual, "rounded") == expected


@pytest.mark.parametrize("convention", ["practice", "literal", "rounded"])
@pytest.mark.parametrize(
    ("rule", "actual", "expected"),
    [
        # relative when the rule is in % and the base is not
        ({"comparator": "growth_at_least", "value": "6.5", "unit": "%", "base_value": "40000"}, "42600", "met"),
        ({"comparator": "increase_at_least", "value": "10", "unit": "%", "base_value": "200", "base_unit": "tỷ đồng"}, "220", "met"),
        ({"comparator": "decrease_at_least", "value": "20", "unit": "%", "base_value": "50"}, "41", "not_met"),
        # in points when the base is a percentage, or the rule is in points
        ({"comparator": "increase_at_least", "value": "2", "unit": "%", "base_value": "40", "base_unit": "%"}, "42", "met"),
        ({"comparator": "increase_at_least", "value": "2", "unit": "điểm %", "base_value": "40"}, "42", "met"),
        ({"comparator": "decrease_at_least", "value": "0.3", "unit": "điểm %", "base_value": "2.16", "base_unit": "%"}, "1.86", "met"),
        # in the rule's unit otherwise, converted
        ({"comparator": "increase_at_least", "value": "500", "unit": "người", "base_value": "12", "base_unit": "nghìn người"}, "12.5", "met"),
        ({"comparator": "increase_at_least", "value": "500", "unit": "người", "base_value": "12", "base_unit": "nghìn người"}, {"value": "12500", "unit": "người"}, "met"),
        ({"comparator": "increase_at_least", "value": "3", "base_value": "10"}, "13", "met"),
        ({"comparator": "at_least", "value": "22.73", "unit": "nghìn tỷ đồng"}, {"value": "22730", "unit": "tỷ đồng"}, "met"),
        ({"comparator": "at_least", "value": "22.73", "unit": "nghìn tỷ đồng"}, {"value": "22730", "unit": "tỷ"}, "met"),
        ({"comparator": "at_least", "value": "5", "unit": "%"}, {"value": "5", "unit": "điểm %"}, "met"),
        # what cannot be compared
        ({"comparator": "at_least", "value": "5", "unit": "tỷ đồng"}, {"value": "5", "unit": "USD"}, "not_comparable"),
        ({"comparator": "growth_at_least", "value": "5", "unit": "%", "base_value": "0"}, "5", "not_comparable"),
        ({"comparator": "growth_at_least", "value": "5", "unit": "%", "base_value": "-3"}, "5", "not_comparable"),
        ({"comparator": "growth_at_least", "value": "5", "unit": "%", "base_value": "100"}, {"value": "5", "unit": "%"}, "not_comparable"),
        ({"comparator": "increase_at_least", "value": "5", "unit": "điểm %", "base_value": "3", "base_unit": "tỷ đồng"}, "5", "not_comparable"),
    ],
)  # fmt: skip
def test_changes_and_units_are_read_alike_everywhere(convention, rule, actual, expected):
    assert verdict(rule, actual, convention) == expected


@pytest.mark.parametrize("convention", ["practice", "literal", "rounded"])
@pytest.mark.parametrize(
    ("rule", "actual", "expected"),
    [
        ({"comparator": "at_least", "value": "5478"}, "5851", "106.8"),
        ({"comparator": "at_least", "value": "5478"}, "5220", "95.3"),
        ({"comparator": "at_least", "value": "100"}, "0", "0.0"),
        ({"comparator": "at_least", "value": "10000"}, "9995", "100.0"),
        ({"comparator": "at_most", "value": "4"}, "3.1", "77.5"),
        ({"comparator": "equal", "value": "4", "approx": True, "better": "lower"}, "2.79", "69.8"),
        ({"comparator": "between", "value": "5", "value_high": "6"}, "4.8", "96.0"),
        ({"comparator": "between", "value": "5", "value_high": "6", "better": "lower"}, "6", "120.0"),
        ({"comparator": "at_least", "value": "4.8"}, "4.4-4.9", "91.7"),
        ({"comparator": "maintain", "value": "40", "base_value": "42"}, "42", "100.0"),
        ({"comparator": "decrease_at_least", "value": "20", "unit": "%", "base_value": "50"}, "41", "90.0"),
        ({"comparator": "decrease_at_least", "value": "20"}, "18", "90.0"),
        ({"comparator": "decrease_at_least", "value": "20", "unit": "%", "base_value": "50"}, "51", None),
        ({"comparator": "at_least", "value": "22.7", "unit": "nghìn tỷ"}, {"value": "22730", "unit": "tỷ"}, "100.1"),
        ({"comparator": "at_least", "value": "0"}, "5", None),
        ({"comparator": "at_least", "value": "-5"}, "-4", None),
        ({"comparator": "at_most", "value": "3"}, "-1", None),
        ({"comparator": "at_most", "value": "3"}, "xuất siêu", None),
        ({"comparator": "at_least", "value": "5"}, None, None),
        ({"comparator": "qualitative"}, "đạt", None),
    ],
)  # fmt: skip
def test_completion(convention, rule, actual, expected):
    assert ratio(rule, actual, convention) == expected
