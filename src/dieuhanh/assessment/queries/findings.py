"""Findings and published tallies of a plan, read."""

from __future__ import annotations

from datetime import date

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.plans.models import Plan

from ..models import Finding, PublishedTally


def findings(plan: Plan, *, seen_by: Actor, on: date) -> list[Finding]:
    """The findings known by a day, in the order they were written."""
    if not seen_by.may(Permission.PUBLISHED_VIEW):
        return []
    found = Finding.objects.filter(plan=plan, known_from__lte=on)
    related = found.select_related("body", "document").prefetch_related("targets")
    return list(related.order_by("kind", "position"))


def tallies(plan: Plan) -> list[PublishedTally]:
    """Every count a source printed of the plan's period, other sets of targets included."""
    found = PublishedTally.objects.filter(plan=plan)
    return list(found.select_related("document").order_by("as_of", "id"))
