"""Lấy ý kiến by programs: bodies asked, answers given in a body's name, and what became of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema
from ninja.params.functions import Header

from dieuhanh.documents.actions.asking import (
    LONGEST,
    ask_paper_opinions,
    give_paper_opinion,
    reply_paper_opinion,
)
from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.opinions import Asked as Question
from dieuhanh.documents.queries.opinions import asked_about, request_of, with_answers
from dieuhanh.documents.queries.papers import paper as find_paper
from dieuhanh.documents.queries.places import askable
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.ui.asked import Asked

from .keyed import answered_once
from .paper_shapes import OpinionOut, opinion_shape
from .papers import papers_router


class AskIn(Schema):
    """Bodies to ask about the standing version, by their codes, and until which day."""

    bodies: list[str] = Field(min_length=1, max_length=500)
    due_on: date
    question: str = Field("", max_length=2000)


class OpinionIn(Schema):
    """The answer of the body asked; who does not agree says what should be otherwise."""

    agrees: bool
    text: str = Field("", max_length=LONGEST)


class ReplyIn(Schema):
    """Taken up (`accepted`), with what was changed, or explained why not."""

    accepted: bool
    text: str = Field(max_length=LONGEST)


@papers_router.post(
    "/{int:pk}/opinions", response={201: list[OpinionOut]}, operation_id="ask_paper_opinions"
)
def post_asking(
    request: Asked,
    pk: int,
    told: AskIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Ask bodies about a draft, each once a version; every question of the paper is told back."""
    found = find_paper(pk, seen_by=request.actor)

    def work() -> int:
        known = {each.code: each for each in askable(found, request.today)}
        for code in told.bodies:
            if code not in known:
                raise BadInput("paper.not_askable", body=code)
        return ask_paper_opinions(
            by=request.actor, paper=found, bodies=[known[code] for code in dict.fromkeys(told.bodies)],
            due_on=told.due_on, question=told.question, today=request.today,
        )  # fmt: skip

    answered_once(request, idempotency_key, told, work)
    asked = asked_about(found, seen_by=request.actor, today=request.today)
    return [opinion_shape(each) for each in asked]


@papers_router.post(
    "/{int:pk}/opinions/{int:asked}", response=OpinionOut, operation_id="give_paper_opinion"
)
def post_opinion(
    request: Asked,
    pk: int,
    asked: int,
    told: OpinionIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Answer in the body's name; a later answer stands in the place of one before."""
    found = find_paper(pk, seen_by=request.actor)
    held = request_of(found, asked, seen_by=request.actor)

    def work() -> int:
        return give_paper_opinion(
            by=request.actor, request=held, agrees=told.agrees, text=told.text
        ).pk

    answered_once(request, idempotency_key, told, work)
    return opinion_shape(_question(request, found, asked))


@papers_router.post(
    "/{int:pk}/opinions/{int:asked}/reply", response=OpinionOut, operation_id="reply_paper_opinion"
)
def post_reply(
    request: Asked,
    pk: int,
    asked: int,
    told: ReplyIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Take an opinion up, or explain why not; the last reply stands."""
    found = find_paper(pk, seen_by=request.actor)
    question = _question(request, found, asked)
    opinion = question.opinion
    if opinion is None:
        raise Missing("paper.missing")

    def work() -> int:
        return reply_paper_opinion(
            by=request.actor, opinion=opinion, accepted=told.accepted, text=told.text
        ).pk

    answered_once(request, idempotency_key, told, work)
    return opinion_shape(_question(request, found, asked))


def _question(request: Asked, of: Paper, asked: int) -> Question:
    held = request_of(of, asked, seen_by=request.actor)
    [told] = with_answers([held], request.today)
    return told


__all__ = ["post_asking", "post_opinion", "post_reply"]
