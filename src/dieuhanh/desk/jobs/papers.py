"""What papers tell unasked: opinions asked and answered, and each step to whoever takes the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse

from dieuhanh.documents.models import PaperOpinionReply, PaperOpinionRequest, PaperStep
from dieuhanh.domain.actors import Permission

from ..actions import Told
from ..queries.notices import officers_of

LONGEST_WORDS = 200
NEXT = {
    "submitted": ("issuer_id", Permission.PAPER_APPROVE),
    "approved": ("issuer_id", Permission.PAPER_ISSUE),
    "returned": ("drafter_id", Permission.PAPER_EDIT),
}
"""Whose turn it is after a step: the body, and what its officers may do."""


def told_of_papers(since: datetime, today: date) -> list[Told]:
    """Everything of papers that happened since, to whom it concerns."""
    steps = (each for kind in NEXT for each in _stepped(kind, since, today))
    return [*_asked(since, today), *_replied(since, today), *steps]


def _asked(since: datetime, today: date) -> Iterator[Told]:
    found = PaperOpinionRequest.objects.filter(asked_at__gte=since).select_related("paper", "body")
    asked = list(found)
    officers = officers_of({each.body_id for each in asked}, Permission.SITE_KEEP, on=today)
    for each in asked:
        values = _of_request(each) | {"due": each.due_on.isoformat()}
        for user in officers.get(each.body_id, []):
            yield Told(user, f"paper-asked:{each.pk}", "opinion.asked", values, _page(each))


def _replied(since: datetime, today: date) -> Iterator[Told]:
    found = PaperOpinionReply.objects.filter(given_at__gte=since).select_related(
        "opinion__request__paper", "opinion__request__body"
    )
    replies = list(found)
    bodies = {each.opinion.request.body_id for each in replies}
    officers = officers_of(bodies, Permission.SITE_KEEP, on=today)
    for each in replies:
        request = each.opinion.request
        code = "opinion.accepted" if each.accepted else "opinion.explained"
        for user in officers.get(request.body_id, []):
            key = f"paper-replied:{each.pk}"
            yield Told(user, key, code, _of_request(request), _page(request))


def _stepped(kind: str, since: datetime, today: date) -> Iterator[Told]:
    """To those whose turn it is, while the paper still stands where the step led it."""
    name, permission = NEXT[kind]
    state = "draft" if kind == "returned" else kind
    found = PaperStep.objects.filter(kind=kind, at__gte=since, paper__state=state)
    steps = list(found.select_related("paper__issuer", "paper__drafter"))
    officers = officers_of({getattr(each.paper, name) for each in steps}, permission, on=today)
    for each in steps:
        of = each.paper
        values = {
            "paper": of.title, "body": of.drafter.name, "body_en": of.drafter.name_en,
            "words": each.words[:LONGEST_WORDS],
        }  # fmt: skip
        href = reverse("documents:paper", args=[of.pk])
        for user in officers.get(getattr(of, name), []):
            yield Told(user, f"paper-step:{each.pk}", f"paper.{kind}", values, href)


def _of_request(request: PaperOpinionRequest) -> dict[str, str]:
    body = request.body
    return {"paper": request.paper.title, "body": body.name, "body_en": body.name_en}


def _page(request: PaperOpinionRequest) -> str:
    return reverse("documents:paper-opinion", args=[request.paper_id, request.pk])


__all__ = ["told_of_papers"]
