"""The shortcomings of a plan and of the one before it, with what their tasks say of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dieuhanh.assessment.models import Finding
from dieuhanh.assessment.queries.findings import findings
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.mending import Mended, mended
from dieuhanh.domain.periods import Period
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries import plans
from dieuhanh.tasks.models import Task
from dieuhanh.tasks.queries import tasks


@dataclass(frozen=True)
class Shortcoming:
    """One, whether it was mended, and those of its tasks the reader may see."""

    finding: Finding
    state: Mended
    tasks: list[Task]


@dataclass(frozen=True)
class OfPlan:
    """A plan's shortcomings."""

    plan: Plan
    lines: list[Shortcoming]

    def count(self, state: Mended) -> int:
        """How many stand so."""
        return sum(line.state is state for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many stand how."""
        return {state.value: self.count(state) for state in Mended}


def plan_before(plan: Plan, *, seen_by: Actor) -> Plan | None:
    """The plan of the same owner and kind for the period right before, if the books hold it."""
    period = Period.parse(plan.period)
    before = str(period.shifted(-period.months))
    found = plans(seen_by=seen_by).filter(owner=plan.owner_id, kind=plan.kind, period=before)
    return found.first()


def shortcomings(plan: Plan, *, seen_by: Actor, on: date) -> OfPlan:
    """Those known by a day. The state rests on every task, the links on what the reader sees."""
    found = [each for each in findings(plan, seen_by=seen_by, on=on) if each.kind == "shortcoming"]
    states: dict[int, list[str]] = {}
    for finding, state in Task.objects.filter(finding__in=found).values_list("finding", "state"):
        if finding is not None:
            states.setdefault(finding, []).append(state)
    seen = list(tasks(seen_by=seen_by).filter(finding__in=found).order_by("pk"))
    return OfPlan(
        plan,
        [
            Shortcoming(
                each, mended(states.get(each.pk, ())),
                [task for task in seen if task.finding_id == each.pk],
            )
            for each in found
        ],
    )  # fmt: skip


__all__ = ["OfPlan", "Shortcoming", "plan_before", "shortcomings"]
