"""The first screen."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.assessment.queries import Look
from dieuhanh.assessment.queries.lines import target_lines
from dieuhanh.ui.asked import Asked

from ..queries import overview, plans_to_show
from .gaps import gaps
from .handle import changes, date_handle
from .score import score_of


def home(request: Asked) -> HttpResponse:
    """The overview of a plan: one sentence, a date handle, every target a tile."""
    look = Look.read(request.GET, today=request.today)
    asked = request.GET.get("plan", "")
    plan, others = plans_to_show(asked, seen_by=request.actor)
    if plan is None and not asked:
        return render(request, "desk/empty.html")
    seen = overview(plan or asked, seen_by=request.actor, look=look, today=request.today)
    board, lines = seen.board, target_lines(seen.board, look)
    request.plan = board.plan
    reasons = gaps(lines)
    context = {
        "plan": board.plan,
        "look": look,
        "score": score_of(board),
        "counts": board.tally | {"met_or_exceeded": board.tally["unsplit"]},
        "handle": date_handle(seen),
        "changes": changes(seen),
        "tiles": lines,
        "gaps": reasons,
        "without_verdict": sum(len(gap.lines) for gap in reasons),
        "waiting": any(gap.passing for gap in reasons),
        "others": others,
    }
    return render(request, "desk/home.html", context)
