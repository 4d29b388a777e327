"""The fragment other pages embed: the tasks that came from one thing, and where to give another."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from dieuhanh.assessment.queries import assessment
from dieuhanh.domain.actors import Permission
from dieuhanh.plans.queries import plan as find_plan
from dieuhanh.ui.asked import Asked

from ..queries.came import came_from, came_from_findings, came_from_missed
from ..queries.origins import origin
from ..queries.programmes import may_see_any

KEPT = ("trich", "danh-gia")
MENDED = ("shortcoming", "cause")
"""Findings that ask for a task; of the others those that are there are shown."""


def came(request: Asked, kind: str, key: str) -> HttpResponse:
    """Tasks of one conclusion, point, finding, target, document or task; nothing for a citizen."""
    source = origin(kind, key, seen_by=request.actor)
    assigns = request.actor.bodies(Permission.TASK_ASSIGN) != frozenset()
    asked = [(name, request.GET.get(name, "")) for name in KEPT if name in request.GET]
    query = urlencode([("tu", kind), ("khoa", key), *asked])
    whole = not request.headers.get("HX-Request")
    context = {
        "found": came_from(source, seen_by=request.actor, today=request.today),
        "new": f"{reverse('tasks:new')}?{query}" if assigns else "",
        "short": request.GET.get("gon") == "1",
        "points": reverse("tasks:resolution", args=[key])
        if kind == "document" and may_see_any(request.actor)
        else "",
    }
    return render(request, "tasks/came_page.html" if whole else "tasks/came.html", context)


def came_of_findings(request: Asked, plan: str) -> HttpResponse:
    """One answer for a whole review: below each finding its tasks, put where its page left room."""
    held = came_from_findings(
        find_plan(plan, seen_by=request.actor), seen_by=request.actor, today=request.today
    )
    assigns = request.actor.bodies(Permission.TASK_ASSIGN) != frozenset()
    rows = [
        (each.pk, found, _ask("finding", each.pk) if assigns and each.kind in MENDED else "")
        for each, found in held
    ]
    return render(request, "tasks/came_of_findings.html", {"rows": rows})


def came_of_assessment(request: Asked, pk: int) -> HttpResponse:
    """Below a frozen assessment: the targets it found missed, each with its tasks."""
    kept = assessment(pk, seen_by=request.actor)
    held = came_from_missed(kept, seen_by=request.actor, today=request.today)
    assigns = request.actor.bodies(Permission.TASK_ASSIGN) != frozenset()
    rows = [
        (target, found, _ask("target", target.pk, ("danh-gia", str(pk))) if assigns else "")
        for target, found in held
    ]
    context = {"rows": rows, "kept": kept}
    whole = not request.headers.get("HX-Request")
    part = "tasks/came_of_assessment.html"
    return render(request, "tasks/came_of_assessment_page.html" if whole else part, context)


def _ask(kind: str, key: int, *more: tuple[str, str]) -> str:
    """The form, begun from one thing."""
    return f"{reverse('tasks:new')}?{urlencode([('tu', kind), ('khoa', str(key)), *more])}"
