"""The passport of a figure: what it is, who said so, when, and every other version."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.documents.queries import sentence_url
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.wording.flow import step_word
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..models import Figure
from ..queries import figure as find_figure
from ..queries import history, in_force
from ..queries.chain import chain_of


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
        "vintages": ",".join(str(each.pk) for each in by_source[found.source_id]),
        "chain": _chain(request, found),
        "may_correct": found.pk in standing
        and request.actor.may(
            Permission.FIGURE_CORRECT, at=found.area_id, field=found.indicator.field or None
        ),
        "sources": [
            {"source": held[0].source, "versions": [_version(each, standing) for each in held]}
            for held in by_source.values()
        ],
    }
    return render(request, "reports/figure.html", context)


def _chain(request: Asked, found: Figure) -> dict[str, Any] | None:
    """The report it was approved in, with its steps in words."""
    chain = chain_of(found, seen_by=request.actor)
    if chain is None:
        return None
    steps = [(step, step_word(step.kind, page_lang())) for step in chain.steps]
    return {"filing": chain.filing, "submission": chain.submission, "steps": steps}


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
        "note": each.reason or (each.document.title if each.document else ""),
    }
