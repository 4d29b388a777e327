"""What a target hands down, told on the areas of a later day: merges summed, splits by weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.allocating import How, how_checked
from dieuhanh.domain.indicators import OverAreas
from dieuhanh.domain.numbers import Lang, decimals_of, half_up
from dieuhanh.domain.periods import Period
from dieuhanh.domain.restating import Amount, Piece, restate
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.units import share_factor
from dieuhanh.domain.wording.areas import tell_made, tell_reason

from ..models import Allocation, Plan, Target

OVER = {How.SUM: OverAreas.SUM, How.RATIO: OverAreas.RATIO_OF_SUMS}
FINER = 2


@dataclass(frozen=True)
class RestatedAllocation:
    """A part on an area of the later day; `kept` where its area has none, or a body holds it."""

    holder: Area | Body
    value: Decimal | None
    words: str
    made_of: tuple[str, ...] = ()
    kept: bool = False

    @property
    def of_body(self) -> bool:
        """Whether a body holds it, which no change of areas moves."""
        return isinstance(self.holder, Body)


def handed_down_from(plan: Plan) -> date:
    """The day on whose areas a plan hands its targets down: the first of its period."""
    return Period.parse(plan.period).start


def restated_allocations(
    target: Target, parts: Sequence[Allocation], areas_of: date, *, atlas: Atlas, lang: Lang
) -> list[RestatedAllocation]:
    """The parts on the areas of a later day, each level by itself, then what could not go along.

    Of an area that was abolished without an heir, and of bodies, the parts stay as handed down.
    Raises BadInput("restating.backwards") for a day before the plan's.
    """
    made: list[RestatedAllocation] = []
    left: list[Allocation] = []
    by_level: dict[str, list[Allocation]] = {}
    on = handed_down_from(target.version.plan)
    for part in parts:
        if part.area is None:
            continue
        ended = part.area.valid_to is not None and part.area.valid_to < on
        if part.area.valid_from > on or ended or not atlas.heirs(part.area, areas_of):
            left.append(part)
        else:
            by_level.setdefault(atlas.level(part.area).value, []).append(part)
    for level in by_level.values():
        made += _of_level(target, level, areas_of, atlas, lang)
    bodies = [part for part in parts if part.area is None]
    return made + [_kept(part) for part in (*left, *bodies)]


def _of_level(
    target: Target, parts: Sequence[Allocation], areas_of: date, atlas: Atlas, lang: Lang
) -> list[RestatedAllocation]:
    amounts = {
        atlas.noun_of[part.area_id].id: amount
        for part in parts
        if part.area_id and (amount := _amount(part)) is not None
    }
    heirs = {h.pk: h for part in parts if part.area for h in atlas.heirs(part.area, areas_of)}
    crossing = atlas.crossing(handed_down_from(target.version.plan), areas_of, heirs.values())
    over = target.indicator.over_areas if target.indicator else ""
    how = how_checked(over, target.kind, target.comparator, target.unit)
    pieces = restate(amounts, crossing, OVER.get(how, OverAreas.NONE)).pieces
    decimals = max((decimals_of(part.value) for part in parts if part.value is not None), default=0)
    split = {area: [s.area for s in crossing.forebears(area) if not s.is_whole] for area in pieces}
    lines = [
        RestatedAllocation(
            atlas.row_of[area],
            _value(piece, target.unit, decimals),
            _words(piece, split[area], atlas, lang),
            _names((*(s.area for s in piece.sources), *piece.missing), atlas),
        )
        for area, piece in pieces.items()
    ]
    return sorted(lines, key=lambda line: vi_key(line.holder.name))


def _amount(part: Allocation) -> Amount | None:
    if part.numerator is not None and part.denominator is not None:
        return Amount.ratio(part.numerator, part.denominator)
    return None if part.value is None else Amount.of(part.value)


def _value(piece: Piece, unit: str, decimals: int) -> Decimal | None:
    """At the parts' own digits; finer where weights or counts made it."""
    amount = piece.amount
    if amount is None:
        return None
    exact: Fraction | None = amount.number
    if amount.has_parts:
        exact = amount.rate * share_factor(unit) if amount.rate is not None else None
    fine = FINER if amount.has_parts or piece.is_converted else 0
    return None if exact is None else half_up(exact, decimals + fine)


def _words(piece: Piece, split: Iterable[str], atlas: Atlas, lang: Lang) -> str:
    if piece.reason is not None:
        return tell_reason(
            piece.reason, split=_names(split, atlas), missing=_names(piece.missing, atlas),
            lang=lang,
        )  # fmt: skip
    present = _names((source.area for source in piece.sources), atlas)
    return tell_made(piece.made, present=present, lang=lang)


def _names(ids: Iterable[str], atlas: Atlas) -> tuple[str, ...]:
    return tuple(sorted((atlas.row_of[id_].name for id_ in ids), key=vi_key))


def _kept(part: Allocation) -> RestatedAllocation:
    holder = part.area or part.body
    if holder is None:
        raise ValueError("a part is handed to an area or to a body")
    return RestatedAllocation(holder, part.value, "", kept=True)


__all__ = ["RestatedAllocation", "handed_down_from", "restated_allocations"]
