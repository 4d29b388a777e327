"""The sites of a conference, and laying them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.sites import SiteLevel
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.sites import add_site, lay_sites, remove_site, rename_site
from ..forms import SiteForm
from ..queries import conference as find_conference
from ..queries.inviting import invitation_of
from ..queries.seats import (
    answers_at,
    branch_of,
    day_of,
    proposed_seats,
    seatable,
    seats_page,
    site_of,
)
from .frame import framed

PER_PAGE = 120
LEVELS = {level.value for level in SiteLevel}


def site_list(request: Asked, code: str) -> HttpResponse:
    """Every site in the order of the tree, with how many are to come."""
    found = find_conference(code, seen_by=request.actor)
    level = request.GET.get("level", "")
    words = request.GET.get("q", "").strip()[:80]
    shown = seats_page(found, level=level if level in LEVELS else "", words=words)
    pages = Paginator(shown, PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    numbers = pages.get_elided_page_range(page.number)
    context = framed(request, found, page=page, numbers=numbers, level=level, words=words)
    return render(request, "conferences/sites.html", context)


def one(request: Asked, code: str, pk: int) -> HttpResponse:
    """A site: where it stands, how many come, when it was invited; its name can be put right."""
    site = site_of(code, pk, seen_by=request.actor)
    if request.method == "POST":
        try:
            rename_site(by=request.actor, site=site, name=request.POST.get("name", ""))
        except BadInput as fault:
            messages.error(request, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã ghi thay đổi."))
        return redirect("conferences:site", code, pk)
    context = framed(
        request, site.conference, site=site, sent=invitation_of(site),
        counted=answers_at(site), below=len(branch_of(site)) - 1,
    )  # fmt: skip
    return render(request, "conferences/site.html", context)


@require_POST
def remove(request: Asked, code: str, pk: int) -> HttpResponse:
    """Take a site away with all below it; what stands in the way is told on its page."""
    site = site_of(code, pk, seen_by=request.actor)
    try:
        gone = remove_site(by=request.actor, site=site)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return redirect("conferences:site", code, pk)
    told = ngettext("Đã bỏ %(n)s điểm cầu.", "Đã bỏ %(n)s điểm cầu.", gone)
    messages.success(request, told % {"n": gone})
    return redirect("conferences:sites", code)


def lay(request: Asked, code: str) -> HttpResponse:
    """Look at the tree the day's bodies make, and make it; or seat one body."""
    found = find_conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    seats = proposed_seats(found, frozenset(SiteLevel))
    free = seatable(found)
    unseated = {body.pk for body in free}
    one = SiteForm(None, bodies=free, sites=seats_page(found))
    counted = [
        (level, sum(seat.level is level for seat in seats),
         sum(seat.level is level and seat.body.pk in unseated for seat in seats))
        for level in SiteLevel
        if any(seat.level is level for seat in seats)
    ]  # fmt: skip
    context = framed(request, found, counted=counted, one=one, day=day_of(found))
    return render(request, "conferences/lay_sites.html", context)


@require_POST
def lay_all(request: Asked, code: str) -> HttpResponse:
    """Make the tree."""
    found = find_conference(code, seen_by=request.actor)
    chosen = [SiteLevel(each) for each in request.POST.getlist("levels") if each in LEVELS]
    try:
        laid = lay_sites(by=request.actor, conference=found, levels=chosen)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    else:
        told = ngettext("Đã lập %(n)s điểm cầu.", "Đã lập %(n)s điểm cầu.", laid.made)
        messages.success(request, told % {"n": laid.made})
    return redirect("conferences:sites", found.code)


@require_POST
def add(request: Asked, code: str) -> HttpResponse:
    """Seat one body."""
    found = find_conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    form = SiteForm(request.POST, bodies=seatable(found), sites=seats_page(found))
    if not form.is_valid():
        messages.error(request, _("Chọn cơ quan có điểm cầu trong danh sách."))
        return redirect("conferences:lay-sites", found.code)
    try:
        made = add_site(by=request.actor, conference=found, **form.told())
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
        return redirect("conferences:lay-sites", found.code)
    messages.success(request, _("Đã thêm điểm cầu “%(name)s”.") % {"name": made.name})
    return redirect("conferences:sites", found.code)
