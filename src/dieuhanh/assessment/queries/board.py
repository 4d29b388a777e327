"""The board: every target of a plan judged on request, from the books as they stand."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.conventions import DEFAULT_CONVENTION, Convention, find_convention
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.figures import Span
from dieuhanh.domain.periods import Period
from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.exchange.law import load_conventions
from dieuhanh.plans.models import Plan, PlanVersion, Target
from dieuhanh.plans.queries import plan as find_plan
from dieuhanh.plans.queries import targets as find_targets
from dieuhanh.plans.queries import version_in_force
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import in_force, of_area

from ..models import PublishedJudgement, PublishedTally
from .judged import Judged, evidence_of, judge_target


@dataclass(frozen=True)
class Board:
    """All verdicts of a plan's version, as known on a day, under a convention. Never stored."""

    version: PlanVersion
    as_known_on: date
    areas_of: date
    convention: Convention
    verdicts: tuple[Judged, ...]
    published: PublishedTally | None

    @property
    def plan(self) -> Plan:
        """The plan that is judged."""
        return self.version.plan

    @cached_property
    def tally(self) -> dict[str, int]:
        """Counts by verdict and by basis; the verdicts add up to the total."""
        by_verdict = Counter(judged.verdict for judged in self.verdicts)
        by_basis = Counter(judged.basis for judged in self.verdicts)
        return {
            "total": len(self.verdicts),
            "met_or_exceeded": sum(n for v, n in by_verdict.items() if v.is_met),
            "exceeded": by_verdict[Verdict.EXCEEDED],
            "met": by_verdict[Verdict.MET],
            "unsplit": by_verdict[Verdict.MET_OR_EXCEEDED],
            "not_met": by_verdict[Verdict.NOT_MET],
            "no_data": by_verdict[Verdict.NO_DATA],
            "not_due": by_verdict[Verdict.NOT_DUE],
            "not_comparable": by_verdict[Verdict.NOT_COMPARABLE],
            "computed": by_basis[Basis.COMPUTED],
            "as_published": by_basis[Basis.AS_PUBLISHED],
        }

    def inputs_sha256(self) -> str:
        """Checksum of everything the verdicts were made of."""
        made_of: dict[str, Any] = {
            "version": self.version.pk,
            "targets": [judged.target.pk for judged in self.verdicts],
            "figures": sorted(figure.pk for judged in self.verdicts for figure in judged.figures),
            "judgements": sorted(
                judged.evidence.judgement.pk
                for judged in self.verdicts
                if judged.evidence.judgement
            ),
            "as_known_on": self.as_known_on.isoformat(),
            "areas_of": self.areas_of.isoformat(),
            "switches": repr(self.convention.switches),
        }
        return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


def board(
    code: str,
    *,
    seen_by: Actor,
    as_known_on: date,
    areas_of: date | None = None,
    convention: str = DEFAULT_CONVENTION,
    as_recorded_by: datetime | None = None,
) -> Board:
    """Judge a plan. Raises Missing for an unknown plan, BadInput for an unknown convention."""
    plan = find_plan(code, seen_by=seen_by)
    if not seen_by.may(Permission.BOARD_VIEW):
        raise Missing("plan.missing", plan=code, known="")
    chosen = find_convention(load_conventions(), convention)
    version = version_in_force(plan, as_known_on)
    targets = find_targets(version)
    for target in targets:
        target.version = version
    current, first_known = _figures(version, targets, seen_by, as_known_on, as_recorded_by)
    judgements = _judgements(plan, as_known_on)
    known = evidence_of(targets, current, first_known, judgements)
    return Board(
        version,
        as_known_on,
        areas_of or Period.parse(plan.period).end,
        chosen,
        tuple(judge_target(each, chosen, as_known_on) for each in known),
        published_tally(plan, as_known_on),
    )


def _figures(
    version: PlanVersion,
    targets: Sequence[Target],
    seen_by: Actor,
    as_known_on: date,
    as_recorded_by: datetime | None,
) -> tuple[dict[int, Figure], dict[int, Figure]]:
    """By indicator: the figure in force from the plan's judged source, and the first ever stated."""
    plan = version.plan
    indicators = {target.indicator_id for target in targets if target.indicator_id}
    found = [
        figure
        for figure in of_area(plan.area_id, indicators, seen_by=seen_by, period=plan.period)
        if figure.source_id == plan.judged_source_id
        and figure.span == Span.IN_PERIOD
        and not figure.breakdown
    ]
    standing = in_force(found, as_known_on=as_known_on, as_recorded_by=as_recorded_by)
    current = {figure.indicator_id: figure for figure in standing}
    first: dict[int, Figure] = {}
    for figure in sorted(found, key=lambda f: (f.known_from, f.pk)):
        first.setdefault(figure.indicator_id, figure)
    return current, first


def _judgements(plan: Plan, on: date) -> dict[str, PublishedJudgement]:
    """The last label each target was given by the day, of this set of targets only."""
    found = PublishedJudgement.objects.filter(plan=plan, known_from__lte=on, other_set="")
    ordered = found.select_related("document").order_by("known_from", "id")
    return {judgement.no: judgement for judgement in ordered}


def published_tally(plan: Plan, on: date) -> PublishedTally | None:
    """The last count published by the day, of this set of targets only."""
    found = PublishedTally.objects.filter(plan=plan, as_of__lte=on, other_set="")
    return found.select_related("document").order_by("-as_of", "-id").first()
