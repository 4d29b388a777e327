"""A claim held against its own figures: nothing of the books is asked.

Each test asks whether any unrounded numbers could have been printed so. "5.851, vượt 6,8%" over a
plan of 5.400 could not: 5.851 over 5.400 is 8,35 % more, whatever the rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.units import is_percent, is_points

from ..records import Claim
from ..wordlists import words_of
from .printed import HUNDRED, Interval, exactly, per_cent, unrounded
from .reasons import Mark, Reason, Value

_MOST_SHARE = 100


def of_itself(claim: Claim) -> Iterator[Reason]:
    """Every way in which the claim's own figures cannot all be right."""
    value = unrounded(claim.value, claim.value_high, about=claim.bound == "about")
    yield from _against_plan(claim, value)
    if claim.prev_value is not None and claim.yoy_pct is not None and _amount_before(claim):
        base = unrounded(claim.prev_value)
        yield from _excess(claim, value, base, claim.yoy_pct, "yoy", claim.prev_value)
    yield from _counts(claim)


def _against_plan(claim: Claim, value: Interval) -> Iterator[Reason]:
    if claim.plan_value is None or not _an_amount(claim):
        return
    yield from against_plan(claim, value, unrounded(claim.plan_value, claim.plan_value_high))


def against_plan(
    claim: Claim, value: Interval, plan: Interval, told: Decimal | None = None, link: str = ""
) -> Iterator[Reason]:
    """The excess and the ratio the claim states, against that plan."""
    shown = told if told is not None else claim.plan_value
    if shown is None:
        return
    if claim.vs_plan_pct is not None:
        yield from _excess(claim, value, plan, claim.vs_plan_pct, "vs_plan", shown, link)
    ratio = value.over(plan)
    if claim.plan_ratio_pct is not None and ratio is not None:
        made = ratio.times(HUNDRED)
        if not made.meets(unrounded(claim.plan_ratio_pct)):
            yield _reason("ratio", claim, claim.plan_ratio_pct, per_cent(made), shown, link)


def _excess(
    claim: Claim, value: Interval, base: Interval, stated: Decimal, code: str, shown: Decimal,
    link: str = "",
) -> Iterator[Reason]:  # fmt: skip
    ratio = value.over(base)
    if ratio is None:
        return
    made = ratio.times(HUNDRED).plus(-HUNDRED)
    if not made.meets(unrounded(stated)):
        yield _reason(code, claim, stated, per_cent(made), shown, link)


def _reason(
    code: str, claim: Claim, stated: Decimal, made: Decimal, base: Decimal, link: str = ""
) -> Reason:
    values: dict[str, Value] = {
        "value": claim.value, "unit": claim.unit, "base": base, "stated": stated, "made": made,
    }  # fmt: skip
    return Reason(Mark.INCONSISTENT, code, values, link)


def _counts(claim: Claim) -> Iterator[Reason]:
    """Numerator and denominator: 46 of 82 is not 60 %; more than all cannot be."""
    top, bottom = claim.numerator, claim.denominator
    if top is not None and bottom is not None and bottom > 0:
        if top > bottom and claim.kind in {"share", "count"}:
            yield Reason(Mark.INCONSISTENT, "more_than_all", {"top": top, "bottom": bottom})
        share = exactly(top).over(exactly(bottom))
        if claim.kind == "share" and is_percent(claim.unit) and share is not None:
            made = share.times(HUNDRED)
            value = unrounded(claim.value, claim.value_high, about=claim.bound == "about")
            if claim.bound in {None, "about"} and not made.meets(value):
                values = {
                    "top": top,
                    "bottom": bottom,
                    "stated": claim.value,
                    "made": per_cent(made),
                }
                yield Reason(Mark.INCONSISTENT, "share", values)
    over = claim.value > _MOST_SHARE and is_percent(claim.unit) and not is_points(claim.unit)
    # Completion and coverage may pass 100 %; a share told with its numerator may not.
    if claim.kind == "share" and over and claim.plan_ratio_pct is None and top is not None:
        yield Reason(Mark.INCONSISTENT, "over_hundred", {"stated": claim.value})


def _amount_before(claim: Claim) -> bool:
    """Whether the earlier value is an amount in the claim's unit: "(cùng kỳ giảm 64%)" is none."""
    if not _an_amount(claim) or claim.prev_value is None:
        return False
    after = claim.quote.partition(write_vi(claim.prev_value))[2]
    return words_of(after)[:1] == words_of(claim.unit)[:1]


def _an_amount(claim: Claim) -> bool:
    """Whether an excess over the claim's plan is relative: of a rate it may be points."""
    return not (is_percent(claim.unit) or is_points(claim.unit))


__all__ = ["against_plan", "of_itself"]
