"""Fragments that pages of lower apps embed by address: what rests on this paper."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.documents.queries import document
from dieuhanh.reports.queries import figure
from dieuhanh.ui.asked import Asked

from ..queries.uses import uses_of, uses_of_figure


def document_uses(request: Asked, code: str) -> HttpResponse:
    """Figures, judgements, counts and findings that cite one paper."""
    found = uses_of(document(code, seen_by=request.actor), seen_by=request.actor)
    whole = "assessment/document_uses_page.html"
    part = "assessment/document_uses.html"
    return render(request, part if request.headers.get("HX-Request") else whole, {"uses": found})


def figure_uses(request: Asked, pk: int) -> HttpResponse:
    """Verdicts, frozen assessments and findings that rest on one figure."""
    actor = request.actor
    found = uses_of_figure(figure(pk, seen_by=actor), seen_by=actor, today=request.today)
    whole = "assessment/figure_uses_page.html"
    part = "assessment/figure_uses.html"
    return render(request, part if request.headers.get("HX-Request") else whole, {"uses": found})
