"""A composed draft beside the books of today: what a person typed, what the books tell otherwise."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from dieuhanh.documents.models import Paper, PaperVersion
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.merging import Moved, Part, parts
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.papers import to_json

from .kinds import again, composed, position_of, wanted_of
from .position import Position


@dataclass(frozen=True)
class Redraft:
    """The draft as it stands (`typed`), as the books have it today (`fresh`), and both laid side by
    side with what was composed last. `mark` tells one state of both from another, `there` where the
    books stood."""

    typed: Content
    fresh: Content
    parts: tuple[Part, ...]
    mark: str
    there: Position

    @property
    def asked(self) -> list[Part]:
        """The parts of which a person has to choose."""
        return [each for each in self.parts if each.asks]

    @property
    def books_moved(self) -> bool:
        """Whether the books tell anything otherwise than when it was composed last."""
        return any(each.moved in {Moved.BOOKS, Moved.BOTH} for each in self.parts)


def redraft_of(paper: Paper, *, seen_by: Actor, today: date) -> Redraft:
    """The draft composed anew, its head and foot as they were edited. Raises
    BadInput("compose.kind") for a paper that was not composed, Missing."""
    typed = content_of(version_of(paper, paper.version))
    wanted = again(wanted_of(paper.recipe), today, seen_by=seen_by)
    there = position_of(wanted, today, seen_by=seen_by)
    made = composed(wanted, issuer=paper.issuer, seen_by=seen_by)
    fresh = replace(
        made, letterhead=typed.letterhead, signature=typed.signature, urgency=typed.urgency,
        addressed_to=typed.addressed_to, recipients=typed.recipients, archive=typed.archive,
        draft_mark=typed.draft_mark,
    )  # fmt: skip
    found = parts(content_of(_composed_last(paper)), typed, fresh)
    told = json.dumps([paper.version, to_json(fresh)], ensure_ascii=False, sort_keys=True)
    mark = hashlib.sha256(told.encode()).hexdigest()[:16]
    return Redraft(typed, fresh, tuple(found), mark, there)


def _composed_last(paper: Paper) -> PaperVersion:
    """The version the books wrote last; the first where none is theirs."""
    held = PaperVersion.objects.filter(paper=paper)
    return held.filter(edit="composed").order_by("number").last() or version_of(paper, 1)


__all__ = ["Redraft", "redraft_of"]
