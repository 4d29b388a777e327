"""Quantities: a number, a range or a fraction with its unit, where it is a measurement at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from .codes import code_end
from .layout import Page
from .lexicon import Phrases, lexicon, meanings
from .numbers import value_of
from .times import Times
from .tokens import Kind
from .units import COUNTED, RATES, ROUND, Unit, unit_at

_NEAR = 5
_LONGEST_NUMERAL = 14
_NUMERALS = frozenset(lexicon("units")["numerals"]["words"])
_NAMED_NEAR = 10
_DURATIONS = Phrases(dict.fromkeys(lexicon("times")["durations"]["words"], True))
_LASTING = (["ngày"], ["giờ"], ["phút"], ["tháng"], ["năm"])
# "giá trị sản xuất trên 1 ha": the value of each, not of more than one
_WORTH = frozenset(
    {
        ("sản", "xuất"),
        ("thu", "nhập"),
        ("giá", "trị"),
        ("sản", "phẩm"),
        ("doanh", "thu"),
        ("thu", "được"),
        ("bình", "quân"),
        ("lợi", "nhuận"),
    }
)
_EACH = frozenset({"quân", "mỗi"})
_DASHES = frozenset({"-", "–", "—", "÷", "~"})
_POWERS = {"tỷ": {"triệu": 3, "nghìn": 6, "ngàn": 6}, "triệu": {"nghìn": 3, "ngàn": 3}}
_TO = frozenset({"đến", "tới"})
_AFTER = Phrases(meanings(lexicon("relations")["bounds_after"]))
_WHOLE = Phrases(
    dict.fromkeys(["tổng số", "tổng", "kh", "kế hoạch", "dt", "dự toán", "nq", "nghị quyết"], True)
)
_OF_WHOLE = Phrases(dict.fromkeys(["trên tổng số", "trong tổng số", "trên tổng", "trong số"], True))


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens [first, last) measure something."""

    first: int
    last: int
    value: Decimal
    high: Decimal | None
    unit: Unit | None
    out_of: Decimal | None = None
    """The other side of a stroke: "46/82 xã", "512/2.150 tỷ đồng"."""

    @property
    def family(self) -> str:
        """Of its unit; "none" for a number without one."""
        return self.unit.family if self.unit else "none"

    @property
    def is_rate(self) -> bool:
        """Whether it is percent, per mille or points."""
        return self.family in RATES


def quantities_of(page: Page, times: Times, first: int, last: int) -> list[Quantity]:
    """The quantities among the tokens, left to right."""
    found: list[Quantity] = []
    at = first
    while at < last:
        if page.tokens[at].kind is not Kind.NUMBER:
            at += 1
            continue
        if at > first and page.words[at - 1] == "/" and not _own(page, at, last):
            at += 1  # "/1 vạn dân"
            continue
        if at > first and page.words[at : at + 1] == ["1"] and _each(page, at, last):
            at += 1  # "bình quân 1 ha"
            continue
        if (time := _covering(times, at)) and not _lasts(page, at, first):
            at = max(time, at + 1)
            continue
        quantity = _quantity_at(page, at, last)
        counted = quantity is not None and quantity.family not in {"none", "open", "bare"}
        if end := code_end(page, at, first, last, counted=counted):
            at = end
            continue
        if quantity is None:
            at += 1
            continue
        named = _per_head(page, at, first) or _lasts(page, at, first)
        if (quantity.family != "uncounted" or named) and not _shifts(page, quantity):
            found.append(quantity)
        at = quantity.last
    return found


def _shifts(page: Page, quantity: Quantity) -> bool:
    """ "thi công 3 ca, 4 kíp": how one works, nothing counted."""
    unit, at = quantity.unit, quantity.first
    if unit is None or unit.name not in {"ca", "kíp"}:
        return False
    near = page.words[max(0, at - _NEAR) : quantity.last + _NEAR]
    return "kíp" in near or page.words[at - 2 : at] == ["thi", "công"]


def _own(page: Page, at: int, last: int) -> bool:
    """What stands behind a stroke is told itself: "1.950 tỷ đồng/81% DT", "345 hộ/12 tỷ đồng"."""
    unit = unit_at(page, at + 1, last)
    if unit is not None and unit.family in COUNTED and page.words[at] not in ROUND:
        return page.words[at - 2 : at - 1] == ["đồng"]  # "3.445 tỷ đồng/78.900 khách hàng"
    money = unit is not None and unit.family == "money" and unit.magnified
    return money or page.words[at + 1 : at + 2] == ["%"]


def _each(page: Page, at: int, last: int) -> bool:
    """ "bình quân 1 ha canh tác": per one, not one."""
    noun = at + 1 < last and page.tokens[at + 1].kind is Kind.WORD
    worth = page.words[at - 1] == "trên" and tuple(page.words[at - 3 : at - 1]) in _WORTH
    return noun and (worth or page.words[at - 1] in _EACH)


