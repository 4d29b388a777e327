"""Writing indicators, plans and the targets of a version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from dieuhanh.audit.actions import Tally, put_all, record, verb
from dieuhanh.bodies.queries import Atlas, bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Origin
from dieuhanh.domain.indicators import OverAreas, read_breakdowns
from dieuhanh.domain.periods import Period
from dieuhanh.exchange.templates import Record

from ..models import Indicator, Plan, PlanVersion
from .targets import write_targets

ADDED_UP = frozenset({OverAreas.SUM, OverAreas.RATIO_OF_SUMS, OverAreas.MIN, OverAreas.MAX})
PLAN_COLUMNS = ("code", "name", "name_en", "kind", "period", "note")


@verb
def import_indicators(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add or amend indicators."""
    by.require(Permission.PLAN_EDIT)
    known = bodies_by_code()
    rows = []
    for each in records:
        try:
            read_breakdowns(each["breakdowns"])
            _check_origin(each)
            rows.append({**each.values, "reported_by": body(each["reported_by"], known)})
        except BadInput as fault:
            raise fault.at(each.place) from None
    return put_all(by=by, verb="indicators.imported", model=Indicator, key=("code",), rows=rows)


def _check_origin(each: Record) -> None:
    """A verdict can rest on the level below only where that level can be added up."""
    if each.values.get("judged_origin") == Origin.ROLLED_UP and each["over_areas"] not in ADDED_UP:
        raise each.fault("indicator.not_summable", "judged_origin", text=each["code"])


@verb
def import_plans(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add or amend plans, and add versions that are not there yet."""
    atlas, known, papers = Atlas(), bodies_by_code(), documents_by_code()
    rows, versions = [], []
    for each in records:
        try:
            area = atlas.at(each["area_code"], Period.parse(each["period"]).end)
            by.require(Permission.PLAN_EDIT, at=area.pk)
            rows.append(
                {
                    **{name: each[name] for name in PLAN_COLUMNS},
                    "area": area,
                    "owner": body(each["owner_code"], known),
                    "judged_source": body(each["judged_source"], known),
                }
            )
            versions.append(
                {
                    "number": each["version"],
                    "in_force_from": each["in_force_from"],
                    "date_precision": each["in_force_precision"],
                    "document": cited(each["document"], papers),
                    "decided_by": cited(each["decided_by"], papers),
                }
            )
        except BadInput as fault:
            raise fault.at(each.place) from None
    tally = put_all(by=by, verb="plans.imported", model=Plan, key=("code",), rows=rows)
    _add_versions(by, [row["code"] for row in rows], versions)
    return tally


def _add_versions(by: Actor, codes: Sequence[Any], versions: Sequence[dict[str, Any]]) -> None:
    plans = {plan.code: plan for plan in Plan.objects.filter(code__in=codes)}
    held = set(PlanVersion.objects.values_list("plan__code", "number"))
    for code, version in zip(codes, versions, strict=True):
        if (code, version["number"]) not in held:
            PlanVersion.objects.create(plan=plans[code], **version)
            record(
                by=by, verb="plan.version_added", subject=f"{code}/{version['number']}",
                now={"in_force_from": version["in_force_from"].isoformat()},
            )  # fmt: skip


@verb
def import_targets(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Write the targets of plan versions that have none yet.

    A version that has targets is a fact: the same rows again change nothing, other rows are
    refused, since an adjustment is a new version.
    """
    versions = {
        (v.plan.code, v.number): v for v in PlanVersion.objects.select_related("plan__area")
    }
    groups: dict[PlanVersion, list[Record]] = defaultdict(list)
    for each in records:
        version = versions.get((each["plan"], each["version"]))
        if version is None:
            raise each.fault("plan.unknown", "plan", text=f"{each['plan']}/{each['version']}")
        by.require(Permission.PLAN_EDIT, at=version.plan.area_id)
        groups[version].append(each)
    tallies = [write_targets(by, version, group) for version, group in groups.items()]
    return Tally(sum(t.added for t in tallies), 0, sum(t.same for t in tallies))
