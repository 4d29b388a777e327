"""Freezing the board into an assessment."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.plans.models import PlanVersion

from ..models import AssessedTarget, Assessment
from ..queries import Board, board, board_json
from ..queries.assessments import board_sha256


@verb
def freeze(
    *,
    by: Actor,
    plan: str,
    as_known_on: date,
    areas_of: date | None = None,
    convention: str = DEFAULT_CONVENTION,
    repeat_within: timedelta | None = None,
) -> Assessment:
    """Keep the board of this moment for ever, with the checksum of what it was made of.

    `repeat_within`: a button pressed twice keeps one board. Where the same person has frozen
    the same inputs that lately, that assessment is returned and nothing is written.
    """
    judged = board(
        plan, seen_by=by, as_known_on=as_known_on, areas_of=areas_of, convention=convention
    )
    by.require(Permission.ASSESSMENT_FREEZE, at=judged.plan.area_id)
    if repeat_within is not None and (same := _just_frozen(judged, by, repeat_within)):
        return same
    kept = _keep(judged, by)
    record(
        by=by, verb="assessment.frozen", subject=f"{plan}/{kept.pk}", now=judged.tally,
        checksum=board_sha256(kept.board),
    )  # fmt: skip
    return kept


def _keep(judged: Board, by: Actor) -> Assessment:
    """The board's row, and one for each verdict."""
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
    return kept


def _just_frozen(judged: Board, by: Actor, within: timedelta) -> Assessment | None:
    """The same board, frozen by the same person so lately that they meant it once.

    The plan's version is locked before looking, so that two presses at once see each other.
    """
    PlanVersion.objects.select_for_update().get(pk=judged.version.pk)
    lately = Assessment.objects.filter(
        version=judged.version,
        inputs_sha256=judged.inputs_sha256(),
        frozen_by=by.name,
        frozen_at__gt=timezone.now() - within,
    )
    same = lately.order_by("-pk").first()
    return same if same is not None and same.board == board_json(judged) else None
