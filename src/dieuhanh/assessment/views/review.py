"""The review of the year as a printable page."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.place_names import bare_name
from dieuhanh.ui.asked import Asked

from ..queries import Look, board
from ..queries.review import review


def review_page(request: Asked, plan: str) -> HttpResponse:
    """The draft review of a plan, composed from the board of the day asked for."""
    look = Look.read(request.GET, today=request.today)
    judged = board(
        plan, seen_by=request.actor, as_known_on=look.on, areas_of=look.areas_of,
        convention=look.convention,
    )  # fmt: skip
    owner, on = judged.plan.owner, judged.as_known_on
    context = {
        "review": review(judged, look, seen_by=request.actor),
        "look": look,
        "plan": judged.plan,
        "head": {"issuer": owner.name, "place_and_day": place_and_day(judged.plan.area.name, on)},
        "sees_tasks": request.actor.may(Permission.TASK_VIEW),
        "may_freeze": request.actor.may(Permission.ASSESSMENT_FREEZE, at=judged.plan.area_id),
    }
    return render(request, "assessment/review.html", context)


def place_and_day(area: str, on: date) -> str:
    """Where and when, as Decree 30/2020 has it: days under ten and months under three padded."""
    return f"{bare_name(area)}, ngày {on:%d} tháng {on.month:0{2 if on.month < 3 else 1}} năm {on.year}"
