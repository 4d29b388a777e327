"""The list of conferences, one of them at a glance, making and changing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.assessment.queries.assessments import assessment_heads
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.wording import message
from dieuhanh.plans.queries import plans
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.preparing import (
    change_conference,
    close_conference,
    make_conference,
    open_conference,
)
from ..forms import ConferenceForm, as_typed
from ..models import Conference
from ..queries import conference as find_conference
from ..queries.attendance import answers
from ..queries.prepared import chairs_of, conference_list, frozen_of, hosts, numbers_of
from ..queries.reading import agenda_of
from .frame import framed

PER_PAGE = 50
FROZEN_OFFERED = 50


def conference_page(request: Asked) -> HttpResponse:
    """Every conference the reader may see, the latest first."""
    pages = Paginator(conference_list(seen_by=request.actor), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "numbers": pages.get_elided_page_range(page.number),
        "may_make": request.actor.may(Permission.CONFERENCE_EDIT),
    }
    return render(request, "conferences/list.html", context)


def new(request: Asked) -> HttpResponse:
    """Begin to prepare a conference."""
    offered = hosts(seen_by=request.actor, on=request.today)
    if not offered:
        raise Refused("refused")
    initial: dict[str, Any] = {"host": offered[0].code, "starts": "08:00"}
    form = _form(request, offered=offered, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_conference(by=request.actor, host=form.host_chosen, **form.told())
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã lập hội nghị. Tiếp theo: lập các điểm cầu."))
            return redirect("conferences:one", made.code)
    context = {"form": form}
    return render(request, "conferences/new.html", context, status=400 if form.errors else 200)


def one(request: Asked, code: str) -> HttpResponse:
    """A conference at a glance: who, how many, what is on, what is to be done next."""
    found = find_conference(code, seen_by=request.actor)
    context = framed(
        request, found, counted=numbers_of(found), chairs=chairs_of(found),
        agenda=agenda_of(found), answers=answers(found, seen_by=request.actor),
        frozen=frozen_of(found, seen_by=request.actor),
    )  # fmt: skip
    return render(request, "conferences/one.html", context)


def change(request: Asked, code: str) -> HttpResponse:
    """Change what is known of a conference."""
    found = find_conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    form = _form(request, offered=[found.host], initial=as_typed(found))
    form.fields.pop("host")
    if request.method == "POST" and form.is_valid():
        try:
            change_conference(by=request.actor, conference=found, **form.told())
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã ghi thay đổi."))
            return redirect("conferences:one", found.code)
    context = framed(request, found, form=form)
    return render(request, "conferences/change.html", context, status=400 if form.errors else 200)


@require_POST
def begin(request: Asked, code: str) -> HttpResponse:
    """Open the meeting."""
    return _go(request, code, begins=True)


@require_POST
def end(request: Asked, code: str) -> HttpResponse:
    """Close the meeting."""
    return _go(request, code, begins=False)


def _go(request: Asked, code: str, *, begins: bool) -> HttpResponse:
    found: Conference = find_conference(code, seen_by=request.actor)
    try:
        if begins:
            open_conference(by=request.actor, conference=found)
        else:
            close_conference(by=request.actor, conference=found)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    else:
        messages.success(
            request, _("Hội nghị đã khai mạc.") if begins else _("Hội nghị đã bế mạc.")
        )
    return redirect("conferences:one", found.code)


def _form(request: Asked, *, offered: list[Any], initial: dict[str, Any]) -> ConferenceForm:
    return ConferenceForm(
        request.POST or None,
        initial=initial,
        hosts=offered,
        plans=plans(seen_by=request.actor),
        assessments=assessment_heads(seen_by=request.actor)[:FROZEN_OFFERED],
    )
