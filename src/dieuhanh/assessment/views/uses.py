"""Fragments that pages of lower apps embed by address: what rests on this paper."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.documents.queries import document
from dieuhanh.ui.asked import Asked

from ..queries.uses import uses_of


def document_uses(request: Asked, code: str) -> HttpResponse:
    """Figures, judgements, counts and findings that cite one paper."""
    found = uses_of(document(code, seen_by=request.actor), seen_by=request.actor)
    whole = "assessment/document_uses_page.html"
    part = "assessment/document_uses.html"
    return render(request, part if request.headers.get("HX-Request") else whole, {"uses": found})
