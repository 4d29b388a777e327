"""The passport of a figure: what it is, who said so, when, and every other version."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.documents.queries import sentence_url
from dieuhanh.ui.asked import Asked

from .models import Figure
from .queries import figure as find_figure
from .queries import history, in_force


def figure(request: Asked, pk: int) -> HttpResponse:
    """One figure, with its versions and the other sources of the same fact."""
    found = find_figure(pk, seen_by=request.actor)
    versions = history(found, seen_by=request.actor)
    standing = {each.pk for each in in_force(versions, as_known_on=request.today)}
    by_source: dict[int, list[Figure]] = {}
    for each in versions:
        by_source.setdefault(each.source_id, []).append(each)
    context = {
        "figure": found,
        "sentence": sentence_url(found.document, found.quote) if found.document else "",
        "standing": found.pk in standing,
        "sources": [
            {"source": held[0].source, "versions": [_version(each, standing) for each in held]}
            for held in by_source.values()
        ],
    }
    return render(request, "reports/figure.html", context)


def _version(each: Figure, standing: set[int]) -> dict[str, object]:
    """One step of `components/vintages.html`."""
    return {
        "known_from": each.known_from,
        "precision": each.date_precision,
        "value": each.stated,
        "href": "" if each.withdrawn else f"../{each.pk}/",
        "status": each.status,
        "simulated": each.simulated,
        "in_force": each.pk in standing,
        "withdrawn": each.withdrawn,
        "source": each.source.name,
        "note": each.document.title if each.document else "",
    }
