"""The steps of a paper's life taken by programs, its number among them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from ninja import Field, Schema
from ninja.params.functions import Header

from dieuhanh.documents.actions.deciding import approve_paper, return_paper, submit_paper
from dieuhanh.documents.actions.drafting import drop_paper
from dieuhanh.documents.actions.held import LONGEST_WORDS
from dieuhanh.documents.actions.issuing import Numbering, issue_paper
from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.papers import paper as find_paper
from dieuhanh.domain.papers.numbering import MOST
from dieuhanh.ui.asked import Asked

from .keyed import answered_once
from .paper_shapes import PaperStory
from .papers import papers_router, story_of


class Taken(StrEnum):
    """A step between a draft and its number."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    DROPPED = "dropped"


class PaperStepIn(Schema):
    """A step to take. `seen` is the version that was read, for `submitted` and `approved`; `words`
    tell why a paper is returned, dropped, or submitted before every body has answered."""

    kind: Taken
    seen: int = Field(0, ge=0, lt=2**31)
    words: str = Field("", max_length=LONGEST_WORDS)


class IssueIn(Schema):
    """The day the paper bears and its number; null takes the next of its series. `confirmed`: what
    is odd about the number is meant. `public`: everybody may read the paper."""

    on: date
    number: int | None = Field(None, ge=1, le=MOST)
    confirmed: bool = False
    public: bool = False


@papers_router.post("/{int:pk}/steps", response=PaperStory, operation_id="take_paper_step")
def post_paper_step(
    request: Asked,
    pk: int,
    told: PaperStepIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Submit a paper, approve it, send it back, or drop the draft."""
    found = find_paper(pk, seen_by=request.actor)

    def work() -> int:
        _take(request, found, told)
        return pk

    return story_of(request, answered_once(request, idempotency_key, told, work))


@papers_router.post("/{int:pk}/issue", response=PaperStory, operation_id="issue_paper")
def post_issue(
    request: Asked,
    pk: int,
    told: IssueIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Give an approved paper its number and day, and enter it in the register."""
    found = find_paper(pk, seen_by=request.actor)

    def work() -> int:
        as_ = Numbering(**told.model_dump())
        return issue_paper(by=request.actor, paper=found, as_=as_, today=request.today).pk

    return story_of(request, answered_once(request, idempotency_key, told, work))


def _take(request: Asked, paper: Paper, told: PaperStepIn) -> None:
    by, today = request.actor, request.today
    if told.kind is Taken.SUBMITTED:
        submit_paper(by=by, paper=paper, seen=told.seen, today=today, words=told.words)
    elif told.kind is Taken.APPROVED:
        approve_paper(by=by, paper=paper, seen=told.seen, today=today, words=told.words)
    elif told.kind is Taken.RETURNED:
        return_paper(by=by, paper=paper, words=told.words, today=today)
    else:
        drop_paper(by=by, paper=paper, words=told.words, today=today)


__all__ = ["post_issue", "post_paper_step"]
