"""Filters people kept: their own, and those shared with a body they act for."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.queries import user_id
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.people.models import Post
from dieuhanh.people.queries.actors import in_force

from ..models import KeptFilter


def kept_filters(*, seen_by: Actor) -> QuerySet[KeptFilter]:
    """One's own and those one's bodies share, by name."""
    mine = Q(user=user_id(seen_by)) if user_id(seen_by) else Q(pk__in=())
    bodies = _bodies(seen_by)
    theirs = Q(shared=True) if bodies is None else Q(shared=True, body__in=bodies)
    found = KeptFilter.objects.filter(mine | theirs, removed=False)
    return found.select_related("body").order_by("name", "pk")


def kept_filter(pk: int, *, seen_by: Actor) -> KeptFilter:
    """One of one's own, to be changed. Raises Missing, for another's too."""
    found = kept_filters(seen_by=seen_by).filter(pk=pk, user=user_id(seen_by)).first()
    if found is None:
        raise Missing("filter.missing")
    return found


def body_to_share_with(*, seen_by: Actor, on: date) -> Body | None:
    """The body of one's first post in force: whom a shared filter is for."""
    person = user_id(seen_by)
    if person is None:
        return None
    posts = Post.objects.filter(in_force(on), user=person, body__isnull=False)
    post = posts.order_by("valid_from", "pk").select_related("body").first()
    return post.body if post else None


def _bodies(actor: Actor) -> frozenset[int] | None:
    held = [actor.bodies(p) for p in (Permission.TASK_ASSIGN, Permission.TASK_REPORT)]
    if any(bodies is None for bodies in held):
        return None
    return frozenset().union(*(bodies for bodies in held if bodies is not None))


__all__ = ["body_to_share_with", "kept_filter", "kept_filters"]
