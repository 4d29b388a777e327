"""Two frozen assessments, or the boards of two days, side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.exchange.law import load_conventions
from dieuhanh.plans.queries import plans
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries import change_days, compare, one_side, open_ledger
from ..queries.assessments import assessment_heads
from .compare_page import ComparePage, Sides, plan_code

MOST_RUNS = 100


def compare_page(request: Asked) -> HttpResponse:
    """What turned between two sides; by default the two last days a count was published."""
    actor = request.actor
    plan = plan_code(request.GET.get("plan", ""), plans(seen_by=actor))
    ledger = open_ledger(plan, seen_by=actor)
    sides = Sides.read(request.GET, ledger.tallies, request.today)
    left, right = (
        one_side(side, plan=ledger, seen_by=actor, convention=convention, lang=page_lang())
        for side, convention in sides
    )
    runs = assessment_heads(seen_by=actor).filter(version__plan=ledger.plan)[:MOST_RUNS]
    page = ComparePage(
        ledger, sides, compare(left, right), right, list(runs), change_days(ledger),
        list(load_conventions().values()),
    )  # fmt: skip
    return render(request, "assessment/compare.html", {"page": page})
