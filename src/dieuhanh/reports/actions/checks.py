"""Keeping a form's rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.checks import CheckKind, Rule, rule_parameters
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.forms import KEY, RowKind, RowSpec, parts_of
from dieuhanh.domain.units import same_dimension

from ..models import Check, Form, FormRow, FormVersion
from ..queries.forms import draft_rows, specs_of


@verb
def put_check(*, by: Actor, form: Form, rule: Rule) -> Check:
    """Add a rule to a form, or change the one of that code. Raises BadInput("check.…"), Refused."""
    by.require(Permission.FORM_EDIT, body=form.owner_id)
    row = checked_rule(form, rule)
    held = Check.objects.filter(form=form, code=rule.code).first()
    was = told(held) if held else None
    check = held or Check(form=form, code=rule.code)
    check.kind, check.row_key, check.severity = rule.kind.value, row.row_key, rule.severity.value
    check.parameters, check.retired = dict(row.parameters), False
    check.words, check.words_en = rule.words.strip(), rule.words_en.strip()
    if was == told(check):
        return check
    check.save()
    record(by=by, verb="check.put", subject=f"{form.code}/{rule.code}", was=was, now=told(check))
    return check


@verb
def retire_check(*, by: Actor, form: Form, code: str) -> Check:
    """Check a rule no more. It stays in the books, and may be put again."""
    by.require(Permission.FORM_EDIT, body=form.owner_id)
    check = Check.objects.filter(form=form, code=code).first()
    if check is None:
        raise Missing("form.missing")
    if not check.retired:
        check.retired = True
        check.save(update_fields=["retired"])
        record(by=by, verb="check.retired", subject=f"{form.code}/{code}")
    return check


def checked_rule(form: Form, rule: Rule) -> Rule:
    """The rule with its parameters settled. Raises BadInput("check.…")."""
    if not KEY.fullmatch(rule.code) or len(rule.code) > 80:
        raise BadInput("check.code", text=rule.code[:40])
    rows = _rows(form)
    row = rows.get(rule.row_key)
    if row is None or row.kind is RowKind.HEADING:
        raise BadInput("check.no_row", key=rule.row_key[:80])
    parameters = rule_parameters(rule.kind, rule.parameters)
    for key in _own_rows(rule.kind, parameters):
        if key not in rows or rows[key].kind is RowKind.HEADING:
            raise BadInput("check.no_row", key=key[:80])
        if rule.kind is not CheckKind.RATIO and not same_dimension(rows[key].unit, row.unit):
            raise BadInput("check.units", one=rows[key].label, other=row.label)
        if key == row.key:
            raise BadInput("check.own_row", label=row.label)
    if rule.kind is CheckKind.SUM:
        _check_elsewhere(form, row, parameters)
    has_parts = any(each.parent == row.key for each in rows.values())
    if rule.kind is CheckKind.PARTS and not (parameters["parts"] or has_parts):
        raise BadInput("check.no_parts", label=row.label)
    if rule.kind is CheckKind.RATIO and row.kind is RowKind.ENTRY and not parameters["numerator"]:
        raise BadInput("check.ratio_rows")
    return Rule(
        rule.code, rule.kind, rule.row_key, rule.severity, parameters, rule.words, rule.words_en
    )


def told(check: Check) -> dict[str, Any]:
    """A rule as the record tells it."""
    names = ("kind", "row_key", "severity", "parameters", "words", "words_en", "retired")
    return {name: getattr(check, name) for name in names}


def _rows(form: Form) -> dict[str, RowSpec]:
    """The rows a rule may speak of: those last issued, and those being made."""
    newest = FormVersion.objects.filter(form=form).order_by("-number").first()
    issued = specs_of(newest) if newest else ()
    return {row.key: row for row in (*draft_rows(form), *issued)}


def rule_faults(form: Form, rows: Sequence[RowSpec]) -> Iterator[BadInput]:
    """Rows whose units the rules in use could no longer add up or compare: "check.units_now".

    A rule on rows that are gone is left alone.
    """
    by_key, parts = {row.key: row for row in rows}, parts_of(rows)
    for check in Check.objects.filter(form=form, retired=False).exclude(kind=CheckKind.RATIO):
        row, kind = by_key.get(check.row_key), CheckKind(check.kind)
        compared = _own_rows(kind, check.parameters)
        if kind is CheckKind.PARTS:
            compared = compared or list(parts.get(check.row_key, ()))
        for key in compared if row else ():
            other = by_key.get(key)
            if row and other and not same_dimension(other.unit, row.unit):
                yield BadInput(
                    "check.units_now", rule=check.words or check.code, one=other.label,
                    other=row.label,
                )  # fmt: skip


def _check_elsewhere(form: Form, row: RowSpec, parameters: dict[str, Any]) -> None:
    """Rows of other forms must be there, typed (only such are handed in), and in a like unit."""
    for term in (each for each in parameters["terms"] if ":" in each):
        code, _, key = term.partition(":")
        there = FormRow.objects.filter(version__form__code=code, key=key, kind=RowKind.ENTRY)
        found = there.order_by("version__number").last()
        if code == form.code or found is None:
            raise BadInput("check.no_row", key=term[:80])
        if not same_dimension(found.unit, row.unit):
            raise BadInput("check.units", one=found.label, other=row.label)


def _own_rows(kind: CheckKind, parameters: dict[str, Any]) -> list[str]:
    match kind:
        case CheckKind.PARTS:
            return list(parameters["parts"])
        case CheckKind.SUM:
            return [term for term in parameters["terms"] if ":" not in term]
        case CheckKind.RATIO:
            return [k for k in (parameters["numerator"], parameters["denominator"]) if k]
    return []