def _per_head(page: Page, at: int, first: int) -> bool:
    """ "số tiêu chí bình quân/xã là 13,8 tiêu chí": an average, whatever it counts."""
    near = page.words[max(first, at - _NEAR) : at]
    if any(near[i : i + 2] in (["bình", "quân"], ["trung", "bình"]) for i in range(len(near))):
        return True
    return any(
        page.words[i] == "/" and page.tokens[i + 1].kind is Kind.WORD
        for i in range(max(first, at - _NEAR), at - 1)
    )


def _lasts(page: Page, at: int, first: int) -> bool:
    """ "thời gian kiểm soát chi xuống còn tối đa 02 ngày": how long it takes is measured."""
    near = page.words[max(first, at - _NAMED_NEAR) : at]
    told = max((i for i in range(len(near)) if _DURATIONS.at(near, i, len(near))), default=-1)
    lasting = page.words[at + 1 : at + 2] in _LASTING
    return lasting and told >= 0 and "," not in near[told:] and near[-1] != "trong"


def _covering(times: Times, at: int) -> int:
    """Where the expression of time ends that the number belongs to; 0 for none."""
    for first in range(at, at - 7, -1):
        time = times.by_first.get(first)
        if time and time.last > at:
            return time.last
    return 0


def _quantity_at(page: Page, at: int, last: int) -> Quantity | None:
    value = value_of(page.words[at])
    if value is None:
        return None
    behind = _spelled(page, at + 1, last)
    unit = unit_at(page, behind, last)
    end = unit.last if unit else behind
    plain = Quantity(at, end, value, None, unit)
    return _range(page, plain, last) or _fraction(page, plain, last) or _sum(page, plain, last)


def _sum(page: Page, high: Quantity, last: int) -> Quantity:
    """ "245 tỷ 560 triệu đồng" is 245,56 tỷ đồng."""
    at = high.last
    if high.family != "bare" or at >= last or page.tokens[at].kind is not Kind.NUMBER:
        return high
    low, unit = value_of(page.words[at]), unit_at(page, at + 1, last)
    if high.unit is None or low is None or unit is None or unit.family != "money" or unit.divided:
        return high
    above, (below, _, base) = high.unit.name, unit.name.partition(" ")
    if below not in _POWERS.get(above, {}):
        return high
    value = high.value + low.scaleb(-_POWERS[above][below])
    return replace(high, last=unit.last, value=value, unit=replace(unit, name=f"{above} {base}"))


def _spelled(page: Page, at: int, last: int) -> int:
    """Behind a number told once more in words: "02 (hai) đơn vị"; `at` itself without one."""
    if page.words[at : at + 1] != ["("]:
        return at
    end = at + 1
    while end < min(last, at + _LONGEST_NUMERAL) and page.words[end] in _NUMERALS:
        end += 1
    return end + 1 if end > at + 1 and page.words[end : end + 1] == [")"] else at


def _range(page: Page, low: Quantity, last: int) -> Quantity | None:
    """6,5 - 7%; 6,5% - 7%; từ 6 đến 7 triệu đồng."""
    dash = low.last
    if dash + 1 >= last or page.words[dash] not in _DASHES | _TO:
        return None
    if page.tokens[dash + 1].kind is not Kind.NUMBER:
        return None
    high = value_of(page.words[dash + 1])
    if high is None or high < low.value:
        return None
    unit = unit_at(page, dash + 2, last)
    if low.unit and unit and low.unit.name != unit.name:
        return None
    unit = unit or low.unit
    end = unit.last if unit and unit.last > dash + 2 else dash + 2
    if high == low.value:
        return replace(low, last=end, unit=unit)
    return Quantity(low.first, end, low.value, high, unit)


def _fraction(  # noqa: PLR0911 - one for each thing a stroke is not
    page: Page, part: Quantity, last: int
) -> Quantity | None:
    """46/82 xã; 46 xã/82 xã; 512/2.150 tỷ đồng; 46 trên tổng số 82 xã."""
    at = part.last
    if at + 1 >= last:
        return None
    if page.words[at] == "/":
        at += 1
        told = _WHOLE.at(page.words, at, last)
        at = told[1] if told else at
    elif told := _OF_WHOLE.at(page.words, at, last):
        at = told[1]
    else:
        return None
    if at >= last or page.tokens[at].kind is not Kind.NUMBER:
        return None
    whole = value_of(page.words[at])
    unit = unit_at(page, at + 1, last)
    if whole is None or (unit is None and part.unit is None):
        return None
    if unit and (unit.family in RATES) != part.is_rate:
        return None
    if part.unit and unit and unit.family not in {part.unit.family, "uncounted"}:
        return None
    end = unit.last if unit else at + 1
    return Quantity(part.first, end, part.value, None, part.unit or unit, whole)


def bound_after(page: Page, at: int, last: int) -> tuple[str, int] | None:
    """ "trở lên", "trở xuống" behind a quantity."""
    return _AFTER.at(page.words, at, last)


__all__ = ["Quantity", "bound_after", "quantities_of"]
