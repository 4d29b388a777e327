"""The life of a paper: where it stands, which step may follow, and what the step brings.

draft ──asked──▶ asked ──submitted──▶ submitted ──approved──▶ approved ──issued──▶ issued
  └──────────submitted─────────────────▲   │                      │            │
  ◀───────────────── returned, with a reason ─────────────────────┘   corrected │ replaced
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..errors import BadInput
from ..opinions import Answered


class PaperState(StrEnum):
    """Where a paper stands. A corrected one is in force with its correction, a replaced one not."""

    DRAFT = "draft"
    ASKED = "asked"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ISSUED = "issued"
    CORRECTED = "corrected"
    REPLACED = "replaced"
    DROPPED = "dropped"


class PaperStep(StrEnum):
    """What can happen to a paper."""

    BEGUN = "begun"
    ASKED = "asked"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    ISSUED = "issued"
    SIGNED = "signed"
    CORRECTED = "corrected"
    REPLACED = "replaced"
    DROPPED = "dropped"


class Mending(StrEnum):
    """How a later paper mends an earlier one: đính chính or thay thế."""

    CORRECTION = "correction"
    REPLACEMENT = "replacement"


class EditBy(StrEnum):
    """How a version came about."""

    COMPOSED = "composed"
    TYPED = "typed"
    RESTORED = "restored"
    ISSUED = "issued"


OPEN = frozenset({PaperState.DRAFT, PaperState.ASKED, PaperState.SUBMITTED, PaperState.APPROVED})
"""Not issued yet: no number, no date."""
WRITABLE = frozenset({PaperState.DRAFT, PaperState.ASKED})
"""Where its words may change: what is signed or about to be is returned first."""
OUT = frozenset({PaperState.ISSUED, PaperState.CORRECTED, PaperState.REPLACED})
"""Issued once: it has its number and its date for good."""

_FROM: Mapping[PaperStep, frozenset[PaperState]] = {
    PaperStep.BEGUN: frozenset(),
    PaperStep.ASKED: WRITABLE,
    PaperStep.SUBMITTED: WRITABLE,
    PaperStep.APPROVED: frozenset({PaperState.SUBMITTED}),
    PaperStep.RETURNED: frozenset({PaperState.SUBMITTED, PaperState.APPROVED}),
    PaperStep.ISSUED: frozenset({PaperState.APPROVED}),
    PaperStep.SIGNED: OUT,
    PaperStep.CORRECTED: frozenset({PaperState.ISSUED, PaperState.CORRECTED}),
    PaperStep.REPLACED: frozenset({PaperState.ISSUED, PaperState.CORRECTED}),
    PaperStep.DROPPED: OPEN,
}
_TO: Mapping[PaperStep, PaperState] = {
    PaperStep.BEGUN: PaperState.DRAFT,
    PaperStep.ASKED: PaperState.ASKED,
    PaperStep.SUBMITTED: PaperState.SUBMITTED,
    PaperStep.APPROVED: PaperState.APPROVED,
    PaperStep.RETURNED: PaperState.DRAFT,
    PaperStep.ISSUED: PaperState.ISSUED,
    PaperStep.CORRECTED: PaperState.CORRECTED,
    PaperStep.REPLACED: PaperState.REPLACED,
    PaperStep.DROPPED: PaperState.DROPPED,
}
NEEDS_WORDS = frozenset({PaperStep.RETURNED, PaperStep.DROPPED})
"""Steps that are not taken without saying why."""
MENDED_BY: Mapping[Mending, PaperStep] = {
    Mending.CORRECTION: PaperStep.CORRECTED,
    Mending.REPLACEMENT: PaperStep.REPLACED,
}
"""What befalls the earlier paper on the day the later one is issued."""


def may_follow(state: PaperState, step: PaperStep) -> bool:
    """Whether a step may be taken where the paper stands; who takes it is the actor's matter.

    >>> may_follow(PaperState.DRAFT, PaperStep.ISSUED), may_follow(PaperState.APPROVED, PaperStep.ISSUED)
    (False, True)
    """
    return state in _FROM[step]


def check_step(state: PaperState, step: PaperStep, words: str = "") -> None:
    """Raises BadInput("paper.ended" | "paper.wrong_step" | "paper.no_words")."""
    if not may_follow(state, step):
        ended = state in (OUT | {PaperState.DROPPED})
        raise BadInput("paper.ended" if ended else "paper.wrong_step", state=state.value)
    if step in NEEDS_WORDS and not words.strip():
        raise BadInput("paper.no_words")


def after(state: PaperState, step: PaperStep) -> PaperState:
    """Where the paper stands after a step; a signed copy handed in moves nothing.

    >>> after(PaperState.APPROVED, PaperStep.RETURNED), after(PaperState.CORRECTED, PaperStep.SIGNED)
    (<PaperState.DRAFT: 'draft'>, <PaperState.CORRECTED: 'corrected'>)
    """
    return _TO.get(step, state)


def check_writing(state: PaperState, last: int, seen: int) -> None:
    """A version is written while the paper may change, over the one its writer saw.

    Raises BadInput("paper.not_writable" | "paper.newer").
    """
    if state not in WRITABLE:
        raise BadInput("paper.not_writable", state=state.value)
    if last != seen:
        raise BadInput("paper.newer", version=last)


def check_opinions(standing: Iterable[Answered], *, words: str = "") -> None:
    """Every opinion is taken up or explained; while some are still awaited, the reason is told.

    Who let the day pass without a word is not waited for. Raises BadInput("paper.opinions_open" |
    "paper.opinions_awaited").

    >>> check_opinions([Answered.AGREES, Answered.LATE, Answered.EXPLAINED])
    """
    told = list(standing)
    unsettled, awaited = told.count(Answered.OPEN), told.count(Answered.WAITING)
    if unsettled:
        raise BadInput("paper.opinions_open", count=unsettled)
    if awaited and not words.strip():
        raise BadInput("paper.opinions_awaited", count=awaited)


__all__ = [
    "MENDED_BY",
    "NEEDS_WORDS",
    "OPEN",
    "OUT",
    "WRITABLE",
    "EditBy",
    "Mending",
    "PaperState",
    "PaperStep",
    "after",
    "check_opinions",
    "check_step",
    "check_writing",
    "may_follow",
]
