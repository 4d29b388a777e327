"""The first screen."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.assessment.queries import Look
from dieuhanh.assessment.queries.lines import target_lines
from dieuhanh.ui.asked import Asked

from ..queries import first_plan, other_plans, overview
from .gaps import gaps
from .handle import changes, date_handle
from .score import score_of


def home(request: Asked) -> HttpResponse:
    """The overview of a plan: one sentence, a date handle, every target a tile."""
    look = Look.read(request.GET, today=request.today)
    first = None if "plan" in request.GET else first_plan(seen_by=request.actor)
    code = request.GET.get("plan") or (first.code if first else "")
    if not code:
        return render(request, "desk/empty.html")
    seen = overview(code, seen_by=request.actor, look=look, today=request.today)
    board, lines = seen.board, target_lines(seen.board, look)
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
        "others": other_plans(board.plan, seen_by=request.actor),
    }
    return render(request, "desk/home.html", context)
