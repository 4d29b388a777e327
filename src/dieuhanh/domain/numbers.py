"""Exact numbers: read as people write them, rounded half up, written in both languages.

A number is a `Decimal` that keeps the decimals it was printed with ("27,0" keeps one).
No float anywhere: Decimal context rounding is avoided too, because the default context
would silently cut a sum of the national budget in đồng at 28 digits.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NoReturn

from .errors import BadInput

Lang = Literal["vi", "en"]
Exact = Decimal | Fraction

LONGEST_NUMBER = 60
MOST_DECIMALS = 60

_EXACT = Context(prec=10_000, rounding=ROUND_HALF_UP)
_SIGNS = str.maketrans({"−": "-", "–": "-"})
_SWAP = str.maketrans({",": ".", ".": ","})
_VI = re.compile(r"[-+]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_PLAIN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_ENGLISH = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINTS_ONLY = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)+(?:,[0-9]+)?")
_SPACED = re.compile(r"[-+]?[0-9]+(?:\s+[0-9]+)+(?:[.,][0-9]+)?")


def read_vi(text: str) -> Decimal:
    """The number in a Vietnamese text: "." groups by three, "," is the decimal mark.

    Raises BadInput("number.…") whose sentence says what to write instead.

    >>> read_vi("5.851"), read_vi("1.112,5"), read_vi("−3,6"), read_vi("27,0")
    (Decimal('5851'), Decimal('1112.5'), Decimal('-3.6'), Decimal('27.0'))
    """
    stripped = text.strip().translate(_SIGNS)
    if len(stripped) > LONGEST_NUMBER or not _VI.fullmatch(stripped):
        _refuse_vi(stripped)
    return Decimal(stripped.replace(".", "").replace(",", "."))


def read_plain(text: str) -> Decimal:
    """The number in machine text: decimal point, no grouping, no exponent.

    >>> read_plain("5851.50"), read_plain("-0.33")
    (Decimal('5851.50'), Decimal('-0.33'))
    """
    stripped = text.strip().translate(_SIGNS)
    if len(stripped) > LONGEST_NUMBER or not _PLAIN.fullmatch(stripped):
        _refuse_plain(stripped)
    return Decimal(stripped)


def half_up(value: Exact, decimals: int) -> Decimal:
    """`value` rounded to `decimals` places, exactly; a half moves away from zero.

    >>> half_up(Fraction(5220, 5478) * 100, 1), half_up(Decimal("-0.5"), 0)
    (Decimal('95.3'), Decimal('-1'))
    """
    quantum = _quantum(decimals)
    if isinstance(value, Decimal):
        rounded = value.quantize(quantum, ROUND_HALF_UP, _EXACT)
        return rounded or rounded.copy_abs()
    top, bottom = value.numerator, value.denominator
    size = (2 * abs(top) * 10**decimals + bottom) // (2 * bottom)
    return Decimal(-size if top < 0 else size).scaleb(-decimals, _EXACT)


def decimals_of(value: Decimal) -> int:
    """How many decimals the value carries, trailing zeros included.

    >>> decimals_of(Decimal("27.0")), decimals_of(Decimal("5851"))
    (1, 0)
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, str):
        raise BadInput("number.not_finite", text=str(value))
    return max(0, -exponent)


def plain(value: Decimal) -> str:
    """Machine text: decimal point, every printed decimal, never an exponent.

    >>> plain(Decimal("1E+3")), plain(Decimal("0.0000001")), plain(Decimal("-0.0"))
    ('1000', '0.0000001', '0.0')
    """
    return f"{_finite(value):f}"


def write_vi(value: Decimal, decimals: int | None = None) -> str:
    """Vietnamese text. `decimals` rounds half up; None keeps those the value carries.

    >>> write_vi(Decimal("5851.5")), write_vi(Decimal("56.0976"), 1), write_vi(Decimal("27.0"))
    ('5.851,5', '56,1', '27,0')
    """
    return write_en(value, decimals).translate(_SWAP)


def write_en(value: Decimal, decimals: int | None = None) -> str:
    """English text: "," groups by three, "." is the decimal mark.

    >>> write_en(Decimal("-5851.5"))
    '-5,851.5'
    """
    exact = _finite(value)
    return f"{exact if decimals is None else half_up(exact, decimals):,f}"


def write(value: Decimal, lang: Lang, decimals: int | None = None) -> str:
    """The number in the language of the page.

    >>> write(Decimal("1112.5"), "vi"), write(Decimal("1112.5"), "en")
    ('1.112,5', '1,112.5')
    """
    return write_vi(value, decimals) if lang == "vi" else write_en(value, decimals)


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise BadInput("number.not_finite", text=str(value))
    return value or value.copy_abs()


@lru_cache(maxsize=MOST_DECIMALS + 1)
def _quantum(decimals: int) -> Decimal:
    if not 0 <= decimals <= MOST_DECIMALS:
        raise BadInput("number.decimals", decimals=decimals, most=MOST_DECIMALS)
    return Decimal(1).scaleb(-decimals)


def _refuse_vi(text: str) -> NoReturn:
    _refuse_what_no_style_reads(text)
    if _ENGLISH.fullmatch(text):
        raise BadInput("number.english", text=text, instead=text.translate(_SWAP))
    if _POINTS_ONLY.fullmatch(text):
        whole = write_vi(Decimal(text.replace(".", "").replace(",", ".")))
        if text.count(".") > 1 or "," in text:
            raise BadInput("number.groups", text=text, instead=whole)
        instead = text.replace(".", ",")
        raise BadInput("number.grouping", text=text, instead=instead, whole=whole)
    raise BadInput("number.not_a_number", text=text)


def _refuse_plain(text: str) -> NoReturn:
    _refuse_what_no_style_reads(text)
    if _ENGLISH.fullmatch(text) and ("." in text or text.count(",") > 1):
        raise BadInput("number.plain_grouping", text=text, instead=text.replace(",", ""))
    if _VI.fullmatch(text):
        instead = text.replace(".", "").replace(",", ".")
        raise BadInput("number.plain_comma", text=text, instead=instead)
    raise BadInput("number.not_plain", text=text)


def _refuse_what_no_style_reads(text: str) -> None:
    if not text:
        raise BadInput("number.empty")
    if len(text) > LONGEST_NUMBER:
        raise BadInput("number.too_long", text=text[:20] + "…", most=LONGEST_NUMBER)
    if _SPACED.fullmatch(text):
        raise BadInput("number.spaced", text=text, instead="".join(text.split()))


__all__ = [
    "Exact",
    "Lang",
    "decimals_of",
    "half_up",
    "plain",
    "read_plain",
    "read_vi",
    "write",
    "write_en",
    "write_vi",
]
