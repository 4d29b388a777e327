"""The draft's table, its cells as they are typed, its lines added, removed and moved."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import bodies_by_code
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.targets import NUMBERLESS
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.domain.wording.worked import comparator_words
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.drafts import CellChange, change_cells
from ..actions.lines import add_line, move_line, remove_line, renumber
from ..models import Draft
from ..queries.drafts import line as find_line
from ..queries.drafts import may_edit, whole_draft
from ..queries.results import Results
from ..queries.sheet import Row, Sheet, sheet_of
from .cells import Sent, answer, sent_cells

LEADERS = frozenset(
    {"ubnd", "so", "cuc", "bhxh", "van_phong", "mat_tran", "hdnd", "tinh_uy", "government"}
)


@never_cache
def draft_page(request: Asked, draft: str, results: Results) -> HttpResponse:
    """The table in the layout officers know, every cell of the next plan to be typed in."""
    found = whole_draft(draft, seen_by=request.actor)
    sheet = sheet_of(found, seen_by=request.actor, results=results, on=request.today)
    context = {
        "draft": found,
        "sheet": sheet,
        "rows": [row_context(row) for row in sheet.rows],
        "bodies": lead_bodies(found),
        "may_edit": may_edit(request.actor, found),
    }
    return render(request, "plans/draft.html", context)


def row_context(row: Row) -> dict[str, object]:
    """A row in the page's language."""
    lang = page_lang()
    faults = {
        name: message(BadInput(fault.code, **fault.values), lang)
        for name, fault in row.numbers.faults.items()
    }
    return {
        "row": row,
        "line": row.line,
        "plan_words": rule_in_words(row.plan_rule, lang) if row.plan_rule else "",
        "rule_words": _rule_words(row),
        "faults": faults,
        "fault": message(BadInput(row.fault.code, **row.fault.values), lang) if row.fault else "",
    }


def _rule_words(row: Row) -> str:
    """The rule in words; while its value is open, only how it will be read."""
    rule = row.rule
    if rule is None:
        return ""
    if rule.plan is None and rule.comparator not in NUMBERLESS:
        return comparator_words(row.line.comparator, page_lang())
    return rule_in_words(rule, page_lang())


def lead_bodies(draft: Draft) -> list[Body]:
    """Bodies that may lead a target of the plan: those of its own area, not the press."""
    area = draft.base.plan.area_id
    found = [b for b in bodies_by_code().values() if b.kind in LEADERS and b.area_id == area]
    return sorted(found, key=lambda body: vi_key(str(body)))


@require_POST
def save_cells(request: Asked, draft: str, results: Results) -> HttpResponse:
    """Keep cells as typed, and send back what follows from them."""
    found = whole_draft(draft, seen_by=request.actor)
    sent = sent_cells(request)
    saved = change_cells(
        by=request.actor,
        draft=found,
        changes=[change for each in sent if (change := _change(each))],
    )
    conflicts = {f"{change.line}.{change.field}": there for change, there in saved.conflicts}
    sheet = sheet_of(found, seen_by=request.actor, results=results, on=request.today)
    touched = {each.cell.partition(".")[0] for each in sent}
    return answer(sent, conflicts, _fragments(request, sheet, touched))


def _change(each: Sent) -> CellChange:
    line, _dot, field = each.cell.partition(".")
    if not line.isdigit():
        raise Missing("draft.missing")
    return CellChange(int(line), field, each.was, each.now)


def _fragments(request: Asked, sheet: Sheet, touched: set[str]) -> dict[str, str]:
    fragments: dict[str, str] = {}
    for row in sheet.rows:
        if str(row.line.pk) not in touched:
            continue
        context = row_context(row)
        for name in ("rule", "done", "next", "parts", "head"):
            inner = render_to_string(f"plans/cell_{name}.html", context, request=request)
            fragments[f"{name}-{row.line.pk}"] = inner
    return fragments


@require_POST
def change_lines(request: Asked, draft: str) -> HttpResponse:
    """Add, remove, restore or move a line, or number them all anew."""
    found = whole_draft(draft, seen_by=request.actor)
    what, _dot, number = request.POST.get("do", "").partition(".")
    by, line = request.actor, int(number) if number.isdigit() else 0
    if what == "add":
        made = add_line(by=by, draft=found)
        return redirect("plans:rule", draft=found.code, line=made.pk)
    if what == "add_part":
        whole = find_line(found, line, seen_by=by)
        made = add_line(by=by, draft=found, part_of=whole)
        return redirect("plans:rule", draft=found.code, line=made.pk)
    if what == "renumber":
        renumber(by=by, draft=found)
        messages.success(request, _("Đã đánh số lại theo thứ tự các dòng."))
    elif what in {"remove", "restore"}:
        remove_line(by=by, draft=found, line=line, removed=what == "remove")
    elif what in {"up", "down"}:
        move_line(by=by, draft=found, line=line, up=what == "up")
    else:
        raise Missing("draft.missing")
    return redirect("plans:draft", draft=found.code)
