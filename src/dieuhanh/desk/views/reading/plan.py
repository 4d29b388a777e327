"""A resolution's figures made a plan: rows chosen, read back in words, then saved in one deed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem, items_of, reading
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.readings import target_sentence
from dieuhanh.plans.models import Draft
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ...actions.reading_plan import begin_plan, fill_draft
from ...forms.reading_plan import TargetIn
from ...queries.reading_choices import catalogue, indicator_choices
from ...queries.reading_plan import (
    Into,
    TargetTold,
    fingerprint,
    held_lines,
    next_code,
    places_for,
    planned,
    target_told,
)


@dataclass
class Row:
    """A planned figure with the form it is settled by."""

    item: ReadItem
    form: TargetIn


def plan(request: Asked, pk: int) -> HttpResponse:
    """Choose rows, see them in words, save."""
    of = reading(pk, seen_by=request.actor)
    request.actor.require(Permission.PLAN_EDIT, at=of.area_id)
    places = places_for(of, seen_by=request.actor)
    into = _into(request, places)
    rows = _rows(request, planned(items_of(of)), into) if into else []
    context: dict[str, Any] = {"reading": of, "places": places, "into": into, "rows": rows}
    if into and into.base:
        name, code = next_code(into.base, request.today)
        context |= {"name": request.POST.get("name", name), "code": request.POST.get("code", code)}
        context["only_these"] = request.method != "POST" or "only" in request.POST
    if request.method == "POST" and into:
        return _posted(request, of, into, rows, context)
    return render(request, "desk/reading_plan.html", context)


def _into(request: Asked, places: list[Into]) -> Into | None:
    asked = request.POST.get("vao") or request.GET.get("vao", "")
    if asked and asked not in {each.key for each in places}:
        raise Missing("draft.missing")
    return next((each for each in places if each.key == asked), places[0] if places else None)


def _rows(request: Asked, found: list[ReadItem], into: Into) -> list[Row]:
    """A form for each figure, filled with what was read; posted, with what was typed."""
    data = request.POST if request.method == "POST" else None
    known = catalogue(str(each.best.get("key", "")) for each in found)
    held, names = held_lines(into), indicator_choices()
    rows = []
    for each in found:
        code = str(each.best.get("key", ""))
        told = target_told(each, known.get(code), held.get(code))
        first = {name: getattr(told, name) for name in (
            "indicator", "name", "kind", "comparator", "value", "value_high", "unit",
        )}  # fmt: skip
        form = TargetIn(
            data, prefix=f"r{each.row.position}", catalogue=names,
            initial=first | {"chosen": bool(each.best.get("certain"))},
        )  # fmt: skip
        rows.append(Row(each, form))
    return rows


def _posted(
    request: Asked, of: PaperReading, into: Into, rows: list[Row], context: dict[str, Any]
) -> HttpResponse:
    chosen = [row for row in rows if row.form["chosen"].value()]
    wrong = [row for row in chosen if not row.form.is_valid()]
    if wrong or not chosen:
        fault = "" if wrong else message(BadInput("reading.none_chosen"), page_lang())
        return render(request, "desk/reading_plan.html", context | {"fault": fault}, status=422)
    told = [row.form.told(row.item.row.position, row.item.seen) for row in chosen]
    mark = fingerprint(told, f"{into.key} {context.get('code')} {context.get('only_these')}")
    if request.POST.get("dau") == mark and "confirm" in request.POST:
        try:
            draft = _saved(request, of, into, told, context)
        except BadInput as fault:
            context["fault"] = message(fault, page_lang())
        else:
            done = ngettext(
                "Đã đưa %(n)d chỉ tiêu vào dự thảo.",
                "Đã đưa %(n)d chỉ tiêu vào dự thảo.",
                len(told),
            )
            messages.success(request, done % {"n": len(told)})
            return redirect("plans:draft", draft.code)
    names = {code: row.name for code, row in catalogue(each.indicator for each in told).items()}
    context |= {"mark": mark, "words": [_words(each, names) for each in told]}
    return render(request, "desk/reading_plan.html", context)


def _words(told: TargetTold, names: dict[str, str]) -> str:
    name = names.get(told.indicator, told.name)
    return target_sentence(
        name, (told.kind, told.comparator), (told.value, told.value_high), told.unit, page_lang()
    )


def _saved(
    request: Asked, of: PaperReading, into: Into, told: list[TargetTold], context: dict[str, Any]
) -> Draft:
    if into.draft is not None:
        return fill_draft(by=request.actor, of=of, draft=into.draft, rows=told)
    assert into.base is not None  # noqa: S101 - a place is one or the other
    return begin_plan(
        by=request.actor, of=of, base=into.base, code=context["code"], name=context["name"],
        rows=told, only_these=context["only_these"],
    )  # fmt: skip
