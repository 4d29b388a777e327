"""Tồn tại, hạn chế: last period's open the review; this period's, with what is assigned."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.plans.queries import plan as find_plan
from dieuhanh.ui.asked import Asked

from ..queries.shortcomings import plan_before, shortcomings


def shortcomings_of(request: Asked, plan: str) -> HttpResponse:
    """A page of its own; asked for by another page, the part that page embeds."""
    found = find_plan(plan, seen_by=request.actor)
    request.plan = found
    before = plan_before(found, seen_by=request.actor)
    context = {
        "plan": found,
        "own": shortcomings(found, seen_by=request.actor, on=request.today),
        "before": shortcomings(before, seen_by=request.actor, on=request.today) if before else None,
    }
    whole = "desk/shortcomings.html"
    name = "desk/_shortcomings.html" if request.headers.get("HX-Request") else whole
    return render(request, name, context)
