"""Growth held against the base told behind it: "tăng 6,8% so với kế hoạch 5.400 tỷ đồng".

Also a change told in an amount and in per cent: "tăng 451 tỷ đồng, tương đương 6,8%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.units import convert, is_percent, is_points

from ..numbers import value_of
from ..records import Claim
from .printed import HUNDRED, Interval, per_cent, unrounded
from .reasons import Mark, Reason, Value

_NUMBER = r"(?>\d[\d.]*(?:,\d+)?)"
_PLANS = "kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết"
_UNIT = r"(?P<unit>[^\d,.;:()\n%]{0,30})"
_UP = r"tăng|vượt|cao hơn|hơn"
_DOWN = r"giảm|hụt|thấp hơn"
_BASE = re.compile(
    rf"(?P<way>{_UP}|{_DOWN}|bằng|đạt)\s+(?:thêm\s+)?(?P<pct>{_NUMBER})\s?%\s+so với\s+"
    r"(?P<what>[^\d,.;:()\n%]{2,40}?(?:(?:19|20)\d\d)?)\s*"
    rf"(?:\(\s*(?:là\s+|đạt\s+)?|(?<=\s)là\s+|(?<=kế hoạch )|(?<=dự toán ))"
    rf"(?P<base>{_NUMBER})(?!\s*[%/]){_UNIT}",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"(?P<way>{_UP}|{_DOWN})\s+(?:thêm\s+)?(?P<base>{_NUMBER})(?!\s*[%/]){_UNIT}"
    r"(?:(?:,\s*|\s+|\(\s*)(?:tương đương|tương ứng|hay)(?:\s+với)?"
    rf"(?:\s+(?:tăng|giảm|vượt))?\s+|\(\s*(?:tăng|giảm|vượt)?\s*)(?P<pct>{_NUMBER})\s?%"
    r"(?=\s*(?:[).,;]|so với|kế hoạch|dự toán|cùng kỳ|$))",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A rate and the amount behind it, by the words of the text."""

    stated: Decimal
    base: Decimal
    """In the claim's unit."""
    of_plan: bool
    ratio: bool

    def is_change(self, claim: Claim) -> bool:
        """Whether the amount behind the rate is what the claim grew by: "tăng 10% (545 tỷ đồng)"."""
        value, base = _value(claim), unrounded(abs(self.base))
        if self.stated < 0:
            base = base.times(-1)
            base = Interval(base.high, base.low)
        before = Interval(value.low - base.high, value.high - base.low)
        made = _grown(value, before, ratio=self.ratio)
        return made is not None and made.meets(unrounded(self.stated))


def bases_told(text: str, claims: Sequence[Claim]) -> Iterator[tuple[int, Told]]:
    """Per claim of an amount the base its own rate is told over, in its unit."""
    for match in _BASE.finditer(text):
        index = _owner(claims, match.start("pct"))
        base = None if index is None else _amount(match, claims[index].unit)
        stated = _number(match["pct"])
        if index is None or base is None or stated is None or not _rated(claims[index], stated):
            continue
        way = match["way"].lower()
        sign = -1 if re.fullmatch(_DOWN, way) else 1
        of_plan = re.search(_PLANS, match["what"].lower()) is not None
        yield index, Told(stated * sign, base, of_plan, way in {"bằng", "đạt"})


def base_reason(claim: Claim, told: Told) -> Reason | None:
    """What is wrong with a rate over its base."""
    made = _grown(_value(claim), unrounded(told.base), ratio=told.ratio)
    if made is None or made.meets(unrounded(told.stated)) or told.is_change(claim):
        return None
    code = "vs_plan" if told.of_plan else "yoy"
    if told.ratio:
        code = "ratio" if told.of_plan else "ratio_before"
    return _reason(code, claim, told, made)


def changes_told(text: str, claims: Sequence[Claim]) -> Iterator[tuple[int, Reason]]:
    """Amounts whose change in an amount and the one in per cent cannot both be right."""
    for match in _AMOUNT.finditer(text):
        index = _owner(claims, match.start("way"), before=match.start("way"))
        change = None if index is None else _amount(match, claims[index].unit)
        stated = _number(match["pct"])
        if index is None or change is None or stated is None:
            continue
        claim, sign = claims[index], -1 if re.fullmatch(_DOWN, match["way"].lower()) else 1
        value = _value(claim)
        moved = unrounded(change * sign)
        made = _grown(value, Interval(value.low - moved.high, value.high - moved.low), ratio=False)
        if made is not None and not made.meets(unrounded(stated * sign)):
            yield index, _reason("change", claim, Told(stated * sign, change, False, False), made)


def _value(claim: Claim) -> Interval:
    return unrounded(claim.value, claim.value_high, about=claim.bound == "about")


def _grown(value: Interval, base: Interval, *, ratio: bool) -> Interval | None:
    over = value.over(base)
    return over and over.times(HUNDRED).plus(0 if ratio else -HUNDRED)


def _reason(code: str, claim: Claim, told: Told, made: Interval) -> Reason:
    values: dict[str, Value] = {
        "value": claim.value, "unit": claim.unit, "base": told.base, "stated": told.stated,
        "made": per_cent(made),
    }  # fmt: skip
    return Reason(Mark.INCONSISTENT, code, values)


def _owner(claims: Sequence[Claim], at: int, before: int | None = None) -> int | None:
    """The amount in whose clause the place is: the last that begins before it."""
    held = [
        (claim.start, index)
        for index, claim in enumerate(claims)
        if claim.start < at <= claim.end + (2 if before else 0)
        and claim.kind in {"level", "count"}
        and not (is_percent(claim.unit) or is_points(claim.unit))
        and claim.bound in {None, "about"}
    ]
    return max(held)[1] if held else None


def _rated(claim: Claim, stated: Decimal) -> bool:
    rates = (claim.vs_plan_pct, claim.plan_ratio_pct, claim.yoy_pct)
    return any(rate is not None and abs(rate) == stated for rate in rates)


def _amount(match: re.Match[str], unit: str) -> Decimal | None:
    """The base in the claim's unit; one that closes its bracket or clause without any is in it."""
    value = _number(match["base"])
    words = match["unit"].split()
    if value is None or not words:
        return None if _A_YEAR.fullmatch(match["base"]) else value
    for last in range(len(words), 0, -1):
        try:
            found = convert(Fraction(value), " ".join(words[:last]).lower(), unit)
        except BadInput:
            continue
        return Decimal(found.numerator) / Decimal(found.denominator)
    return None


def _number(text: str) -> Decimal | None:
    return value_of(text.rstrip("."))


__all__ = ["Told", "base_reason", "bases_told", "changes_told"]
