"""Asking bodies what they think of a draft: who answered, in time or not, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .errors import BadInput


class Answered(StrEnum):
    """Where a question to one body stands."""

    WAITING = "waiting"
    LATE = "late"
    AGREES = "agrees"
    OPEN = "open"
    ACCEPTED = "accepted"
    EXPLAINED = "explained"


def standing(due: date, today: date, *, agrees: bool | None, accepted: bool | None) -> Answered:
    """Where it stands: `agrees` is what was answered, `accepted` what was replied; None: not yet.

    A plain agreement needs no reply; anything else waits for one.

    >>> day = date(2022, 1, 10)
    >>> standing(day, date(2022, 1, 11), agrees=None, accepted=None).value
    'late'
    >>> standing(day, day, agrees=False, accepted=None).value
    'open'
    """
    if agrees is None:
        return Answered.LATE if today > due else Answered.WAITING
    if accepted is None:
        return Answered.AGREES if agrees else Answered.OPEN
    return Answered.ACCEPTED if accepted else Answered.EXPLAINED


def check_asking(due: date, today: date, *, draft: bool, bodies: int) -> None:
    """Raises BadInput("opinion.not_draft", "opinion.past", "opinion.nobody")."""
    if not draft:
        raise BadInput("opinion.not_draft")
    if due < today:
        raise BadInput("opinion.past", due=due.strftime("%d/%m/%Y"))
    if not bodies:
        raise BadInput("opinion.nobody")


def check_answer(*, agrees: bool, text: str) -> None:
    """Who does not agree says what should be otherwise. Raises BadInput("opinion.words")."""
    if not agrees and not text:
        raise BadInput("opinion.words")


def check_reply(*, text: str) -> None:
    """Tiếp thu says what was changed, giải trình why not. Raises BadInput("opinion.reply")."""
    if not text:
        raise BadInput("opinion.reply")


__all__ = ["Answered", "check_answer", "check_asking", "check_reply", "standing"]
