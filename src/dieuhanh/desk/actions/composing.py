"""Papers composed from the books: a draft begun, a draft composed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions.drafting import begin_paper, write_version
from dieuhanh.documents.actions.held import LONGEST_VALUE
from dieuhanh.documents.models import Paper, PaperVersion
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.documents.queries.sources import Cited, Taken
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.papers import EditBy
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import texts

from ..queries.paper_books import PaperBooks
from ..queries.papers import (
    Wanted,
    again,
    composed,
    is_simulated,
    not_to_come,
    position_of,
    wanted_of,
)


@verb
def compose_paper(*, by: Actor, wanted: Wanted, issuer: Body, drafter: Body, today: date) -> Paper:
    """Compose a paper from the books and begin its draft.

    Raises as `begin_paper` and `not_to_come`, Missing for what the actor may not see.
    """
    there = position_of(not_to_come(wanted, today), today, seen_by=by)
    content = composed(wanted, issuer=issuer, seen_by=by)
    return begin_paper(
        by=by, content=content, issuer=issuer, drafter=drafter, today=today,
        simulated=is_simulated(content),
        taken=Taken(there, _stood(wanted, content, today, by), wanted.recipe()),
    )  # fmt: skip


@verb
def redraft_paper(*, by: Actor, paper: Paper, seen: int, today: date) -> PaperVersion:
    """Compose a draft anew from the books of today, as its next version.

    Its head, its foot and who it goes to stay as they were edited. Raises as `write_version`,
    BadInput("compose.kind") for a paper that was not composed.
    """
    wanted = again(wanted_of(paper.recipe), today, seen_by=by)
    there = position_of(wanted, today, seen_by=by)
    content = composed(wanted, issuer=paper.issuer, seen_by=by)
    was = content_of(version_of(paper, paper.version))
    kept = replace(
        content, letterhead=was.letterhead, signature=was.signature, urgency=was.urgency,
        addressed_to=was.addressed_to, recipients=was.recipients, archive=was.archive,
        draft_mark=was.draft_mark,
    )  # fmt: skip
    return write_version(
        by=by, paper=paper, content=kept, seen=seen, edit=EditBy.COMPOSED, taken=Taken(there)
    )  # fmt: skip


def _stood(wanted: Wanted, content: Content, today: date, by: Actor) -> dict[Cited, str]:
    """What the books say today instead of what is printed as known on an earlier day: no change
    that came after the paper."""
    if wanted.on == today and wanted.frozen is None:
        return {}
    cited = {
        Cited(span.source.kind, span.source.key, span.text[:LONGEST_VALUE])
        for text in texts(content)
        for span in text
        if span.source is not None
    }
    now = PaperBooks().now(cited, seen_by=by, on=today)
    return {each: said[:LONGEST_VALUE] for each, said in now.items() if said != each.value}


__all__ = ["compose_paper", "redraft_paper"]
