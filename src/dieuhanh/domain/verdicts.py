"""Verdicts: what judging says of one target, with the reason as code and values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .text import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

NEAR_MISS = "near_miss"
AS_PUBLISHED = "as_published"


class Verdict(StrEnum):
    """The seven answers. `met_or_exceeded` is only ever published: met, but not told which."""

    EXCEEDED = "exceeded"
    MET = "met"
    MET_OR_EXCEEDED = "met_or_exceeded"
    NOT_MET = "not_met"
    NO_DATA = "no_data"
    NOT_DUE = "not_due"
    NOT_COMPARABLE = "not_comparable"

    @property
    def is_met(self) -> bool | None:
        """Whether a tally counts it as met; None when there is no answer to count."""
        if self in MET_VERDICTS:
            return True
        return False if self is Verdict.NOT_MET else None


MET_VERDICTS = frozenset({Verdict.EXCEEDED, Verdict.MET, Verdict.MET_OR_EXCEEDED})


class Basis(StrEnum):
    """Where a verdict comes from."""

    COMPUTED = "computed"
    AS_PUBLISHED = "as_published"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code and values fit for JSON: measured values are strings with a decimal point.

    `wording.verdicts.sentence` turns it into a sentence; nothing else does.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one target. `plan_ratio_pct` is completion in %, one decimal, or None."""

    verdict: Verdict
    reason: Reason
    plan_ratio_pct: Decimal | None = None
    sub_label: str | None = None

    @property
    def basis(self) -> Basis:
        """Computed here, kept as published, or no verdict at all."""
        if self.reason.code == AS_PUBLISHED:
            return Basis.AS_PUBLISHED
        return Basis.NONE if self.verdict.is_met is None else Basis.COMPUTED


_NOTE = re.compile(r"\s*\([^()]*\)\s*$")
_LABELS: dict[str, tuple[Verdict, str | None]] = {
    "vượt": (Verdict.EXCEEDED, None),
    "đạt": (Verdict.MET, None),
    "đạt/vượt": (Verdict.MET_OR_EXCEEDED, None),
    "đạt hoặc vượt": (Verdict.MET_OR_EXCEEDED, None),
    "đạt và vượt": (Verdict.MET_OR_EXCEEDED, None),
    "không đạt": (Verdict.NOT_MET, None),
    "chưa đạt": (Verdict.NOT_MET, None),
    "xấp xỉ đạt": (Verdict.NOT_MET, NEAR_MISS),
    "gần đạt": (Verdict.NOT_MET, NEAR_MISS),
    "cơ bản đạt": (Verdict.NOT_MET, NEAR_MISS),
}


def published_outcome(label: str) -> Outcome | None:
    """What a published Vietnamese label says, or None when it is no judgement.

    A label that ends in "?", begins with "chưa rõ" or is in words we do not know is none.

    >>> published_outcome("đạt hoặc vượt (suy ra)").verdict.value
    'met_or_exceeded'
    >>> published_outcome("cơ bản đạt").sub_label, published_outcome("không đạt ?")
    ('near_miss', None)
    """
    words = _NOTE.sub("", tidy(label).lower())
    known = _LABELS.get(words)
    if known is None:
        return None
    verdict, sub_label = known
    return Outcome(verdict, Reason(AS_PUBLISHED, {"label": tidy(label)}), sub_label=sub_label)


__all__ = [
    "AS_PUBLISHED",
    "MET_VERDICTS",
    "NEAR_MISS",
    "Basis",
    "Outcome",
    "Reason",
    "Verdict",
    "published_outcome",
]
