"""Where a measured value lies against a rule's band, under a convention's switches.

A band has a near end, which must be reached, and a far end, past which the target is exceeded;
`up` is +1 where more is better and -1 where less is. A floor is a band whose ends meet.
"""

from __future__ import annotations

from decimal import Decimal
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
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.targets import RANGES, Comparator, Rule
from dieuhanh.domain.verdicts import Verdict

from .measuring import Measured, exact_text


class Band(NamedTuple):
    """`plan` is the near end before any tolerance: roundings are held against it."""

    up: int
    near: Fraction
    far: Fraction | None
    plan: Fraction


class Finding(NamedTuple):
    """A verdict with the code and values of its reason."""

    verdict: Verdict
    code: str
    values: dict[str, Any]


def find(rule: Rule, value: Measured, switches: Switches) -> Finding:
    """The verdict on a measured value. The rule's plan value is known."""
    plan = Fraction(rule.plan or 0)
    if _asks_equality(rule, switches):
        return _equal(rule, plan, value, switches)
    band = _band(rule, plan, switches)
    good, bad = (value.high, value.low) if band.up > 0 else (value.low, value.high)
    reached = band.up * compare(good, value.edge, band.near)
    if reached > 0 or (reached == 0 and _includes_bound(rule, switches)):
        return _met(rule, band, value, bad, switches)
    margin = exact_text(abs(band.plan - good))
    if reached == 0:
        return Finding(Verdict.NOT_MET, "bound_excluded", {})
    if _rounding_reaches(rule, band, good, value.edge, switches):
        decimals = rule.stated_decimals
        return Finding(Verdict.MET, "rounded", {"margin": margin, "decimals": decimals})
    code = "short" if band.up > 0 else "over"
    return Finding(Verdict.NOT_MET, code, {"margin": margin})


def compare(value: Fraction, edge: int, bound: Fraction) -> int:
    """-1, 0 or 1; an edge breaks a tie and nothing more."""
    if value == bound:
        return edge
    return -1 if value < bound else 1


def _met(rule: Rule, band: Band, value: Measured, bad: Fraction, switches: Switches) -> Finding:
    may_exceed = not (rule.strict and switches.strict is Strict.BOUND_EXCLUDED_NEVER_EXCEEDED)
    if band.far is not None and may_exceed and band.up * compare(bad, value.edge, band.far) > 0:
        if rule.comparator is Comparator.AT_MOST and band.far != band.near:
            return Finding(Verdict.EXCEEDED, "sign_turned", {})
        return Finding(Verdict.EXCEEDED, "past", {"margin": exact_text(abs(bad - band.far))})
    return Finding(Verdict.MET, _met_code(rule, band, value, bad), {})


def _met_code(rule: Rule, band: Band, value: Measured, bad: Fraction) -> str:
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


def _rounding_reaches(
    rule: Rule, band: Band, good: Fraction, edge: int, switches: Switches
) -> bool:
    if rule.strict or switches.shortfall is Shortfall.UNROUNDED:
        return False
    return band.up * (_rounded(good, edge, rule.stated_decimals) - band.plan) >= 0


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


def _equal(rule: Rule, plan: Fraction, value: Measured, switches: Switches) -> Finding:
    """Met only when equal, within the tolerance where the convention looks at it."""
    looks = rule.approx or switches.equal_within is EqualWithin.TOLERANCE
    margin = _tolerance(rule, plan) if looks else Fraction(0)
    low_side = compare(value.high, value.edge, plan - margin)
    high_side = compare(value.low, value.edge, plan + margin)
    if low_side >= 0 and high_side <= 0:
        if value.low != value.high:
            return Finding(Verdict.MET, "range_holds_plan", {})
        code = "exactly" if value.low == plan and not value.edge else "within_tolerance"
        return Finding(Verdict.MET, code, {})
    nearest = value.high if low_side < 0 else value.low
    values = {"margin": exact_text(abs(nearest - plan))}
    if switches.shortfall is Shortfall.ROUNDED_AWAY:
        decimals = rule.stated_decimals
        if _rounded(nearest, value.edge, decimals) == plan:
            return Finding(Verdict.MET, "rounded", {**values, "decimals": decimals})
    return Finding(Verdict.NOT_MET, "differs", values)


def _band(rule: Rule, plan: Fraction, switches: Switches) -> Band:
    up = -1 if rule.lower_is_good else 1
    near, far = plan, _far_end(rule, plan, switches)
    if rule.comparator in RANGES and rule.value_high is not None and up < 0:
        near, far = Fraction(rule.value_high), plan
    target = near
    if rule.approx and switches.about is not About.ONE_SIDED:
        near -= up * _tolerance(rule, near)
        far = far if far is None else far + up * _tolerance(rule, far)
    return Band(up, near, far, target)


def _far_end(rule: Rule, plan: Fraction, switches: Switches) -> Fraction | None:
    """Past what the target is exceeded; None when it never is."""
    if rule.comparator is Comparator.MAINTAIN:
        return None
    if rule.comparator in RANGES:
        return Fraction(rule.value_high or 0)
    sign_turns = switches.ceiling_exceeded is CeilingExceeded.SIGN_TURNS
    if rule.comparator is Comparator.AT_MOST and sign_turns:
        return Fraction(0) if plan > 0 else None
    return plan


def _tolerance(rule: Rule, bound: Fraction) -> Fraction:
    return abs(bound) * Fraction(rule.tolerance_pct or Decimal(0)) / 100


__all__ = ["Band", "Finding", "compare", "find"]
