"""Tồn tại, hạn chế: last period's open the review; this period's, with what is assigned."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.cache import caches
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from dieuhanh.conferences.queries import conference
from dieuhanh.conferences.queries.reading import room_of
from dieuhanh.conferences.queries.screen import KEPT_SECONDS, ROOM
from dieuhanh.domain.actors import Actor
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries import plan as find_plan
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries.shortcomings import plan_before, shortcomings

NO_CONTENT = 204


def shortcomings_of(request: Asked, plan: str) -> HttpResponse:
    """A page of its own; asked for by another page, the part that page embeds."""
    found = find_plan(plan, seen_by=request.actor)
    request.plan = found
    context = _told(found, seen_by=request.actor, on=request.today)
    whole = "desk/shortcomings.html"
    name = "desk/_shortcomings.html" if request.headers.get("HX-Request") else whole
    return render(request, name, context)


@require_GET
def on_screen(request: Asked, code: str) -> HttpResponse:
    """What a conference's screen shows of them while it shows them, nothing otherwise.

    Read with the room's eye, the same for everybody in it, so made once a minute, process and
    language: no task is named that somebody in the room may not see.
    """
    found = conference(code, seen_by=request.actor)
    told = room_of(found).screen
    if told.get("kind") != "shortcomings" or found.plan is None:
        return HttpResponse(status=NO_CONTENT)
    key = f"shortcomings:{found.pk}:{told.get('number', 0)}:{request.today}:{page_lang()}"
    page = caches["process"].get(key)
    if page is None:
        context = _told(found.plan, seen_by=ROOM, on=request.today)
        page = render_to_string("desk/_shortcomings.html", context)
        caches["process"].set(key, page, KEPT_SECONDS)
    answer = HttpResponse(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _told(plan: Plan, *, seen_by: Actor, on: date) -> dict[str, Any]:
    before = plan_before(plan, seen_by=seen_by)
    return {
        "plan": plan,
        "own": shortcomings(plan, seen_by=seen_by, on=on),
        "before": shortcomings(before, seen_by=seen_by, on=on) if before else None,
    }
