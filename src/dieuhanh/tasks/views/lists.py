"""The table of tasks: filtered in its address, page by page, taken away whole."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.tasks import ORIGINS, STANDINGS, STATES
from dieuhanh.exchange.writing import CONTENT_TYPES, write_table
from dieuhanh.people.models import User
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.kept import drop_filter, keep_filter
from ..queries.exported import table_of
from ..queries.filters import TaskFilter
from ..queries.kept import body_to_share_with, kept_filter, kept_filters
from ..queries.lists import choices, counts, counts_asked, found
from .rows import heads, rows_of, strip

A_PAGE = 50
EXPORTS = ("csv", "xlsx")


def task_list(request: Asked) -> HttpResponse:
    """The tasks asked for in the address, of these the ones the reader may see."""
    asked, fault = _asked(request.GET)
    context = _around(request, asked) | {"fault": fault, "told": request.GET}
    if not fault:
        context |= _listed(request, asked)
    return render(request, "tasks/list.html", context, status=422 if fault else 200)


@require_GET
def export(request: Asked, ext: str) -> HttpResponse:
    """All that the list finds, in its order, as a file; nothing is left out."""
    if ext not in EXPORTS:
        raise Missing("export.type", text=ext)
    asked = TaskFilter.read(request.GET)
    table = table_of(found(asked, seen_by=request.actor, today=request.today), asked)
    response = HttpResponse(write_table(table, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="nhiem-vu.{ext}"'
    return response


@require_POST
def keep(request: Asked) -> HttpResponse:
    """Keep the filter of the page under a name, for oneself or for one's body."""
    body = body_to_share_with(seen_by=request.actor, on=request.today)
    shared = body if request.POST.get("shared") == "x" else None
    query = "?"
    try:
        query = TaskFilter.read(QueryDict(request.POST.get("query", "")[:2000].lstrip("?"))).query()
        keep_filter(
            by=request.actor, user=_reader(request), name=request.POST.get("name", ""),
            query=query, body=shared,
        )  # fmt: skip
    except BadInput as wrong:
        messages.error(request, message(wrong, page_lang()))
    else:
        messages.success(request, _("Đã giữ bộ lọc."))
    return redirect(reverse("tasks:list") + query)


@require_POST
def drop(request: Asked, pk: int) -> HttpResponse:
    """Take one's own kept filter away."""
    kept = kept_filter(pk, seen_by=request.actor)
    drop_filter(by=request.actor, user=_reader(request), kept=kept)
    messages.success(request, _("Đã bỏ bộ lọc."))
    return redirect("tasks:list")


def _asked(query: QueryDict) -> tuple[TaskFilter, str]:
    try:
        return TaskFilter.read(query), ""
    except BadInput as wrong:
        return TaskFilter(), message(wrong, page_lang())


def _listed(request: Asked, asked: TaskFilter) -> dict[str, Any]:
    held = counts(asked, seen_by=request.actor, today=request.today)
    rows = found(asked, seen_by=request.actor, today=request.today)
    uncounted = asked.series or asked.state == "withdrawn"
    total = rows.count() if uncounted else counts_asked(asked, held)
    pages = Paginator(rows, A_PAGE)
    pages.count = total  # counted with the states already
    page = pages.get_page(request.GET.get("page"))
    return {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "rows": rows_of(page.object_list, asked.judged_on(request.today)),
        "total": total,
        "standings": [] if uncounted else strip(asked, held),
        "heads": heads(asked),
        "exports": [
            (ext.upper(), reverse("tasks:export", args=[ext]) + asked.query()) for ext in EXPORTS
        ],
    }


def _around(request: Asked, asked: TaskFilter) -> dict[str, Any]:
    """The filter's form and what was kept."""
    lang, mine = page_lang() == "en", _reader(request).pk
    kept = [(each, each.user_id == mine) for each in kept_filters(seen_by=request.actor)]
    return {
        "asked": asked,
        "judged_on": asked.judged_on(request.today),
        "query": asked.query(),
        "choices": choices(seen_by=request.actor),
        "kept": kept,
        "share_with": body_to_share_with(seen_by=request.actor, on=request.today),
        "standing_choices": [(code, words[lang]) for code, words in STANDINGS.items()],
        "state_choices": [(code, words[lang]) for code, words in STATES.items()],
        "origin_choices": [(code, words[lang]) for code, words in ORIGINS.items()],
        "may_assign": request.actor.bodies(Permission.TASK_ASSIGN) != frozenset(),
    }


def _reader(request: Asked) -> User:
    """Who is signed in: nobody else comes to these pages."""
    return cast("User", request.user)
