"""Whether a shortcoming was mended, read off the tasks that were to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Mended(StrEnum):
    """What became of a shortcoming."""

    MENDED = "mended"
    NOT_MENDED = "not_mended"
    NO_EVIDENCE = "no_evidence"


def mended(tasks: Iterable[str]) -> Mended:
    """From the states of its tasks: every one confirmed, one still open, or none at all.

    A withdrawn task says nothing.

    >>> mended(["confirmed", "withdrawn"]).value, mended(["confirmed", "accepted"]).value
    ('mended', 'not_mended')
    >>> mended(["withdrawn"]).value
    'no_evidence'
    """
    told = [state for state in tasks if state != "withdrawn"]
    if not told:
        return Mended.NO_EVIDENCE
    done = all(state == "confirmed" for state in told)
    return Mended.MENDED if done else Mended.NOT_MENDED


__all__ = ["Mended", "mended"]
