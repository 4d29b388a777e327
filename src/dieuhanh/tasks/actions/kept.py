"""Keeping a way of looking at the tasks, sharing it, taking it away."""

from __future__ import annotations

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.text import tidy
from dieuhanh.people.models import User

from ..models import KeptFilter

LONGEST_NAME, LONGEST_QUERY, MOST_KEPT = 120, 1000, 100


@verb
def keep_filter(
    *, by: Actor, user: User, name: str, query: str, body: Body | None = None
) -> KeptFilter:
    """Keep a filter under a name; the same name again is changed. With `body` all of it see it.

    Raises BadInput("filter.no_name" | "filter.too_many").
    """
    name = tidy(name)
    if not 0 < len(name) <= LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise BadInput("filter.no_name", most=LONGEST_NAME)
    User.objects.select_for_update().get(pk=user.pk)  # two kept at once are counted one by one
    held = KeptFilter.objects.filter(user=user, removed=False)
    row = held.filter(name=name).first()
    if row is None and held.count() >= MOST_KEPT:
        raise BadInput("filter.too_many", most=MOST_KEPT)
    row = row or KeptFilter(user=user, name=name)
    row.query, row.body, row.shared = query, body, body is not None
    row.save()
    now = {"query": query, "shared_with": body.code if body else None}
    record(by=by, verb="filter.kept", subject=name, now=now)
    return row


@verb
def drop_filter(*, by: Actor, user: User, kept: KeptFilter) -> None:
    """Take one's own filter away. Raises Refused for another's."""
    row = KeptFilter.objects.select_for_update().get(pk=kept.pk)
    if row.user_id != user.pk:
        raise Refused("refused")
    row.removed = True
    row.save()
    record(by=by, verb="filter.dropped", subject=row.name, was=row.query)


__all__ = ["drop_filter", "keep_filter"]
