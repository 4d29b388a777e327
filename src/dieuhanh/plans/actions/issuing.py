"""Issuing a draft by a registered paper: a plan's first version, or its next by a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.queries import Atlas
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.domain.periods import Period
from dieuhanh.domain.wording.allocating import difference_text

from ..models import Allocation, AllocationGap, Draft, DraftLine, Plan, PlanVersion, Target
from ..queries.diffs import changes_of_draft
from ..queries.drafts import lines as lines_of
from ..queries.parts import Held, PartsSheet, held_of, sheets
from ..queries.readiness import obstacles, records_of, standing
from .targets import write_targets


@verb
def issue(
    *, by: Actor, draft: Draft, document: str, in_force_from: date, decided_by: str = ""
) -> PlanVersion:
    """Make the draft a fact: plan, version, targets and what they hand down, or nothing at all.

    Raises BadInputs with everything to mend. Judging before `in_force_from` stays with the version
    before.
    """
    by.require(Permission.PLAN_ISSUE, at=draft.base.plan.area_id)
    state = Draft.objects.select_for_update().get(pk=draft.pk).state
    if state != "open":
        raise BadInput("draft.closed", draft=draft.name)
    papers, atlas = documents_by_code(), Atlas()
    if not document:
        raise BadInput("issue.no_document")
    paper, decision = cited(document, papers), cited(decided_by, papers)
    found = lines_of(draft, seen_by=by)
    if faults := obstacles(draft, found, atlas):
        raise BadInputs([each.fault for each in faults])
    _check_day(draft, in_force_from)
    if draft.purpose == "adjustment" and not any(c.kind != "same" for c in changes_of_draft(draft)):
        raise BadInput("issue.unchanged", draft=draft.name)
    plan, number = _plan(draft, atlas)
    version = PlanVersion.objects.create(
        plan=plan, number=number, in_force_from=in_force_from, date_precision="day",
        document=paper, decided_by=decision,
    )  # fmt: skip
    records, _ = records_of(found)
    write_targets(by, version, records)
    count = _hand_down(version, standing(found), atlas, held_of(draft))
    Draft.objects.filter(pk=draft.pk).update(state="issued", issued=version)
    record(
        by=by, verb="plan.issued", subject=f"{plan.code}/{number}", count=len(records),
        now={
            "draft": draft.code, "document": document, "decided_by": decided_by,
            "in_force_from": in_force_from.isoformat(), "handed_down": count,
        },
    )  # fmt: skip
    return version


def _check_day(draft: Draft, in_force_from: date) -> None:
    end = Period.parse(draft.period).end
    if in_force_from > end:
        raise BadInput("issue.after_period", end=end.strftime("%d/%m/%Y"))
    if draft.purpose == "new":
        return
    versions = list(PlanVersion.objects.filter(plan=draft.base.plan))
    if any(version.number > draft.base.number for version in versions):
        raise BadInput("draft.old_base", plan=draft.base.plan.name, number=draft.base.number)
    latest = max(version.in_force_from for version in versions)
    if in_force_from <= latest:
        raise BadInput("issue.not_later", latest=latest.strftime("%d/%m/%Y"))


def _plan(draft: Draft, atlas: Atlas) -> tuple[Plan, int]:
    """The plan the version is of, made now if it is new, and the version's number."""
    base = draft.base.plan
    if draft.purpose == "adjustment":
        last = PlanVersion.objects.filter(plan=base).order_by("-number").first()
        return base, (last.number if last else 0) + 1
    if Plan.objects.filter(code=draft.code).exists():
        raise BadInput("draft.code_taken", text=draft.code)
    plan = Plan.objects.create(
        code=draft.code, name=draft.name, name_en=draft.name_en, kind=base.kind,
        period=draft.period, area=atlas.at(base.area.code, Period.parse(draft.period).start),
        owner=base.owner, judged_source=base.judged_source, note=draft.note,
    )  # fmt: skip
    return plan, 1


def _hand_down(
    version: PlanVersion, found: Sequence[DraftLine], atlas: Atlas, held: dict[int, Held]
) -> int:
    targets = {target.no: target for target in Target.objects.filter(version=version)}
    parts: list[Allocation] = []
    for line in found:
        target = targets[line.no.strip()]
        for sheet in sheets(line, atlas, held.get(line.pk, Held())):
            parts += _parts(target, sheet, len(parts))
            if sheet.check.needs_reason:
                AllocationGap.objects.create(
                    target=target, area=sheet.parent, reason=sheet.reason,
                    difference=difference_text(sheet.check),
                )  # fmt: skip
    Allocation.objects.bulk_create(parts, batch_size=500)
    return len(parts)


def _parts(target: Target, sheet: PartsSheet, before: int) -> list[Allocation]:
    given = [row for row in sheet.rows if row.value.given]
    return [
        Allocation(
            target=target, position=before + place, area=row.area, body=row.body,
            value=row.value.value, numerator=row.value.numerator,
            denominator=row.value.denominator,
        )
        for place, row in enumerate(given, start=1)
    ]  # fmt: skip
