"""Handing a line down: the parts of areas or of bodies on a grid, held against the whole."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dieuhanh.bodies.models import Area
from dieuhanh.bodies.queries import Atlas, bodies_by_code, body
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.allocating import check_text, how_words
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.allocating import PartChange, add_holder, put_parts, put_reason
from ..models import Draft, DraftLine
from ..queries.drafts import line as find_line
from ..queries.drafts import may_edit, whole_draft
from ..queries.parts import PartsSheet, area_sheet, areas_below, body_sheet, held_for
from ..queries.reading import rule_of_line
from .cells import Sent, answer, sent_cells
from .draft import lead_bodies

BODIES = "co-quan"


@never_cache
def allocation_page(request: Asked, draft: str, line: int) -> HttpResponse:
    """The grid: one row an area or body, a column of values or of counts to paste into."""
    found, held, atlas = _found(request, draft, line)
    parent = _parent(request, held, atlas)
    sheet = _sheet(held, parent, atlas)
    further = {area.pk: bool(areas_below(atlas, area, held)) for area in _areas(sheet)}
    context = {
        "draft": found, "line": held, "sheet": sheet, "check": _check(sheet),
        "how": how_words(sheet.check.how, page_lang()), "rule_words": _rule_words(held),
        "rows": [{"row": row, "further": further.get(row.area.pk if row.area else 0)} for row in sheet.rows],
        "top": found.base.plan.area, "whose": BODIES if parent is None else parent.pk,
        "bodies": lead_bodies(found), "may_edit": may_edit(request.actor, found),
    }  # fmt: skip
    return render(request, "plans/allocation.html", context)


@require_POST
def save_parts(request: Asked, draft: str, line: int) -> HttpResponse:
    """Keep cells as typed; answer a script with what to show, a bare form with the page again."""
    found, held, atlas = _found(request, draft, line)
    parent = _parent(request, held, atlas)
    sent = sent_cells(request)
    cells = [each for each in sent if each.cell != "reason"]
    changes = {each.cell: _change(each, atlas) for each in cells if each.was != each.now}
    left = put_parts(by=request.actor, draft=found, line=held, changes=list(changes.values()))
    for each in sent:
        if each.cell == "reason":
            put_reason(by=request.actor, draft=found, line=held, parent=parent, reason=each.now)
    there = dict(left)
    conflicts = {cell: there[change] for cell, change in changes.items() if change in there}
    if "html" in request.POST:
        for text in conflicts.values():
            told = _("Người khác vừa ghi “%(there)s” vào một ô; ô đó giữ như họ ghi.")
            messages.warning(request, told % {"there": text})
        return redirect(_address(found, held, parent))
    sheet = _sheet(held, parent, atlas)
    inner = render_to_string("plans/parts_check.html", _check(sheet), request=request)
    return answer(sent, conflicts, {"parts-check": inner})


@require_POST
def add_body(request: Asked, draft: str, line: int) -> HttpResponse:
    """A row for one more body."""
    found, held, _atlas = _found(request, draft, line)
    added = body(request.POST.get("body", ""), bodies_by_code())
    if added is not None:
        add_holder(by=request.actor, draft=found, line=held, body=added)
    return redirect(_address(found, held, None))


def _found(request: Asked, draft: str, line: int) -> tuple[Draft, DraftLine, Atlas]:
    found = whole_draft(draft, seen_by=request.actor)
    return found, find_line(found, line, seen_by=request.actor), Atlas()


def _parent(request: Asked, held: DraftLine, atlas: Atlas) -> Area | None:
    """Whose parts: of the plan's area, of an area below it, or (None) of bodies."""
    asked = request.POST.get("duoi") or request.GET.get("duoi") or ""
    top = held.draft.base.plan.area
    if asked == BODIES:
        return None
    if not asked:
        return top
    area = atlas.rows.get(int(asked)) if asked.isdigit() else None
    if area is None or not areas_below(atlas, area, held):
        raise Missing("draft.missing")
    return area


def _sheet(held: DraftLine, parent: Area | None, atlas: Atlas) -> PartsSheet:
    typed = held_for(held)
    return body_sheet(held, typed) if parent is None else area_sheet(held, parent, atlas, typed)


def _areas(sheet: PartsSheet) -> list[Area]:
    return [row.area for row in sheet.rows if row.area]


def _check(sheet: PartsSheet) -> dict[str, Any]:
    lang = page_lang()
    return {
        "sheet": sheet,
        "told": check_text(sheet.check, lang),
        "faults": [
            (row.name, message(BadInput(fault.code, **fault.values), lang))
            for row, fault in sheet.faults
        ],
    }


def _rule_words(held: DraftLine) -> str:
    try:
        rule = rule_of_line(held)
    except BadInput:
        return ""
    return rule_in_words(rule, page_lang()) if rule else ""


def _change(each: Sent, atlas: Atlas) -> PartChange:
    """A cell named a12.value (of an area) or b7.value (of a body)."""
    key, _dot, field = each.cell.partition(".")
    kind, number = key[:1], key[1:]
    if not number.isdigit() or kind not in {"a", "b"}:
        raise Missing("draft.missing")
    if kind == "a":
        area = atlas.rows.get(int(number))
        if area is None:
            raise Missing("draft.missing")
        return PartChange(area, None, field, each.was, each.now)
    for known in bodies_by_code().values():
        if known.pk == int(number):
            return PartChange(None, known, field, each.was, each.now)
    raise Missing("draft.missing")


def _address(draft: Draft, line: DraftLine, parent: Area | None) -> str:
    page = reverse("plans:allocation", args=[draft.code, line.pk])
    if parent is None:
        return f"{page}?duoi={BODIES}"
    return page if parent.pk == draft.base.plan.area_id else f"{page}?duoi={parent.pk}"
