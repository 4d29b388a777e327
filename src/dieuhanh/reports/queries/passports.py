"""Which figure each cell of an approved report became, so that its number leads to its passport."""

from __future__ import annotations

from dieuhanh.domain.actors import Actor

from ..models import Submission
from .figures import figures
from .sheets import rows_of


def passports_of(found: Submission, *, seen_by: Actor) -> dict[tuple[str, int], int]:
    """Figures by row key and area, as far as the actor may see them; empty until approved.

    One query. Of several filings that were approved the newest figure stands.
    """
    if found.state != "approved":
        return {}
    keys = {
        (row.indicator_id, row.breakdown, row.span): row.key
        for row in rows_of(found)
        if row.indicator_id is not None
    }
    stated = figures(seen_by=seen_by).filter(filing__submission=found).order_by("recorded_at", "pk")
    made = stated.values_list("indicator_id", "breakdown", "span", "area_id", "pk")
    return {
        (keys[indicator, breakdown, span], area): pk
        for indicator, breakdown, span, area, pk in made
        if (indicator, breakdown, span) in keys
    }


__all__ = ["passports_of"]
