"""Bodies with their tasks in columns of state."""

from __future__ import annotations

from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import Standing
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries.filters import TaskFilter
from ..queries.lanes import Lane, lane_counts, lanes
from ..queries.lists import choices
from ..templatetags.task_lists import SHAPES
from .rows import Row, rows_of

BODIES_A_PAGE = 12


class Column(NamedTuple):
    """One state of one body: how many, the first of them, where all of them are."""

    code: str
    shape: str
    number: int
    href: str
    rows: list[Row]


def by_body(request: Asked) -> HttpResponse:
    """Every body that has a task asked for, the most overdue first."""
    try:
        asked, fault = TaskFilter.read(request.GET), ""
    except BadInput as wrong:
        asked, fault = TaskFilter(), message(wrong, page_lang())
    actor, today = request.actor, request.today
    held = lane_counts(asked, seen_by=actor, today=today)
    page = Paginator(held, BODIES_A_PAGE).get_page(request.GET.get("page"))
    shown = lanes(page.object_list, asked, seen_by=actor, today=today)
    context = {
        "fault": fault, "asked": asked, "page": page, "choices": choices(seen_by=actor),
        "numbers": page.paginator.get_elided_page_range(page.number), "told": request.GET,
        "lanes": [(lane, _columns(lane, asked, request)) for lane in shown],
    }  # fmt: skip
    return render(request, "tasks/by_body.html", context, status=422 if fault else 200)


def _columns(lane: Lane, asked: TaskFilter, request: Asked) -> list[Column]:
    made = []
    for each in Standing:
        href = reverse("tasks:list") + asked.query(lead=lane.body.code, standing=each.value)
        rows = rows_of(lane.shown[each.value], asked.judged_on(request.today))
        count = int(getattr(lane.counts, each.value))
        made.append(Column(each.value, SHAPES[each.value], count, href, rows))
    return made
