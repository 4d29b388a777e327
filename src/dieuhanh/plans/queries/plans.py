"""Plans, versions, targets and indicators, read."""

from __future__ import annotations

from django.db.models import QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Indicator, Plan, PlanVersion, Target


def plans(*, seen_by: Actor) -> QuerySet[Plan]:
    """The plans an actor may see."""
    if not seen_by.may(Permission.BOARD_VIEW):
        return Plan.objects.none()
    return Plan.objects.select_related("area", "owner", "judged_source").order_by("-period", "code")


def plan(code: str, *, seen_by: Actor) -> Plan:
    """One plan. Raises Missing, alike for none and for not allowed."""
    found = plans(seen_by=seen_by).filter(code=code).first()
    if found is None:
        raise Missing("plan.missing", plan=code, known=", ".join(_codes(seen_by)))
    return found


def _codes(seen_by: Actor) -> list[str]:
    return list(plans(seen_by=seen_by).values_list("code", flat=True))


def versions(plan: Plan) -> list[PlanVersion]:
    """A plan's versions with their documents, the latest to come into force first."""
    related = ("plan__area", "plan__owner", "plan__judged_source", "document", "decided_by")
    found = PlanVersion.objects.filter(plan=plan).select_related(*related)
    return list(found.order_by("-in_force_from", "-number"))


def targets(version: PlanVersion) -> list[Target]:
    """A version's targets, parts behind their whole, in the plan's order."""
    return list(
        Target.objects.filter(version=version)
        .select_related("indicator__reported_by", "lead_body", "value_document")
        .order_by("position")
    )


def target(version: PlanVersion, no: str) -> Target:
    """One target by its number in the plan. Raises Missing."""
    for found in targets(version):
        if found.no == no:
            return found
    raise Missing("target.missing", no=no)


def indicators_by_code() -> dict[str, Indicator]:
    """All indicators, for verbs that cite them."""
    return {i.code: i for i in Indicator.objects.select_related("reported_by")}
