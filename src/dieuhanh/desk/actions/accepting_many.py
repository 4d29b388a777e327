"""Several records accepted by one deed: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.documents.models import ReadingItem
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput

from ..queries.reading_told import FigureTold
from .accepting import Answer, accept_claim
from .accepting_others import accept_cited


@dataclass(frozen=True)
class Chosen:
    """A record somebody ticked, with what they were shown of it."""

    item: ReadingItem
    seen: int
    figure: FigureTold | None
    key: str


@verb
def accept_many(*, by: Actor, chosen: Sequence[Chosen], today: date) -> int:
    """Accept records as they were shown, each with its own line of the record; returns how many.

    Raises Refused, BadInput("reading.…" | "figure.…"); then none is accepted.
    """
    if not chosen:
        raise BadInput("reading.none_chosen")
    for each in chosen:
        answer = Answer(each.seen)
        if each.figure is not None:
            accept_claim(by=by, item=each.item, told=each.figure, answer=answer, today=today)
        else:
            accept_cited(by=by, item=each.item, answer=answer, code=each.key)
    return len(chosen)


__all__ = ["Chosen", "accept_many"]
