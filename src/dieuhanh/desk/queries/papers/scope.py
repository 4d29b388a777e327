"""In whose name what may be composed: a body writes of its own plans, conferences and programmes.

A plan is told of by the body that owns it and by those it sets targets for; it is handed down by its
owner alone. What a body that ended left is its heir's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Conference
from dieuhanh.conferences.queries import conferences
from dieuhanh.documents.queries.places import issuers_for
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.people.queries.heirs import forebears
from dieuhanh.plans.models import Plan, Target
from dieuhanh.plans.queries import plans
from dieuhanh.tasks.models import Programme
from dieuhanh.tasks.queries.programmes import listed_programmes

OFFICE = "van_phong"
MOST_NAMED = 20


def acting_for(issuers: Iterable[Body], on: date) -> frozenset[int]:
    """The bodies in whose name these write: themselves and those they are heirs of."""
    held = forebears([each.pk for each in issuers], on)
    return frozenset().union(*held.values()) if held else frozenset()


def plans_for(issuers: Iterable[Body], *, seen_by: Actor, on: date) -> QuerySet[Plan]:
    """The plans these bodies own, or are judged by."""
    bodies = acting_for(issuers, on)
    led = Target.objects.filter(version__plan=OuterRef("pk"), lead_body__in=bodies)
    return plans(seen_by=seen_by).filter(Q(owner__in=bodies) | Exists(led))


def own_plans(issuers: Iterable[Body], *, seen_by: Actor, on: date) -> QuerySet[Plan]:
    """The plans these bodies own, which they alone hand down."""
    return plans(seen_by=seen_by).filter(owner__in=acting_for(issuers, on))


def conferences_of(issuers: Iterable[Body], *, seen_by: Actor, on: date) -> QuerySet[Conference]:
    """The conferences these bodies hold; an office's also those of the body it serves."""
    told = list(issuers)
    served = [above for each in told if each.kind == OFFICE for above in issuers_for(each, on)]
    return conferences(seen_by=seen_by).filter(host__in=acting_for([*told, *served], on))


def programmes_of(issuers: Iterable[Body], *, seen_by: Actor, on: date) -> QuerySet[Programme]:
    """The programmes these bodies set themselves."""
    return listed_programmes(seen_by=seen_by).filter(body__in=acting_for(issuers, on))


def check_of(source: str, code: str, *, issuer: Body, seen_by: Actor, on: date) -> None:
    """See that the issuer writes of what is its own. Raises Missing, as for what is not there."""
    if source not in OWN:
        return
    held: QuerySet[Any] = OWN[source]([issuer], seen_by=seen_by, on=on)
    if held.filter(code=code).exists():
        return
    known = ", ".join(held.values_list("code", flat=True)[:MOST_NAMED])
    if source in {"conference", "programme"}:
        raise Missing("compose.not_held", of=code, known=known or "–")
    raise Missing("plan.missing", plan=code, known=known or "–")


OWN: dict[str, Callable[..., QuerySet[Any]]] = {
    "board": plans_for, "version": own_plans, "conference": conferences_of,
    "programme": programmes_of,
}  # fmt: skip
"""What each source is chosen from."""


__all__ = ["check_of", "conferences_of", "own_plans", "plans_for", "programmes_of"]
