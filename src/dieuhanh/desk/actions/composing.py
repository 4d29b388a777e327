"""Papers composed from the books: a draft begun, a draft composed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions.drafting import begin_paper, write_version
from dieuhanh.documents.models import Paper, PaperVersion
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.papers import EditBy

from ..queries.papers import Wanted, again, composed, is_simulated, not_to_come, wanted_of


@verb
def compose_paper(*, by: Actor, wanted: Wanted, issuer: Body, drafter: Body, today: date) -> Paper:
    """Compose a paper from the books and begin its draft.

    Raises as `begin_paper` and `not_to_come`, Missing for what the actor may not see.
    """
    content = composed(not_to_come(wanted, today), issuer=issuer, seen_by=by)
    return begin_paper(
        by=by, content=content, issuer=issuer, drafter=drafter, today=today,
        recipe=wanted.recipe(), simulated=is_simulated(content),
    )  # fmt: skip


@verb
def redraft_paper(*, by: Actor, paper: Paper, seen: int, today: date) -> PaperVersion:
    """Compose a draft anew from the books of today, as its next version.

    Its head, its foot and who it goes to stay as they were edited. Raises as `write_version`,
    BadInput("compose.kind") for a paper that was not composed.
    """
    content = composed(again(wanted_of(paper.recipe), today), issuer=paper.issuer, seen_by=by)
    was = content_of(version_of(paper, paper.version))
    kept = replace(
        content, letterhead=was.letterhead, signature=was.signature, urgency=was.urgency,
        addressed_to=was.addressed_to, recipients=was.recipients, archive=was.archive,
        draft_mark=was.draft_mark,
    )  # fmt: skip
    return write_version(by=by, paper=paper, content=kept, seen=seen, edit=EditBy.COMPOSED)


__all__ = ["compose_paper", "redraft_paper"]
