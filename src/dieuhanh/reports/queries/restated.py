"""An indicator's figures told on the areas of another day: merges summed, splits only by weight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dieuhanh.bodies.models import Area
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.figures import Absence
from dieuhanh.domain.indicators import Level, OverAreas
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.periods import Period
from dieuhanh.domain.restating import Amount, Made, Piece, Restated, restate
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.units import convert, share_factor
from dieuhanh.domain.wording.areas import tell_made, tell_reason
from dieuhanh.plans.models import Indicator

from ..models import Figure
from .by_area import Slice
from .figures import figures, in_force


@dataclass(frozen=True)
class RestatedLine:
    """One area of the later day. `share` is its exact value in the indicator's unit, or None."""

    area: Area
    piece: Piece
    value: Fraction | None
    present: tuple[Area, ...]
    missing: tuple[Area, ...]
    split: tuple[Area, ...]


@dataclass(frozen=True)
class RestatedView:
    """The top area's line, the lines below it, and what the pieces hold of the total."""

    indicator: Indicator
    areas_of: date
    top: RestatedLine | None
    lines: tuple[RestatedLine, ...]
    restated: Restated

    def count(self, made: str) -> int:
        """How many areas are complete, converted, partial, no_value, no_figures or refused."""
        return len(self.restated.having(Made(made)))


def restated_view(
    indicator: Indicator,
    area: Area,
    asked: Slice,
    *,
    source: int,
    areas_of: date,
    seen_by: Actor,
    as_known_on: date,
    atlas: Atlas | None = None,
) -> RestatedView:
    """Restate an indicator's figures onto the areas of a later day.

    The commune level is crossed piece by piece; the top area carries its own total, which
    restating never moves ("trong đó Cà Mau cũ"). Raises BadInput for a day before the period.
    """
    atlas = atlas or Atlas()
    from_day = Period.parse(asked.period).end
    found = figures(seen_by=seen_by).filter(
        indicator=indicator, period=asked.period, span=asked.span, breakdown=""
    )
    scope = seen_by.areas(Permission.FIGURE_VIEW, field=indicator.field)
    rows = [
        f for f in found.order_by("id") if scope is None or f.area_id in scope or not f.simulated
    ]
    standing = in_force(rows, as_known_on=as_known_on)
    over_areas = OverAreas(indicator.over_areas)
    top = _top(indicator, area, source, standing, atlas, from_day, areas_of, over_areas)
    communes = _amounts(standing, atlas, Level.COMMUNE, area, from_day, indicator)
    onto = [a for a in atlas.standing(areas_of, Level.COMMUNE) if _within(atlas, a, areas_of, area)]
    crossing = atlas.crossing(from_day, areas_of, onto)
    restated = restate(communes, crossing, over_areas)
    lines = [_line(piece, atlas, crossing, indicator) for piece in restated.pieces.values()]
    lines.sort(key=lambda line: vi_key(line.area.name))
    return RestatedView(indicator, areas_of, top, tuple(lines), restated)


def _within(atlas: Atlas, commune: Area, on: date, old_top: Area) -> bool:
    """Whether a commune of the later day stands under an heir of the old top area."""
    heirs = {heir.pk for heir in atlas.heirs(old_top, on)}
    return any(above.pk in heirs for above in atlas.above(commune, on))


def _top(
    indicator: Indicator,
    area: Area,
    source: int,
    standing: list[Figure],
    atlas: Atlas,
    from_day: date,
    areas_of: date,
    over_areas: OverAreas,
) -> RestatedLine | None:
    own = next((f for f in standing if f.area_id == area.pk and f.source_id == source), None)
    amount = _as_printed(own, indicator) if own else None
    heirs = atlas.heirs(area, areas_of)
    if amount is None or len(heirs) != 1:
        return None
    crossing = atlas.crossing(from_day, areas_of, heirs)
    pieces = restate({atlas.noun_of[area.pk].id: amount}, crossing, over_areas).pieces
    return _line(next(iter(pieces.values())), atlas, crossing, indicator)


def _as_printed(figure: Figure, indicator: Indicator) -> Amount | None:
    """A total is carried as it was printed, also where its two parts are known."""
    if figure.value is None or figure.bound or figure.value_high is not None:
        return _amount(figure, indicator)
    return Amount.of(convert(Fraction(figure.value), figure.unit, indicator.unit))


def _amounts(
    standing: list[Figure], atlas: Atlas, level: Level, top: Area, on: date, indicator: Indicator
) -> dict[str, Amount]:
    inside = {a.pk for a in atlas.below(top, on) if atlas.level(a) == level}
    amounts: dict[str, Amount] = {}
    for figure in standing:
        amount = _amount(figure, indicator) if figure.area_id in inside else None
        if amount is not None:
            amounts[atlas.noun_of[figure.area_id].id] = amount
    return amounts


def _amount(figure: Figure, indicator: Indicator) -> Amount | None:
    """A sum by its number; a ratio by its two parts, or bare where those are not known.

    An area to which the indicator does not apply adds nothing, and is not missing.
    """
    ratio = indicator.over_areas == OverAreas.RATIO_OF_SUMS
    if figure.absence == Absence.NOT_APPLICABLE:
        return Amount.ratio(0, 0) if ratio else Amount.of(0)
    if figure.absence or figure.bound or figure.value_high is not None:
        return None
    if ratio and figure.numerator is not None and figure.denominator is not None:
        return Amount.ratio(figure.numerator, figure.denominator)
    if figure.value is None:
        return None
    return Amount.of(convert(Fraction(figure.value), figure.unit, indicator.unit))


def _line(piece: Piece, atlas: Atlas, crossing: Crossing, indicator: Indicator) -> RestatedLine:
    def named(ids: tuple[str, ...]) -> tuple[Area, ...]:
        return tuple(sorted((atlas.row_of[i] for i in ids), key=lambda a: vi_key(a.name)))

    split = tuple(s.area for s in crossing.forebears(piece.area) if not s.is_whole)
    return RestatedLine(
        atlas.row_of[piece.area],
        piece,
        _value(piece.amount, indicator),
        named(tuple(source.area for source in piece.sources)),
        named(piece.missing),
        named(split),
    )


def _value(amount: Amount | None, indicator: Indicator) -> Fraction | None:
    if amount is None:
        return None
    if amount.has_parts:
        return amount.rate * share_factor(indicator.unit) if amount.rate is not None else None
    return amount.number


def restated_words(line: RestatedLine, lang: Lang) -> str:
    """How a restated figure came to be, or why there is none."""
    piece = line.piece
    if piece.reason is not None:
        split, missing = ([area.name for area in areas] for areas in (line.split, line.missing))
        return tell_reason(piece.reason, split=split, missing=missing, lang=lang)
    present = [area.name.removeprefix("Tỉnh ") for area in line.present]
    return tell_made(piece.made, present=present, lang=lang)
