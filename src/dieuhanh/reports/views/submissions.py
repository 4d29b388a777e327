"""The form as officers fill it in: the sheet, saving, what others type, paper, handing in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from dieuhanh.domain.errors import BadInput, BadInputs, Missing, Refused
from dieuhanh.domain.money import SHOWN, is_money
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.drafts import save_cells
from ..actions.filing import file_submission
from ..actions.presence import beside_me
from ..queries.changes import changed_since, due_on, last_filing, last_return
from ..queries.passports import passports_of
from ..queries.sheets import Sheet, sheet_of, typed_sheet
from ..queries.submissions import OPEN_STATES, may_fill
from ..queries.submissions import submission as find_submission
from . import wire
from .found import by_cell, found_in
from .heads import heads
from .lines import BY_AREA, BY_ROW, Look, lines


def look_of(query: Any) -> Look:
    """What the address asks for; anything else is the form as it is."""
    money, order = query.get("don-vi", ""), query.get("theo", BY_ROW)
    return Look(money if money in SHOWN else "", order if order in {BY_ROW, BY_AREA} else BY_ROW)


@require_GET
def submission(request: Asked, pk: int) -> HttpResponse:
    """The sheet: to fill in for whose turn it is, to read for others."""
    sheet = sheet_of(pk, seen_by=request.actor, today=request.today)
    look = look_of(request.GET)
    passports = passports_of(sheet.submission, seen_by=request.actor)
    shown = [
        replace(line, figure=passports.get((line.key, line.area))) for line in lines(sheet, look)
    ]
    open_ = may_fill(sheet.submission, request.actor)
    context = _context(sheet, look, shown) | {
        "open": open_,
        "data": wire.sheet_data(sheet, shown, request.actor)
        | {"findings": by_cell(found_in(sheet, shown)) if open_ else {}},
        "shown": wire.shown_texts(shown),
        "legend": wire.legend(),
        "words": wire.words(),
        "only_missing": request.GET.get("chi") == "thieu",
        "due": due_on(sheet.submission),
        "comment": last_return(sheet.submission),
    }
    return render(request, "reports/submission.html", context)


@require_GET
def on_paper(request: Asked, pk: int) -> HttpResponse:
    """The sheet for A4 landscape."""
    sheet = sheet_of(pk, seen_by=request.actor, today=request.today)
    look = look_of(request.GET)
    context = _context(sheet, look, lines(sheet, look)) | {"legend": wire.legend()}
    return render(request, "reports/submission_paper.html", context)


def _context(sheet: Sheet, look: Look, shown: list[Any]) -> dict[str, Any]:
    entries = [line for line in shown if line.kind == "entry"]
    return {
        "sheet": sheet,
        "submission": sheet.submission,
        "round": sheet.submission.round,
        "form": sheet.submission.round.version.form,
        "body": sheet.submission.body,
        "look": look,
        "lines": shown,
        "heads": heads(sheet, shown),
        "several": len(sheet.areas) > 1,
        "has_money": any(is_money(row.unit) for row in sheet.rows),
        "asked": sum(1 for line in entries if line.required or line.text.strip()),
        "entered": sum(1 for line in entries if line.text.strip()),
    }


@require_POST
def save(request: Asked, pk: int) -> HttpResponse:
    """Keep what was typed: a script's cells, or the whole form of a page without script."""
    if request.content_type != "application/json":
        return _save_posted(request, pk)
    try:
        changes, seen, writer = wire.read_changes(request)
        saved = save_cells(
            by=request.actor, submission=pk, changes=changes, at=timezone.now(), writer=writer
        )
    except (BadInput, Missing, Refused) as fault:
        status = 400 if isinstance(fault, BadInput) else 404
        return JsonResponse({"code": fault.code, "told": _told(fault)}, status=status)
    sheet = typed_sheet(saved.submission)
    rows = {row.key: row for row in sheet.rows}
    others = changed_since(sheet.submission, seen, writer=f"{request.actor.id}/{writer}")
    answer = wire.changes_data(sheet.submission, others) | wire.saved_data(saved, rows, changes)
    return JsonResponse(answer | {"findings": by_cell(found_in(sheet, ()))})


