"""Opening a draft, typing into its cells, and setting it aside. Nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.domain.periods import Period
from dieuhanh.domain.text import storable

from ..models import Draft, DraftLine, Plan, PlanVersion
from ..queries.heads import Heads
from ..queries.plans import indicators_by_code
from .copying import copy_lines

CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TEXTS = (
    "no", "name", "name_en", "group", "kind", "comparator", "value", "value_high", "unit",
    "base_value", "base_unit", "better", "tolerance_pct", "estimate", "head", "note",
)  # fmt: skip
FIELDS = (*TEXTS, "lead_body", "indicator", "decimals")
PURPOSES = ("new", "adjustment")
LONGEST_CODE, LONGEST_NAME = 80, 250
OF_VALUE = frozenset({"value", "value_high"})


class CellChange(NamedTuple):
    """One cell typed over: what it held when the typing began, and what it is to hold."""

    line: int
    field: str
    was: str
    now: str


@dataclass(frozen=True)
class Saved:
    """What became of the changes; a conflict carries what somebody else has put there."""

    taken: tuple[CellChange, ...]
    conflicts: tuple[tuple[CellChange, str], ...]


@verb
def open_draft(
    *, by: Actor, base: PlanVersion, purpose: str, code: str, name: str, name_en: str = ""
) -> Draft:
    """Begin the next plan, or an adjustment, from a version. Raises BadInput("draft.…")."""
    plan = base.plan
    by.require(Permission.PLAN_EDIT, at=plan.area_id)
    name, name_en = storable(name).strip(), storable(name_en).strip()
    _check_names(code, name, name_en)
    if purpose not in PURPOSES:
        raise Missing("draft.missing")
    period = Period.parse(plan.period)
    if purpose == "new":
        if Plan.objects.filter(code=code).exists():
            raise BadInput("draft.code_taken", text=code)
        period = period.shifted(period.months)
    elif PlanVersion.objects.filter(plan=plan, number__gt=base.number).exists():
        raise BadInput("draft.old_base", plan=plan.name, number=base.number)
    elif Draft.objects.filter(base__plan=plan, purpose=purpose, state="open").exists():
        raise BadInput("draft.adjusting", plan=plan.name)
    if Draft.objects.filter(code=code).exists():
        raise BadInput("draft.code_taken", text=code)
    draft = Draft.objects.create(
        code=code, purpose=purpose, base=base, name=name, name_en=name_en,
        period=str(period), opened_at=timezone.now(),
    )  # fmt: skip
    count = copy_lines(draft)
    record(
        by=by, verb="draft.opened", subject=code, count=count,
        now={"base": f"{plan.code}/{base.number}", "purpose": purpose, "period": draft.period},
    )  # fmt: skip
    return draft


def _check_names(code: str, name: str, name_en: str) -> None:
    if not CODE.fullmatch(code) or not name.strip():
        raise BadInput("draft.code", text=code[:LONGEST_CODE])
    for text, most in ((code, LONGEST_CODE), (name, LONGEST_NAME), (name_en, LONGEST_NAME)):
        if len(text) > most:
            raise BadInput("draft.too_long", text=text[:40], most=most)


@verb
def set_aside(*, by: Actor, draft: Draft) -> None:
    """Put a draft away; what was typed stays in it."""
    held = open_for_edit(by, draft)
    held.state = "set_aside"
    held.save(update_fields=["state"])
    record(by=by, verb="draft.set_aside", subject=held.code)


def open_for_edit(by: Actor, draft: Draft) -> Draft:
    """The draft, locked for this change. Raises Refused, or BadInput when it is closed."""
    by.require(Permission.PLAN_EDIT, at=draft.base.plan.area_id)
    held = Draft.objects.select_for_update().get(pk=draft.pk)
    if held.state != "open":
        raise BadInput("draft.closed", draft=held.name)
    return held


@verb
def change_cells(*, by: Actor, draft: Draft, changes: Sequence[CellChange]) -> Saved:
    """Write cells as typed. A cell somebody else changed meanwhile is left and told.

    Raises BadInput for a cell that does not exist or a text longer than it can keep.
    """
    held = open_for_edit(by, draft)
    found = DraftLine.objects.filter(draft=held, pk__in={change.line for change in changes})
    lines = {line.pk: line for line in found.select_related("lead_body", "indicator", "draft")}
    taken: list[CellChange] = []
    conflicts: list[tuple[CellChange, str]] = []
    for change in (each._replace(now=storable(each.now)) for each in changes):
        line = lines.get(change.line)
        if line is None or change.field not in FIELDS:
            raise Missing("draft.missing")
        there, now = cell_text(line, change.field), change.now.strip()
        if there == now:
            continue
        if there != change.was.strip():
            conflicts.append((change, there))
            continue
        type_into(line, change.field, now)
        taken.append(change)
    for pk in {change.line for change in taken}:
        lines[pk].save()
    if taken:
        record(
            by=by, verb="draft.typed", subject=held.code, count=len(taken),
            was={f"{c.line}.{c.field}": c.was for c in taken},
            now={f"{c.line}.{c.field}": c.now for c in taken},
        )  # fmt: skip
    return Saved(tuple(taken), tuple(conflicts))


def cell_text(line: DraftLine, field: str) -> str:
    """What a cell holds, as a page shows it."""
    if field == "lead_body":
        return line.lead_body.code if line.lead_body else ""
    if field == "indicator":
        return line.indicator.code if line.indicator else ""
    held: Any = getattr(line, field)
    return "" if held is None else str(held).strip()


def type_into(line: DraftLine, field: str, text: str) -> None:
    """Put a text into a cell of a line at hand, with what follows from it; nothing is stored."""
    if field == "lead_body":
        _put_lead(line, text)
    elif field == "indicator":
        _put_indicator(line, text)
    elif field == "decimals":
        line.decimals = _decimals(text)
    else:
        longest = getattr(DraftLine._meta.get_field(field), "max_length", None)
        if longest is not None and len(text) > longest:
            raise BadInput("draft.too_long", text=text[:40], most=longest)
        setattr(line, field, text)
    if field in OF_VALUE and line.value_status != ValueStatus.STATED:
        line.value_status, line.value_source = ValueStatus.STATED, ""
        line.value_document = None


def _put_lead(line: DraftLine, code: str) -> None:
    """Another lead body brings its own head, unless the head was written by hand."""
    heads = Heads(Period.parse(line.draft.period).start)
    before = heads.of(line.lead_body)
    line.lead_body = body(code, bodies_by_code())
    if line.head in {"", before}:
        line.head = heads.of(line.lead_body)


def _put_indicator(line: DraftLine, code: str) -> None:
    known = indicators_by_code()
    if code and code not in known:
        raise BadInput("indicator.unknown", text=code)
    line.indicator = known.get(code)
    if line.indicator:
        line.name = line.name or line.indicator.name
        line.unit = line.unit or line.indicator.unit
        line.better = line.indicator.better


def _decimals(text: str) -> int | None:
    if not text:
        return None
    if not text.isdigit() or int(text) > 10:
        raise BadInput("number.not_whole", text=text)
    return int(text)
