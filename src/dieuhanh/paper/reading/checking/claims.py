"""Every claim of a text marked: agrees, disagrees, inconsistent in itself, unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..records import Claim, Json, Reading
from .against_books import Books, by_the_books
from .itself import of_itself
from .parts import parts_of, sum_reason
from .reasons import Mark, Reason
from .years import cited_for_plans

_WORST_FIRST = (Mark.INCONSISTENT, Mark.DISAGREES, Mark.AGREES, Mark.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its mark: the worst of its reasons, which stand worst first."""

    claim: Claim
    indicator: str | None
    reasons: tuple[Reason, ...]

    @property
    def mark(self) -> Mark:
        """How the claim stands."""
        return self.reasons[0].mark

    def as_json(self) -> Json:
        """For machines: the claim, its indicator, mark and reasons."""
        return {
            "claim": self.claim.as_json(),
            "indicator": self.indicator,
            "mark": self.mark.value,
            "reasons": [reason.as_json() for reason in self.reasons],
        }


def check_reading(
    text: str, reading: Reading, indicator_of: Callable[[Claim], str | None], books: Books
) -> tuple[Checked, ...]:
    """Each claim of the reading, in its order, marked. Pure: what the books hold comes from the caller.

    `indicator_of` tells the catalogue's code of a claim, None where none is surely meant.
    """
    across = _across(text, reading)
    checked = []
    for index, claim in enumerate(reading.claims):
        code = indicator_of(claim)
        reasons = [*of_itself(claim), *across.get(index, ())]
        reasons += by_the_books(claim, code, books) if code else [Reason(Mark.UNKNOWN, "no_match")]
        reasons.sort(key=lambda reason: _WORST_FIRST.index(reason.mark))
        checked.append(Checked(claim, code, tuple(reasons)))
    return tuple(checked)


def _across(text: str, reading: Reading) -> Mapping[int, list[Reason]]:
    """What claims say of each other, and of the papers cited beside them."""
    found: dict[int, list[Reason]] = {}
    claims = reading.claims
    for whole, parts, complete in parts_of(text, claims):
        reason = sum_reason(claims[whole], [claims[part] for part in parts], complete=complete)
        if reason is not None:
            found.setdefault(whole, []).append(reason)
    for index, reason in cited_for_plans(text, claims, reading.documents):
        found.setdefault(index, []).append(reason)
    return found


__all__ = ["Checked", "Mark", "Reason", "check_reading"]
