"""What the books hold of one plan, read once: any day's board is judged from it unasked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.figures import Span
from dieuhanh.plans.models import Plan, PlanVersion, Target
from dieuhanh.plans.queries import plan as find_plan
from dieuhanh.plans.queries import targets as find_targets
from dieuhanh.plans.queries import versions as find_versions
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import in_force, of_area
from dieuhanh.reports.queries.rolled import EMPTY, RolledFigure, RolledUp, judged_by_sum, rolled_up

from ..models import PublishedJudgement, PublishedTally


@dataclass(frozen=True)
class Ledger:
    """A plan with its versions and targets, the figures it is judged by, and what was published.

    Figures are of the plan's area, period and judged source; labels and counts of other sets of
    targets are left out. `sums` are what the level below makes of the indicators that are judged
    so. Every day is in it: what was known by a day is asked of its methods.
    """

    plan: Plan
    versions: tuple[PlanVersion, ...]
    targets: dict[int, list[Target]]
    figures: tuple[Figure, ...]
    judgements: tuple[PublishedJudgement, ...]
    tallies: tuple[PublishedTally, ...]
    sums: RolledUp = EMPTY

    def version_on(self, day: date) -> PlanVersion:
        """The version in force on a day: the latest that began by then. Raises Missing."""
        for version in self.versions:
            if version.in_force_from <= day:
                return version
        raise Missing(
            "plan.not_in_force", plan=self.plan.code, on=write_vi_date(day),
            since=", ".join(write_vi_date(v.in_force_from) for v in self.versions[-1:]),
        )  # fmt: skip

    def figures_on(self, day: date, as_recorded_by: datetime | None = None) -> dict[int, Figure]:
        """By indicator: the figure in force."""
        standing = in_force(self.figures, as_known_on=day, as_recorded_by=as_recorded_by)
        return {figure.indicator_id: figure for figure in standing}

    def sums_on(self, day: date) -> dict[int, RolledFigure]:
        """By indicator judged by its sum: what the level below makes of it."""
        return self.sums.on(day)

    @cached_property
    def first_figures(self) -> dict[int, Figure]:
        """By indicator: the first figure ever stated, whatever the day."""
        first: dict[int, Figure] = {}
        for figure in sorted(self.figures, key=lambda f: (f.known_from, f.pk)):
            first.setdefault(figure.indicator_id, figure)
        return first

    def judgements_on(self, day: date) -> dict[str, PublishedJudgement]:
        """By target number: the last label given by the day."""
        return {each.no: each for each in self.judgements if each.known_from <= day}

    def tally_on(self, day: date) -> PublishedTally | None:
        """The last count published by the day."""
        known = [tally for tally in self.tallies if tally.as_of <= day]
        return known[-1] if known else None


def open_ledger(
    plan: str | Plan,
    *,
    seen_by: Actor,
    as_recorded_by: datetime | None = None,
    added: Sequence[Figure] = (),
) -> Ledger:
    """Read a plan's ledger, by its code or at hand: six queries, one more for each further version, three for sums.

    `added` are unsaved figures told as if they were in the books. Raises Missing.
    """
    if isinstance(plan, str):
        plan = find_plan(plan, seen_by=seen_by)
    if not seen_by.may(Permission.BOARD_VIEW):
        raise Missing("plan.missing", plan=plan.code, known="")
    versions = tuple(find_versions(plan))
    targets = {version.pk: _targets(version) for version in versions}
    labels = PublishedJudgement.objects.filter(plan=plan, other_set="").select_related("document")
    counts = PublishedTally.objects.filter(plan=plan, other_set="").select_related("document")
    named = [t.indicator for each in targets.values() for t in each if t.indicator]
    sums = rolled_up(
        plan.area, plan.period, judged_by_sum(named).values(), seen_by=seen_by,
        as_recorded_by=as_recorded_by, added=added,
    )  # fmt: skip
    return Ledger(
        plan,
        versions,
        targets,
        (*_figures(plan, targets, seen_by), *(f for f in added if _of_plan(f, plan))),
        tuple(labels.order_by("known_from", "id")),
        tuple(counts.order_by("as_of", "id")),
        sums,
    )


def _of_plan(figure: Figure, plan: Plan) -> bool:
    """Whether a figure is of the plan's area and period, by the source it is judged by."""
    told = (figure.area_id, figure.period, figure.source_id, figure.span, figure.breakdown)
    return told == (plan.area_id, plan.period, plan.judged_source_id, Span.IN_PERIOD, "")


def _targets(version: PlanVersion) -> list[Target]:
    found = find_targets(version)
    for target in found:
        target.version = version
    return found


def _figures(plan: Plan, targets: dict[int, list[Target]], seen_by: Actor) -> tuple[Figure, ...]:
    indicators = {t.indicator_id for each in targets.values() for t in each if t.indicator_id}
    return tuple(
        figure
        for figure in of_area(plan.area_id, indicators, seen_by=seen_by, period=plan.period)
        if _of_plan(figure, plan)
    )
