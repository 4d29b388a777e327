"""Restating: figures of the areas of one day, told on the areas of a later day.

What is merged is summed, numerator and denominator each; what is split is shared out by stated
weights only. Nothing is guessed and the total as reported is never moved. The algorithm in prose,
with a worked table: docs/explanation/algorithms/restating.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from .crossings import Source
from .indicators import OverAreas
from .successions import WHOLE, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from .crossings import Crossing

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact amount: a number, or a numerator over a denominator in the indicator's own sense.

    A bare rate (27 %, its parts unknown) is a number too: it may be carried, never summed.
    """

    number: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None

    def __post_init__(self) -> None:
        """Refuse a half-stated or doubly stated amount: a fault of the caller's."""
        by_parts = self.numerator is not None and self.denominator is not None
        neither = self.numerator is None and self.denominator is None
        if by_parts == (self.number is not None) or not (by_parts or neither):
            raise ValueError("an amount is a number, or a numerator with its denominator")

    @classmethod
    def of(cls, number: Fraction | Decimal | int) -> Amount:
        """A number as printed."""
        return cls(number=exact(number))

    @classmethod
    def ratio(
        cls, numerator: Fraction | Decimal | int, denominator: Fraction | Decimal | int
    ) -> Amount:
        """A ratio by its two parts; a mean by (mean × weight, weight)."""
        return cls(numerator=exact(numerator), denominator=exact(denominator))

    @property
    def rate(self) -> Fraction | None:
        """Numerator ÷ denominator, in no unit; None without parts or over zero."""
        if self.numerator is None or not self.denominator:
            return None
        return self.numerator / self.denominator

    @property
    def has_parts(self) -> bool:
        """Whether numerator and denominator are known."""
        return self.numerator is not None

    def times(self, share: Fraction) -> Amount:
        """That share of it; of a ratio, of both its parts."""
        if share == 1:
            return self
        return Amount(*(None if part is None else part * share for part in self._parts()))

    def _parts(self) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
        return self.number, self.numerator, self.denominator


class Made(StrEnum):
    """How a restated figure came to be, or why there is none."""

    COMPLETE = "complete"  # of whole areas, all of them reported
    CONVERTED = "converted"  # "quy đổi": a split was shared out by stated weights
    PARTIAL = "partial"  # "trong đó … cũ": some forebears are outside the figures
    NO_VALUE = "no_value"  # a split on the way has no stated weight
    NO_FIGURES = "no_figures"  # no forebear has a figure
    REFUSED = "refused"  # the figures cannot be summed; `reason` says why


class Reason(StrEnum):
    """Why a piece has no value."""

    SPLIT_WITHOUT_WEIGHT = "split_without_weight"
    NO_FIGURES = "no_figures"
    CANNOT_BE_SUMMED = "cannot_be_summed"
    RATE_WITHOUT_PARTS = "rate_without_parts"
    MEAN_WITHOUT_WEIGHTS = "mean_without_weights"


