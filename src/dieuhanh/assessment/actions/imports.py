"""Taking in what others published: labels, tallies, findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from dieuhanh.audit.actions import Tally, checksum, record, verb
from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.models import Plan, Target

from ..models import Finding, PublishedJudgement, PublishedTally

JUDGEMENT = ("no", "label", "known_from", "date_precision", "quote", "other_set", "note")
TALLY = ("as_of", "date_precision", "met", "total", "exceeded", "quote", "other_set", "note")
FINDING = ("kind", "sentence", "field", "quote", "known_from", "note")


def _plan(each: Record, plans: dict[str, Plan], by: Actor, permission: Permission) -> Plan:
    if each["plan"] not in plans:
        raise each.fault("plan.unknown", "plan", text=each["plan"])
    plan = plans[each["plan"]]
    by.require(permission, at=plan.area_id)
    return plan


def _append(
    by: Actor, model: type[models.Model], verb_name: str, rows: Sequence[dict[str, Any]]
) -> Tally:
    """Append the rows that do not stand yet, to the letter; one line in the record."""
    names = list(rows[0]) if rows else []
    held = {tuple(getattr(o, n) for n in names) for o in model._default_manager.all()}
    new = [model(**row) for row in rows if tuple(row[n] for n in names) not in held]
    model._default_manager.bulk_create(new)
    if new:
        told = [{n: str(value) for n, value in row.items()} for row in rows]
        record(
            by=by, verb=verb_name, subject=model.__name__, count=len(new), checksum=checksum(told)
        )
    return Tally(added=len(new), same=len(rows) - len(new))


@verb
def import_judgements(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Append the labels a source gave to targets."""
    plans = {plan.code: plan for plan in Plan.objects.all()}
    known = set(Target.objects.values_list("version__plan__code", "no"))
    papers = documents_by_code()
    rows = []
    for each in records:
        plan = _plan(each, plans, by, Permission.JUDGEMENT_EDIT)
        if (plan.code, each["no"]) not in known:
            raise each.fault("target.unknown", "no", no=each["no"], plan=plan.code)
        try:
            document = cited(each["document"], papers)
        except BadInput as fault:
            raise fault.at(each.place) from None
        rows.append({"plan": plan, "document": document, **{n: each[n] for n in JUDGEMENT}})
    return _append(by, PublishedJudgement, "judgements.imported", rows)


@verb
def import_tallies(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Append the counts a source printed."""
    plans = {plan.code: plan for plan in Plan.objects.all()}
    papers = documents_by_code()
    rows = []
    for each in records:
        plan = _plan(each, plans, by, Permission.JUDGEMENT_EDIT)
        if each["met"] > each["total"]:
            raise each.fault("tally.over", "met", met=each["met"], total=each["total"])
        try:
            document = cited(each["document"], papers)
        except BadInput as fault:
            raise fault.at(each.place) from None
        rows.append({"plan": plan, "document": document, **{n: each[n] for n in TALLY}})
    return _append(by, PublishedTally, "tallies.imported", rows)


@verb
def import_findings(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Append findings with the targets they rest on."""
    plans = {plan.code: plan for plan in Plan.objects.all()}
    known, papers = bodies_by_code(), documents_by_code()
    held = set(Finding.objects.values_list("plan__code", "sentence"))
    added = 0
    for position, each in enumerate(records, start=1):
        plan = _plan(each, plans, by, Permission.FINDING_EDIT)
        if (plan.code, each["sentence"]) in held:
            continue
        try:
            finding = Finding.objects.create(
                plan=plan,
                position=position,
                body=body(each["body"], known),
                document=cited(each["document"], papers),
                **{name: each[name] for name in FINDING},
            )
        except BadInput as fault:
            raise fault.at(each.place) from None
        finding.targets.set(_targets(each, plan))
        added += 1
    if added:
        record(
            by=by, verb="findings.imported", subject="Finding", count=added,
            checksum=checksum([each.values for each in records]),
        )  # fmt: skip
    return Tally(added=added, same=len(records) - added)


def _targets(each: Record, plan: Plan) -> list[Target]:
    wanted = [no.strip() for no in each["targets"].split(";") if no.strip()]
    found = list(Target.objects.filter(version__plan=plan, no__in=wanted))
    missing = set(wanted) - {target.no for target in found}
    if missing:
        raise each.fault("target.unknown", "targets", no=", ".join(sorted(missing)), plan=plan.code)
    return found
