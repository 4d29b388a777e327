"""Numbers, dates and values as the page's language writes them. Exact: never a float."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dieuhanh.domain.dates import Dated, Precision
from dieuhanh.domain.figures import Bound
from dieuhanh.domain.numbers import half_up, write
from dieuhanh.domain.periods import Period
from dieuhanh.domain.units import share_factor
from dieuhanh.domain.wording.measures import unit_name
from dieuhanh.domain.wording.spans import dated_name, period_name
from dieuhanh.ui.language import page_lang

if TYPE_CHECKING:
    from datetime import date

    from dieuhanh.domain.figures import Value

MINUS = "−"  # the sign, wider than a hyphen and as wide as "+"
RATIO_DECIMALS = 1


def number(value: Decimal | int | None, decimals: int | None = None) -> str:
    """`value` grouped and marked for the page's language; "" for None.

    `decimals` rounds half up; None keeps the decimals the value carries.
    """
    if value is None or value == "":  # a template's unknown variable comes as ""
        return ""
    return write(_exact(value), page_lang(), decimals).replace("-", MINUS)


def signed(value: Decimal | int | None, decimals: int | None = None) -> str:
    """As `number`, with "+" before what is above zero."""
    text = number(value, decimals)
    return f"+{text}" if text and value is not None and value > 0 else text


def percent(value: Decimal | int | None, decimals: int | None = None) -> str:
    """A value already in percent, with its sign: 95,3%."""
    text = number(value, decimals)
    return f"{text}%" if text else ""


def day(value: date | Dated | None, precision: str | None = "day") -> str:
    """A date as exactly as it is known; `precision` is day, month, year or placed.

    "" when there is no date. A `Dated` carries its own precision.
    """
    if not value:
        return ""
    dated = value if isinstance(value, Dated) else Dated(value, Precision(precision or "day"))
    return dated_name(dated, page_lang())


def period(value: Period | str | None) -> str:
    """A period's name, from the value or its SDMX text; "" for none."""
    if not value:
        return ""
    return period_name(Period.parse(value) if isinstance(value, str) else value, page_lang())


def value_text(value: Value, decimals: int | None = None) -> str:
    """The number of a figure in words of its source: "gần", "trên", a range; no unit.

    A ratio without a printed number is numerator ÷ denominator, half up to `decimals` (one).
    """
    if value.number is None:
        return _ratio_text(value, decimals)
    text = number(value.number, decimals)
    if value.high is not None:
        text = f"{text}–{number(value.high, decimals)}"
    return f"{_bound_word(value.bound)} {text}" if value.bound else text


def unit(text: str | None) -> str:
    """The unit in the page's language; "" for none."""
    return unit_name(text, page_lang()) if text else ""


def _exact(value: Decimal | int) -> Decimal:
    if isinstance(value, float):
        raise TypeError("a figure is never a float")
    return Decimal(value)


def _ratio_text(value: Value, decimals: int | None) -> str:
    if value.numerator is None or value.denominator is None:
        return ""
    share = Fraction(value.numerator) / Fraction(value.denominator) * share_factor(value.unit)
    return number(half_up(share, RATIO_DECIMALS if decimals is None else decimals))


def _bound_word(bound: Bound) -> str:
    words = {
        Bound.MORE_THAN: _("trên"),
        Bound.LESS_THAN: _("dưới"),
        Bound.ABOUT: _("khoảng"),
        Bound.NEAR: _("gần"),
    }
    return words[bound]
