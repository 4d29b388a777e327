"""Correcting a figure after it was approved: another vintage, never an edit."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from dieuhanh.audit.actions import verb
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import plain

from ..models import Figure
from ..queries.corrections import Correction, correctable, corrected, standing
from .appending import append_figures


@verb
def correct_figure(
    *,
    by: Actor,
    figure: int,
    text: str,
    status: str,
    reason: str,
    known_from: date,
    document: Document | None = None,
    today: date,
) -> Figure:
    """State a figure anew, with its status and reason; ratios made of it follow.

    The old vintage stays. The figure's own row is locked before looking, so that of two
    correctors one reads that it was replaced. Raises Missing, Refused, BadInput("correction.…").
    """
    held = correctable(figure, seen_by=by)
    Figure.objects.select_for_update().filter(pk=held.pk).first()
    if standing(held, on=today) != held.pk:
        raise BadInput("correction.not_standing")
    asked = Correction(held, text, status, reason, known_from, document)
    made = corrected(asked, today=today, simulated=bool(settings.DEMO))
    append_figures(
        by=by, verb="figure.corrected", subject=f"Figure {held.pk}", figures=made,
        was=_told(held), now={**_told(made[0]), "reason": reason.strip(), "ratios": len(made) - 1},
    )  # fmt: skip
    return made[0]


def _told(figure: Figure) -> dict[str, Any]:
    numbers = ("value", "numerator", "denominator")
    values = {name: getattr(figure, name) for name in numbers}
    told = {name: plain(value) for name, value in values.items() if value is not None}
    return {**told, "absence": figure.absence, "status": figure.status}


__all__ = ["correct_figure"]
