"""A change of a plan's number in words: "tăng 122 tỷ đồng (2,2%)"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.units import is_percent, is_points

from .measures import amount, difference_unit

if TYPE_CHECKING:
    from dieuhanh.domain.numbers import Lang

_WAY = {True: ("tăng {}", "up {}"), False: ("giảm {}", "down {}")}


def change_of_number(was: Decimal, now: Decimal, unit: str, lang: Lang = "vi") -> str:
    """How far a value moved; relative too where it is an amount above zero.

    >>> change_of_number(Decimal(5478), Decimal(5600), "tỷ đồng")
    'tăng 122 tỷ đồng (2,2%)'
    >>> change_of_number(Decimal("24.2"), Decimal("24.0"), "%"), change_of_number(Decimal(1), Decimal(1), "")
    ('giảm 0,2 điểm %', '')
    """
    if was == now:
        return ""
    told = _WAY[now > was][lang == "en"].format(amount(abs(now - was), difference_unit(unit), lang))
    if was <= 0 or is_percent(unit) or is_points(unit):
        return told
    share = half_up(Fraction(abs(now - was)) / Fraction(was) * 100, 1)
    return f"{told} ({amount(share, '%', lang)})"


__all__ = ["change_of_number"]
