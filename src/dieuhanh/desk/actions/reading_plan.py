"""A paper's planned figures made the targets of a draft, in one deed, through the verbs of plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dieuhanh.audit.actions import verb
from dieuhanh.documents.actions.readings import (
    Decision,
    hold_item,
    refuse_standing,
    write_decision,
)
from dieuhanh.documents.models import PaperReading, ReadingItem
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import read_vi
from dieuhanh.plans.actions.drafts import CellChange, cell_text, change_cells, open_draft
from dieuhanh.plans.actions.lines import add_line, remove_line
from dieuhanh.plans.models import Draft, DraftLine, PlanVersion

from ..queries.reading_plan import TargetTold


@verb
def begin_plan(
    *, by: Actor, of: PaperReading, base: PlanVersion, code: str, name: str,
    rows: Sequence[TargetTold], only_these: bool,
) -> Draft:  # fmt: skip
    """Begin the plan that follows `base` and fill it; with `only_these` the lines of `base` that the
    paper does not name are taken out (and can be put back). All or nothing.

    Raises Refused, BadInput("draft.…" | "reading.…").
    """
    draft = open_draft(by=by, base=base, purpose="new", code=code, name=name)
    return fill_draft(by=by, of=of, draft=draft, rows=rows, only_these=only_these)


@verb
def fill_draft(
    *, by: Actor, of: PaperReading, draft: Draft, rows: Sequence[TargetTold], only_these: bool = False
) -> Draft:  # fmt: skip
    """Write each chosen row into the line of its indicator, or into a new one.

    Raises Refused, BadInput("reading.…" | "draft.…" | "number.…").
    """
    if not rows:
        raise BadInput("reading.none_chosen")
    items = {item.position: item for item in ReadingItem.objects.filter(reading=of)}
    held = [_held(by, items, row) for row in rows]
    lines = _lines(draft)
    by_indicator = {line.indicator.code: pk for pk, line in lines.items() if line.indicator}
    touched: dict[int, TargetTold] = {}
    for row, item in zip(rows, held, strict=True):
        pk = by_indicator.get(row.indicator) if row.indicator else None
        if pk in touched:
            raise BadInput("reading.twice", name=row.name[:80])
        pk = pk if pk is not None else _new_line(by, draft, row)
        touched[pk] = row
        told = Decision("accepted", row.seen)
        write_decision(by=by, held=item, told=told, made=("draft", draft.code))
    _write(by, draft, touched)
    if only_these:
        _take_out(by, draft, lines, touched)
    return draft


def _held(by: Actor, items: Mapping[int, ReadingItem], row: TargetTold) -> ReadingItem:
    item = items.get(row.position)
    if item is None or item.kind != "claim" or item.payload["role"] != "plan":
        raise BadInput("reading.kind")
    for text in filter(None, (row.value, row.value_high)):
        read_vi(text)
    held = hold_item(by=by, item=item, seen=row.seen)
    refuse_standing(held)
    return held


def _lines(draft: Draft) -> dict[int, DraftLine]:
    rows = DraftLine.objects.filter(draft=draft, removed=False)
    return {row.pk: row for row in rows.select_related("indicator", "lead_body", "draft")}


def _new_line(by: Actor, draft: Draft, row: TargetTold) -> int:
    line = add_line(by=by, draft=draft)
    if row.indicator:
        change = CellChange(line.pk, "indicator", "", row.indicator)
        change_cells(by=by, draft=draft, changes=[change])
    return line.pk


def _write(by: Actor, draft: Draft, touched: Mapping[int, TargetTold]) -> None:
    lines = _lines(draft)
    changes = [
        CellChange(pk, field, cell_text(lines[pk], field), now)
        for pk, row in touched.items()
        for field, now in row.written().items()
    ]
    change_cells(by=by, draft=draft, changes=changes)


def _take_out(
    by: Actor, draft: Draft, before: Mapping[int, DraftLine], touched: Mapping[int, TargetTold]
) -> None:
    """The lines the paper does not name; a whole stays while one of its parts is named."""
    kept = {*touched, *(before[pk].parent_id for pk in touched if pk in before)}
    for pk, line in before.items():
        if pk not in kept and (line.parent_id is None or line.parent_id not in touched):
            remove_line(by=by, draft=draft, line=pk)


__all__ = ["begin_plan", "fill_draft"]
