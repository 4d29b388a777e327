"""Units of measure: how big, of what, and when one can be turned into another.

A unit is terms joined by "/": the first counts, the others divide. A term is any number of
magnitudes ("1.000", "nghìn", "tỷ") before a base ("đồng", "USD", "giường"). Bases we do not
know are units of their own: "bác sĩ" converts to nothing but "bác sĩ".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from .errors import BadInput
from .numbers import read_vi
from .text import tidy

if TYPE_CHECKING:
    from decimal import Decimal

LONGEST_UNIT = 80
PERCENT = "%"
POINTS = "điểm %"

_MAGNITUDES = {
    "trăm": 100,
    "nghìn": 1_000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
}
_SPELLINGS = {
    "tỉ": "tỷ",
    "tỹ": "tỷ",
    "ngàn": "nghìn",
    "tr": "triệu",
    "vnđ": "đồng",
    "vnd": "đồng",
    "đ": "đồng",
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "eur": "EUR",
    "m2": "m²",
    "km2": "km²",
    "m3": "m³",
    "kwh": "kWh",
    "mwh": "MWh",
    "kw": "kW",
    "mw": "MW",
    "héc-ta": "ha",
    "hecta": "ha",
    "hécta": "ha",
}
_PHRASES = (
    (re.compile(r"đồng việt nam"), "đồng"),
    (re.compile(r"(?:đô la|đô-la|đôla)(?: mỹ)?"), "USD"),
    (re.compile(r"điểm phần trăm"), POINTS),
    (re.compile(r"phần trăm"), PERCENT),
    (re.compile(r"điểm\s*%"), POINTS),
    (re.compile(r"phần nghìn|phần ngàn"), "‰"),
    (re.compile(r"(?<!\w)tr\.\s*(?=\w)"), "tr "),
    (re.compile(r"(?<!\w)trđ(?!\w)"), "triệu đồng"),
)
# Base → (size, what it is a size of). People are people whether called dân or người;
# "lượt người" (times) is left out on purpose: one person may be counted twice.
_BASES: dict[str, tuple[Fraction, str]] = {
    PERCENT: (Fraction(1, 100), "percent"),
    POINTS: (Fraction(1, 100), "percent"),
    "‰": (Fraction(1, 1000), "percent"),
    "dân": (Fraction(1), "người"),
    "người dân": (Fraction(1), "người"),
    "ha": (Fraction(10_000), "m²"),
    "km²": (Fraction(1_000_000), "m²"),
    "km": (Fraction(1_000), "m"),
    "cm": (Fraction(1, 100), "m"),
    "g": (Fraction(1, 1000), "kg"),
    "yến": (Fraction(10), "kg"),
    "tạ": (Fraction(100), "kg"),
    "tấn": (Fraction(1_000), "kg"),
    "lít": (Fraction(1, 1000), "m³"),
    "MWh": (Fraction(1_000), "kWh"),
    "MW": (Fraction(1_000), "kW"),
}
_NOTE = re.compile(r"\s*\([^()]*\)$")
_COUNT = re.compile(r"[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_BEGINS_WITH_DIGIT = re.compile(r"[0-9]")
_QUANTITY = re.compile(r"([-+−–]?\s*[0-9][0-9.,]*)\s*(.*)", re.DOTALL)
_UNIT_BEGINS = re.compile(r"[^\W\d_]|[%‰$]")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit means: `scale` of `dimension`, a share being out of `per` (10.000 dân)."""

    spelling: str
    scale: Fraction
    dimension: str
    per: int


@lru_cache(maxsize=4096)
def measure(unit: str) -> Measure:
    """The meaning of a unit's text; a trailing note in brackets is kept but means nothing.

    >>> measure("Tỉ đồng").spelling, measure("Tỉ đồng").scale
    ('tỷ đồng', Fraction(1000000000, 1))
    >>> measure("giường/vạn dân").dimension
    'giường/người'
    """
    whole = tidy(unit)
    note = _NOTE.search(whole)
    text = whole[: note.start()] if note else whole
    first, *others = [_term(part.strip()) for part in _parts(text)]
    scale, per = first.scale, _own_share(first)
    for other in others:
        scale /= other.scale
        per *= other.count
    return Measure(
        spelling="/".join(term.spelling for term in (first, *others)) + whole[len(text) :],
        scale=scale,
        dimension="/".join(term.dimension for term in (first, *others)),
        per=per,
    )


def convert(value: Fraction, frm: str, to: str) -> Fraction:
    """`value` in unit `frm`, told in unit `to`. Raises BadInput("unit.incompatible").

    >>> convert(Fraction(22730), "tỷ đồng", "nghìn tỷ đồng")
    Fraction(2273, 100)
    """
    if frm == to:
        return value
    return value * _ratio(frm, to)


