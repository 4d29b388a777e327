"""The form builder: rows chosen, ordered and tried out, kept at every step, then issued."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.bodies import BodyKind
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.forms import FormHead, Periodicity, RowKind, RowSpec, tidied
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.forms import add_indicator, form_faults, issue_version, save_draft
from ..models import Form
from ..queries.fillers import fillers
from ..queries.forms import asked_elsewhere, draft_of, draft_rows, form, head_of, specs_of, versions
from ..queries.indicators import asked_by_code, find_indicators
from .builder_posts import Posted, edited, indicators_named, read_post
from .round_words import BODY_KINDS, LEVELS, PERIODICITIES

MONEY = ("đồng", "triệu đồng", "tỷ đồng")
FIRST_HEAD = FormHead(Periodicity.YEAR, BodyKind.PEOPLES_COMMITTEE.value, Level.COMMUNE.value)
MOST_TO_CHOOSE = 60


def build(request: Asked, code: str) -> HttpResponse:
    """The builder's page. Each button saves first, so that nothing typed is lost."""
    found = form(code, seen_by=request.actor)
    request.actor.require(Permission.FORM_EDIT, body=found.owner_id)
    if request.method != "POST":
        return _page(request, found, _held(found))
    posted = read_post(request.POST)
    do = request.POST.get("do", "")
    told: list[BadInput] = []
    try:
        if do == "new-indicator":  # the draft first: a quarrel over it must leave no indicator
            draft = save_draft(
                by=request.actor, form=found, head=posted.head, rows=posted.rows, base=posted.base
            )
            posted = posted._replace(base=draft.revision)
            do = f"indicator:{_new_indicator(request, found, posted.head)}"
        known = asked_by_code(indicators_named(posted.rows, do))
        posted = posted._replace(rows=edited(posted.rows, do, request.POST, known))
        draft = save_draft(
            by=request.actor, form=found, head=posted.head, rows=posted.rows, base=posted.base
        )
        posted = posted._replace(base=draft.revision)
        if do in {"check", "issue"}:
            told = form_faults(found, posted.head, [tidied(row) for row in posted.rows])
        if do == "check" and not told:
            messages.success(request, _("Biểu hợp lệ, có thể ban hành."))
        if do == "issue" and not told:
            return _issued(request, found, posted)
    except BadInput as fault:
        told = [fault]
    return _page(request, found, posted, told)


@require_POST
def keep(request: Asked, code: str) -> HttpResponse:
    """Save what is typed and answer with the new revision alone."""
    found = form(code, seen_by=request.actor)
    base, told = request.POST.get("base", "0"), ""
    try:
        posted = read_post(request.POST)
        draft = save_draft(
            by=request.actor, form=found, head=posted.head, rows=posted.rows, base=posted.base
        )
        base = str(draft.revision)
    except BadInput as fault:
        told = message(fault, page_lang())
    context = {"base": base, "told": told, "kept": not told}
    return render(request, "reports/_builder_kept.html", context)


def choose(request: Asked, code: str) -> HttpResponse:
    """Indicators that hold the words typed, accents aside."""
    found = form(code, seen_by=request.actor)
    request.actor.require(Permission.FORM_EDIT, body=found.owner_id)
    known = find_indicators(request.GET.get("tim", ""), field=found.field)
    return render(request, "reports/_builder_found.html", {"found": known})


def _held(found: Form) -> Posted:
    """The draft, else the newest version, else an empty form for every commune, yearly."""
    draft = draft_of(found)
    if draft:
        return Posted(FormHead.from_json(draft.head), draft_rows(found), draft.revision)
    newest = next(iter(versions(found)), None)
    return Posted(head_of(newest), specs_of(newest), 0) if newest else Posted(FIRST_HEAD, (), 0)


def _new_indicator(request: Asked, found: Form, head: FormHead) -> str:
    """Counted at the level the form tells about: Sở Y tế of each district."""
    post, level = request.POST, head.about_level or head.filler_level
    if level not in set(Level):
        raise BadInput("form.filler_level", level=level)
    return add_indicator(
        by=request.actor,
        name=post.get("new-name", ""),
        unit=post.get("new-unit", ""),
        level=Level(level),
        field=found.field,
    )


