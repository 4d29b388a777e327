"""Đăng ký dự: one's own people and sites, and the answer for each."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.attendance import expect, name_stand_in, register, report_absence
from ..queries import conference as find_conference
from ..queries.attendance import answerable, own_sites
from ..queries.people import delegate_of
from ..queries.seats import site_of
from .frame import framed

PER_PAGE = 50


def page(request: Asked, code: str) -> HttpResponse:
    """For whom and for which sites the reader answers."""
    found = find_conference(code, seen_by=request.actor)
    words = request.GET.get("q", "").strip()[:80]
    pages = Paginator(answerable(found, seen_by=request.actor, words=words), PER_PAGE)
    shown = pages.get_page(request.GET.get("page"))
    context = framed(
        request, found, page=shown, numbers=pages.get_elided_page_range(shown.number), words=words,
        sites=own_sites(found, seen_by=request.actor),
    )  # fmt: skip
    return render(request, "conferences/register.html", context)


@require_POST
def answer(request: Asked, code: str, pk: int) -> HttpResponse:
    """Somebody comes, does not come, or sends somebody else."""
    delegate = delegate_of(code, pk, seen_by=request.actor)
    typed = request.POST
    match typed.get("do"):
        case "absent":
            told = _done(
                request,
                lambda: report_absence(
                    by=request.actor, delegate=delegate, reason=typed.get("reason", "")
                ),
            )
        case "stand-in":
            words = {name: typed.get(name, "") for name in ("office", "name", "reason")}
            told = _done(
                request, lambda: name_stand_in(by=request.actor, delegate=delegate, **words)
            )
        case _:
            told = _done(request, lambda: register(by=request.actor, delegate=delegate))
    if told:
        messages.success(request, _("Đã ghi trả lời cho %(who)s.") % {"who": delegate.office})
    return redirect("conferences:register", code)


@require_POST
def people(request: Asked, code: str, pk: int) -> HttpResponse:
    """How many people a site announces."""
    site = site_of(code, pk, seen_by=request.actor)
    typed = request.POST.get("people", "")
    if _done(request, lambda: expect(by=request.actor, site=site, people=typed)):
        messages.success(request, _("Đã ghi số người dự tại “%(site)s”.") % {"site": site.name})
    return redirect("conferences:register", code)


def _done(request: Asked, act: Callable[[], object]) -> bool:
    try:
        act()
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return False
    return True
