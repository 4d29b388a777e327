"""Proposals side by side; a body proposes, the planner asks and settles."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dieuhanh.bodies.queries import bodies_by_code, body
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.numbers import read_vi
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.proposals import ask, propose, settle
from ..forms import ProposalForm
from ..models import Draft, DraftLine
from ..queries.drafts import draft as find_draft
from ..queries.drafts import line as find_line
from ..queries.drafts import may_edit, sees_whole, whole_draft
from ..queries.proposals import Voice, proposal, voices
from ..queries.results import Results
from ..queries.sheet import sheet_of
from .draft import lead_bodies, row_context


@never_cache
def proposals_page(request: Asked, draft: str, results: Results) -> HttpResponse:
    """For a planner every body's proposal beside the line; for a body the lines it is asked for."""
    found = find_draft(draft, seen_by=request.actor)
    sheet = sheet_of(found, seen_by=request.actor, results=results, on=request.today)
    heard = voices(found, [row.line for row in sheet.rows], seen_by=request.actor)
    rows = [
        {**row_context(row), "voices": [_voice(each, row.line) for each in heard[row.line.pk]]}
        for row in sheet.rows
    ]
    context = {
        "draft": found, "sheet": sheet, "rows": rows, "bodies": lead_bodies(found),
        "may_edit": may_edit(request.actor, found), "whole": sees_whole(request.actor, found),
    }  # fmt: skip
    return render(request, "plans/proposals.html", context)


def _voice(voice: Voice, line: DraftLine) -> dict[str, object]:
    """A voice, and whether the line already says what it proposes."""
    taken = False
    if voice.proposal is not None and line.value.strip():
        try:
            taken = read_vi(line.value) == voice.proposal.value
        except BadInput:
            taken = False
    return {"voice": voice, "taken": taken}


def propose_page(request: Asked, draft: str, line: int, body: str) -> HttpResponse:
    """A body's value and grounds for one line."""
    found = find_draft(draft, seen_by=request.actor)
    held = find_line(found, line, seen_by=request.actor)
    of = _voice_of(found, held, body, request)
    last = of.proposal
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            propose(by=request.actor, draft=found, line=held, body=of.body, **form.cleaned_data)
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã gửi đề xuất của %(body)s.") % {"body": of.body})
            return redirect("plans:proposals", draft=found.code)
    context = {"draft": found, "line": held, "body": of.body, "form": form, "last": last}
    return render(request, "plans/propose.html", context)


def _voice_of(draft: Draft, line: DraftLine, body: str, request: Asked) -> Voice:
    """The body on the line, if the actor may speak for it. Raises Missing."""
    for each in voices(draft, [line], seen_by=request.actor)[line.pk]:
        if each.body.code == body and each.mine:
            return each
    raise Missing("draft.missing")


@require_POST
def change_proposals(request: Asked, draft: str) -> HttpResponse:
    """The planner asks another body for its proposal, or takes one into its line."""
    found = whole_draft(draft, seen_by=request.actor)
    what, _dot, number = request.POST.get("do", "").partition(".")
    if what == "ask" and number.isdigit():
        asked = body(request.POST.get(f"body-{number}", ""), bodies_by_code())
        if asked is not None:
            held = find_line(found, int(number), seen_by=request.actor)
            ask(by=request.actor, draft=found, line=held, body=asked)
            messages.success(request, _("Đã hỏi %(body)s.") % {"body": asked})
    elif what == "settle" and number.isdigit():
        _settle(request, found, int(number))
    else:
        raise Missing("draft.missing")
    return redirect("plans:proposals", draft=found.code)


def _settle(request: Asked, draft: Draft, number: int) -> None:
    chosen = proposal(draft, number)
    stood = request.POST.get(f"was-{chosen.line_id}", "")
    saved = settle(by=request.actor, draft=draft, proposal=chosen, was=stood)
    if saved.conflicts:
        told = _("Người khác vừa ghi “%(there)s” vào dòng này; hãy xem lại rồi chọn.")
        messages.warning(request, told % {"there": saved.conflicts[0][1]})
    else:
        messages.success(request, _("Đã chốt theo đề xuất của %(body)s.") % {"body": chosen.body})
