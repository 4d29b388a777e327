"""The life of a task: where it stands, and which step may follow.

assigned ──accepted──▶ accepted ──reported──▶ reported ──confirmed──▶ confirmed
   ▲  └─asked_back─▶ asked_back      ▲────────returned────────┘
   └──answered, amended──┘           any open one ──withdrawn──▶ withdrawn
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ..errors import BadInput


class State(StrEnum):
    """Where a task stands. Returned work is accepted work again: it is not done."""

    ASSIGNED = "assigned"
    ASKED_BACK = "asked_back"
    ACCEPTED = "accepted"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({State.ASSIGNED, State.ASKED_BACK, State.ACCEPTED, State.REPORTED})
"""Where work is still owed, or waits to be confirmed."""


class StepKind(StrEnum):
    """What can happen to a task. The first half is the lead's to do, the rest the assigner's."""

    ACCEPTED = "accepted"
    ASKED_BACK = "asked_back"
    PROGRESS = "progress"
    HANDED_DOWN = "handed_down"
    EXTENSION_ASKED = "extension_asked"
    REPORTED = "reported"
    DISPUTED = "disputed"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    AMENDED = "amended"
    EXTENSION_GRANTED = "extension_granted"
    EXTENSION_REFUSED = "extension_refused"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REASSIGNED = "reassigned"
    HANDED_OVER = "handed_over"
    DISPUTE_SETTLED = "dispute_settled"


_WORKING = frozenset({State.ASSIGNED, State.ASKED_BACK, State.ACCEPTED})
_ENDED = frozenset({State.CONFIRMED, State.WITHDRAWN})

_FROM: Mapping[StepKind, frozenset[State]] = {
    StepKind.ASSIGNED: frozenset(),
    StepKind.ACCEPTED: frozenset({State.ASSIGNED}),
    StepKind.ASKED_BACK: frozenset({State.ASSIGNED}),
    StepKind.ANSWERED: frozenset({State.ASKED_BACK}),
    StepKind.AMENDED: _WORKING,
    StepKind.PROGRESS: frozenset({State.ACCEPTED}),
    StepKind.HANDED_DOWN: frozenset({State.ASSIGNED, State.ACCEPTED}),
    StepKind.EXTENSION_ASKED: frozenset({State.ASSIGNED, State.ACCEPTED}),
    StepKind.EXTENSION_GRANTED: OPEN,
    StepKind.EXTENSION_REFUSED: OPEN,
    StepKind.REPORTED: frozenset({State.ACCEPTED}),
    StepKind.CONFIRMED: frozenset({State.REPORTED}),
    StepKind.RETURNED: frozenset({State.REPORTED}),
    StepKind.WITHDRAWN: OPEN,
    StepKind.REASSIGNED: _WORKING,
    StepKind.HANDED_OVER: OPEN,
    StepKind.DISPUTED: OPEN | {State.CONFIRMED},
    StepKind.DISPUTE_SETTLED: OPEN | {State.CONFIRMED},
}
_TO: Mapping[StepKind, State] = {
    StepKind.ASSIGNED: State.ASSIGNED,
    StepKind.ACCEPTED: State.ACCEPTED,
    StepKind.ASKED_BACK: State.ASKED_BACK,
    StepKind.ANSWERED: State.ASSIGNED,
    StepKind.REPORTED: State.REPORTED,
    StepKind.CONFIRMED: State.CONFIRMED,
    StepKind.RETURNED: State.ACCEPTED,
    StepKind.WITHDRAWN: State.WITHDRAWN,
    StepKind.REASSIGNED: State.ASSIGNED,
}
NEEDS_WORDS = frozenset(
    {
        StepKind.ASKED_BACK, StepKind.ANSWERED, StepKind.EXTENSION_ASKED,
        StepKind.EXTENSION_REFUSED, StepKind.RETURNED, StepKind.WITHDRAWN, StepKind.REASSIGNED,
        StepKind.DISPUTED, StepKind.DISPUTE_SETTLED,
    }
)  # fmt: skip
"""Steps that are not taken without saying why."""


def may_follow(state: State, kind: StepKind) -> bool:
    """Whether a step may be taken where the task stands; who takes it is the actor's matter.

    >>> may_follow(State.ASSIGNED, StepKind.ACCEPTED), may_follow(State.CONFIRMED, StepKind.RETURNED)
    (True, False)
    """
    return state in _FROM[kind]


def check_step(state: State, kind: StepKind, words: str = "") -> None:
    """Raises BadInput("task.ended" | "task.wrong_step" | "task.no_words")."""
    if not may_follow(state, kind):
        code = "task.ended" if state in _ENDED else "task.wrong_step"
        raise BadInput(code, state=state.value, step=kind.value)
    if kind in NEEDS_WORDS and not words.strip():
        raise BadInput("task.no_words", step=kind.value)


def after(state: State, kind: StepKind) -> State:
    """Where the task stands after the step.

    An amended task that was asked back is the lead's to accept again; most others stay put.

    >>> after(State.REPORTED, StepKind.RETURNED), after(State.ACCEPTED, StepKind.PROGRESS)
    (<State.ACCEPTED: 'accepted'>, <State.ACCEPTED: 'accepted'>)
    """
    if kind is StepKind.AMENDED and state is State.ASKED_BACK:
        return State.ASSIGNED
    return _TO.get(kind, state)


__all__ = ["NEEDS_WORDS", "OPEN", "State", "StepKind", "after", "check_step", "may_follow"]
