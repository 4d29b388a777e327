"""Papers composed from the books: a draft begun, a draft composed anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions.drafting import begin_paper, write_version
from dieuhanh.documents.actions.held import LONGEST_VALUE
from dieuhanh.documents.models import Paper, PaperVersion
from dieuhanh.documents.queries.sources import Cited, Taken
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.papers import EditBy
from dieuhanh.paper.writing.merging import Keep, merged
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import texts

from ..queries.paper_books import PaperBooks
from ..queries.papers import Wanted, composed, is_simulated, not_to_come, position_of
from ..queries.papers.redrafting import Redraft, redraft_of


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
def redraft_paper(
    *, by: Actor, paper: Paper, seen: int, today: date, choices: Mapping[str, Keep] | None = None,
    mark: str = "",
) -> PaperVersion:  # fmt: skip
    """Compose a draft anew from the books of today, as its next version.

    Its head, its foot and who it goes to stay as they were edited. What a person typed into its
    text is never replaced unseen: `choices` say of each such part what is kept (what was typed, if
    they do not), and the version of the books alone comes before the one with those words. `mark`
    is that of the `Redraft` that was read. Raises as `write_version`, BadInput("compose.kind") for a
    paper that was not composed, BadInput("compose.typed" | "compose.moved" | "compose.unchanged").
    """
    held = redraft_of(paper, seen_by=by, today=today)
    if not held.asked:
        return _composed(by, paper, held, seen)
    if choices is None:
        raise BadInput("compose.typed", count=len(held.asked))
    if mark and mark != held.mark:
        raise BadInput("compose.moved")
    made = merged(held.parts, held.typed, held.fresh, choices)
    if not held.books_moved and made == held.typed:
        raise BadInput("compose.unchanged")
    books = _composed(by, paper, held, seen)
    if made == held.fresh:
        return books
    # What was typed may print older numbers: its place in the books is not today's.
    return write_version(by=by, paper=paper, content=made, seen=books.number, taken=Taken())


def _composed(by: Actor, paper: Paper, of: Redraft, seen: int) -> PaperVersion:
    return write_version(
        by=by, paper=paper, content=of.fresh, seen=seen, edit=EditBy.COMPOSED,
        taken=Taken(of.there),
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
