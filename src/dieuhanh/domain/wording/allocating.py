"""How parts stand to their whole, in words; and what is wrong when a plan is being made."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dieuhanh.domain.allocating import How, PartsCheck
from dieuhanh.domain.numbers import Lang, decimals_of, half_up

from .measures import amount, amounts, difference_unit

if TYPE_CHECKING:
    from decimal import Decimal

HOW: dict[How, tuple[str, str]] = {
    How.SUM: (
        "Các phần cộng lại phải đúng bằng chỉ tiêu.",
        "The parts must sum exactly to the target.",
    ),
    How.RATIO: (
        "Tỷ lệ chung tính từ tổng tử số chia tổng mẫu số của các phần.",
        "The whole's rate is the sum of the parts' numerators over the sum of their denominators.",
    ),
    How.WITHIN: (
        "Chỉ tiêu là bình quân có trọng số: chỉ kiểm tra được rằng nó nằm giữa phần thấp nhất và phần cao nhất.",
        "The target is a weighted mean: all that can be checked is that it lies between the lowest and the highest part.",
    ),
    How.LOWEST: (
        "Phần thấp nhất phải đúng bằng chỉ tiêu.",
        "The lowest part must equal the target.",
    ),
    How.HIGHEST: (
        "Phần cao nhất phải đúng bằng chỉ tiêu.",
        "The highest part must equal the target.",
    ),
    How.NONE: (
        "Chỉ tiêu này không cộng được từ các phần, nên không kiểm tra tổng.",
        "This target does not add up from parts, so no sum is checked.",
    ),
}
_NOTHING = ("Chưa giao phần nào.", "No part has been handed down yet.")
_NO_WHOLE = (
    "Chưa có số kế hoạch để so các phần với nó.",
    "There is no plan value yet to hold the parts against.",
)
_UNCOUNTED = (
    "{count} phần chưa có đủ tử số và mẫu số nên chưa tính được tỷ lệ chung.",
    "{count} parts lack a numerator or a denominator, so the whole's rate cannot be computed.",
)
_AGREES = {
    How.SUM: (
        "Tổng các phần {t}, đúng bằng chỉ tiêu {w}.",
        "The parts sum to {t}, the target {w}.",
    ),
    How.RATIO: (
        "Tỷ lệ chung của các phần {t}, khớp chỉ tiêu {w}.",
        "The parts' common rate is {t}; it matches the target {w}.",
    ),
    How.LOWEST: (
        "Phần thấp nhất {t}, bằng chỉ tiêu {w}.",
        "The lowest part is {t}, the target {w}.",
    ),
    How.HIGHEST: (
        "Phần cao nhất {t}, bằng chỉ tiêu {w}.",
        "The highest part is {t}, the target {w}.",
    ),
}
_DIFFERS = {
    How.SUM: (
        "Tổng các phần {t}, {d} so với chỉ tiêu {w}.",
        "The parts sum to {t}, {d} the target {w}.",
    ),
    How.RATIO: (
        "Tỷ lệ chung của các phần {t}, {d} so với chỉ tiêu {w}.",
        "The parts' common rate is {t}, {d} the target {w}.",
    ),
    How.LOWEST: (
        "Phần thấp nhất {t}, {d} so với chỉ tiêu {w}.",
        "The lowest part is {t}, {d} the target {w}.",
    ),
    How.HIGHEST: (
        "Phần cao nhất {t}, {d} so với chỉ tiêu {w}.",
        "The highest part is {t}, {d} the target {w}.",
    ),
}
_WITHIN = {
    True: (
        "Chỉ tiêu {w} nằm giữa phần thấp nhất và phần cao nhất.",
        "The target {w} lies between the lowest and the highest part.",
    ),
    False: (
        "Chỉ tiêu {w} nằm ngoài khoảng từ phần thấp nhất đến phần cao nhất.",
        "The target {w} lies outside the span from the lowest to the highest part.",
    ),
}
_WAY = {False: ("thiếu {}", "{} short of"), True: ("thừa {}", "{} above")}
FINER = 2


def how_words(how: How, lang: Lang = "vi") -> str:
    """What is asked of the parts."""
    return HOW[how][lang == "en"]


def check_text(check: PartsCheck, lang: Lang = "vi") -> str:
    """What came of holding the parts against the whole, in one sentence.

    >>> from decimal import Decimal
    >>> from dieuhanh.domain.allocating import PartValue, Whole, check_parts
    >>> whole = Whole(Decimal(5478), unit="tỷ đồng")
    >>> check_text(check_parts(How.SUM, whole, [PartValue(Decimal(5400))]))
    'Tổng các phần 5.400 tỷ đồng, thiếu 78 tỷ đồng so với chỉ tiêu 5.478 tỷ đồng.'
    """
    english = lang == "en"
    if unheld := _unheld(check):
        return unheld[english].format(count=check.uncounted)
    value, told = check.whole.value, _whole(check, lang)
    if check.total is None or check.difference is None or value is None:
        return _WITHIN[bool(check.agrees)][english].format(w=told)
    total = amount(_number(check.total, value), check.whole.unit, lang)
    if check.agrees:
        return _AGREES[check.how][english].format(t=total, w=told)
    gap = _WAY[check.difference > 0][english].format(difference_text(check, lang))
    return _DIFFERS[check.how][english].format(t=total, d=gap, w=told)


def _unheld(check: PartsCheck) -> tuple[str, str] | None:
    """Why the parts could not be held against the whole; None when they were."""
    if not check.given:
        return _NOTHING
    if check.how is How.NONE:
        return HOW[How.NONE]
    if check.uncounted:
        return _UNCOUNTED
    return _NO_WHOLE if check.agrees is None or check.whole.value is None else None


def difference_text(check: PartsCheck, lang: Lang = "vi") -> str:
    """How far the parts are from the whole, without its direction; "" where that is not known."""
    if check.difference is None or check.whole.value is None:
        return ""
    number = _number(abs(check.difference), check.whole.value)
    return amount(number, difference_unit(check.whole.unit), lang)


def _whole(check: PartsCheck, lang: Lang) -> str:
    value, high, unit = check.whole
    if value is None:
        return ""
    return (
        amount(value, unit, lang)
        if high is None
        else amounts(f"{value:f}", f"{high:f}", unit, lang)
    )


def _number(value: Fraction, like: Decimal) -> Decimal:
    """At the whole's decimals where that is exact, else two finer."""
    decimals = decimals_of(like)
    rounded = half_up(value, decimals)
    for finer in (decimals, decimals + 1, decimals + FINER):
        rounded = half_up(value, finer)
        if Fraction(rounded) == value:
            break
    return rounded


__all__ = ["check_text", "difference_text", "how_words"]
