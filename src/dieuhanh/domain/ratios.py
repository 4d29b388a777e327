"""What a sheet works out from what was typed: a ratio line, TH/KH, against last year. Exact."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .errors import BadInput
from .numbers import half_up
from .units import convert, is_percent, is_points, measure, same_dimension, share_factor


def ratio_of(
    numerator: tuple[Decimal, str], denominator: tuple[Decimal, str], unit: str, decimals: int
) -> Decimal | None:
    """Numerator ÷ denominator told in `unit`, half up; None over zero.

    Each comes with its unit. Where both count the same thing their magnitudes are evened out.

    >>> ratio_of((Decimal(1), "tỷ đồng"), (Decimal(4000), "triệu đồng"), "%", 1)
    Decimal('25.0')
    >>> ratio_of((Decimal(27), "giường"), (Decimal(9000), "người"), "giường/10.000 dân", 1)
    Decimal('30.0')
    """
    top, bottom = Fraction(numerator[0]), Fraction(denominator[0])
    if not bottom:
        return None
    if numerator[1] != denominator[1] and same_dimension(numerator[1], denominator[1]):
        top = convert(top, numerator[1], denominator[1])
    return half_up(top / bottom * share_factor(unit), decimals)


def percent_of(value: Decimal, base: Decimal, decimals: int = 1) -> Decimal | None:
    """How many percent of `base` the value is, half up; None unless the base is above zero.

    >>> percent_of(Decimal("5851"), Decimal("5478"))
    Decimal('106.8')
    """
    return half_up(Fraction(value) / Fraction(base) * 100, decimals) if base > 0 else None


def told_in(value: Decimal, unit: str, other: str) -> Decimal | None:
    """The exact value in another unit, or None where it has no end or no meaning there.

    >>> told_in(Decimal("5851.5"), "tỷ đồng", "triệu đồng"), told_in(Decimal(1), "người", "ha")
    (Decimal('5851500'), None)
    """
    if unit == other:
        return value
    try:
        exact = convert(Fraction(value), unit, other)
    except BadInput:
        return None
    return ended(exact)


def ended(exact: Fraction) -> Decimal | None:
    """The decimal that equals the fraction, None if its digits never end.

    >>> ended(Fraction(1, 8)), ended(Fraction(1, 3)), ended(Fraction(1200))
    (Decimal('0.125'), None, Decimal('1200'))
    """
    rest, twos, fives = exact.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return half_up(exact, max(twos, fives)) if rest == 1 else None


def in_points(unit: str) -> bool:
    """Whether a change in this unit is told in points, not in percent of itself.

    >>> in_points("%"), in_points("‰"), in_points("tỷ đồng")
    (True, True, False)
    """
    return is_percent(unit) or is_points(unit) or measure(unit).dimension == "percent"


__all__ = ["ended", "in_points", "percent_of", "ratio_of", "told_in"]
