"""The one way to conferences: whoever may not see one is told that there is none."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Conference, Delegate, Site


def conferences(*, seen_by: Actor) -> QuerySet[Conference]:
    """Those of the areas the actor may see, of the bodies they prepare or run conferences for,
    and, once invited, those at which they keep a site, are a delegate or their body sends one."""
    areas = seen_by.areas(Permission.CONFERENCE_VIEW)
    preparing = bodies_for(seen_by, Permission.CONFERENCE_EDIT, Permission.CONFERENCE_RUN)
    if areas is None or preparing is None:
        return Conference.objects.all()
    sites = Site.objects.filter(conference=OuterRef("pk"))
    kept = seen_by.bodies(Permission.SITE_KEEP)
    at_site = Exists(sites if kept is None else sites.filter(body__in=kept))
    sent = Q() if kept is None else Q(body__in=kept)
    coming = Exists(
        Delegate.objects.filter(Q(user=user_id(seen_by)) | sent, conference=OuterRef("pk"))
    )
    return Conference.objects.filter(
        Q(host__area__in=areas)
        | Q(host__in=preparing)
        | (~Q(state="preparing") & (Q(at_site) | Q(coming)))
    )


def conference(code: str, *, seen_by: Actor) -> Conference:
    """One of them. Raises Missing, absent and hidden alike."""
    found = conferences(seen_by=seen_by).filter(code=code).select_related("host").first()
    if found is None:
        raise Missing("conference.missing")
    return found


def kept_sites(of: Conference, *, seen_by: Actor) -> QuerySet[Site]:
    """The sites of a conference in whose name the actor speaks and votes."""
    kept = seen_by.bodies(Permission.SITE_KEEP)
    found = Site.objects.filter(conference=of).order_by("position")
    return found if kept is None else found.filter(body__in=kept)


def own_delegate(of: Conference, *, seen_by: Actor) -> Delegate | None:
    """The delegate the actor is in person, if one and not replaced or absent."""
    found = Delegate.objects.filter(conference=of, user=user_id(seen_by))
    return found.filter(state__in=("invited", "registered")).select_related("site").first()


def runs(of: Conference, *, seen_by: Actor) -> bool:
    """Whether the actor may work the chair's console."""
    return seen_by.may(Permission.CONFERENCE_RUN, body=of.host_id)


def edits(of: Conference, *, seen_by: Actor) -> bool:
    """Whether the actor prepares the conference and writes its conclusions."""
    return seen_by.may(Permission.CONFERENCE_EDIT, body=of.host_id)


def user_id(actor: Actor) -> int | None:
    """The user behind an actor; none for the keeper, a job or nobody.

    >>> user_id(Actor("user:5", "x")), user_id(Actor("keeper:root", "x"))
    (5, None)
    """
    return _user_in(actor.for_whom or actor.id)


def person_id(actor: Actor) -> int | None:
    """The person at work, also where they act in another's name: what is private is theirs.

    >>> lent = Actor("user:5", "x", for_whom="user:7")
    >>> person_id(lent), user_id(lent)
    (5, 7)
    """
    return _user_in(actor.id)


def _user_in(text: str) -> int | None:
    kind, _, number = text.partition(":")
    return int(number) if kind == "user" and number.isdecimal() else None


def bodies_for(actor: Actor, *permissions: Permission) -> frozenset[int] | None:
    """The bodies for which one of the permissions holds; None means every one."""
    held = [actor.bodies(permission) for permission in permissions]
    if any(bodies is None for bodies in held):
        return None
    return frozenset().union(*(bodies for bodies in held if bodies is not None))


__all__ = [
    "bodies_for",
    "conference",
    "conferences",
    "edits",
    "kept_sites",
    "own_delegate",
    "person_id",
    "runs",
    "user_id",
]
