"""Lấy ý kiến: bodies are asked about a draft, answer, and are told what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Max
from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.opinions import check_answer, check_asking, check_reply
from dieuhanh.domain.text import storable

from ..models import Opinion, OpinionReply, OpinionRequest, Paper
from .sites import to_prepare

LONGEST = 20_000


@verb
def ask_opinions(
    *, by: Actor, paper: Paper, bodies: Sequence[Body], due_on: date, today: date,
    question: str = "",
) -> int:  # fmt: skip
    """Ask bodies about a draft by a day, each once; returns how many were not asked before.

    Raises BadInput("opinion.not_draft", "opinion.past", "opinion.nobody", "conference.closed").
    """
    held = to_prepare(by, paper.item.conference)
    check_asking(due_on, today, draft=paper.draft, bodies=len(bodies))
    asked = set(OpinionRequest.objects.filter(paper=paper).values_list("body", flat=True))
    new = [
        OpinionRequest(
            paper=paper, body=body, asked_at=timezone.now(), asked_by=by.name, due_on=due_on,
            question=storable(question).strip()[:LONGEST],
        )
        for body in bodies
        if body.pk not in asked
    ]  # fmt: skip
    OpinionRequest.objects.bulk_create(new, batch_size=500)
    if new:
        record(
            by=by, verb="opinions.asked", subject=f"{held.code}/{paper.pk}", count=len(new),
            now=due_on.isoformat(), checksum=checksum([each.body.code for each in new]),
        )  # fmt: skip
    return len(new)


@verb
def give_opinion(*, by: Actor, request: OpinionRequest, agrees: bool, text: str = "") -> Opinion:
    """Answer in the body's name; a later answer stands in the place of one before.

    Raises BadInput("opinion.words", "conference.closed"), Refused.
    """
    by.require(Permission.SITE_KEEP, body=request.body_id)
    held = OpinionRequest.objects.select_for_update().get(pk=request.pk)
    words = storable(text).strip()[:LONGEST]
    check_answer(agrees=agrees, text=words)
    last = Opinion.objects.filter(request=held).aggregate(last=Max("number"))["last"] or 0
    made = Opinion.objects.create(
        request=held, number=last + 1, agrees=agrees, text=words, given_at=timezone.now(),
        given_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="opinion.given", subject=str(held.pk),
        now={"number": made.number, "agrees": agrees},
    )  # fmt: skip
    return made


@verb
def reply_opinion(*, by: Actor, opinion: Opinion, accepted: bool, text: str) -> OpinionReply:
    """Tiếp thu or giải trình, with its words; the last reply stands.

    Raises BadInput("opinion.reply"), Refused.
    """
    by.require(Permission.CONFERENCE_EDIT, body=opinion.request.paper.item.conference.host_id)
    words = storable(text).strip()[:LONGEST]
    check_reply(text=words)
    made = OpinionReply.objects.create(
        opinion=opinion, accepted=accepted, text=words, given_at=timezone.now(),
        given_by=by.name,
    )  # fmt: skip
    record(by=by, verb="opinion.replied", subject=str(opinion.pk), now=accepted)
    return made


__all__ = ["ask_opinions", "give_opinion", "reply_opinion"]
