"""Every claim of a text marked: agrees, disagrees, inconsistent in itself, unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..records import Claim, Json, Reading
from .against_books import Books, by_the_books
from .bases import Told, base_reason, bases_told, changes_told
from .itself import of_itself
from .parts import parts_of, sum_reason, wholes_untold
from .reasons import Mark, Reason
from .shares import shares_told
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
    bases = dict(bases_told(text, reading.claims))
    across = _across(text, reading, bases)
    checked = []
    for index, claim in enumerate(reading.claims):
        code = indicator_of(claim)
        held = _with_plan(claim, bases.get(index))
        reasons = list(of_itself(held))
        told = {reason.code for reason in reasons}
        reasons += [each for each in across.get(index, ()) if each.code not in told]
        reasons += by_the_books(held, code, books) if code else [Reason(Mark.UNKNOWN, "no_match")]
        reasons.sort(key=lambda reason: _WORST_FIRST.index(reason.mark))
        checked.append(Checked(claim, code, tuple(reasons)))
    return tuple(checked)


def _with_plan(claim: Claim, told: Told | None) -> Claim:
    """The claim with the plan told behind its rate, in the claim's unit."""
    if told is None or not told.of_plan:
        return claim
    return replace(claim, plan_value=None if told.is_change(claim) else told.base)


def _across(text: str, reading: Reading, bases: Mapping[int, Told]) -> Mapping[int, list[Reason]]:
    """What claims say of each other, and of the papers cited beside them."""
    found: dict[int, list[Reason]] = {}
    claims = reading.claims
    every = (*claims, *wholes_untold(text, claims))
    for whole, parts, complete in parts_of(text, every):
        reason = sum_reason(every[whole], [every[part] for part in parts], complete=complete)
        if reason is not None:
            found.setdefault(whole if whole < len(claims) else parts[0], []).append(reason)
    for index, told in bases.items():
        if (reason := base_reason(claims[index], told)) is not None:
            found.setdefault(index, []).append(reason)
    beside = (
        *changes_told(text, claims),
        *shares_told(text, claims),
        *cited_for_plans(text, claims, reading.documents),
    )
    for index, reason in beside:
        found.setdefault(index, []).append(reason)
    return found


__all__ = ["Checked", "Mark", "Reason", "check_reading"]
