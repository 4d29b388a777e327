"""Việc của tôi, and the notices."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.wording.notices import notice_text
from dieuhanh.people.models import User
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions import choose_digest, mark_read
from ..models import Notice
from ..queries import work as work_of
from ..queries.notices import notices_of, unread_count, wants_digest
from ..queries.work import begins_with_work

A_PAGE = 50


def start(request: Asked) -> HttpResponse:
    """Where signing in leads: an officer to the work that waits, anybody else to the overview."""
    return redirect("desk:work" if begins_with_work(request.actor) else "desk:home")


def work(request: Asked) -> HttpResponse:
    """What is due, returned, late, waiting for approval or closing, in one place."""
    context = {
        "work": work_of(seen_by=request.actor, today=request.today),
        "unread": unread_count(_reader(request)),
        "newest": _told(list(notices_of(_reader(request))[:5])),
    }
    return render(request, "desk/work.html", context)


def notices(request: Asked) -> HttpResponse:
    """Everything one has been told, fifty a page."""
    page = Paginator(notices_of(_reader(request)), A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "told": _told(list(page.object_list)),
        "unread": unread_count(_reader(request)),
        "digest": wants_digest(_reader(request)),
    }
    return render(request, "desk/notices.html", context)


@require_POST
def read(request: Asked) -> HttpResponse:
    """Mark all one's own notices read."""
    mark_read(by=request.actor, user=_reader(request))
    return redirect("desk:notices")


@require_POST
def digest(request: Asked) -> HttpResponse:
    """Turn the daily e-mail on or off."""
    wanted = request.POST.get("wanted") == "x"
    choose_digest(by=request.actor, user=_reader(request), wanted=wanted)
    said = _("Đã bật thư mỗi ngày.") if wanted else _("Đã tắt thư mỗi ngày.")
    messages.success(request, said)
    return redirect("desk:notices")


def _reader(request: Asked) -> User:
    """Who is signed in: nobody else comes to these pages."""
    return cast("User", request.user)


def _told(found: list[Notice]) -> list[dict[str, Notice | str]]:
    lang = page_lang()
    return [{"notice": n, "text": notice_text(n.code, n.values, lang)} for n in found]
