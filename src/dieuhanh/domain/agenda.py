"""The agenda of a conference: kinds of item, what can be shown beside one, order and time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from .errors import BadInput

LONGEST_MINUTES = 600
Item = TypeVar("Item")


class ItemKind(StrEnum):
    """What is done at an item."""

    OPENING = "opening"
    REVIEW = "review"
    REPORT = "report"
    DISCUSSION = "discussion"
    AGREEMENT = "agreement"
    SPEECH = "speech"
    CONCLUSION = "conclusion"


class Shown(StrEnum):
    """What can be laid beside an item, to be put on every site's screen."""

    BOARD = "board"
    SHORTCOMINGS = "shortcomings"
    TARGET = "target"
    FINDING = "finding"


def moved(order: Sequence[Item], one: Item, steps: int) -> list[Item]:
    """The order with one of them so many places on; it stops at an end.

    >>> moved("abcd", "c", -1), moved("abcd", "b", 9)
    (['a', 'c', 'b', 'd'], ['a', 'c', 'd', 'b'])
    """
    rest = [each for each in order if each != one]
    place = min(max(order.index(one) + steps, 0), len(rest))
    return [*rest[:place], one, *rest[place:]]


def check_minutes(minutes: int | None) -> None:
    """Raises BadInput("agenda.minutes") for a time nobody would plan."""
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise BadInput("agenda.minutes", most=LONGEST_MINUTES)


def starts(begins: datetime, minutes: Iterable[int | None]) -> list[datetime | None]:
    """When each item begins, as far as those before it have a time.

    >>> eight = datetime(2022, 1, 12, 8)
    >>> [each and f"{each:%H:%M}" for each in starts(eight, [30, None, 15])]
    ['08:00', '08:30', None]
    """
    at: datetime | None = begins
    found = []
    for each in minutes:
        found.append(at)
        at = at + timedelta(minutes=each) if at is not None and each is not None else None
    return found


__all__ = ["ItemKind", "Shown", "check_minutes", "moved", "starts"]
