"""What was achieved, as stated: a number, a range, a ratio, words, parts, or nothing.

Words are read here and nowhere else. A number just past N ("trên N", "dưới N") is N with an
edge: it breaks a tie at N and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Bound
from dieuhanh.domain.numbers import Exact, read_plain, read_vi
from dieuhanh.domain.text import tidy

Reader = Callable[[str], Decimal]
_EDGES = {Bound.MORE_THAN: 1, Bound.LESS_THAN: -1, Bound.ABOUT: 0}


class Manner(StrEnum):
    """How words put a number, where that limits the rules it answers."""

    PLAIN = "plain"
    LEFT = "left"  # "còn 2.93": the level reached, never the size of a change
    INCREASE = "increase"  # "tăng 5": the size of an increase
    DECREASE = "decrease"  # "giảm 0.33": the size of a decrease
    SURPLUS = "surplus"  # "xuất siêu": below zero where a deficit is measured
    WORDS = "words"  # nothing to judge


@dataclass(frozen=True, slots=True)
class Actual:
    """One actual. Build it with the class methods; `unit` "" means the rule's own unit."""

    value: Exact | None = None
    high: Exact | None = None
    edge: int = 0
    unit: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    text: str = ""
    manner: Manner = Manner.PLAIN
    parts: Mapping[str, Actual] = field(default_factory=dict)
    absent: str = ""

    @classmethod
    def of(
        cls,
        value: Exact,
        high: Exact | None = None,
        *,
        bound: Bound | str | None = None,
        unit: str = "",
    ) -> Actual:
        """A number as printed, or a range low to high; `bound` for "trên", "dưới", "khoảng".

        "gần N" lies short of N by nobody knows how much: it is words, and not judged.
        """
        if bound and Bound(bound) is Bound.NEAR:
            return cls(unit=unit, text=f"gần {value}", manner=Manner.WORDS)
        if high is not None and high < value:
            value, high = high, value
        edge = _EDGES[Bound(bound)] if bound else 0
        return cls(value=value, high=high, edge=edge, unit=unit)

    @classmethod
    def ratio(cls, numerator: Decimal, denominator: Decimal) -> Actual:
        """A share by its two counts, never divided before it is judged."""
        return cls(numerator=numerator, denominator=denominator)

    @classmethod
    def of_text(cls, text: str, *, unit: str = "", read: Reader = read_plain) -> Actual:
        """What a text says. Raises BadInput("number.…") for digits that are not a number.

        >>> Actual.of_text("61-62").high, Actual.of_text("dưới 4").edge
        (Decimal('62'), -1)
        >>> Actual.of_text("gần 19000").manner.value
        'words'
        """
        if _NUMBER.fullmatch(text):
            return cls(value=read(text), unit=unit, text=text)
        words = tidy(text)
        if not words:
            return cls.missing("no_actual")
        bare = words.removesuffix("%").rstrip()
        return _read_words(words, bare, unit or ("%" if bare != words else ""), read)

    @classmethod
    def of_parts(cls, parts: Mapping[str, Actual]) -> Actual:
        """The actuals of a composite's parts, by the parts' names."""
        return cls(parts=parts)

    @classmethod
    def missing(cls, reason: str = "no_actual") -> Actual:
        """No actual; `reason` is a reason code of `wording.verdicts` that leads to no_data."""
        return cls(absent=reason)


_NUMBER = re.compile(r"[-+−–]?\d+(?:\.\d+)?")
_DIGITS_ONLY = re.compile(r"[-+−–\d.,\s]*\d[-+−–\d.,\s]*")
_RANGE = re.compile(r"([-+−]?\d[\d.,]*)\s*[-–]\s*([-+−]?\d[\d.,]*)")
_PAST = re.compile(r"(trên|dưới)\s+([-+−–]?\d[\d.,]*)", re.IGNORECASE)
_NOTED = re.compile(r"(khoảng|ước đạt|ước|đạt|nhập siêu|còn|tăng|giảm)\s+(.*)", re.IGNORECASE)
_SURPLUS = re.compile(r"xuất siêu\b.*", re.IGNORECASE)
_MANNERS = {"còn": Manner.LEFT, "tăng": Manner.INCREASE, "giảm": Manner.DECREASE}


def _read_words(words: str, bare: str, unit: str, read: Reader) -> Actual:
    """`bare` is the words without a "%" at their end, which is a unit and no word."""
    if found := _read_number(bare, unit, words, read):
        return found
    if _SURPLUS.fullmatch(words):
        return Actual(value=Decimal(0), edge=-1, text=words, manner=Manner.SURPLUS)
    manner, rest = Manner.PLAIN, bare
    while found_note := _NOTED.fullmatch(rest):
        note, rest = found_note.groups()
        manner = _MANNERS.get(note.lower(), manner)
    number = _read_number(rest, unit, words, read) if rest != bare else None
    if number is None:
        return Actual(text=words, manner=Manner.WORDS)
    return Actual(number.value, number.high, number.edge, unit, text=words, manner=manner)


def _read_number(text: str, unit: str, words: str, read: Reader) -> Actual | None:
    """A range, a number past which something lies, or a bare number; None when it is words."""
    if span := _RANGE.fullmatch(text):
        low, high = sorted((read(span[1]), read(span[2])))
        return Actual(value=low, high=high, unit=unit, text=words)
    if past := _PAST.fullmatch(text):
        edge = 1 if past[1].lower() == "trên" else -1
        return Actual(value=read(past[2]), edge=edge, unit=unit, text=words)
    if _DIGITS_ONLY.fullmatch(text):
        return Actual(value=read(text), unit=unit, text=words)
    return None


def read_note(number: Decimal, note: str) -> tuple[Decimal | None, int, Manner]:
    """What a note beside a number adds to it: (high end, edge, manner).

    Only a range, "trên N" or "dưới N" of that same number, and "xuất siêu" add anything; every
    other note leaves the number as it is. The note may write its numbers either way, since it
    must name the number it stands beside.

    >>> read_note(Decimal("6.3"), "6,3-6,5")[0], read_note(Decimal("4.5"), "trên 4.5")[1]
    (Decimal('6.5'), 1)
    """
    words = tidy(note).removesuffix("%").rstrip()
    if _SURPLUS.fullmatch(words):
        return None, -1, Manner.SURPLUS
    span, past = _RANGE.fullmatch(words), _PAST.fullmatch(words)
    for read in (read_vi, read_plain):
        try:
            if span and read(span[1]) == number:
                return read(span[2]), 0, Manner.PLAIN
            if past and read(past[2]) == number:
                return None, 1 if past[1].lower() == "trên" else -1, Manner.PLAIN
        except BadInput:
            continue
    return None, 0, Manner.PLAIN


__all__ = ["Actual", "Manner", "Reader", "read_note"]