def _told(fault: BadInput | Missing | Refused) -> str:
    if isinstance(fault, BadInput):
        return message(fault, page_lang())
    return _("Bạn không còn được nhập báo cáo này; những gì đã gõ vẫn giữ trong máy.")


def _save_posted(request: Asked, pk: int) -> HttpResponse:
    sheet = sheet_of(pk, seen_by=request.actor, today=request.today)
    changes = wire.posted_changes(request, sheet, look_of(request.GET))
    saved = save_cells(by=request.actor, submission=pk, changes=changes, at=timezone.now())
    if saved.taken:
        messages.success(request, _("Đã lưu %(count)s ô.") % {"count": len(saved.taken)})
    for clash in saved.conflicts:
        told = _("Ô “%(row)s”: %(by)s vừa ghi “%(theirs)s”; bạn ghi “%(yours)s”, chưa lưu.") % {
            "row": _label_of(sheet, clash.row_key),
            "by": clash.by,
            "theirs": clash.theirs,
            "yours": clash.yours,
        }
        messages.warning(request, told)
    after = "reports:submission-file" if "file" in request.POST else "reports:submission"
    return redirect(f"{reverse(after, args=[pk])}{_query(request)}")


def _label_of(sheet: Sheet, key: str) -> str:
    return next((row.label for row in sheet.rows if row.key == key), key)


def _query(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


@require_GET
def changes(request: Asked, pk: int) -> HttpResponse:
    """What others have typed since a revision, and who has the form open."""
    found = find_submission(pk, seen_by=request.actor)
    seen = request.GET.get("seen", "0")
    writer = request.GET.get("writer", "")[:40]
    since = int(seen) if seen.isdecimal() and len(seen) < 10 else 0
    changed = changed_since(found, since, writer=f"{request.actor.id}/{writer}")
    answer = wire.changes_data(found, changed)
    if may_fill(found, request.actor):
        answer["others"] = beside_me(
            by=request.actor, submission=pk, writer=writer, at=timezone.now()
        )
    return JsonResponse(answer)


def hand_in(request: Asked, pk: int) -> HttpResponse:
    """What still stands in the way, then the handing-in itself, safe to press twice."""
    if request.method == "POST":
        faults = _file(request, pk)
        if not faults:
            return redirect("reports:submission-receipt", pk=pk)
    else:
        faults = []
    sheet = sheet_of(pk, seen_by=request.actor, today=request.today)
    if not may_fill(sheet.submission, request.actor):
        return redirect("reports:submission", pk=pk)
    shown = lines(sheet, look_of(request.GET))
    found = found_in(sheet, shown)
    told = [each for each in found if each.code not in {"unreadable", "missing"}]
    soft = [each for each in told if each.severity == "soft"]
    context = _context(sheet, Look(), shown) | {
        "faults": faults,
        "unreadable": [line for line in shown if line.cell and line.cell.fault],
        "blank": [line for line in shown if line.missing],
        "hard": [each for each in told if each.severity == "hard"],
        "soft": soft,
        "all_explained": all(each.explained for each in soft),
        "blocked": any(each.blocks for each in found),
        "key": uuid4().hex,
    }
    return render(request, "reports/submission_file.html", context)


@require_GET
def receipt(request: Asked, pk: int) -> HttpResponse:
    """That the form is safe, and who decides next: short, for at the deadline everybody asks."""
    found = find_submission(pk, seen_by=request.actor)
    filing = last_filing(found)
    if filing is None or found.state in OPEN_STATES:
        return redirect("reports:submission", pk=pk)
    context = {"submission": found, "filing": filing, "round": found.round, "body": found.body}
    return render(request, "reports/submission_receipt.html", context)


def _file(request: Asked, pk: int) -> list[str]:
    """Hand it in; the sentences that say why it could not be."""
    key = request.POST.get("key", "")[:80]
    try:
        file_submission(by=request.actor, submission=pk, today=request.today, idempotency_key=key)
    except BadInputs as several:
        return [message(fault, page_lang()) for fault in several.faults]
    except BadInput as fault:
        return [message(fault, page_lang())]
    return []
