"""Points of a resolution typed or pasted one a line: which number each carries, and its words."""

from __future__ import annotations

import re
from typing import NamedTuple

from .errors import BadInput, Place
from .text import tidy

LONGEST_NUMBER = 20
_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXLC]{1,6}|[a-zđ])\s*[.):]\s*(?=\S)(.+)")
_PREFIX = re.compile(r"(?:điểm|khoản|mục)\s+", re.IGNORECASE)


class PointLine(NamedTuple):
    """One point as it was written; `line` is where it stood, from 1."""

    number: str
    text: str
    line: int


def read_points(pasted: str, taken: frozenset[str] = frozenset()) -> list[PointLine]:
    """The points of a pasted text, one a line; a line without a number gets the next free one.

    `taken` are numbers the document has already. Raises BadInput("point.…"), located by row.

    >>> [(p.number, p.text) for p in read_points("1. Thu ngân sách\\n\\nb) Giải ngân\\nTrồng rừng")]
    [('1', 'Thu ngân sách'), ('b', 'Giải ngân'), ('2', 'Trồng rừng')]
    """
    found: list[PointLine] = []
    used = set(taken)
    for row, line in enumerate(pasted.splitlines(), start=1):
        text = tidy(line)
        if not text:
            continue
        told = _NUMBERED.fullmatch(_PREFIX.sub("", text, count=1))
        number, words = (told[1], told[2]) if told else (_next(used), text)
        if number in used:
            raise BadInput("point.number_twice", place=Place(row=row), number=number)
        used.add(number)
        found.append(PointLine(number, words, row))
    if not found:
        raise BadInput("point.none")
    return found


def _next(used: set[str]) -> str:
    """The first whole number not yet used."""
    number = 1
    while str(number) in used:
        number += 1
    return str(number)


__all__ = ["LONGEST_NUMBER", "PointLine", "read_points"]
