"""One finding: its sentence, what it rests on, what has come of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.documents.queries import sentence_url
from dieuhanh.domain.actors import Permission
from dieuhanh.ui.asked import Asked

from ..models import Finding
from ..queries import Look, board
from ..queries.findings import finding as find_finding
from ..queries.lines import TargetLine, target_line


def finding(request: Asked, pk: int) -> HttpResponse:
    """A highlight, shortcoming, cause or lesson with its targets as known on the day looked at."""
    found = find_finding(pk, seen_by=request.actor)
    context = {
        "finding": found, "plan": found.plan, "lines": _lines(request, found),
        "sentence": sentence_url(found.document, found.quote) if found.document else "",
        "sees_tasks": request.actor.may(Permission.TASK_VIEW),
    }  # fmt: skip
    return render(request, "assessment/finding.html", context)


def _lines(request: Asked, found: Finding) -> list[TargetLine]:
    """The targets it rests on, in the plan's order; none on a day before the plan was in force."""
    look = Look.read(request.GET, today=max(request.today, found.known_from))
    wanted = {each.no for each in found.targets.all()}
    if not wanted:
        return []
    judged = board(found.plan.code, seen_by=request.actor, as_known_on=look.on)
    return [
        target_line(each, found.plan.code, look)
        for whole in judged.verdicts
        for each in (whole, *whole.parts)
        if each.target.no in wanted
    ]
