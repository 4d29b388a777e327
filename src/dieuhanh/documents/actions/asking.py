"""Lấy ý kiến: bodies are asked about a version, answer, and are told what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Max
from django.utils import timezone

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.opinions import check_answer, check_asking, check_reply
from dieuhanh.domain.papers import WRITABLE, PaperState, PaperStep, check_step
from dieuhanh.domain.text import storable

from ..models import Paper, PaperOpinion, PaperOpinionReply, PaperOpinionRequest
from .held import hold, require, step, subject_of

LONGEST = 20_000


@verb
def ask_paper_opinions(
    *, by: Actor, paper: Paper, bodies: Sequence[Body], due_on: date, today: date,
    question: str = "",
) -> int:  # fmt: skip
    """Ask bodies about the standing version by a day, each once; how many were not asked before.

    Raises Refused, BadInput("opinion.past" | "opinion.nobody" | "paper.wrong_step" | …).
    """
    held = hold(paper)
    require(by, Permission.PAPER_EDIT, held)
    check_step(PaperState(held.state), PaperStep.ASKED)
    check_asking(due_on, today, draft=True, bodies=len(bodies))
    there = PaperOpinionRequest.objects.filter(paper=held, version=held.version)
    asked = set(there.values_list("body", flat=True))
    new = [
        PaperOpinionRequest(
            paper=held, version=held.version, body=body, due_on=due_on, asked_at=timezone.now(),
            asked_by=by.name, question=storable(question).strip()[:LONGEST],
        )
        for body in bodies
        if body.pk not in asked
    ]  # fmt: skip
    PaperOpinionRequest.objects.bulk_create(new, batch_size=500)
    if new:
        names = "; ".join(each.body.name for each in new)
        step(by, held, PaperStep.ASKED, today, words=names)
        held.save(update_fields=["state", "changed_at"])
        record(
            by=by, verb="paper.opinions_asked", subject=subject_of(held), count=len(new),
            now=due_on.isoformat(), checksum=checksum([each.body.code for each in new]),
        )  # fmt: skip
    return len(new)


@verb
def give_paper_opinion(
    *, by: Actor, request: PaperOpinionRequest, agrees: bool, text: str = ""
) -> PaperOpinion:
    """Answer in the body's name; a later answer stands in the place of one before.

    Raises Refused, BadInput("opinion.words" | "paper.not_asked").
    """
    by.require(Permission.SITE_KEEP, body=request.body_id)
    if hold(request.paper).state != PaperState.ASKED:
        raise BadInput("paper.not_asked")
    words = storable(text).strip()[:LONGEST]
    check_answer(agrees=agrees, text=words)
    last = PaperOpinion.objects.filter(request=request).aggregate(last=Max("number"))["last"] or 0
    made = PaperOpinion.objects.create(
        request=request, number=last + 1, agrees=agrees, text=words, given_at=timezone.now(),
        given_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="paper.opinion_given", subject=f"{subject_of(request.paper)}/{request.pk}",
        now={"number": made.number, "agrees": agrees},
    )  # fmt: skip
    return made


@verb
def reply_paper_opinion(
    *, by: Actor, opinion: PaperOpinion, accepted: bool, text: str
) -> PaperOpinionReply:
    """Tiếp thu or giải trình, with its words; the last reply stands.

    Raises Refused, BadInput("opinion.reply" | "paper.not_asked").
    """
    held = hold(opinion.request.paper)
    require(by, Permission.PAPER_EDIT, held)
    if PaperState(held.state) not in WRITABLE:
        raise BadInput("paper.not_asked")
    words = storable(text).strip()[:LONGEST]
    check_reply(text=words)
    made = PaperOpinionReply.objects.create(
        opinion=opinion, accepted=accepted, text=words, given_at=timezone.now(),
        given_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="paper.opinion_replied", subject=f"{subject_of(held)}/{opinion.pk}",
        now=accepted,
    )  # fmt: skip
    return made


__all__ = ["ask_paper_opinions", "give_paper_opinion", "reply_paper_opinion"]
