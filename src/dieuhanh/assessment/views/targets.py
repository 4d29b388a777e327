"""The table of a plan's targets, and the page of one target."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.verdicts import Basis
from dieuhanh.plans.queries.gaps import gaps_of
from dieuhanh.plans.queries.handed_down import handed_down
from dieuhanh.ui.asked import Asked

from ..queries import Judged, Look, board
from ..queries.board import Board
from ..queries.lines import target_line, target_lines
from ..queries.story import story_of
from .by_area import EXPORTS, area_context, handed_context
from .trend import trend_chart


def targets_page(request: Asked, plan: str) -> HttpResponse:
    """Every target of a plan on one day, to sort, filter, group and take away."""
    look, judged = _judged(request, plan)
    return render(
        request,
        "assessment/targets.html",
        {
            "plan": judged.plan,
            "board": judged,
            "look": look,
            "lines": target_lines(judged, look),
            "exports": _exports(judged, look),
            "may_freeze": request.actor.may(Permission.ASSESSMENT_FREEZE, at=judged.plan.area_id),
        },
    )


def target_page(request: Asked, plan: str, no: str) -> HttpResponse:
    """One target: rule, verdict and reason, versions of its figure, trend, areas, findings."""
    look, judged = _judged(request, plan)
    found = _find(judged, no)
    target = found.target
    story = story_of(found, judged, seen_by=request.actor)
    context = {
        "plan": judged.plan,
        "board": judged,
        "look": look,
        "line": target_line(found, judged.plan.code, look),
        "target": target,
        "judged": found,
        "computed": found.basis is Basis.COMPUTED,
        "parts": [target_line(part, judged.plan.code, look) for part in found.parts],
        "story": story,
        "chart": trend_chart(story, found),
        "gaps": gaps_of(judged.version).get(target.pk, []),
        "sees_tasks": request.actor.may(Permission.TASK_VIEW),
        **handed_context(request, target, handed_down(judged.version).get(target.pk, [])),
        **area_context(request, judged, target),
    }
    return render(request, "assessment/target.html", context)


def _judged(request: Asked, plan: str) -> tuple[Look, Board]:
    look = Look.read(request.GET, today=request.today)
    judged = board(
        plan, seen_by=request.actor, as_known_on=look.on, areas_of=look.areas_of,
        convention=look.convention,
    )  # fmt: skip
    return look, judged


def _find(board: Board, no: str) -> Judged:
    """A whole target or a part of one. Raises Missing."""
    for judged in board.verdicts:
        for each in (judged, *judged.parts):
            if each.target.no == no:
                return each
    raise Missing("target.missing", no=no)


def _exports(board: Board, look: Look) -> list[tuple[str, str]]:
    query = {"date": board.as_known_on.isoformat(), "convention": look.convention}
    return [
        (label, reverse("assessment:export", args=[board.plan.code, "board", ext]) + "?" + urlencode(query))
        for label, ext in EXPORTS
    ]  # fmt: skip
