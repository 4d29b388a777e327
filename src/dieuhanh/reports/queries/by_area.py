"""One indicator by area: each area's own figure, sums with their coverage, the gap above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from django.db.models import QuerySet

from dieuhanh.bodies.models import Area
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.coherence import Gap
from dieuhanh.domain.indicators import Level, OverAreas
from dieuhanh.domain.periods import Period
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.units import convert, share_factor
from dieuhanh.engine.rollups import RolledUp, roll_up
from dieuhanh.plans.models import Indicator

from ..models import Figure
from .figures import as_row, figures, in_force


@dataclass(frozen=True)
class Slice:
    """What of an indicator is asked for: a period and its span."""

    period: str
    span: str


@dataclass(frozen=True)
class AreaLine:
    """An area with its own figure, or with the sum of those below it."""

    area: Area
    figure: Figure | None = None
    rolled: RolledUp | None = None
    below: list[AreaLine] = field(default_factory=list)

    @property
    def rests_on_simulated(self) -> bool:
        """Whether its own figure, or one it is summed from, was generated."""
        own = self.figure is not None and self.figure.simulated
        return own or any(line.rests_on_simulated for line in self.below)


@dataclass(frozen=True)
class ByArea:
    """The table. `whole` says whether the reader sees every area, so that sums may be shown."""

    indicator: Indicator
    slice: Slice
    level: Level
    top: AreaLine
    whole: bool

    @cached_property
    def rolled_value(self) -> Fraction | None:
        """What the lower figures make of the top area, in the indicator's unit."""
        return rolled_value(self.top.rolled, self.indicator) if self.top.rolled else None

    @cached_property
    def gap(self) -> Gap | None:
        """Rolled up less reported, whatever the coverage; None unless both are there."""
        figure, rolled = self.top.figure, self.top.rolled
        if figure is None or figure.value is None or rolled is None or self.rolled_value is None:
            return None
        exact = self.rolled_value
        return Gap.between(figure.value, convert(exact, self.indicator.unit, figure.unit))


def rolled_value(rolled: RolledUp, indicator: Indicator) -> Fraction | None:
    """A sum as it is, a ratio of sums in the indicator's unit; None with nothing to divide."""
    if indicator.over_areas == OverAreas.RATIO_OF_SUMS:
        if not rolled.denominator or rolled.numerator is None:
            return None
        ratio = Fraction(rolled.numerator) / Fraction(rolled.denominator)
        return ratio * share_factor(indicator.unit)
    return Fraction(rolled.value) if rolled.value is not None else None


def slices(indicator: Indicator, area: Area, period: str, *, seen_by: Actor) -> list[Slice]:
    """The periods within the plan's own for which lower areas have figures, the widest first."""
    whole = Period.parse(period)
    found = _lower(indicator, area, seen_by).values_list("period", "span").distinct()
    within = [Slice(*pair) for pair in found.order_by() if whole.contains(Period.parse(pair[0]))]
    return sorted(within, key=lambda s: (s.period != period, -_days(s.period), s.span))


def _days(period: str) -> int:
    parsed = Period.parse(period)
    return (parsed.end - parsed.start).days


def _lower(indicator: Indicator, area: Area, seen_by: Actor) -> QuerySet[Figure]:
    found = figures(seen_by=seen_by).filter(indicator=indicator)
    return found.exclude(area_id=area.pk)


def by_area(
    indicator: Indicator,
    area: Area,
    asked: Slice,
    *,
    source: int,
    seen_by: Actor,
    as_known_on: date,
    atlas: Atlas | None = None,
) -> ByArea:
    """The table of an indicator for an area and all below it that count it.

    `source` is the body whose figure stands for the top area. Sums are made only for a reader
    who may see all areas, since a sum over some would look like a total.
    """
    atlas = atlas or Atlas()
    on = Period.parse(asked.period).end
    level = Level(indicator.counted_at)
    below = atlas.below(area, on)
    counted = [a for a in below if atlas.level(a) == level]
    wanted = [area.pk, *(a.pk for a in below)]
    found = figures(seen_by=seen_by).filter(
        indicator=indicator, area_id__in=wanted, period=asked.period, span=asked.span, breakdown=""
    )
    rows = list(found.select_related("source", "document").order_by("id"))
    standing = in_force(rows, as_known_on=as_known_on)
    scope = seen_by.areas(Permission.FIGURE_VIEW, field=indicator.field)
    whole = scope is None or set(wanted) <= scope
    lower_rows = [f for f in rows if f.area_id in {a.pk for a in counted}]
    sums = _sums(indicator, area, counted, lower_rows, atlas, on, as_known_on) if whole else {}
    own = {f.area_id: f for f in standing if f.area_id != area.pk}
    top_figure = next((f for f in standing if f.area_id == area.pk and f.source_id == source), None)
    return ByArea(
        indicator,
        asked,
        level,
        AreaLine(area, top_figure, sums.get(area.pk), _lines(area, counted, atlas, on, own, sums)),
        whole,
    )


def _sums(
    indicator: Indicator,
    area: Area,
    counted: Sequence[Area],
    rows: Sequence[Figure],
    atlas: Atlas,
    on: date,
    as_known_on: date,
) -> dict[int, RolledUp]:
    pairs = [(a.pk, area.pk) for a in counted]
    pairs += [
        (a.pk, above.pk) for a in counted for above in atlas.above(a, on) if above.pk != area.pk
    ]
    rolled = roll_up(
        [as_row(f) for f in rows], pairs, {indicator.pk: indicator.over_areas},
        as_known_on=as_known_on,
    )  # fmt: skip
    return {each.area: each for each in rolled}


def _lines(
    area: Area,
    counted: Sequence[Area],
    atlas: Atlas,
    on: date,
    own: dict[int, Figure],
    sums: dict[int, RolledUp],
) -> list[AreaLine]:
    """Counted areas under what stands between them and the top, by the Vietnamese alphabet."""
    groups: dict[int, list[AreaLine]] = {}
    for each in counted:
        above = atlas.above(each, on)
        line = AreaLine(each, own.get(each.pk))
        groups.setdefault(above[0].pk if above else area.pk, []).append(line)
    lines: list[AreaLine] = []
    for above_pk, inside in groups.items():
        inside.sort(key=lambda line: vi_key(line.area.name))
        if above_pk == area.pk:
            lines += inside
        else:
            above_area = atlas.rows[above_pk]
            lines.append(AreaLine(above_area, own.get(above_pk), sums.get(above_pk), inside))
    return sorted(lines, key=lambda line: vi_key(line.area.name))


def line_value(line: AreaLine, indicator: Indicator) -> Fraction | None:
    """A line's value in the indicator's unit, its own figure before the sum below it."""
    figure = line.figure
    if figure is None:
        return rolled_value(line.rolled, indicator) if line.rolled else None
    if figure.value is not None:
        return convert(Fraction(figure.value), figure.unit, indicator.unit)
    if figure.numerator is None or not figure.denominator:
        return None
    return Fraction(figure.numerator) / Fraction(figure.denominator) * share_factor(indicator.unit)
