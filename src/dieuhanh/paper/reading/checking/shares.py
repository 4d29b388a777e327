"""A count of all held against the share told beside it: "46/82 xã …, đạt tỷ lệ 60%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dieuhanh.domain.units import is_percent, is_points

from ..records import Claim
from .printed import HUNDRED, exactly, per_cent, unrounded
from .reasons import Mark, Reason, Value

LONGEST = 120
_ENDS = re.compile(r"[.;:]\s|\n")
_OF_OTHER = re.compile(
    r"\s*(?:so với|kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)", re.IGNORECASE
)


def shares_told(text: str, claims: Sequence[Claim]) -> Iterator[tuple[int, Reason]]:
    """Shares that follow their count in the same clause, under the same name, and cannot be its own."""
    order = sorted(range(len(claims)), key=lambda each: claims[each].start)
    for before, after in pairwise(order):
        count, share = claims[before], claims[after]
        top, bottom = count.numerator, count.denominator
        if top is None or not bottom or not _beside(text, count, share):
            continue
        part = exactly(top).over(exactly(bottom))
        about = share.bound == "about"
        if part is None or part.times(HUNDRED).meets(
            unrounded(share.value, share.value_high, about=about)
        ):
            continue
        values: dict[str, Value] = {
            "top": top, "bottom": bottom, "stated": share.value,
            "made": per_cent(part.times(HUNDRED)),
        }  # fmt: skip
        yield after, Reason(Mark.INCONSISTENT, "share", values)


def _beside(text: str, count: Claim, share: Claim) -> bool:
    """Whether the share is one of the same things, told in the same clause."""
    gap = text[count.end : share.start]
    same = (
        (count.indicator.casefold(), count.role, count.period, count.about)
        == (share.indicator.casefold(), share.role, share.period, share.about)
    )  # fmt: skip
    return (
        same
        and count.kind == "count"
        and share.kind == "share"
        and share.numerator is None
        and share.bound in {None, "about"}
        and is_percent(share.unit)
        and not is_points(share.unit)
        and len(gap) <= LONGEST
        and not _ENDS.search(gap)
        and not _OF_OTHER.match(text[share.end : share.end + LONGEST])
    )


__all__ = ["shares_told"]
