"""Closing a round: everyone missing named with a reason, and again when the late have come."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.flow import state_word
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.closing import close_round
from ..queries.closing import ToClose, to_close

REASON = "ly-do:"


def closing_page(request: Asked, code: str) -> HttpResponse:
    """What closing would count, who is missing; closing it."""
    laid = to_close(code, seen_by=request.actor)
    if request.method == "POST" and _closed(request, laid):
        return redirect("reports:closing", code=code)
    missing = [
        (
            late,
            state_word(late.submission.state, page_lang()),
            request.POST.get(f"{REASON}{late.submission.body.code}", late.reason),
        )
        for late in laid.missing
    ]
    context = {
        "laid": laid,
        "round": laid.round,
        "missing": missing,
        "note": request.POST.get("note", ""),
    }
    return render(request, "reports/closing.html", context)


def _closed(request: Asked, laid: ToClose) -> bool:
    every = request.POST.get("ly-do-chung", "").strip()
    reasons = {
        code: request.POST.get(f"{REASON}{code}", "").strip() or every
        for code in (late.submission.body.code for late in laid.missing)
    }
    try:
        closing = close_round(
            by=request.actor, round=laid.round.pk, reasons=reasons,
            note=request.POST.get("note", ""), today=request.today,
        )  # fmt: skip
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return False
    told = {"number": closing.number, "approved": closing.approved, "expected": closing.expected}
    messages.success(
        request, _("Đã chốt lần %(number)s: %(approved)s/%(expected)s báo cáo.") % told
    )
    return True
