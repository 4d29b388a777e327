"""Opinions asked on papers: for those who make a paper all of them, for a body its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.opinions import Answered

from ..models import Paper, PaperOpinion, PaperOpinionReply, PaperOpinionRequest
from .answers import Answers, answered
from .papers import makes

Asked = Answers[PaperOpinionRequest, PaperOpinion, PaperOpinionReply]


def asked_of_me(*, seen_by: Actor) -> QuerySet[PaperOpinionRequest]:
    """What is asked of the bodies the actor acts for."""
    own = seen_by.bodies(Permission.SITE_KEEP)
    found = PaperOpinionRequest.objects.select_related("paper__issuer", "paper__drafter", "body")
    return found if own is None else found.filter(body__in=own)


def requests_of(of: Paper, *, seen_by: Actor) -> QuerySet[PaperOpinionRequest]:
    """The questions of one paper the actor may see."""
    found = PaperOpinionRequest.objects.filter(paper=of).select_related("body")
    own = seen_by.bodies(Permission.SITE_KEEP)
    if makes(of, seen_by=seen_by) or own is None:
        return found
    return found.filter(body__in=own)


def request_of(of: Paper, pk: int, *, seen_by: Actor) -> PaperOpinionRequest:
    """One of them. Raises Missing."""
    found = requests_of(of, seen_by=seen_by).filter(pk=pk).first()
    if found is None:
        raise Missing("paper.missing")
    return found


def asked_about(of: Paper, *, seen_by: Actor, today: date) -> list[Asked]:
    """Every question of a paper the actor may see, the latest version's first. Three queries."""
    found = requests_of(of, seen_by=seen_by).order_by("-version", "body__name")
    return with_answers(found, today)


def with_answers(requests: Iterable[PaperOpinionRequest], today: date) -> list[Asked]:
    """Each with the answer and the reply that stand. Two queries."""
    asked = list(requests)
    given = PaperOpinion.objects.filter(request__in=asked).order_by("number")
    return answered(
        asked, given,
        lambda told: PaperOpinionReply.objects.filter(opinion__in=told).order_by("pk"), today,
    )  # fmt: skip


def standings(of: Paper, today: date) -> list[Answered]:
    """Where the latest question to each body stands: what submitting asks about."""
    latest: dict[int, PaperOpinionRequest] = {}
    for each in PaperOpinionRequest.objects.filter(paper=of).order_by("version", "pk"):
        latest[each.body_id] = each
    return [each.state for each in with_answers(latest.values(), today)]


__all__ = [
    "Asked",
    "asked_about",
    "asked_of_me",
    "request_of",
    "requests_of",
    "standings",
    "with_answers",
]
