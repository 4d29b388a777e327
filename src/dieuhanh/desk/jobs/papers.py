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
    """Everything of papers that happened since, to whom it concerns. Three queries, and two more
    for each right that somebody is to be told by."""
    return [*_asked(since, today), *_replied(since, today), *_stepped(since, today)]


def _asked(since: datetime, today: date) -> Iterator[Told]:
    found = PaperOpinionRequest.objects.filter(asked_at__gte=since).select_related("paper", "body")
    asked = list(found)
    bodies = {each.body_id for each in asked}
    officers = officers_of(bodies, Permission.SITE_KEEP, on=today) if bodies else {}
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
    officers = officers_of(bodies, Permission.SITE_KEEP, on=today) if bodies else {}
    for each in replies:
        request = each.opinion.request
        code = "opinion.accepted" if each.accepted else "opinion.explained"
        for user in officers.get(request.body_id, []):
            key = f"paper-replied:{each.pk}"
            yield Told(user, key, code, _of_request(request), _page(request))


def _stepped(since: datetime, today: date) -> Iterator[Told]:
    """To those whose turn it is, while the paper still stands where its last step led it."""
    found = PaperStep.objects.filter(kind__in=NEXT, at__gte=since)
    steps = list(found.select_related("paper__issuer", "paper__drafter"))
    for kind, (name, permission) in NEXT.items():
        state = "draft" if kind == "returned" else kind
        held = [each for each in steps if (each.kind, each.paper.state) == (kind, state)]
        bodies = {getattr(each.paper, name) for each in held}
        officers = officers_of(bodies, permission, on=today) if bodies else {}
        for each in held:
            href = reverse("documents:paper", args=[each.paper_id])
            for user in officers.get(getattr(each.paper, name), []):
                yield Told(user, f"paper-step:{each.pk}", f"paper.{kind}", _of_step(each), href)


def _of_step(step: PaperStep) -> dict[str, str]:
    body = step.paper.drafter
    return {
        "paper": step.paper.title, "body": body.name, "body_en": body.name_en,
        "words": step.words[:LONGEST_WORDS],
    }  # fmt: skip


def _of_request(request: PaperOpinionRequest) -> dict[str, str]:
    body = request.body
    return {"paper": request.paper.title, "body": body.name, "body_en": body.name_en}


def _page(request: PaperOpinionRequest) -> str:
    return reverse("documents:paper-opinion", args=[request.paper_id, request.pk])


__all__ = ["told_of_papers"]