def same_dimension(a: str, b: str) -> bool:
    """Whether the two units measure the same thing, whatever their sizes.

    >>> same_dimension("tỷ USD", "triệu USD"), same_dimension("tỷ đồng", "tỷ USD")
    (True, False)
    """
    return measure(a).dimension == measure(b).dimension


def share_factor(unit: str) -> int:
    """What numerator ÷ denominator is multiplied by to be told in `unit`.

    >>> [share_factor(u) for u in ("%", "điểm %", "‰", "giường/10.000 dân", "bé/1.000 dân", "tấn")]
    [100, 100, 1000, 10000, 1000, 1]
    """
    return measure(unit).per


def normal(unit: str) -> str:
    """The one spelling under which a unit is stored and shown.

    >>> normal("Tỉ  đồng"), normal("triệu usd"), normal("điểm phần trăm"), normal("m2")
    ('tỷ đồng', 'triệu USD', 'điểm %', 'm²')
    """
    return measure(unit).spelling


def is_percent(unit: str) -> bool:
    """Whether the unit is "%" (or % a year): of a change against a base, the relative one.

    >>> is_percent("%"), is_percent("điểm %"), is_percent("% (xã)")
    (True, False, True)
    """
    return measure(unit).spelling.startswith(PERCENT)


def is_points(unit: str) -> bool:
    """Whether the unit is percentage points.

    >>> is_points("điểm phần trăm"), is_points("%")
    (True, False)
    """
    return measure(unit).spelling.startswith(POINTS)


def read_quantity(text: str) -> tuple[Decimal, str]:
    """A Vietnamese number and the unit after it; the unit is "" when none is written.

    >>> read_quantity("1,1 tỉ USD"), read_quantity("0,33%"), read_quantity("5.851")
    ((Decimal('1.1'), 'tỷ USD'), (Decimal('0.33'), '%'), (Decimal('5851'), ''))
    """
    found = _QUANTITY.fullmatch(text.strip())
    if not found:
        raise BadInput("quantity.unreadable", text=text[:60])
    number, unit = found.groups()
    if unit and not _UNIT_BEGINS.match(unit):
        raise BadInput("quantity.not_one_number", text=text[:60])
    return read_vi(number.replace(" ", "")), normal(unit)


@dataclass(frozen=True, slots=True)
class _Term:
    spelling: str
    scale: Fraction
    dimension: str
    count: int


def _parts(text: str) -> list[str]:
    if len(text) > LONGEST_UNIT:
        raise BadInput("unit.too_long", unit=text[:20] + "…", most=LONGEST_UNIT)
    parts = text.split("/")
    if len(parts) > 1 and not all(part.strip() for part in parts):
        raise BadInput("unit.incomplete", unit=text)
    return parts


def _term(text: str) -> _Term:
    """One term: the magnitudes in front multiply, what is left is the base."""
    words, count = _words(text), 1
    magnitudes: list[str] = []
    while words and (size := _magnitude(words[0])):
        count *= size
        magnitudes.append(words.pop(0))
    base = " ".join(words)
    size_of_base, dimension = _BASES.get(base, (Fraction(1), base.lower()))
    spelling = " ".join([*magnitudes, base]).strip()
    return _Term(spelling, count * size_of_base, dimension, count)


def _words(text: str) -> list[str]:
    lowered = text.lower()
    for pattern, instead in _PHRASES:
        lowered = pattern.sub(instead, lowered)
    # Letters of a base we do not know (TEU, pH) keep the case they were typed in.
    typed = {word.lower(): word for word in text.split() if word != word.capitalize()}
    words = [_SPELLINGS.get(word, typed.get(word, word)) for word in lowered.split()]
    return [_count_spelling(word) for word in words]


def _count_spelling(word: str) -> str:
    if not _BEGINS_WITH_DIGIT.match(word):
        return word
    if not _COUNT.fullmatch(word):
        raise BadInput("unit.number", unit=word)
    return f"{int(word.replace('.', '')):,}".replace(",", ".")


def _magnitude(word: str) -> int:
    if word[0] in "123456789":
        return int(word.replace(".", ""))
    return _MAGNITUDES.get(word, 0)


def _own_share(term: _Term) -> int:
    return term.scale.denominator if term.dimension == "percent" else 1


@lru_cache(maxsize=4096)
def _ratio(frm: str, to: str) -> Fraction:
    source, target = measure(frm), measure(to)
    if source.dimension != target.dimension:
        raise BadInput("unit.incompatible", frm=source.spelling, to=target.spelling)
    return source.scale / target.scale


__all__ = [
    "PERCENT",
    "POINTS",
    "Measure",
    "convert",
    "is_percent",
    "is_points",
    "measure",
    "normal",
    "read_quantity",
    "same_dimension",
    "share_factor",
]
