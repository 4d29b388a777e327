"""What the pages of a conference in preparation show."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from dieuhanh.assessment.queries.assessments import assessments
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission

from ..models import Conference, Delegate, Site
from .doors import conferences


class Numbers(NamedTuple):
    """How many sites by level, how many people by kind and by state, how many are
    announced and how many are in the rooms."""

    sites: int
    levels: dict[str, int]
    kinds: dict[str, int]
    states: dict[str, int]
    people: int
    expected: int
    head_count: int | None
    counted: int


def conference_list(*, seen_by: Actor) -> QuerySet[Conference]:
    """Those the actor may see, the latest first, each with its number of sites."""
    sites = Site.objects.filter(conference=OuterRef("pk")).order_by().values("conference")
    found = conferences(seen_by=seen_by).select_related("host", "plan")
    counted = found.annotate(
        site_count=Coalesce(Subquery(sites.annotate(n=Count("pk")).values("n")), 0)
    )
    return counted.order_by("-starts_at", "code")


def hosts(*, seen_by: Actor, on: date) -> list[Body]:
    """The bodies in whose name the actor may prepare a conference on a day."""
    held = seen_by.bodies(Permission.CONFERENCE_EDIT)
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    found = Body.objects.filter(begun, Q(valid_to=None) | Q(valid_to__gte=on))
    found = found.exclude(kind="press")
    return list((found if held is None else found.filter(pk__in=held)).order_by("name"))


def numbers_of(of: Conference) -> Numbers:
    """What the overview counts. Two queries, whatever the size."""
    sites = Site.objects.filter(conference=of).order_by().values_list("level")
    levels: Counter[str] = Counter()
    expected, heads, counted = 0, 0, 0
    for level, many, announced, said, told in sites.annotate(
        n=Count("pk"), announced=Sum("expected"), said=Sum("head_count"), told=Count("head_count")
    ):
        expected += announced or 0
        levels[level] += many
        heads, counted = heads + (said or 0), counted + told
    kinds: Counter[str] = Counter()
    states: Counter[str] = Counter()
    groups = Delegate.objects.filter(conference=of).order_by().values_list("kind", "state")
    for kind, state, many in groups.annotate(n=Count("pk")):
        states[state] += many
        if state not in {"absent", "replaced"}:
            kinds[kind] += many
    return Numbers(
        levels.total(), dict(levels), dict(kinds), dict(states), kinds.total(), expected,
        heads if counted else None, counted,
    )  # fmt: skip


def chairs_of(of: Conference) -> list[Delegate]:
    """Who chairs it, in order of protocol."""
    found = Delegate.objects.filter(conference=of, kind="chair").exclude(state="replaced")
    return list(found.select_related("body").order_by("position"))


def frozen_of(of: Conference, *, seen_by: Actor) -> int | None:
    """The frozen assessment it looks at, for who may open that."""
    if of.assessment_id is None:
        return None
    seen = assessments(seen_by=seen_by).filter(pk=of.assessment_id)
    return of.assessment_id if seen.exists() else None


__all__ = ["Numbers", "chairs_of", "conference_list", "frozen_of", "hosts", "numbers_of"]
