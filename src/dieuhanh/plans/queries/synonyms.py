"""How papers word indicators, as people taught it."""

from __future__ import annotations

import re

from django.db.models import QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.text import fold

from ..models import IndicatorSynonym

_WORDS = re.compile(r"[a-z0-9]+|%")


def folded_words(text: str) -> str:
    """A wording as it is looked up: without accents, signs and double spaces.

    >>> folded_words("Số giường bệnh/vạn dân")
    'so giuong benh van dan'
    """
    return " ".join(_WORDS.findall(fold(text)))


def wordings(*, seen_by: Actor) -> QuerySet[IndicatorSynonym]:
    """The wordings in use, the newest first, for whoever keeps plans."""
    if not seen_by.may(Permission.PLAN_EDIT):
        return IndicatorSynonym.objects.none()
    found = IndicatorSynonym.objects.filter(removed_at=None).select_related("indicator")
    return found.order_by("-learned_at", "-pk")


def taught() -> dict[str, list[str]]:
    """The wordings in use by the code of their indicator; for matching."""
    found: dict[str, list[str]] = {}
    rows = IndicatorSynonym.objects.filter(removed_at=None).order_by("pk")
    for code, words in rows.values_list("indicator__code", "words"):
        found.setdefault(code, []).append(words)
    return found


__all__ = ["folded_words", "taught", "wordings"]
