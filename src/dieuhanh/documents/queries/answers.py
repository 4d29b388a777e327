"""Questions to bodies with the answer and the reply that stand, whatever was asked about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dieuhanh.domain.opinions import Answered, standing

from ..models import OpinionAsked, OpinionGiven, OpinionReplied

Q = TypeVar("Q", bound=OpinionAsked)
O = TypeVar("O", bound=OpinionGiven)  # noqa: E741 - an opinion
R = TypeVar("R", bound=OpinionReplied)


@dataclass(frozen=True)
class Answers(Generic[Q, O, R]):
    """A question to one body, what it answered last, and what was replied to that last."""

    request: Q
    opinion: O | None
    reply: R | None
    state: Answered


def answered(
    asked: Iterable[Q], given: Iterable[O], replies: Callable[[Collection[O]], Iterable[R]],
    today: date,
) -> list[Answers[Q, O, R]]:  # fmt: skip
    """Each question with what stands of its answers and of `replies` to these, both told in the
    order in which they came."""
    opinions = {each.request_id: each for each in given}
    replied = {each.opinion_id: each for each in replies(opinions.values())}
    found = []
    for each in asked:
        opinion = opinions.get(each.pk)
        reply = replied.get(opinion.pk) if opinion else None
        state = standing(
            each.due_on, today, agrees=opinion.agrees if opinion else None,
            accepted=reply.accepted if reply else None,
        )  # fmt: skip
        found.append(Answers(each, opinion, reply, state))
    return found


__all__ = ["Answers", "answered"]
