"""Freezing the board, the list of frozen assessments, one of them as it was kept."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.plans.queries import plans, targets
from dieuhanh.ui.asked import Asked

from ..actions import freeze
from ..queries import Look, assessment
from ..queries.assessments import assessment_heads
from .stored import stored_rows

DOUBLE_PRESS = timedelta(minutes=1)
PER_PAGE = 50


def frozen_list(request: Asked) -> HttpResponse:
    """Every frozen assessment the reader may see, the latest first; where one may be made."""
    pages = Paginator(assessment_heads(seen_by=request.actor), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    freezable = [
        plan
        for plan in plans(seen_by=request.actor)
        if request.actor.may(Permission.ASSESSMENT_FREEZE, at=plan.area_id)
    ]
    numbers = pages.get_elided_page_range(page.number)
    context = {"page": page, "numbers": numbers, "freezable": freezable}
    return render(request, "assessment/list.html", context)


def frozen_one(request: Asked, pk: int) -> HttpResponse:
    """One assessment, from what was kept alone: the books of today change nothing in it."""
    kept = assessment(pk, seen_by=request.actor)
    rows = stored_rows(kept.board, targets(kept.version))
    context = {
        "kept": kept,
        "board": kept.board,
        "rows": rows,
        "sees_tasks": request.actor.may(Permission.TASK_VIEW),
    }
    return render(request, "assessment/one.html", context)


@require_POST
def freeze_board(request: Asked, plan: str) -> HttpResponse:
    """Freeze the board the reader is looking at. Pressed twice, it is frozen once."""
    look = Look.read(request.POST, today=request.today)
    kept = freeze(
        by=request.actor, plan=plan, as_known_on=look.on, areas_of=look.areas_of,
        convention=look.convention, repeat_within=DOUBLE_PRESS,
    )  # fmt: skip
    messages.success(request, _("Đã chốt bản đánh giá số %(run)s.") % {"run": kept.pk})
    return redirect("assessment:one", pk=kept.pk)
