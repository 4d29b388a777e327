"""Numbers of outgoing papers: from 01 on 1 January to 31 December, per issuing body and type.

Source: Decree 30/2020/NĐ-CP, Điều 8 khoản 3 and Điều 15: one number once in a year and series, the
number given at issue; a number under 10 is printed with a zero in front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..errors import BadInput

MOST = 99_999
_PRINTED = re.compile(r"\s*0*(\d{1,5})\s*/\s*(?:(\d{4})\s*/\s*)?(\S.*?)\s*")


class Taken(NamedTuple):
    """A number of a series that is taken, and its day where that is known."""

    number: int
    on: date | None = None


class Odd(StrEnum):
    """What is odd about a number, though it may be taken."""

    GAP = "gap"
    """Numbers before it stay unused."""
    BEHIND = "behind"
    """A higher number was given on an earlier day, or a lower one on a later day."""


class Oddity(NamedTuple):
    """One oddity: the numbers it is about, the first and the last."""

    kind: Odd
    first: int
    last: int


def next_number(taken: Sequence[Taken]) -> int:
    """The number after the highest that is taken; 1 at the year's first paper.

    >>> next_number([]), next_number([Taken(1), Taken(7)])
    (1, 8)
    """
    return max((each.number for each in taken), default=0) + 1


def check_number(number: int, taken: Sequence[Taken]) -> None:
    """Raises BadInput("paper.number_range" | "paper.number_taken")."""
    if not 1 <= number <= MOST:
        raise BadInput("paper.number_range", most=MOST)
    if any(each.number == number for each in taken):
        raise BadInput("paper.number_taken", number=number)


def oddities(number: int, on: date, taken: Sequence[Taken]) -> list[Oddity]:
    """What is odd about giving a number on a day; none for the next on the last day or later.

    >>> held = [Taken(1, date(2022, 1, 5)), Taken(2, date(2022, 1, 7))]
    >>> oddities(3, date(2022, 1, 7), held)
    []
    >>> [(each.kind.value, each.first, each.last) for each in oddities(5, date(2022, 1, 6), held)]
    [('gap', 3, 4), ('behind', 2, 2)]
    """
    found = []
    expected = next_number(taken)
    if taken and number > expected:
        found.append(Oddity(Odd.GAP, expected, number - 1))
    if not taken and number > 1:
        found.append(Oddity(Odd.GAP, 1, number - 1))
    crossed = [
        each.number
        for each in taken
        if each.on is not None
        if (each.number < number and each.on > on) or (each.number > number and each.on < on)
    ]
    if crossed:
        found.append(Oddity(Odd.BEHIND, min(crossed), max(crossed)))
    return found


def number_text(number: int, symbol: str) -> str:
    """Number and symbol as printed.

    >>> number_text(5, "QĐ-UBND"), number_text(112, "UBND-TH")
    ('05/QĐ-UBND', '112/UBND-TH')
    """
    return f"{number:02}/{symbol}"


def parse_number(text: str) -> tuple[int, str] | None:
    """The number and the symbol of "05/QĐ-UBND"; None where it is not written like that.

    A paper that sets rules of law carries its year between, which is left out.

    >>> parse_number("2361/QĐ-UBND"), parse_number("12/2021/QĐ-UBND"), parse_number("không số")
    ((2361, 'QĐ-UBND'), (12, 'QĐ-UBND'), None)
    """
    found = _PRINTED.fullmatch(text)
    return (int(found[1]), found[3]) if found else None


def check_day(on: date, *, approved: date, today: date) -> None:
    """A paper bears the day it was signed: none to come, none before it was approved.

    Raises BadInput("paper.day_to_come" | "paper.day_before_approval").
    """
    if on > today:
        raise BadInput("paper.day_to_come", today=f"{today:%d/%m/%Y}")
    if on < approved:
        raise BadInput("paper.day_before_approval", approved=f"{approved:%d/%m/%Y}")


__all__ = [
    "MOST",
    "Odd",
    "Oddity",
    "Taken",
    "check_day",
    "check_number",
    "next_number",
    "number_text",
    "oddities",
    "parse_number",
]
