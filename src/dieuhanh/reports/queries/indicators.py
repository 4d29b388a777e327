"""Indicators to choose from when a form is made."""

from __future__ import annotations

from collections.abc import Iterable

from dieuhanh.domain.form_editing import Asked
from dieuhanh.domain.indicators import OverAreas, read_breakdowns
from dieuhanh.domain.text import fold, vi_key
from dieuhanh.plans.models import Indicator

MOST = 30


def find_indicators(words: str, *, field: str = "") -> list[Indicator]:
    """Indicators whose name, code or field holds every word, accents aside.

    The field's first, then names that begin with the words as typed.
    """
    wanted = fold(words).split()
    found = [
        each
        for each in Indicator.objects.all()
        if all(word in fold(f"{each.name} {each.code} {each.field} {each.unit}") for word in wanted)
    ]
    begins = " ".join(wanted)
    found.sort(
        key=lambda each: (
            each.field != field,
            not fold(each.name).startswith(begins),
            vi_key(each.name),
        )
    )
    return found[:MOST]


def asked_of(indicator: Indicator) -> Asked:
    """What a row needs to know of an indicator."""
    return Asked(
        indicator.code, indicator.name, indicator.unit, indicator.name_en, indicator.decimals,
        indicator.over_areas == OverAreas.RATIO_OF_SUMS, read_breakdowns(indicator.breakdowns),
    )  # fmt: skip


def asked_by_code(codes: Iterable[str]) -> dict[str, Asked]:
    """The same for several. One query."""
    found = Indicator.objects.filter(code__in=set(codes))
    return {each.code: asked_of(each) for each in found}


__all__ = ["asked_by_code", "asked_of", "find_indicators"]
