"""Who is to come: listed, asked from posts or by hand, put in order."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.sites import Kind
from dieuhanh.domain.wording import message
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.delegates import (
    add_delegate,
    arrange_delegates,
    change_delegate,
    invite_posts,
    move_delegate,
)
from ..forms import DelegateForm
from ..forms.people import DELEGATE_KINDS
from ..models import Conference, Delegate
from ..queries import conference as find_conference
from ..queries.people import (
    KINDS,
    delegate_of,
    delegates_page,
    no_longer_in_office,
    posts_to_ask,
)
from ..queries.seats import day_of, seats_page
from .frame import framed

PER_PAGE = 50
ANSWERS = {
    "invited": gettext_lazy("chưa trả lời"),
    "registered": gettext_lazy("đã đăng ký dự"),
    "absent": gettext_lazy("báo vắng"),
    "replaced": gettext_lazy("có người đi thay"),
}
ASKED = ("site", "kind", "state")


def delegate_list(request: Asked, code: str) -> HttpResponse:
    """Everybody who is to come, in order of protocol."""
    found = find_conference(code, seen_by=request.actor)
    given = {name: request.GET.get(name, "") for name in ASKED}
    words = request.GET.get("q", "").strip()[:80]
    pages = Paginator(delegates_page(found, words=words, **given), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = framed(
        request, found, page=page, numbers=pages.get_elided_page_range(page.number), words=words,
        given=given, narrowed=bool(words or any(given.values())),
        moved=no_longer_in_office(found, list(page.object_list)),
    )  # fmt: skip
    return render(request, "conferences/delegates.html", context)


def export(request: Asked, code: str, ext: str) -> HttpResponse:
    """The same list, as narrowed, whole, as a file."""
    found = find_conference(code, seen_by=request.actor)
    given = {name: request.GET.get(name, "") for name in ASKED}
    words = request.GET.get("q", "").strip()[:80]
    columns = [
        ("position", _("Thứ tự")), ("office", _("Chức vụ")), ("name", _("Họ và tên")),
        ("kind", _("Tư cách")), ("site", _("Điểm cầu")), ("state", _("Trả lời")),
        ("reason", _("Lý do")),
    ]  # fmt: skip
    rows = [_row(each) for each in delegates_page(found, words=words, **given)]
    made = Table(f"{found.code}-dai-bieu", _("Đại biểu"), columns, rows, [found.name])
    response = HttpResponse(write_table(made, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="{found.code}-dai-bieu.{ext}"'
    return response


def ask(request: Asked, code: str) -> HttpResponse:
    """Choose from the posts held on the day, or write somebody down by hand."""
    found = _to_edit(request, code)
    form = DelegateForm(request.POST or None, sites=seats_page(found))
    form.fields.pop("votes")
    if request.method == "POST" and form.is_valid():
        try:
            made = add_delegate(by=request.actor, conference=found, **form.told())
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã ghi %(who)s.") % {"who": made})
            return redirect("conferences:ask-delegates", found.code)
    words = request.GET.get("q", "").strip()[:80]
    pages = Paginator(posts_to_ask(found, words), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = framed(
        request, found, form=form, page=page, words=words, day=day_of(found),
        numbers=pages.get_elided_page_range(page.number),
    )  # fmt: skip
    status = 400 if form.errors else 200
    return render(request, "conferences/ask_delegates.html", context, status=status)


@require_POST
def ask_posts(request: Asked, code: str) -> HttpResponse:
    """Ask the chosen."""
    found = _to_edit(request, code)
    posts = [int(each) for each in request.POST.getlist("post") if each.isdecimal()]
    kind = request.POST.get("kind", "")
    try:
        many = invite_posts(
            by=request.actor, conference=found, posts=posts,
            kind=Kind(kind) if kind in KINDS else Kind.DELEGATE,
        )  # fmt: skip
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    else:
        told = ngettext("Đã ghi %(n)s người.", "Đã ghi %(n)s người.", many)
        messages.success(request, told % {"n": many})
    return redirect("conferences:ask-delegates", found.code)


def one(request: Asked, code: str, pk: int) -> HttpResponse:
    """Change how somebody is written down."""
    found = _to_edit(request, code)
    delegate = delegate_of(code, pk, seen_by=request.actor)
    form = DelegateForm(request.POST or None, sites=seats_page(found), initial=_typed(delegate))
    if request.method == "POST" and form.is_valid():
        try:
            told = form.told() | {"votes": form.cleaned_data["votes"]}
            change_delegate(by=request.actor, delegate=delegate, **told)
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã ghi thay đổi."))
            return redirect("conferences:delegates", found.code)
    context = framed(request, found, form=form, delegate=delegate)
    status = 400 if form.errors else 200
    return render(request, "conferences/delegate.html", context, status=status)


@require_POST
def move(request: Asked, code: str, pk: int) -> HttpResponse:
    """One place up or down."""
    delegate = delegate_of(code, pk, seen_by=request.actor)
    steps = -1 if request.POST.get("way") == "up" else 1
    try:
        move_delegate(by=request.actor, delegate=delegate, steps=steps)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    back = f"?page={page}" if (page := request.POST.get("page", "")).isdecimal() else ""
    answer = redirect("conferences:delegates", code)
    answer["Location"] += f"{back}#d{delegate.pk}"
    return answer


@require_POST
def arrange(request: Asked, code: str) -> HttpResponse:
    """Put everybody in the order of protocol."""
    found = find_conference(code, seen_by=request.actor)
    try:
        many = arrange_delegates(by=request.actor, conference=found)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    else:
        told = ngettext("Đã xếp lại %(n)s người.", "Đã xếp lại %(n)s người.", many)
        messages.success(request, told % {"n": many} if many else _("Thứ tự đã đúng lễ tân."))
    return redirect("conferences:delegates", found.code)


def _to_edit(request: Asked, code: str) -> Conference:
    found = find_conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    return found


def _row(each: Delegate) -> dict[str, Any]:
    return {
        "position": each.position, "office": each.office, "name": each.name,
        "kind": str(DELEGATE_KINDS[Kind(each.kind)]), "site": each.site.name,
        "state": str(ANSWERS[each.state]), "reason": each.reason,
    }  # fmt: skip


def _typed(delegate: Delegate) -> dict[str, Any]:
    same = ("name", "office", "kind", "votes")
    return {name: getattr(delegate, name) for name in same} | {"site": str(delegate.site_id)}
