"""A task handed down in parts: how far the parts have come together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .life import OPEN, State

WHOLE = 100


class Part(NamedTuple):
    """A part of a task: where it stands and how far its own lead says it has come."""

    state: State
    percent: int

    @property
    def counted(self) -> int:
        """What it counts for: done is whole, and nothing is whole before it is confirmed."""
        if self.state is State.CONFIRMED:
            return WHOLE
        return min(self.percent, WHOLE - 1)


def rolled_percent(parts: Iterable[Part]) -> int | None:
    """The mean of the parts that were not withdrawn, in whole per cent, cut; None without any.

    Beside what the lead says, never in its place.

    >>> rolled_percent([Part(State.CONFIRMED, 100), Part(State.ACCEPTED, 25)])
    62
    """
    counted = [part.counted for part in parts if part.state is not State.WITHDRAWN]
    return sum(counted) // len(counted) if counted else None


def still_open(parts: Iterable[Part]) -> int:
    """How many parts are neither done nor withdrawn: their task cannot be reported done."""
    return sum(part.state in OPEN for part in parts)


__all__ = ["Part", "rolled_percent", "still_open"]
