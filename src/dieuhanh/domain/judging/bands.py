"""Where a measured value lies against a rule's band, under a convention's switches.

A band has a near end, which must be reached, and a far end, past which the target is exceeded;
`up` is +1 where more is better and -1 where less is. A floor is a band whose ends meet.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from dieuhanh.domain.conventions import (
    About,
    CeilingExceeded,
    EqualWithin,
    Shortfall,
    Strict,
    Switches,
)
from dieuhanh.domain.numbers import Exact, half_up, plain
from dieuhanh.domain.targets import RANGES, Comparator, Rule
from dieuhanh.domain.verdicts import Verdict

from .measuring import Measured, exact_text

_EXACT = Context(prec=200)


class Band(NamedTuple):
    """`plan` is the near end before any tolerance: roundings are held against it."""

    up: int
    near: Exact
    far: Exact | None
    plan: Exact


class Finding(NamedTuple):
    """A verdict with the code and values of its reason."""

    verdict: Verdict
    code: str
    values: dict[str, Any]


def find(rule: Rule, value: Measured, switches: Switches) -> Finding:
    """The verdict on a measured value. The rule's plan value is known."""
    number: type[Decimal | Fraction] = Decimal
    # Comparing and subtracting decimals is exact, and three times as quick as fractions.
    if rule.tolerance_pct or isinstance(value.low, Fraction) or isinstance(value.high, Fraction):
        value, number = value.in_fractions(), Fraction
    plan = number(rule.plan or 0)
    if _asks_equality(rule, switches):
        return _equal(rule, plan, value, switches)
    band = _band(rule, plan, number(rule.value_high or 0), switches)
    good, bad = (value.high, value.low) if band.up > 0 else (value.low, value.high)
    reached = band.up * compare(good, value.edge, band.near)
    if reached > 0 or (reached == 0 and _includes_bound(rule, switches)):
        return _met(rule, band, value, bad, switches)
    margin = _distance(band.plan, good)
    if reached == 0:
        return Finding(Verdict.NOT_MET, "bound_excluded", {})
    if _rounding_reaches(rule, band, good, value.edge, switches):
        return Finding(Verdict.MET, "rounded", {"margin": margin, "decimals": rule.decimals})
    code = "short" if band.up > 0 else "over"
    return Finding(Verdict.NOT_MET, code, {"margin": margin})


def compare(value: Exact, edge: int, bound: Exact) -> int:
    """-1, 0 or 1; an edge breaks a tie and nothing more."""
    if value == bound:
        return edge
    return -1 if value < bound else 1


def _distance(one: Exact, other: Exact) -> str:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return plain(_EXACT.subtract(one, other).copy_abs())
    return exact_text(abs(Fraction(one) - Fraction(other)))


def _met(rule: Rule, band: Band, value: Measured, bad: Exact, switches: Switches) -> Finding:
    may_exceed = not (rule.strict and switches.strict is Strict.BOUND_EXCLUDED_NEVER_EXCEEDED)
    if band.far is not None and may_exceed and band.up * compare(bad, value.edge, band.far) > 0:
        if rule.comparator is Comparator.AT_MOST and band.far != band.near:
            return Finding(Verdict.EXCEEDED, "sign_turned", {})
        return Finding(Verdict.EXCEEDED, "past", {"margin": _distance(bad, band.far)})
    return Finding(Verdict.MET, _met_code(rule, band, value, bad), {})


def _met_code(rule: Rule, band: Band, value: Measured, bad: Exact) -> str:
    """How it was met: reached by an estimate's good end only, kept, within, inside, or exactly."""
    if band.up * compare(bad, value.edge, band.near) < 0:
        return "good_end"
    if band.near != band.plan and band.up * compare(bad, value.edge, band.plan) < 0:
        return "within_tolerance"
    if rule.comparator is Comparator.MAINTAIN:
        return "kept"
    if value.low == value.high == band.plan and not value.edge:
        return "exactly"
    if rule.comparator is Comparator.AT_MOST:
        return "under_ceiling"
    return "inside" if rule.comparator in RANGES else "reached"


