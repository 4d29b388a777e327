"""Findings and published tallies of a plan, read."""

from __future__ import annotations

from datetime import date

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.plans.models import Plan

from ..models import Finding, PublishedTally


def findings(plan: Plan, *, seen_by: Actor, on: date) -> list[Finding]:
    """The findings known by a day, in the order they were written."""
    if not seen_by.may(Permission.PUBLISHED_VIEW):
        return []
    found = Finding.objects.filter(plan=plan, known_from__lte=on)
    related = found.select_related("body", "document").prefetch_related("targets")
    return list(related.order_by("kind", "position"))


def finding(pk: int, *, seen_by: Actor) -> Finding:
    """One finding with what it rests on. Raises Missing, absent and hidden alike."""
    found = Finding.objects.filter(pk=pk).select_related("plan__area", "body", "document")
    one = found.prefetch_related("targets__indicator__reported_by").first()
    if one is None or not seen_by.may(Permission.PUBLISHED_VIEW):
        raise Missing("finding.missing")
    return one


def tallies(plan: Plan) -> list[PublishedTally]:
    """Every count a source printed of the plan's period, other sets of targets included."""
    found = PublishedTally.objects.filter(plan=plan)
    return list(found.select_related("document").order_by("as_of", "id"))
