"""Freezing the board into an assessment."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conventions import DEFAULT_CONVENTION

from ..models import AssessedTarget, Assessment
from ..queries import board, board_json


@verb
def freeze(
    *,
    by: Actor,
    plan: str,
    as_known_on: date,
    areas_of: date | None = None,
    convention: str = DEFAULT_CONVENTION,
) -> Assessment:
    """Keep the board of this moment for ever, with the checksum of what it was made of."""
    judged = board(
        plan, seen_by=by, as_known_on=as_known_on, areas_of=areas_of, convention=convention
    )
    by.require(Permission.ASSESSMENT_FREEZE, at=judged.plan.area_id)
    kept = Assessment.objects.create(
        version=judged.version,
        as_known_on=judged.as_known_on,
        areas_of=judged.areas_of,
        convention=judged.convention.name,
        board=board_json(judged),
        inputs_sha256=judged.inputs_sha256(),
        frozen_at=timezone.now(),
        frozen_by=by.name,
    )
    AssessedTarget.objects.bulk_create(
        AssessedTarget(
            assessment=kept,
            no=each.target.no,
            verdict=each.verdict.value,
            basis=each.basis.value,
            plan_ratio_pct=each.outcome.plan_ratio_pct,
        )
        for each in judged.verdicts
    )
    record(
        by=by, verb="assessment.frozen", subject=f"{plan}/{kept.pk}", now=judged.tally,
        checksum=kept.inputs_sha256,
    )  # fmt: skip
    return kept
