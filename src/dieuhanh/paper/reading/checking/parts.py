"""Parts held against their whole: "thu 5.851 tỷ đồng, trong đó thu nội địa …, thu xuất nhập khẩu …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.units import convert, is_points

from ..numbers import value_of
from ..records import Claim
from ..wordlists import Wordlist, words_of
from .printed import Interval, unrounded
from .reasons import Mark, Reason, Value

_OPENERS = Wordlist(["trong đó", "gồm", "bao gồm", "chia ra", "cụ thể", "gồm có"])
_WHOLE = Wordlist(["gồm", "bao gồm", "chia ra", "gồm có"])
"""After these the parts are all there is; after "trong đó" some may be left out."""
_NARROWER = Wordlist(
    ["riêng", "nếu loại trừ", "không kể", "trong số đó", "trong số này", "nếu tính"]
)
_TOTAL = re.compile(
    r"tổng(?:\s+(?:số|cộng))?\s+(?:có\s+)?(?P<count>(?>\d[\d.]*(?:,\d+)?))\s+(?P<unit>[^\d,.;:()\n]{1,40}?)"
    r"\s*[,:;(]?\s*(?=trong đó|gồm|bao gồm|chia ra)",
    re.IGNORECASE,
)
LONGEST_PAUSE = 60
FEWEST_PARTS = 2


def parts_of(text: str, claims: Sequence[Claim]) -> Iterator[tuple[int, tuple[int, ...], bool]]:
    """(whole, its parts, whether they are all): indexes of claims that follow "trong đó", "gồm"."""
    order = sorted(range(len(claims)), key=lambda each: (claims[each].start, claims[each].end))
    at = 0
    while at < len(order):
        whole = claims[order[at]]
        after = at + 1
        between = _between(text, claims, order, after)
        opened, complete = _opened(between)
        parts: list[int] = []
        depth = 0
        while opened and after < len(order):
            gap = text[claims[order[after - 1]].end : claims[order[after]].start]
            if parts and not _goes_on(gap):
                break
            depth += _brackets(
                text, claims[order[after - 1]], claims[order[after]], first=not depth
            )
            if depth <= 0 and not _narrower(gap):
                if not _is_part(claims[order[after]], whole):
                    break
                parts.append(order[after])
            after += 1
        if len(parts) >= FEWEST_PARTS:
            yield order[at], tuple(parts), complete
        at = max(at + 1, after if parts else at + 1)


def wholes_untold(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Totals before their parts which are no claims of their own: "Tổng số 100 dự án, trong đó …".

    In the unit of the claim that follows, if the total is told in it.
    """
    for match in _TOTAL.finditer(text):
        value, told = value_of(match["count"]), words_of(match["unit"])
        after = [claim for claim in claims if claim.start >= match.end()]
        follows = min(after, key=lambda claim: claim.start, default=None)
        held = any(claim.start < match.end() and match.start() < claim.end for claim in claims)
        if value is None or follows is None or held:
            continue
        unit = words_of(follows.unit)
        if told[: len(unit)] == unit and follows.kind in {"level", "count"}:
            end = match.end("unit")
            yield replace(
                follows, value=value, value_high=None, bound=None, start=match.start(), end=end,
                quote=text[match.start() : end],
            )  # fmt: skip


def _between(text: str, claims: Sequence[Claim], order: Sequence[int], after: int) -> str:
    if after >= len(order):
        return ""
    first, second = claims[order[after - 1]], claims[order[after]]
    gap = text[first.end : second.start]
    lead = text[second.start : second.end].split(" ")[:3]
    return f"{gap} {' '.join(lead)}" if len(gap) <= LONGEST_PAUSE else ""


def _opened(between: str) -> tuple[bool, bool]:
    words = words_of(between)
    found = any(_OPENERS.end(words, at) > at for at in range(len(words)))
    return found, any(_WHOLE.end(words, at) > at for at in range(len(words)))


def _goes_on(gap: str) -> bool:
    """Whether the sentence of the parts runs on over the gap to the next claim."""
    return len(gap) <= LONGEST_PAUSE and "." not in gap and "\n" not in gap


def _brackets(text: str, before: Claim, claim: Claim, *, first: bool) -> int:
    """How many brackets more open than close from one claim's words to the next."""
    passed = text[before.end if first else before.start : claim.start]
    return passed.count("(") - passed.count(")")


def _narrower(gap: str) -> bool:
    """ "riêng", "nếu loại trừ": what follows is a part of a part."""
    words = words_of(gap)
    return any(_NARROWER.end(words, at) > at for at in range(len(words)))


def _is_part(part: Claim, whole: Claim) -> bool:
    same_sort = part.kind == whole.kind and part.role == whole.role
    return same_sort and part.kind in {"level", "count"} and _in(whole.unit, part) is not None


def sum_reason(whole: Claim, parts: Sequence[Claim], *, complete: bool) -> Reason | None:
    """What is wrong with the sum of the parts, if anything: more than the whole, or not all of it."""
    told = [_in(whole.unit, part) for part in parts]
    spans = [span for span in told if span is not None]
    if len(spans) < len(parts) or is_points(whole.unit):
        return None
    low, high = sum(span.low for span in spans), sum(span.high for span in spans)
    value = unrounded(whole.value, whole.value_high, about=whole.bound == "about")
    middle = half_up(Fraction(low + high) / 2, _decimals(whole, parts))
    values: dict[str, Value] = {
        "value": whole.value,
        "unit": whole.unit,
        "sum": middle,
        "count": len(parts),
    }
    if whole.bound not in {None, "about"}:
        return None
    if low > value.high:
        return Reason(Mark.INCONSISTENT, "parts_more", values)
    if complete and high < value.low:
        return Reason(Mark.INCONSISTENT, "parts_less", values)
    return None


def _in(unit: str, part: Claim) -> Interval | None:
    """The part in the whole's unit, between what it can have been before rounding."""
    own = unrounded(part.value, part.value_high, about=part.bound == "about")
    try:
        return Interval(convert(own.low, part.unit, unit), convert(own.high, part.unit, unit))
    except BadInput:
        return None


def _decimals(whole: Claim, parts: Sequence[Claim]) -> int:
    def places(value: Decimal) -> int:
        return max(0, -int(value.as_tuple().exponent))

    return max(places(each.value) for each in (whole, *parts))


__all__ = ["parts_of", "sum_reason", "wholes_untold"]
