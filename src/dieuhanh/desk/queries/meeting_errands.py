"""What conferences ask of the reader: an opinion on a draft, an answer whether one comes."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from dieuhanh.conferences.models import Conference, Delegate, Opinion, OpinionRequest, Site
from dieuhanh.conferences.queries import user_id
from dieuhanh.domain.actors import Actor, Permission

from .errands import Errand

MOST = 200


def meeting_errands(*, seen_by: Actor, today: date) -> list[Errand]:
    """Drafts the actor's bodies are asked about, and invitations not answered. Two queries."""
    bodies = seen_by.bodies(Permission.SITE_KEEP)
    if bodies is None:
        return []
    return [*_asked(bodies, today), *_invited(bodies, user_id(seen_by), today)]


def _asked(bodies: frozenset[int], today: date) -> list[Errand]:
    if not bodies:
        return []
    answered = Exists(Opinion.objects.filter(request=OuterRef("pk")))
    found = OpinionRequest.objects.filter(~answered, body__in=bodies, paper__removed=False)
    open_yet = found.exclude(paper__item__conference__state="closed")
    rows = open_yet.select_related("paper__document", "paper__item__conference", "body")
    return [
        Errand(
            "opinion", str(each.paper), "", each.body, each.due_on, today,
            reverse("conferences:opinion", args=[each.pk]),
            simulated=each.paper.item.conference.simulated,
        )
        for each in rows.order_by("due_on", "pk")[:MOST]
    ]  # fmt: skip


def _invited(bodies: frozenset[int], person: int | None, today: date) -> list[Errand]:
    """A site says how many come, a delegate whether they do; the meeting's day is the last."""
    silent = Site.objects.filter(conference=OuterRef("pk"), body__in=bodies, expected=None)
    owing = Q(Exists(silent))
    if person is not None:
        mine = Delegate.objects.filter(conference=OuterRef("pk"), user=person, state="invited")
        owing |= Q(Exists(mine))
    found = Conference.objects.filter(owing, state="invited", starts_at__date__gte=today)
    return [
        Errand(
            "register", each.name, each.name_en, each.host,
            timezone.localdate(each.starts_at), today,
            reverse("conferences:register", args=[each.code]), simulated=each.simulated,
        )
        for each in found.select_related("host").order_by("starts_at", "pk")[:MOST]
    ]  # fmt: skip


__all__ = ["meeting_errands"]
