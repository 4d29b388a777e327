"""Writing indicators, plans and the targets of a version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from dieuhanh.audit.actions import Tally, checksum, put_all, record, verb
from dieuhanh.bodies.queries import Atlas, bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import ValueStatus, find_ring, read_breakdowns
from dieuhanh.domain.periods import Period
from dieuhanh.domain.targets import TargetKind, comparators_of
from dieuhanh.exchange.templates import Record

from .models import Indicator, Plan, PlanVersion, Target
from .queries import indicators_by_code

PLAN_COLUMNS = ("code", "name", "name_en", "kind", "period", "note")
TARGET_COLUMNS = (
    "no", "name", "name_en", "group", "kind", "comparator", "value", "value_high", "unit",
    "base_value", "base_unit", "better", "tolerance_pct", "decimals", "value_status",
    "value_source", "candidate", "note",
)  # fmt: skip


@verb
def import_indicators(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add or amend indicators."""
    by.require(Permission.PLAN_EDIT)
    known = bodies_by_code()
    rows = []
    for each in records:
        try:
            read_breakdowns(each["breakdowns"])
            rows.append({**each.values, "reported_by": body(each["reported_by"], known)})
        except BadInput as fault:
            raise fault.at(each.place) from None
    return put_all(by=by, verb="indicators.imported", model=Indicator, key=("code",), rows=rows)


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
    tallies = [_write_targets(by, version, group) for version, group in groups.items()]
    return Tally(sum(t.added for t in tallies), 0, sum(t.same for t in tallies))


def _write_targets(by: Actor, version: PlanVersion, records: Sequence[Record]) -> Tally:
    _check_parts(records)
    indicators, known, papers = indicators_by_code(), bodies_by_code(), documents_by_code()
    rows = []
    for position, each in enumerate(records, start=1):
        try:
            _check_value(each)
            row = {name: each[name] for name in TARGET_COLUMNS}
            row |= {name: row[name] or "" for name in ("kind", "comparator")}
            row["position"] = position
            row["indicator"] = _indicator(each, indicators)
            row["lead_body"] = body(each["lead_body"], known)
            row["value_document"] = cited(each["value_document"], papers)
        except BadInput as fault:
            raise fault.at(each.place) from None
        rows.append((each, row))
    held = {target.no: target for target in Target.objects.filter(version=version)}
    if held:
        return _same_or_refuse(version, held, rows)
    written: dict[str, Target] = {}
    for each, row in sorted(rows, key=lambda pair: pair[0]["part_of"] != ""):
        parent = written.get(each["part_of"])
        written[each["no"]] = Target.objects.create(version=version, parent=parent, **row)
    record(
        by=by, verb="targets.imported", subject=f"{version.plan.code}/{version.number}",
        count=len(rows), checksum=checksum([each.values for each, _ in rows]),
    )  # fmt: skip
    return Tally(added=len(rows))


def _same_or_refuse(
    version: PlanVersion, held: dict[str, Target], rows: Sequence[tuple[Record, dict[str, Any]]]
) -> Tally:
    for each, row in rows:
        there = held.get(each["no"])
        parent_no = there.parent.no if there and there.parent else ""
        if there is None or parent_no != each["part_of"]:
            raise each.fault("plan.version_written", "no", plan=version.plan.code, no=each["no"])
        for name, value in row.items():
            if getattr(there, name) != value:
                raise each.fault(
                    "plan.version_written", name, plan=version.plan.code, no=each["no"]
                )
    return Tally(same=len(rows))


def _check_parts(records: Sequence[Record]) -> None:
    """Numbers are given once, wholes exist, and no target is a part of itself."""
    by_no: dict[str, Record] = {}
    for each in records:
        if each["no"] in by_no:
            raise each.fault("target.twice", "no", no=each["no"])
        by_no[each["no"]] = each
    parents = {each["no"]: each["part_of"] for each in records if each["part_of"]}
    for each in records:
        if each["part_of"] and each["part_of"] not in by_no:
            raise each.fault("target.no_whole", "part_of", no=each["no"], whole=each["part_of"])
    if ring := find_ring(parents):
        raise by_no[ring[0]].fault("target.ring", "part_of", ring=" → ".join(ring))
    wholes = set(parents.values())
    for each in records:
        if each["comparator"] == "composite" and each["no"] not in wholes:
            raise each.fault("target.no_parts", "comparator", no=each["no"])


def _check_value(each: Record) -> None:
    """The value agrees with how surely it is known, and the rule can be judged."""
    unknown = each["value_status"] == ValueStatus.UNKNOWN
    if unknown and (each["value"] is not None or each["value_high"] is not None):
        raise each.fault("target.unknown_with_value", "value", no=each["no"])
    if not each["kind"] or not each["comparator"]:
        if not unknown:
            raise each.fault("target.no_rule", "comparator", no=each["no"])
        return
    possible = comparators_of(TargetKind(each["kind"]))
    if each["comparator"] not in possible:
        raise each.fault(
            "rule.impossible_pair", "comparator", kind=each["kind"],
            comparator=each["comparator"], possible=", ".join(possible),
        )  # fmt: skip
    if unknown or each["comparator"] in {"composite", "qualitative"}:
        return
    if each["value"] is None:
        raise each.fault("target.no_value", "value", no=each["no"])
    high = each["value_high"]
    if each["comparator"] == "between" and (high is None or high < each["value"]):
        raise each.fault("target.range", "value_high", no=each["no"])


def _indicator(each: Record, indicators: dict[str, Indicator]) -> Indicator | None:
    if not each["indicator"]:
        return None
    if each["indicator"] not in indicators:
        raise each.fault("indicator.unknown", "indicator", text=each["indicator"])
    return indicators[each["indicator"]]
