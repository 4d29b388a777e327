"""What papers ask of the reader: an opinion, an approval, a number, a draft to mend."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from dieuhanh.documents.models import Paper, PaperOpinionRequest, PaperStep
from dieuhanh.domain.actors import Actor, Permission

from .errands import Errand

MOST = 200


def paper_errands(*, seen_by: Actor, today: date) -> list[Errand]:
    """Drafts the actor's bodies are asked about, papers to approve, to issue and to mend."""
    return [
        *_asked(seen_by, today),
        *_waiting(seen_by, today, Permission.PAPER_APPROVE, "paper_approve", state="submitted"),
        *_waiting(seen_by, today, Permission.PAPER_ISSUE, "paper_issue", state="approved"),
        *_returned(seen_by, today),
    ]


def _asked(actor: Actor, today: date) -> list[Errand]:
    bodies = actor.bodies(Permission.SITE_KEEP)
    if not bodies:
        return []
    found = PaperOpinionRequest.objects.filter(body__in=bodies, opinions=None, paper__state="asked")
    rows = found.select_related("paper", "body").order_by("due_on", "pk")[:MOST]
    return [
        Errand(
            "paper_opinion", each.paper.title, "", each.body, each.due_on, today,
            reverse("documents:paper-opinion", args=[each.paper_id, each.pk]),
            simulated=each.paper.simulated,
        )
        for each in rows
    ]  # fmt: skip


def _waiting(
    actor: Actor, today: date, permission: Permission, kind: str, *, state: str
) -> list[Errand]:
    bodies = actor.bodies(permission)
    if not bodies:
        return []
    found = Paper.objects.filter(issuer__in=bodies, state=state).select_related("issuer")
    return [_errand(kind, each, each.issuer, today) for each in found.order_by("changed_at")[:MOST]]


def _returned(actor: Actor, today: date) -> list[Errand]:
    """Drafts that were sent back and not submitted again."""
    bodies = actor.bodies(Permission.PAPER_EDIT)
    if not bodies:
        return []
    last = PaperStep.objects.filter(paper=OuterRef("pk")).order_by("-number")
    found = Paper.objects.filter(drafter__in=bodies, state="draft").annotate(
        last=Subquery(last.values("kind")[:1]), why=Subquery(last.values("words")[:1])
    )
    rows: Any = found.filter(last="returned").select_related("drafter").order_by("changed_at")
    return [
        _errand("paper_fix", each, each.drafter, today, comment=each.why) for each in rows[:MOST]
    ]


def _errand(kind: str, paper: Paper, body: Any, today: date, comment: str = "") -> Errand:
    page = "documents:paper-issue" if kind == "paper_issue" else "documents:paper"
    return Errand(
        kind, paper.title, "", body, None, today, reverse(page, args=[paper.pk]),
        comment=comment, simulated=paper.simulated,
    )  # fmt: skip


__all__ = ["paper_errands"]