def _issued(request: Asked, found: Form, posted: Posted) -> HttpResponse:
    version = issue_version(
        by=request.actor, form=found, head=posted.head, rows=posted.rows,
        note=request.POST.get("note", ""),
    )  # fmt: skip
    messages.success(request, _("Đã ban hành phiên bản {n}.").format(n=version.number))
    address = reverse("reports:form", args=[found.code])
    htmx = getattr(request, "htmx", None)
    return HttpResponseClientRedirect(address) if htmx else redirect(address)


def _page(
    request: Asked, found: Form, posted: Posted, told: Sequence[BadInput] = ()
) -> HttpResponse:
    twice = asked_elsewhere(found, posted.rows, posted.head)
    faults = [_sentence(fault, posted.rows) for fault in told]
    context = {
        "form": found, "head": posted.head, "base": posted.base,
        "faults": faults, "told": " ".join(faults),
        "rows": _lines(posted.rows, told, twice),
        "typed": [row for row in posted.rows if row.kind is RowKind.ENTRY],
        "values": [row for row in posted.rows if row.kind is not RowKind.HEADING],
        "kinds": [(kind, BODY_KINDS[kind]) for kind in BODY_KINDS if kind != BodyKind.PRESS],
        "levels": [(level, LEVELS[level]) for level in ("province", "district", "commune")],
        "periodicities": PERIODICITIES, "money": MONEY,
        "may_add": request.actor.may(Permission.PLAN_EDIT),
    }  # fmt: skip
    status = 400 if told and not getattr(request, "htmx", None) else 200
    return render(
        request, "reports/form_build.html", context | _asked(request, found, posted), status=status
    )


def _asked(request: Asked, found: Form, posted: Posted) -> dict[str, Any]:
    """How many would be asked today, and whom one may choose among."""
    everyone = FormHead(posted.head.periodicity, posted.head.filler_kind, posted.head.filler_level)
    try:
        bodies = [each.body for each in fillers(everyone, found.owner, request.today).bodies]
    except BadInput:
        return {"sent": 0, "choices": []}
    chosen = set(posted.head.filler_bodies)
    return {
        "sent": len(chosen) or len(bodies),
        "choices": bodies if len(bodies) <= MOST_TO_CHOOSE else [],
        "chosen": chosen,
    }


def _sentence(fault: BadInput, rows: Sequence[RowSpec]) -> str:
    """A fault with its row named as the form prints it: its TT, its name where not said anyway."""
    place = (fault.place.row or 0) - 1
    row = rows[place] if 0 <= place < len(rows) else None
    if row is None or not (row.no or row.label):
        return message(fault, page_lang())
    said = message(BadInput(fault.code, **fault.values), page_lang())
    no = _("TT {no}").format(no=row.no) if row.no else ""
    name = f"“{row.label}”" if row.label and row.label not in said else ""
    where = " ".join(filter(None, (no, name)))
    return f"{where}: {said}" if where else said


def _lines(
    rows: Sequence[RowSpec], told: Sequence[BadInput], twice: dict[str, list[Form]]
) -> list[dict[str, Any]]:
    known = asked_by_code({row.indicator for row in rows if row.indicator})
    faults: dict[int, list[str]] = {}
    for fault in told:
        if fault.place.row:
            faults.setdefault(fault.place.row - 1, []).append(_sentence(fault, rows))
    return [
        {
            "n": n,
            "row": row,
            "indicator": known.get(row.indicator),
            "faults": faults.get(n, []),
            "twice": twice.get(row.key, []),
            "depth": "heading" if row.kind is RowKind.HEADING else "part" if row.parent else "row",
            "breakable": bool(known[row.indicator].breakdowns) and not row.breakdown
            if row.indicator in known
            else False,
        }
        for n, row in enumerate(rows)
    ]