# Aggregations summed part by part, each with what is said when the parts are not known.
BY_PARTS = {
    OverAreas.RATIO_OF_SUMS: Reason.RATE_WITHOUT_PARTS,
    OverAreas.WEIGHTED_MEAN: Reason.MEAN_WITHOUT_WEIGHTS,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """The restated figure of one area of the later day. Ids throughout."""

    area: str
    made: Made
    amount: Amount | None
    sources: tuple[Source, ...]
    missing: tuple[str, ...]
    reason: Reason | None = None

    @property
    def coverage(self) -> tuple[int, int]:
        """(k, n): of its n forebears k have a figure."""
        return len(self.sources), len(self.sources) + len(self.missing)

    @property
    def is_converted(self) -> bool:
        """Whether weights were used, also where the figure is partial."""
        return self.amount is not None and any(not source.is_whole for source in self.sources)


@dataclass(frozen=True, slots=True)
class Restated:
    """Every piece, and the total as reported, which restating never moves.

    `placed` is what the pieces with a value add up to. `unplaced` names the sources some of which
    is in no piece: split without a weight, abolished, or in a piece that has no value. Totals are
    None where there are no figures, or where they cannot be summed at all.
    """

    pieces: Mapping[str, Piece]
    total: Amount | None
    placed: Amount | None
    unplaced: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the pieces hold the whole total."""
        return self.total is not None and self.total == self.placed

    def having(self, made: Made) -> tuple[Piece, ...]:
        """The pieces of one kind."""
        return tuple(piece for piece in self.pieces.values() if piece.made is made)


def restate(amounts: Mapping[str, Amount], crossing: Crossing, over_areas: OverAreas) -> Restated:
    """The amounts of areas of one level, by id, told on the areas of the later day.

    An area without a figure is left out of `amounts`: missing is never zero. A figure whose area
    went on whole and meets no other figure is carried whatever the indicator; anything more is a
    sum, which only `sum`, `ratio_of_sums` and a mean with its weights allow.
    Raises BadInput("restating.not_standing") for an area that did not stand on that day.
    """
    for area in amounts:
        crossing.require_source(area)
    pieces = {area: _piece(area, amounts, crossing, over_areas) for area in crossing.onto}
    whole = [Source(area, WHOLE) for area in amounts]
    summable = whole and not _why_no_sum(whole, amounts, over_areas)
    total = _sum(whole, amounts) if summable else None
    return Restated(
        pieces=pieces,
        total=total,
        placed=None if total is None else _placed(pieces.values(), total),
        unplaced=_unplaced(amounts, pieces, crossing),
    )


def _piece(
    area: str, amounts: Mapping[str, Amount], crossing: Crossing, over_areas: OverAreas
) -> Piece:
    forebears = crossing.forebears(area)
    sources = tuple(source for source in forebears if source.area in amounts)
    missing = tuple(source.area for source in forebears if source.area not in amounts)
    if not sources:
        return Piece(area, Made.NO_FIGURES, None, (), missing, Reason.NO_FIGURES)
    if any(source.share is None for source in sources):
        return Piece(area, Made.NO_VALUE, None, sources, missing, Reason.SPLIT_WITHOUT_WEIGHT)
    why = _why_no_sum(sources, amounts, over_areas)
    if why:
        return Piece(area, Made.REFUSED, None, sources, missing, why)
    if missing:
        made = Made.PARTIAL
    else:
        made = Made.COMPLETE if all(s.is_whole for s in sources) else Made.CONVERTED
    return Piece(area, made, _sum(sources, amounts), sources, missing)


def _why_no_sum(
    sources: Sequence[Source], amounts: Mapping[str, Amount], over_areas: OverAreas
) -> Reason | None:
    """Why these amounts cannot make one; None where they can, or where one is carried whole."""
    if len(sources) == 1 and sources[0].is_whole:
        return None
    with_parts = [amounts[source.area].has_parts for source in sources]
    if over_areas is OverAreas.SUM and not any(with_parts):
        return None
    if over_areas in BY_PARTS and all(with_parts):
        return None
    return BY_PARTS.get(over_areas, Reason.CANNOT_BE_SUMMED)


def _sum(sources: Sequence[Source], amounts: Mapping[str, Amount]) -> Amount:
    """Share × amount, added up: numbers as numbers, ratios part by part."""
    shared = [(source.share, amounts[source.area]) for source in sources]
    return _add([amount.times(share) for share, amount in shared if share is not None])


def _add(amounts: Sequence[Amount]) -> Amount:
    if amounts and amounts[0].has_parts:
        return Amount(
            numerator=sum((a.numerator or NOTHING for a in amounts), NOTHING),
            denominator=sum((a.denominator or NOTHING for a in amounts), NOTHING),
        )
    return Amount(number=sum((a.number or NOTHING for a in amounts), NOTHING))


def _placed(pieces: Iterable[Piece], total: Amount) -> Amount:
    # Nothing of the total's own form comes first, so that no piece at all adds up to nothing.
    return _add([total.times(NOTHING), *(p.amount for p in pieces if p.amount is not None)])


def _unplaced(
    amounts: Mapping[str, Amount], pieces: Mapping[str, Piece], crossing: Crossing
) -> tuple[str, ...]:
    """The sources of which some, or some unknown part, is in no piece that has a value."""
    valued = {area for area, piece in pieces.items() if piece.amount is not None}
    return tuple(area for area in amounts if not _is_placed(crossing.heirs(area), valued))


def _is_placed(heirs: Mapping[str, Fraction | None], valued: set[str]) -> bool:
    # What was abolished on the way has no heir: then all heirs may be valued and still not whole.
    return valued.issuperset(heirs) and sum(s or NOTHING for s in heirs.values()) == 1


__all__ = ["Amount", "Made", "Piece", "Reason", "Restated", "restate"]
