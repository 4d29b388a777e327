"""Writing the targets of a version: one door for imports and for drafts that are issued."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dieuhanh.audit.actions import Tally, checksum, record
from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.templates import Record

from ..models import Indicator, PlanVersion, Target
from ..queries.checking import check_numbers, check_target
from ..queries.plans import indicators_by_code

TARGET_COLUMNS = (
    "no", "name", "name_en", "group", "kind", "comparator", "value", "value_high", "unit",
    "base_value", "base_unit", "better", "tolerance_pct", "decimals", "value_status",
    "value_source", "candidate", "head", "note",
)  # fmt: skip


def write_targets(by: Actor, version: PlanVersion, records: Sequence[Record]) -> Tally:
    """Write the targets of a version that has none; the same again change nothing.

    The one way a target comes into the books, by import or by a draft issued. Raises BadInput.
    """
    check_numbers(records)
    indicators, known, papers = indicators_by_code(), bodies_by_code(), documents_by_code()
    rows = []
    for position, each in enumerate(records, start=1):
        try:
            check_target(each)
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


def _indicator(each: Record, indicators: dict[str, Indicator]) -> Indicator | None:
    if not each["indicator"]:
        return None
    if each["indicator"] not in indicators:
        raise each.fault("indicator.unknown", "indicator", text=each["indicator"])
    return indicators[each["indicator"]]
