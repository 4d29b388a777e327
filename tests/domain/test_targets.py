"""The one bridge from a stored pair (kind, comparator) to the rule that judging reads."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Better
from dieuhanh.domain.targets import (
    Comparator,
    Part,
    PlanComparator,
    Rule,
    TargetKind,
    comparators_of,
    rule_of,
)
from dieuhanh.domain.wording import message

LEVEL = [
    ("at_least", Comparator.AT_LEAST, False, False),
    ("more_than", Comparator.AT_LEAST, True, False),
    ("at_most", Comparator.AT_MOST, False, False),
    ("less_than", Comparator.AT_MOST, True, False),
    ("equal", Comparator.EQUAL, False, False),
    ("about", Comparator.EQUAL, False, True),
]
PART = Part("a", Rule(Comparator.AT_LEAST, Decimal(1)))


@pytest.mark.parametrize("kind", ["level", "cumulative", "average"])
@pytest.mark.parametrize(("word", "comparator", "strict", "approx"), LEVEL)
def test_a_level_reads_its_words(kind, word, comparator, strict, approx):
    rule = rule_of(kind, word, value=Decimal(4))
    assert (rule.comparator, rule.strict, rule.approx) == (comparator, strict, approx)


@pytest.mark.parametrize(
    ("kind", "comparator"),
    [
        ("increase", Comparator.INCREASE_AT_LEAST),
        ("decrease", Comparator.DECREASE_AT_LEAST),
        ("growth", Comparator.GROWTH_AT_LEAST),
    ],
)
@pytest.mark.parametrize(
    ("word", "strict", "approx"),
    [("at_least", False, False), ("more_than", True, False)],
)
def test_a_change_reads_its_words(kind, comparator, word, strict, approx):
    rule = rule_of(kind, word, value=Decimal(4))
    assert (rule.comparator, rule.strict, rule.approx) == (comparator, strict, approx)


@pytest.mark.parametrize("kind", ["increase", "growth"])
@pytest.mark.parametrize(
    ("word", "comparator", "strict", "approx"),
    [
        ("between", Comparator.BETWEEN, False, False),
        ("at_most", Comparator.AT_MOST, False, False),
        ("less_than", Comparator.AT_MOST, True, False),
        ("equal", Comparator.EQUAL, False, False),
        ("about", Comparator.EQUAL, False, True),
    ],
)
def test_other_words_of_a_change_read_its_size(kind, word, comparator, strict, approx):
    base = {"base_value": Decimal(100), "base_unit": "tỷ đồng"}
    rule = rule_of(kind, word, value=Decimal(4), value_high=Decimal(5), unit="%", **base)
    assert (rule.comparator, rule.strict, rule.approx) == (comparator, strict, approx)
    assert rule.base_value is None


def test_a_decrease_may_be_a_range_from_its_base():
    rule = rule_of("decrease", "between", value=Decimal(1), value_high=Decimal("1.5"))
    assert rule.comparator is Comparator.DECREASE_BETWEEN


def test_every_pair_is_either_a_rule_or_a_located_refusal_that_says_what_to_use():
    for kind in TargetKind:
        for word in PlanComparator:
            parts = [PART] if word is PlanComparator.COMPOSITE else []
            if word in comparators_of(kind):
                rule_of(kind, word, value=Decimal(1), value_high=Decimal(2), parts=parts)
                continue
            with pytest.raises(BadInput) as refused:
                rule_of(kind, word, value=Decimal(1), value_high=Decimal(2), parts=parts)
            assert refused.value.place.column == "comparator"
            assert comparators_of(kind)[0].value in message(refused.value)


def test_unknown_words_are_refused_by_column():
    for kind, word, column in [("mức", "at_least", "kind"), ("level", "lớn hơn", "comparator")]:
        with pytest.raises(BadInput) as refused:
            rule_of(kind, word)
        assert refused.value.place.column == column


def test_about_needs_to_know_which_way_is_good():
    with pytest.raises(BadInput, match="about_without_better"):
        rule_of("level", "about", value=Decimal(4), better=Better.NONE)
    assert rule_of("level", "equal", value=Decimal(4), better=Better.NONE).value == 4


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"value": Decimal(2), "value_high": Decimal(1)}, "value_high"),
        ({"tolerance_pct": Decimal(-1)}, "tolerance_pct"),
        ({"decimals": -1}, "decimals"),
        ({"decimals": 10_000}, "decimals"),
        ({"parts": (PART,)}, "sub"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused_by_field(fields, column):
    with pytest.raises(BadInput) as refused:
        Rule(Comparator.BETWEEN, **fields)
    assert refused.value.place.column == column


def test_composites_have_parts_of_their_own_names_and_only_one_level():
    composite = Rule(Comparator.COMPOSITE_ALL, parts=(PART,))
    for parts in [(), (PART, PART), (Part("b", composite),)]:
        with pytest.raises(BadInput) as refused:
            Rule(Comparator.COMPOSITE_ALL, parts=parts)
        assert refused.value.place.column == "sub"