def _includes_bound(rule: Rule, switches: Switches) -> bool:
    return not rule.strict or switches.strict is Strict.BOUND_INCLUDED


def _rounding_reaches(rule: Rule, band: Band, good: Exact, edge: int, switches: Switches) -> bool:
    """Only to decimals the target states; where it states none, nothing is rounded away."""
    unrounded = rule.strict or switches.shortfall is Shortfall.UNROUNDED
    if unrounded or rule.decimals is None:
        return False
    short = _rounded(Fraction(good), edge, rule.decimals) - Fraction(band.plan)
    return band.up * short >= 0


def _rounded(value: Fraction, edge: int, decimals: int) -> Fraction:
    """Half up; just past a half, or just short of it, is no half."""
    step = Fraction(1, 10**decimals)
    if edge and (value / step * 2).denominator == 1 and (value / step).denominator != 1:
        return value + edge * step / 2
    return Fraction(half_up(value, decimals))


def _asks_equality(rule: Rule, switches: Switches) -> bool:
    if rule.approx:
        single = rule.comparator not in RANGES and rule.comparator is not Comparator.MAINTAIN
        return single and switches.about is About.EQUALITY
    return rule.comparator is Comparator.EQUAL


def _equal(rule: Rule, plan: Exact, value: Measured, switches: Switches) -> Finding:
    """Met only when equal, within the tolerance where the convention looks at it."""
    looks = rule.approx or switches.equal_within is EqualWithin.TOLERANCE
    floor = ceiling = plan
    if looks and rule.tolerance_pct:
        floor, ceiling = _widened(plan, rule, -1), _widened(plan, rule, 1)
    low_side = compare(value.high, value.edge, floor)
    high_side = compare(value.low, value.edge, ceiling)
    if low_side >= 0 and high_side <= 0:
        if value.low != value.high:
            return Finding(Verdict.MET, "range_holds_plan", {})
        code = "exactly" if value.low == plan and not value.edge else "within_tolerance"
        return Finding(Verdict.MET, code, {})
    nearest = value.high if low_side < 0 else value.low
    values: dict[str, Any] = {"margin": _distance(nearest, plan)}
    falls_short = high_side > 0 if rule.lower_is_good else low_side < 0
    rounds = falls_short and switches.shortfall is Shortfall.ROUNDED_AWAY
    decimals = rule.decimals if rounds else None
    if decimals is not None and _rounded(Fraction(nearest), value.edge, decimals) == Fraction(plan):
        return Finding(Verdict.MET, "rounded", {**values, "decimals": decimals})
    return Finding(Verdict.NOT_MET, "differs", values)


def _band(rule: Rule, plan: Exact, high: Exact, switches: Switches) -> Band:
    up = -1 if rule.lower_is_good else 1
    near, far = plan, _far_end(rule, plan, high, switches)
    if up < 0 and rule.comparator in RANGES:
        near, far = high, plan
    target = near
    if rule.approx and rule.tolerance_pct and switches.about is not About.ONE_SIDED:
        near = _widened(near, rule, -up)
        far = None if far is None else _widened(far, rule, up)
    return Band(up, near, far, target)


def _far_end(rule: Rule, plan: Exact, high: Exact, switches: Switches) -> Exact | None:
    """Past what the target is exceeded; None when it never is."""
    if rule.comparator is Comparator.MAINTAIN:
        return None
    if rule.comparator in RANGES:
        return high
    sign_turns = switches.ceiling_exceeded is CeilingExceeded.SIGN_TURNS
    if rule.comparator is Comparator.AT_MOST and sign_turns:
        return plan * 0 if plan > 0 else None
    return plan


def _widened(bound: Exact, rule: Rule, way: int) -> Fraction:
    tolerance = abs(Fraction(bound)) * Fraction(rule.tolerance_pct or 0) / 100
    return Fraction(bound) + way * tolerance


__all__ = ["Band", "Finding", "compare", "find"]
