"""The approver's pages: what waits, one report laid open, approving one or many, returning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.checks import finding_text
from dieuhanh.domain.wording.flow import step_word
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.deciding import CellRemark, approve, give_back, take_back
from ..models import Figure
from ..queries.deciding import Decision, changed_cells, decision, waiting
from .heads import heads
from .lines import Line, Look, lines
from .submissions import look_of

PAGE = 200
REMARK = "y-kien:"


@dataclass(frozen=True)
class Shown:
    """A line of the sheet with what changed in it and what the checks ask."""

    line: Line
    changed: bool
    was: str
    was_note: str
    approved: Figure | None
    findings: tuple[str, ...]
    remark: str


def waiting_page(request: Asked) -> HttpResponse:
    """The reports that wait for the reader's approval, to open or to approve together."""
    asked = request.GET.get("ky", "")
    found = Paginator(waiting(seen_by=request.actor, round_code=asked), PAGE)
    page = found.get_page(request.GET.get("page"))
    changed = changed_cells({each.pk: each.filings for each in page})
    context = {
        "page": page,
        "numbers": found.get_elided_page_range(page.number),
        "reports": [(each, changed.get(each.pk, 0)) for each in page],
        "asked": asked,
    }
    return render(request, "reports/waiting.html", context)


@require_POST
def approve_many(request: Asked) -> HttpResponse:
    """Approve the chosen reports as they were shown: a filing made since is told, not approved."""
    seen: dict[int, int] = {}
    for chosen in request.POST.getlist("chon"):
        pk, _colon, number = chosen.partition(":")
        if pk.isdecimal() and number.isdecimal():
            seen[int(pk)] = int(number)
    _approve(request, seen)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(f"{request.path.removesuffix('duyet/')}{query}")


def _approve(request: Asked, seen: dict[int, int]) -> bool:
    try:
        done = approve(
            by=request.actor, submissions=list(seen), today=request.today, seen=seen,
            comment=request.POST.get("comment", "").strip(),
        )  # fmt: skip
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return False
    count = len(done.submissions)
    told = ngettext("Đã duyệt %(n)s báo cáo.", "Đã duyệt %(n)s báo cáo.", count) % {"n": count}
    if done.figures:
        more = _("%(figures)s số liệu đã vào sổ và hiện ngay trên bảng chỉ tiêu.")
        told += " " + more % {"figures": done.figures}
    messages.success(request, told)
    return True


def decide(request: Asked, pk: int) -> HttpResponse:
    """One report laid before its approver: sheet, changes, findings; approve or return."""
    if request.method == "POST" and _decided(request, pk):
        return redirect("reports:waiting")
    laid = decision(pk, seen_by=request.actor, today=request.today)
    found, look = laid.submission, look_of(request.GET)
    shown = lines(laid.sheet, look)
    context = {
        "laid": laid,
        "submission": found,
        "round": found.round,
        "form": found.round.version.form,
        "body": found.body,
        "heads": heads(laid.sheet, shown),
        "lines": [_shown(line, laid, request) for line in shown],
        "several": len(laid.sheet.areas) > 1,
        "look": look,
        "steps": [(step, step_word(step.kind, page_lang())) for step in laid.steps],
        "mine": _mine(request, laid),
        "own": request.actor.may(Permission.FIGURE_ENTER, body=found.body_id),
        "comment": request.POST.get("comment", ""),
    }
    return render(request, "reports/decide.html", context)


def _mine(request: Asked, laid: Decision) -> bool:
    found = laid.submission
    holds = found.state == "submitted" and found.holder_id is not None
    return holds and request.actor.may(Permission.FIGURE_APPROVE, body=found.holder_id)


def _decided(request: Asked, pk: int) -> bool:
    """Whether what was pressed has been done; else why not is told on the page."""
    number = request.POST.get("filing", "")
    seen = int(number) if number.isdecimal() else None
    if "approve" in request.POST:
        return _approve(request, {pk: seen or 0})
    try:
        back = give_back(
            by=request.actor, submission=pk, comment=request.POST.get("comment", ""),
            remarks=_remarks(request), seen=seen,
        )  # fmt: skip
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return False
    messages.success(request, _("Đã trả lại %(body)s kèm ý kiến.") % {"body": back.body})
    return True


def _remarks(request: Asked) -> list[CellRemark]:
    said = []
    for name, text in request.POST.items():
        row, _colon, area = name.removeprefix(REMARK).rpartition(":")
        if name.startswith(REMARK) and isinstance(text, str) and text.strip() and area.isdecimal():
            said.append(CellRemark(row, int(area), text))
    return said


def _shown(line: Line, laid: Decision, request: Asked) -> Shown:
    key = (line.key, line.area)
    was: Any = laid.before.get(key)
    return Shown(
        line,
        was is not None,
        (was.text or _("trống")) if was else "",
        was.note if was else "",
        laid.approved.get(key),
        tuple(finding_text(each, page_lang()) for each in laid.findings.get(key, ())),
        request.POST.get(f"{REMARK}{line.id}", ""),
    )


@require_POST
def take_back_page(request: Asked, pk: int) -> HttpResponse:
    """The filler takes its report back while nobody has acted on it."""
    try:
        take_back(by=request.actor, submission=pk)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return redirect("reports:decide", pk=pk)
    messages.success(request, _("Đã rút báo cáo lại để sửa; số đã nhập còn nguyên."))
    return redirect("reports:submission", pk=pk)


__all__ = ["Look", "approve_many", "decide", "take_back_page", "waiting_page"]
