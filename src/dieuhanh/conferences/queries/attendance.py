"""For whom the reader answers whether they come: themselves, their body's people, their sites'."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.text import fold

from ..models import Conference, Delegate, Site
from .doors import edits, kept_sites, user_id

MOST_SITES = 30


def answerable(of: Conference, *, seen_by: Actor, words: str = "") -> QuerySet[Delegate]:
    """Those of a conference for whom the actor answers, in order of protocol."""
    found = Delegate.objects.filter(conference=of).select_related("site", "stands_in_for")
    own = seen_by.bodies(Permission.SITE_KEEP)
    if own is not None and not edits(of, seen_by=seen_by):
        mine = Q(user=user_id(seen_by), user__isnull=False)
        found = found.filter(Q(site__body__in=own) | Q(body__in=own) | mine)
    for word in fold(words).split():
        found = found.filter(key__contains=word)
    return found.order_by("position")


def own_sites(of: Conference, *, seen_by: Actor) -> list[Site]:
    """The first of the sites the actor keeps."""
    return list(kept_sites(of, seen_by=seen_by).select_related("body")[:MOST_SITES])


def answers(of: Conference, *, seen_by: Actor) -> bool:
    """Whether there is anybody or any site the actor answers for."""
    own = seen_by.bodies(Permission.SITE_KEEP)
    if own is None or edits(of, seen_by=seen_by):
        return True
    kept = Site.objects.filter(conference=of, body__in=own).exists()
    return kept or answerable(of, seen_by=seen_by).exists()


def may_answer_for(delegate: Delegate, *, by: Actor) -> bool:
    """Whether the actor answers for somebody; one query at most."""
    of = delegate.conference
    if edits(of, seen_by=by) or (delegate.user_id and delegate.user_id == user_id(by)):
        return True
    bodies = {delegate.site.body_id, delegate.body_id} - {None}
    return any(by.may(Permission.SITE_KEEP, body=body) for body in bodies)


__all__ = ["answerable", "answers", "may_answer_for", "own_sites"]
