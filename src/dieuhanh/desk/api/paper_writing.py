"""Papers drafted by programs: composed from the books, begun by hand, composed anew."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema
from ninja.params.functions import Header

from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions.drafting import begin_paper
from dieuhanh.documents.queries.blank import blank
from dieuhanh.documents.queries.papers import paper as find_paper
from dieuhanh.documents.queries.places import drafters_for, issuers_for, issuers_open
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing.merging import Keep
from dieuhanh.paper.writing.rules import document_types
from dieuhanh.ui.asked import Asked

from ..actions.composing import compose_paper, redraft_paper
from ..queries.papers import COMPOSED, Choice, Wanted, choices
from ..queries.papers.redrafting import redraft_of
from .keyed import answered_once
from .paper_shapes import PaperStory
from .papers import papers_router, story_of

LONGEST_DRAFT = 1_000_000


class KindOut(Schema):
    """A kind of paper that writes itself; `type` is the decree's, `of` what it may be made of."""

    code: str
    name: str
    name_en: str
    type: str
    of: list[str]


class ComposeIn(Schema):
    """A paper to compose from the books: its kind, what of, as known on which day (today if none).

    `drafter` empty: the first body you draft for; `issuer` empty: the committee above it, or it.
    `signing`: in which capacity it is signed, `unit`: the unit in a letter's symbol; empty: as usual.
    """

    kind: str = Field(max_length=40)
    of: str = Field(max_length=200)
    on: date | None = None
    drafter: str = Field("", max_length=60)
    issuer: str = Field("", max_length=60)
    signing: str = Field("", max_length=20)
    unit: str = Field("", max_length=10)


class PaperIn(Schema):
    """A paper begun by hand: the decree's type, its subject, each line a paragraph."""

    kind: str = Field(max_length=20)
    title: str = Field(max_length=500)
    text: str = Field(max_length=LONGEST_DRAFT)
    drafter: str = Field("", max_length=60)
    issuer: str = Field("", max_length=60)


class RedraftIn(Schema):
    """`seen` is the version that was read: what somebody wrote since is not passed over.

    `keep` says what becomes of words typed by hand: `typed`, `books` or `both`; without it a paper
    that was edited by hand is refused.
    """

    seen: int = Field(ge=1, lt=2**31)
    keep: Keep | None = None


@papers_router.get("/kinds", response=list[KindOut], operation_id="list_paper_kinds")
def list_paper_kinds(request: Asked) -> list[dict[str, Any]]:
    """The kinds of papers that write themselves, and what each may be made of today."""
    request.actor.require(Permission.PAPER_EDIT)
    issuers = issuers_open(seen_by=request.actor, on=request.today)
    return [
        {
            "code": each.code, "name": each.name, "name_en": each.name_en, "type": each.paper,
            "of": [
                key
                for key, _ in choices(
                    each.source, seen_by=request.actor, today=request.today, issuers=issuers
                )
            ],
        }
        for each in COMPOSED.values()
    ]  # fmt: skip


@papers_router.post("/composed", response={201: PaperStory}, operation_id="compose_paper")
def post_composed(
    request: Asked,
    told: ComposeIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Compose a draft from the books, every number with its source."""

    def work() -> int:
        drafter, issuer = _bodies(request, told.drafter, told.issuer, committee=True)
        if told.kind not in COMPOSED:
            raise BadInput("compose.kind", kind=told.kind, known=", ".join(COMPOSED))
        source = COMPOSED[told.kind].source
        offered = choices(source, seen_by=request.actor, today=request.today, issuers=[issuer])
        if told.of not in {key for key, _ in offered}:
            raise BadInput("compose.of", of=told.of)
        choice = Choice(told.signing, told.unit)
        wanted = Wanted(told.kind, told.of, told.on or request.today, choice=choice)
        return compose_paper(
            by=request.actor, wanted=wanted, issuer=issuer, drafter=drafter, today=request.today
        ).pk

    return story_of(request, answered_once(request, idempotency_key, told, work))


@papers_router.post("", response={201: PaperStory}, operation_id="begin_paper")
def post_paper(
    request: Asked,
    told: PaperIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Begin a draft by hand; its head and foot follow from who issues it."""

    def work() -> int:
        drafter, issuer = _bodies(request, told.drafter, told.issuer)
        if told.kind not in document_types():
            known = ", ".join(document_types())
            raise BadInput("compose.kind", kind=told.kind, known=known)
        content = blank(issuer, told.kind, told.title, told.text, request.today)
        return begin_paper(
            by=request.actor, content=content, issuer=issuer, drafter=drafter, today=request.today
        ).pk

    return story_of(request, answered_once(request, idempotency_key, told, work))


@papers_router.post("/{int:pk}/redraft", response=PaperStory, operation_id="redraft_paper")
def post_redraft(
    request: Asked,
    pk: int,
    told: RedraftIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Compose a draft anew from the books of today, as its next version."""
    found = find_paper(pk, seen_by=request.actor)

    def work() -> int:
        asked = redraft_of(found, seen_by=request.actor, today=request.today).asked
        kept = {each.key: told.keep for each in asked} if told.keep else None
        redraft_paper(
            by=request.actor, paper=found, seen=told.seen, today=request.today, choices=kept
        )
        return pk

    return story_of(request, answered_once(request, idempotency_key, told, work))


def _bodies(
    request: Asked, drafter: str, issuer: str, *, committee: bool = False
) -> tuple[Body, Body]:
    """Who drafts and who issues. Raises Refused, BadInput("compose.drafter" | "compose.issuer")."""
    request.actor.require(Permission.PAPER_EDIT)
    drafters = {
        each.code: each for each in drafters_for(seen_by=request.actor, on=request.today)
    }  # fmt: skip
    drafting = drafters.get(drafter or next(iter(drafters), ""))
    if drafting is None:
        raise BadInput("compose.drafter", body=drafter)
    issuers = {each.code: each for each in issuers_for(drafting, request.today)}
    if issuer and issuer not in issuers:
        raise BadInput("compose.issuer", body=issuer)
    above = (each for each in issuers.values() if committee and each.kind == "ubnd")
    return drafting, issuers[issuer] if issuer else next(above, drafting)


__all__ = ["list_paper_kinds", "post_composed", "post_paper", "post_redraft"]
