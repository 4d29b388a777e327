"""Opinions asked on drafts: for the host all of them, for a body its own."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from dieuhanh.documents.queries.answers import Answers, answered
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Conference, Opinion, OpinionReply, OpinionRequest
from .doors import bodies_for, edits, runs

Asked = Answers[OpinionRequest, Opinion, OpinionReply]


def requests(*, seen_by: Actor) -> QuerySet[OpinionRequest]:
    """Those asked of bodies the actor acts for, also while nothing else of the conference may be
    seen, and those asked by conferences they prepare or run."""
    host = bodies_for(seen_by, Permission.CONFERENCE_EDIT, Permission.CONFERENCE_RUN)
    own = seen_by.bodies(Permission.SITE_KEEP)
    found = OpinionRequest.objects.filter(paper__removed=False).select_related(
        "body", "paper__document", "paper__item__conference__host"
    )
    if host is None or own is None:
        return found
    return found.filter(Q(body__in=own) | Q(paper__item__conference__host__in=host))


def request_of(pk: int, *, seen_by: Actor) -> OpinionRequest:
    """One of them. Raises Missing."""
    found = requests(seen_by=seen_by).filter(pk=pk).first()
    if found is None:
        raise Missing("conference.missing")
    return found


def asked_of_me(*, seen_by: Actor) -> QuerySet[OpinionRequest]:
    """What is asked of the bodies the actor acts for, the unanswered and most pressing first."""
    own = seen_by.bodies(Permission.SITE_KEEP)
    found = requests(seen_by=seen_by)
    found = found if own is None else found.filter(body__in=own)
    answered = Exists(Opinion.objects.filter(request=OuterRef("pk")))
    return found.annotate(answered=answered).order_by("answered", "due_on", "pk")


def asked_in(
    of: Conference, *, seen_by: Actor, today: date, paper: int | None = None
) -> list[Asked]:
    """Every question of a conference the actor may see, by paper and body. Three queries."""
    found = requests(seen_by=seen_by).filter(paper__item__conference=of)
    if not (edits(of, seen_by=seen_by) or runs(of, seen_by=seen_by)):
        own = seen_by.bodies(Permission.SITE_KEEP)
        found = found if own is None else found.filter(body__in=own)
    if paper is not None:
        found = found.filter(paper=paper)
    return with_answers(
        list(found.order_by("paper__item__position", "paper__position", "body__name")), today
    )


def with_answers(asked: list[OpinionRequest], today: date) -> list[Asked]:
    """Each with the answer and the reply that stand. Two queries."""
    given = Opinion.objects.filter(request__in=asked).order_by("number")
    return answered(
        asked, given, lambda told: OpinionReply.objects.filter(opinion__in=told).order_by("pk"),
        today,
    )  # fmt: skip


def opinion_of(pk: int, *, seen_by: Actor) -> Opinion:
    """One opinion whose question the actor may see. Raises Missing."""
    found = Opinion.objects.filter(pk=pk, request__in=requests(seen_by=seen_by))
    related = found.select_related("request__paper__item__conference__host", "request__body")
    one = related.first()
    if one is None:
        raise Missing("conference.missing")
    return one


__all__ = [
    "Asked",
    "asked_in",
    "asked_of_me",
    "opinion_of",
    "request_of",
    "requests",
    "with_answers",
]
