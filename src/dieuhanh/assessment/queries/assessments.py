"""Frozen assessments, read."""

from __future__ import annotations

from django.db.models import F, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Assessment

Frozen = Assessment


def assessments(*, seen_by: Actor) -> QuerySet[Assessment]:
    """The assessments an actor may see: those of the areas whose figures they may."""
    scope = seen_by.areas(Permission.FIGURE_VIEW)
    found = Assessment.objects.select_related("version__plan__owner").order_by("-pk")
    return found if scope is None else found.filter(version__plan__area_id__in=scope)


def assessment_heads(*, seen_by: Actor) -> QuerySet[Assessment]:
    """The same for lists: each with its `tally` alone, the board left in the books."""
    return assessments(seen_by=seen_by).annotate(tally=F("board__tally")).defer("board")


def assessment(pk: int, *, seen_by: Actor) -> Assessment:
    """One frozen assessment. Raises Missing, alike for none and for not allowed."""
    found = assessments(seen_by=seen_by).filter(pk=pk).first()
    if found is None:
        raise Missing("assessment.missing")
    return found
