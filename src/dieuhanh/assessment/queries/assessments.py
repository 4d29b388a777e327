"""Frozen assessments, read."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db.models import F, QuerySet

from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Assessment

Frozen = Assessment


def assessments(*, seen_by: Actor) -> QuerySet[Assessment]:
    """The assessments an actor may see: those of the areas whose figures of every field they may."""
    scope = seen_by.areas(Permission.FIGURE_VIEW, every_field=True)
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


def board_sha256(board: dict[str, Any]) -> str:
    """Checksum of a frozen board, as the record keeps it."""
    text = json.dumps(board, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def altered_assessments() -> list[int]:
    """Frozen assessments whose board, or whose verdicts, are not what the record says was frozen.

    For `verify` alone: it reads the record, which no feature does.
    """
    kept_as = dict(
        Entry.objects.filter(verb="assessment.frozen").values_list("subject", "checksum")
    )
    found = Assessment.objects.select_related("version__plan").prefetch_related("verdicts")
    return [each.pk for each in found.order_by("pk") if not _sound(each, kept_as)]


def _sound(each: Assessment, kept_as: dict[str, str]) -> bool:
    told = {(verdict["no"], verdict["verdict"]) for verdict in each.board["verdicts"]}
    stored = {(verdict.no, verdict.verdict) for verdict in each.verdicts.all()}
    subject = f"{each.version.plan.code}/{each.pk}"
    return told == stored and kept_as.get(subject) == board_sha256(each.board)
