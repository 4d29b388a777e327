"""Money of a whole table in đồng, triệu or tỷ: shown otherwise, kept as it is, exact both ways."""

from __future__ import annotations

from decimal import Decimal

from .errors import BadInput
from .numbers import read_vi, write_vi
from .ratios import told_in
from .units import measure

SHOWN = {"dong": "đồng", "trieu": "triệu đồng", "ty": "tỷ đồng"}


def is_money(unit: str) -> bool:
    """Whether a unit counts đồng, plainly: not đồng a head, not dollars.

    >>> is_money("tỷ đồng"), is_money("triệu đồng/người"), is_money("triệu USD")
    (True, False, False)
    """
    return bool(unit) and measure(unit).dimension == "đồng"


def shown_unit(unit: str, asked: str) -> str:
    """The unit a table shows when its money is asked for in `asked` ("dong", "trieu", "ty").

    >>> shown_unit("tỷ đồng", "trieu"), shown_unit("người", "trieu"), shown_unit("tỷ đồng", "")
    ('triệu đồng', 'người', 'tỷ đồng')
    """
    return SHOWN[asked] if asked in SHOWN and is_money(unit) else unit


def shift(unit: str, shown: str) -> int:
    """How many places the decimal mark moves from `unit` to `shown`; none for other units.

    >>> shift("tỷ đồng", "triệu đồng"), shift("đồng", "tỷ đồng"), shift("người", "người")
    (3, -9, 0)
    """
    if unit == shown:
        return 0
    factor = measure(unit).scale / measure(shown).scale
    places = len(str(max(factor.numerator, factor.denominator))) - 1
    return places if factor.numerator > factor.denominator else -places


def retold(text: str, unit: str, other: str) -> str:
    """A typed text of one unit in another; what is no number is left to the letter.

    >>> retold("5.851,5", "tỷ đồng", "triệu đồng"), retold("…", "tỷ đồng", "đồng")
    ('5.851.500', '…')
    """
    number = _number(text) if unit != other else None
    told = None if number is None else told_in(number, unit, other)
    return text if told is None else write_vi(told)


def _number(text: str) -> Decimal | None:
    try:
        return read_vi(text)
    except BadInput:
        return None


__all__ = ["SHOWN", "is_money", "retold", "shift", "shown_unit"]
