"""One line whole: its rule chosen in words and read back on worked samples before it is kept."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.targets import TargetKind, comparators_of
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.rules import rule_in_words
from dieuhanh.domain.wording.verdicts import sentence
from dieuhanh.domain.wording.worked import (
    comparator_words,
    kind_words,
    outcome_text,
    possible_words,
    sample_text,
)
from dieuhanh.domain.worked import worked
from dieuhanh.exchange.law import load_conventions
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.drafts import FIELDS, CellChange, cell_text, change_cells, type_into
from ..forms import RuleForm
from ..models import Draft, DraftLine
from ..queries import indicators_by_code
from ..queries.drafts import line as find_line
from ..queries.drafts import lines, may_edit, whole_draft
from ..queries.reading import rule_of_line, typed
from ..queries.results import Results
from ..queries.sheet import sheet_of
from .draft import lead_bodies

SHOWN = tuple(name for name in FIELDS if name not in {"no", "estimate"})


@never_cache
def rule_page(request: Asked, draft: str, line: int, results: Results) -> HttpResponse:
    """Choose the rule in words. It is kept only as it was read back."""
    found = whole_draft(draft, seen_by=request.actor)
    held = find_line(found, line, seen_by=request.actor)
    stood = {name: cell_text(held, name) for name in SHOWN}
    form = _form(found, request.POST or None, stood)
    back = _read_back(request, found, _as_typed(held, form), results)
    if request.method == "POST" and form.is_valid() and back["token"] == request.POST.get("read"):
        changes = [
            CellChange(line, name, request.POST.get(f"was-{name}", ""), form.cleaned_data[name])
            for name in SHOWN
        ]
        saved = change_cells(by=request.actor, draft=found, changes=changes)
        if not saved.conflicts:
            messages.success(request, _("Đã lưu dòng “%(name)s”.") % {"name": held.name or held.no})
            return redirect("plans:draft", draft=found.code)
        for change, there in saved.conflicts:
            told = _(
                "Người khác vừa ghi “%(there)s” vào ô này; bấm lưu lần nữa để giữ chữ của bạn."
            )
            form.add_error(change.field, told % {"there": there})
    elif request.method == "POST" and form.is_valid():
        messages.warning(request, _("Hãy đọc lại quy tắc dưới đây; đúng ý thì bấm lưu lần nữa."))
    context = {
        "draft": found, "line": held, "form": form, "stood": stood, "back": back,
        "may_edit": may_edit(request.actor, found),
    }  # fmt: skip
    return render(request, "plans/rule.html", context)


@require_POST
def rule_preview(request: Asked, draft: str, line: int, results: Results) -> HttpResponse:
    """The rule as it stands in the form, read back; nothing is kept."""
    found = whole_draft(draft, seen_by=request.actor)
    held = find_line(found, line, seen_by=request.actor)
    form = _form(found, request.POST, {})
    back = _read_back(request, found, _as_typed(held, form), results)
    return render(request, "plans/read_back.html", {"back": back})


def _form(draft: Draft, data: Any, stood: dict[str, str]) -> RuleForm:
    return RuleForm(data, initial=stood, bodies=lead_bodies(draft), indicators=indicators_by_code())


def _as_typed(held: DraftLine, form: RuleForm) -> DraftLine:
    """The line as the form has it; the books are not touched."""
    tried = copy(held)
    if form.is_bound:
        form.is_valid()
        for name in SHOWN:
            if name in form.cleaned_data:
                type_into(tried, name, form.cleaned_data[name])
    return tried


def _read_back(request: Asked, draft: Draft, tried: DraftLine, results: Results) -> dict[str, Any]:
    """The rule in words with worked samples; or what keeps it from being read."""
    lang = page_lang()
    parts = [
        each
        for each in lines(draft, seen_by=request.actor)
        if each.parent_id == tried.pk and not each.removed
    ]
    told: dict[str, Any] = {"words": "", "samples": [], "fault": "", "token": ""}
    if wrong := _impossible_pair(tried) or _unreadable(tried):
        return {**told, "fault": wrong, "token": wrong}
    try:
        rule = rule_of_line(tried, parts)
        tried_on = _known(request, draft, tried, results)
        convention = load_conventions()[DEFAULT_CONVENTION]
        samples = worked(rule, convention, tried_on) if rule else ()
    except BadInput as fault:
        sentence_of_fault = message(BadInput(fault.code, **fault.values), lang)
        return {**told, "fault": sentence_of_fault, "token": sentence_of_fault}
    words = rule_in_words(rule, lang) if rule else ""
    shown = [
        {
            "sample": sample_text(rule, each, lang),
            "outcome": outcome_text(rule, each.outcome, lang),
            "verdict": each.outcome.verdict.value,
            "reason": sentence(each.outcome.reason, lang),
        }
        for each in samples
        if rule
    ]
    token = f"{words}|{tried.unit}|{tried.better}|{tried.tolerance_pct}"
    return {**told, "words": words, "samples": shown, "token": token}


def _unreadable(tried: DraftLine) -> str:
    """What is wrong with the first cell that says no number."""
    for name, fault in typed(tried).faults.items():
        if name != "estimate":
            return message(BadInput(fault.code, **fault.values), page_lang())
    return ""


def _impossible_pair(tried: DraftLine) -> str:
    """In words why a kind and a comparator do not go together; "" when they do."""
    if not tried.kind or not tried.comparator:
        return ""
    if tried.comparator in comparators_of(TargetKind(tried.kind)):
        return ""
    lang = page_lang()
    return _("“%(kind)s” không đi với “%(comparator)s”. Hãy chọn một trong: %(possible)s.") % {
        "kind": kind_words(tried.kind, lang),
        "comparator": comparator_words(tried.comparator, lang),
        "possible": possible_words(tried.kind, lang),
    }


def _known(request: Asked, draft: Draft, tried: DraftLine, results: Results) -> list[Any]:
    sheet = sheet_of(draft, seen_by=request.actor, results=results, on=request.today)
    for row in sheet.rows:
        if row.line.pk == tried.pk and row.line.unit == tried.unit:
            return row.known
    return []
