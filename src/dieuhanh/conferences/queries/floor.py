"""The speaking queue, read: who has the floor, who waits, in which order."""

from __future__ import annotations

from typing import Any

from django.db.models import Count

from dieuhanh.domain.speaking import Waiting, fair_order

from ..models import Conference, Delegate, Site, SpeakRequest

RELATED = ("site", "delegate", "item")


def speaking_in(of: Conference) -> SpeakRequest | None:
    """Who has the floor."""
    found = SpeakRequest.objects.filter(conference=of, state="speaking")
    return found.select_related(*RELATED).first()


def waits_already(site: Site, delegate: Delegate | None) -> SpeakRequest | None:
    """The request of the site, or of the delegate, that waits already."""
    found = SpeakRequest.objects.filter(site=site, delegate=delegate, state="waiting")
    return found.select_related(*RELATED).first()


def turns_in(of: Conference) -> dict[int, int]:
    """How often each site has had the floor."""
    had = SpeakRequest.objects.filter(conference=of, state__in=("speaking", "done"))
    return dict(had.values_list("site").annotate(turns=Count("pk")))


def in_order(of: Conference) -> list[int]:
    """The waiting requests as they are to be called. Two queries."""
    asked = SpeakRequest.objects.filter(conference=of, state="waiting")
    rows = asked.order_by("asked_at", "pk").values_list("pk", "site_id")
    waiting = [Waiting(pk, site, place) for place, (pk, site) in enumerate(rows)]
    return fair_order(waiting, turns_in(of)) if waiting else []


def queue_of(of: Conference) -> tuple[SpeakRequest | None, list[SpeakRequest]]:
    """Who speaks, and who waits in fair order. Three queries."""
    found = SpeakRequest.objects.filter(conference=of, state__in=("speaking", "waiting"))
    rows = {each.pk: each for each in found.select_related(*RELATED)}
    speaking = next((each for each in rows.values() if each.state == "speaking"), None)
    return speaking, [rows[pk] for pk in in_order(of) if pk in rows]


def who(request: SpeakRequest) -> str:
    """The office that speaks, else the site."""
    if request.delegate is None:
        return request.site.name
    return f"{request.delegate.office}, {request.site.name}"


def told_of(request: SpeakRequest) -> dict[str, Any]:
    """What every page of the room is told of a request."""
    return {
        "request": request.pk,
        "site": request.site_id,
        "site_name": request.site.name,
        "delegate": request.delegate_id,
        "office": request.delegate.office if request.delegate else "",
        "about": request.about,
        "asked_at": request.asked_at.isoformat(),
    }


__all__ = [
    "in_order",
    "queue_of",
    "speaking_in",
    "told_of",
    "turns_in",
    "waits_already",
    "who",
]
