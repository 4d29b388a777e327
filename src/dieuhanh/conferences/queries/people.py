"""Who is to come to a conference, and who could be asked from the posts of its day."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from dieuhanh.bodies.queries import reach
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.sites import Kind
from dieuhanh.domain.text import fold
from dieuhanh.people.models import Post
from dieuhanh.people.queries.actors import in_force

from ..models import Conference, Delegate, Site
from .doors import conference as find_conference
from .seats import day_of

STATES = ("invited", "registered", "absent", "replaced")
KINDS = tuple(kind.value for kind in Kind)


def posts_on(of: Conference) -> QuerySet[Post]:
    """The posts held on the day in the host's area and below, and at the sites, by body."""
    day = day_of(of)
    seated = Q(body__in=Site.objects.filter(conference=of).values("body"))
    area = of.host.area_id
    inside = Q(body__area__in=reach([area], day)[area]) if area is not None else Q()
    found = Post.objects.filter(in_force(day), user__is_active=True).filter(seated | inside)
    related = found.select_related("user", "body")
    return related.order_by("body__name", "title", "pk")


def posts_to_ask(of: Conference, words: str = "") -> QuerySet[Post]:
    """Those of them who are not asked yet, whose body, office or name has the words."""
    asked = Delegate.objects.filter(conference=of, user__isnull=False).values("user")
    found = posts_on(of).exclude(user__in=asked)
    if words:
        found = found.filter(
            Q(title__icontains=words) | Q(body__name__icontains=words)
            | Q(user__full_name__icontains=words)
        )  # fmt: skip
    return found


def delegates_page(
    of: Conference, *, site: str = "", kind: str = "", state: str = "", words: str = ""
) -> QuerySet[Delegate]:
    """Who is to come, in order of protocol, narrowed."""
    found = Delegate.objects.filter(conference=of)
    if site.isdecimal():
        found = found.filter(site=int(site))
    if kind in KINDS:
        found = found.filter(kind=kind)
    if state in STATES:
        found = found.filter(state=state)
    for word in fold(words).split():
        found = found.filter(key__contains=word)
    return found.select_related("site", "body", "stands_in_for").order_by("position")


def delegate_of(code: str, pk: int, *, seen_by: Actor) -> Delegate:
    """One of those who are to come to a conference the actor may see. Raises Missing."""
    of = find_conference(code, seen_by=seen_by)
    found = Delegate.objects.filter(conference=of, pk=pk)
    one = found.select_related("site__body", "body", "user", "stands_in_for").first()
    if one is None:
        raise Missing("conference.missing")
    one.conference = of
    return one


def no_longer_in_office(of: Conference, shown: list[Delegate]) -> frozenset[int]:
    """Which of the shown hold their office no more on the day, which was moved since. One query."""
    users = {each.user_id for each in shown if each.user_id is not None}
    held = set(
        Post.objects.filter(in_force(day_of(of)), user__in=users).values_list("user_id", "title")
    )
    return frozenset(
        each.pk for each in shown if each.user_id and (each.user_id, each.office) not in held
    )


__all__ = [
    "KINDS",
    "STATES",
    "delegate_of",
    "delegates_page",
    "no_longer_in_office",
    "posts_on",
    "posts_to_ask",
]
