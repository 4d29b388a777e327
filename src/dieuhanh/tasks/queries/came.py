"""The tasks that came from one thing, as far as the reader may see them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import Q

from dieuhanh.assessment.models import Assessment, Finding
from dieuhanh.assessment.queries.findings import findings
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.tasks import Standing
from dieuhanh.domain.verdicts import Verdict
from dieuhanh.plans.models import Plan, Target

from ..models import Task
from .doors import tasks
from .origins import Origin
from .terms import standing_of

MISSED = Verdict.NOT_MET.value


class Came(NamedTuple):
    """A task with where it stands; None for one that was withdrawn or recurs."""

    task: Task
    standing: Standing | None


def came_from(source: Origin, *, seen_by: Actor, today: date) -> list[Came]:
    """A few queries; occurrences of a recurring task are left to its own page.

    Of what was handed down from a whole the reader may not see, the part they may see stands for it.
    """
    parts = _handed_down(source, seen_by)
    found = tasks(seen_by=seen_by).filter(source.alike | Q(pk__in=parts), series=None)
    return [
        Came(each, standing_of(each, today)) for each in found.select_related("lead").order_by("pk")
    ]


def _handed_down(source: Origin, actor: Actor) -> set[int]:
    """The nearest parts the reader may see of tasks they may not. Two queries a level."""
    seen = tasks(seen_by=actor)
    above = set(Task.objects.filter(source.alike).values_list("pk", flat=True))
    above -= set(seen.filter(source.alike).values_list("pk", flat=True))
    shown: set[int] = set()
    while above:
        found = set(seen.filter(parent__in=above).values_list("pk", flat=True))
        every = set(Task.objects.filter(parent__in=above).values_list("pk", flat=True))
        shown |= found
        above = every - found
    return shown


def came_from_findings(
    plan: Plan, *, seen_by: Actor, today: date
) -> list[tuple[Finding, list[Came]]]:
    """The same for every finding known of a plan, those without a task too. Three queries."""
    known = findings(plan, seen_by=seen_by, on=today)
    held: dict[int | None, list[Came]] = {each.pk: [] for each in known}
    found = tasks(seen_by=seen_by).filter(finding__in=known, series=None).select_related("lead")
    for each in found.order_by("pk"):
        held[each.finding_id].append(Came(each, standing_of(each, today)))
    return [(each, held[each.pk]) for each in known]


def came_from_missed(
    kept: Assessment, *, seen_by: Actor, today: date
) -> list[tuple[Target, list[Came]]]:
    """The same for the targets a frozen assessment found missed, in the plan's order. Two queries."""
    missed = [each["no"] for each in kept.board["verdicts"] if each["verdict"] == MISSED]
    known = Target.objects.filter(version=kept.version_id, no__in=missed).order_by("position")
    held: dict[str, list[Came]] = {target.no: [] for target in known}
    found = tasks(seen_by=seen_by).filter(
        target__version__plan=kept.version.plan_id, target__no__in=missed, series=None
    )
    for each in found.select_related("lead", "target").order_by("pk"):
        if each.target is not None and each.target.no in held:
            held[each.target.no].append(Came(each, standing_of(each, today)))
    return [(target, held[target.no]) for target in known]


__all__ = ["Came", "came_from", "came_from_findings", "came_from_missed"]
