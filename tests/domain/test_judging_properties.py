"""What must hold of every verdict, whatever the numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.indicators import Better
from dieuhanh.domain.judging import Actual, judge
from dieuhanh.domain.targets import CHANGES, Comparator, Part, Rule
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.exchange.law import load_conventions

CONVENTIONS = load_conventions()
RANK = {Verdict.NOT_MET: 0, Verdict.MET: 1, Verdict.EXCEEDED: 2}
BOUNDED = [
    Comparator.AT_LEAST,
    Comparator.AT_MOST,
    Comparator.BETWEEN,
    Comparator.INCREASE_AT_LEAST,
    Comparator.DECREASE_AT_LEAST,
    Comparator.DECREASE_BETWEEN,
    Comparator.GROWTH_AT_LEAST,
    Comparator.MAINTAIN,
]

conventions = st.sampled_from(list(CONVENTIONS.values()))
numbers = st.decimals(-500, 500, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def rules(draw: st.DrawFn, comparators: list[Comparator] = BOUNDED) -> Rule:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Rule(
        draw(st.sampled_from(comparators)),
        low,
        high,
        better=draw(st.sampled_from([Better.HIGHER, Better.LOWER])),
        strict=draw(st.booleans()),
        decimals=draw(st.none() | st.integers(0, 3)),
    )


def rank(rule: Rule, actual: Actual, convention) -> int:
    return RANK[judge(rule, actual, convention).verdict]


@given(rules(), numbers, numbers, conventions)
def test_a_better_number_never_gets_a_worse_verdict(rule, one, other, convention):
    worse, better = sorted((one, other), reverse=rule.lower_is_good)
    assert rank(rule, Actual.of(worse), convention) <= rank(rule, Actual.of(better), convention)


@given(rules(), numbers, conventions)
def test_just_past_a_number_lies_between_its_neighbours(rule, number, convention):
    below, above = Actual.of(number, bound="less_than"), Actual.of(number, bound="more_than")
    ranks = [rank(rule, actual, convention) for actual in (below, Actual.of(number), above)]
    assert ranks == sorted(ranks, reverse=rule.lower_is_good)


@given(rules(), numbers, numbers)
def test_an_estimate_lies_between_its_ends_in_practice(rule, one, other):
    practice = CONVENTIONS["practice"]
    ends = [rank(rule, Actual.of(end), practice) for end in (one, other)]
    assert min(ends) <= rank(rule, Actual.of(one, other), practice) <= max(ends)


@given(rules(), numbers)
def test_rounding_never_worsens(rule, number):
    rounded = CONVENTIONS["rounded"]
    unrounded = replace(rounded, switches=replace(CONVENTIONS["literal"].switches))
    rule = replace(rule, strict=False)
    assert rank(rule, Actual.of(number), rounded) >= rank(rule, Actual.of(number), unrounded)


@given(numbers, numbers, conventions)
def test_a_plain_floor_follows_its_sign(plan, number, convention):
    verdict = judge(Rule(Comparator.AT_LEAST, plan, decimals=2), Actual.of(number), convention)
    assert verdict.verdict.is_met is (number >= plan)


@given(
    rules([c for c in BOUNDED if c is not Comparator.MAINTAIN]),
    numbers,
    st.sampled_from([1000, 1_000_000]),
    st.sampled_from(["practice", "literal"]),
)
def test_verdict_and_completion_do_not_hang_on_the_unit(rule, number, size, name):
    unit = {1000: "nghìn tỷ đồng", 1_000_000: "triệu tỷ đồng"}[size]
    small = replace(rule, unit="tỷ đồng")
    large = replace(
        rule,
        unit=unit,
        value=rule.value.scaleb(-len(str(size)) + 1),
        value_high=rule.value_high.scaleb(-len(str(size)) + 1),
    )
    actual = Actual.of(number, unit="tỷ đồng")
    ours, theirs = (judge(each, actual, CONVENTIONS[name]) for each in (small, large))
    assert (ours.verdict, ours.plan_ratio_pct) == (theirs.verdict, theirs.plan_ratio_pct)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.decimals(0, 100, places=2))
def test_a_share_is_judged_by_cross_multiplication(numerator, denominator, plan):
    rule = Rule(Comparator.AT_LEAST, plan, unit="%")
    actual = Actual.ratio(Decimal(numerator), Decimal(denominator))
    outcome = judge(rule, actual, CONVENTIONS["practice"])
    assert outcome.verdict.is_met is (numerator * 100 >= Fraction(plan) * denominator)


@given(st.data(), conventions)
def test_the_order_of_parts_does_not_matter(data, convention):
    size = data.draw(st.integers(1, 4))
    parts = [Part(str(n), data.draw(rules())) for n in range(size)]
    actuals = {
        part.name: data.draw(st.just(Actual.missing()) | numbers.map(Actual.of)) for part in parts
    }
    shuffled = data.draw(st.permutations(parts))
    verdicts = {
        judge(
            Rule(Comparator.COMPOSITE_ALL, parts=tuple(order)), Actual.of_parts(actuals), convention
        ).verdict
        for order in (parts, shuffled)
    }
    assert len(verdicts) == 1
    alone = {judge(part.rule, actuals[part.name], convention).verdict for part in parts}
    (whole,) = verdicts
    assert (whole is Verdict.NOT_MET) == (Verdict.NOT_MET in alone)


@pytest.mark.parametrize("name", list(CONVENTIONS))
@given(base=st.decimals("0.01", 500, places=2), level=numbers, wanted=st.decimals(0, 50, places=1))
def test_a_rise_from_a_base_mirrors_a_fall(name, base, level, wanted):
    """Rising by x from b to b + d is judged as falling by x from b to b - d."""
    convention = CONVENTIONS[name]
    rise = Rule(Comparator.INCREASE_AT_LEAST, wanted, base_value=base)
    fall = Rule(Comparator.DECREASE_AT_LEAST, wanted, base_value=base)
    up = judge(rise, Actual.of(level), convention)
    down = judge(fall, Actual.of(2 * base - level), convention)
    assert (up.verdict, up.plan_ratio_pct) == (down.verdict, down.plan_ratio_pct)


def test_every_change_is_covered_by_the_bounded_rules():
    assert set(BOUNDED) >= CHANGES
