"""Figures made of the level below: sums through time, their coverage, whether the round is closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from dieuhanh.bodies.models import Area, AreaParent
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.figures import Origin, Span
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.periods import Period
from dieuhanh.engine.sweeps import Sweep, Vintage, by_indicator, sweep
from dieuhanh.plans.models import Indicator

from ..models import Closing, Figure
from .figures import figures
from .rolled_figure import RolledFigure

MOST_IN_LIST = 1_000
CITIES = {"Thành phố"}
LEVEL_OF = {
    "Quốc gia": Level.COUNTRY, "Tỉnh": Level.PROVINCE, "Huyện": Level.DISTRICT,
    "Thị xã": Level.DISTRICT, "Quận": Level.DISTRICT, "Xã": Level.COMMUNE,
    "Phường": Level.COMMUNE, "Thị trấn": Level.COMMUNE, "Đặc khu": Level.COMMUNE,
}  # fmt: skip


@dataclass(frozen=True)
class RolledUp:
    """The sums of some indicators for one area and period, through all days."""

    area: int
    period: str
    indicators: Mapping[int, Indicator]
    sweeps: Mapping[int, Sweep]
    below: Mapping[int, int]
    closed_on: Mapping[int, date]

    def on(self, day: date) -> dict[int, RolledFigure]:
        """By indicator: what is known on a day."""
        made = {}
        for pk, indicator in self.indicators.items():
            total = self.sweeps[pk].on(day) if pk in self.sweeps else None
            if total is not None:
                closed = self.closed_on.get(pk, date.max) <= day
                made[pk] = RolledFigure(
                    indicator, self.area, self.period, day, total, self.below.get(pk, 0), closed,
                    self.sweeps[pk],
                )  # fmt: skip
        return made

    def days(self) -> set[date]:
        """Days on which a sum changed, or a round that it rests on was closed."""
        texts = {total.since for each in self.sweeps.values() for total in each.totals}
        return {date.fromisoformat(text) for text in texts} | {
            day for pk, day in self.closed_on.items() if pk in self.indicators
        }


EMPTY = RolledUp(0, "", {}, {}, {}, {})


def judged_by_sum(indicators: Iterable[Indicator]) -> dict[int, Indicator]:
    """Those whose verdicts rest on the sum of the level below."""
    return {i.pk: i for i in indicators if i.judged_origin == Origin.ROLLED_UP}


def rolled_up(
    area: Area,
    period: str,
    indicators: Iterable[Indicator],
    *,
    seen_by: Actor,
    as_recorded_by: datetime | None = None,
    added: Iterable[Figure] = (),
) -> RolledUp:
    """Sum the indicators for an area from what stands below it. Three queries.

    Only for those who may see all of the areas: a sum over some would look like a total.
    `added` are unsaved figures counted as if they were in the books.
    """
    wanted = {i.pk: i for i in indicators}
    if not wanted:
        return EMPTY
    levels = areas_below(area, Period.parse(period).end)
    counted = {pk: levels.get(Level(i.counted_at), frozenset()) for pk, i in wanted.items()}
    seen = {pk: i for pk, i in wanted.items() if counted[pk] and _sees_all(seen_by, i, counted[pk])}
    if not seen:
        return RolledUp(area.pk, period, wanted, {}, {}, {})
    rows = _vintages(seen, counted, period, as_recorded_by)
    rows += [as_vintage(figure) for figure in added if _belongs(figure, seen, period)]
    rows.sort(key=lambda row: row.known_from)
    sweeps = {
        pk: sweep(
            [row for row in own if row.area in counted[pk]],
            method=seen[pk].over_areas, unit=seen[pk].unit,
        )
        for pk, own in by_indicator(rows)
    }  # fmt: skip
    sizes = {pk: len(counted[pk]) for pk in seen}
    closed = _closed_on(area, period, seen, as_recorded_by)
    return RolledUp(area.pk, period, wanted, sweeps, sizes, closed)


def _sees_all(actor: Actor, indicator: Indicator, areas: frozenset[int]) -> bool:
    scope = actor.areas(Permission.FIGURE_VIEW, field=indicator.field)
    return scope is None or areas <= scope


def areas_below(area: Area, on: date) -> dict[Level, frozenset[int]]:
    """By level: the ids of the areas that stand below one on a day. One query."""
    standing = Q(valid_to=None) | Q(valid_to__gte=on)
    links = AreaParent.objects.filter(standing, valid_from__lte=on)
    children: dict[int, list[tuple[int, str]]] = {}
    for child, parent, kind in links.values_list("area_id", "parent_id", "area__kind"):
        children.setdefault(parent, []).append((child, kind))
    found: dict[Level, set[int]] = {}
    waiting = [(area.pk, area.kind)]
    while waiting:
        above, above_kind = waiting.pop()
        for child, kind in children.get(above, ()):
            found.setdefault(_level(kind, above_kind), set()).add(child)
            waiting.append((child, kind))
    return {level: frozenset(ids) for level, ids in found.items()}


def _level(kind: str, above: str) -> Level:
    """A city is a province under the country and a district under a province."""
    if kind in CITIES:
        return Level.PROVINCE if above == "Quốc gia" else Level.DISTRICT
    return LEVEL_OF[kind]


def _vintages(
    indicators: Mapping[int, Indicator],
    counted: Mapping[int, frozenset[int]],
    period: str,
    as_recorded_by: datetime | None,
) -> list[Vintage]:
    """Every vintage of the lower areas, in the order in which they replace each other.

    Rows are read as the database gives them, days and decimals as text: tens of thousands are
    not made into objects only to be compared and added. More areas than a list should hold are
    told apart by whoever adds them up.
    """
    found = Figure.objects.filter(
        indicator__in=indicators, period=period, span=Span.IN_PERIOD, breakdown=""
    )
    areas = frozenset().union(*counted.values())
    if len(areas) <= MOST_IN_LIST:
        found = found.filter(area__in=areas)
    if as_recorded_by is not None:
        found = found.filter(recorded_at__lte=as_recorded_by)
    text = {f"{name}_text": Cast(name, TextField()) for name in TEXTS}
    rows = found.annotate(**text).order_by("known_from", "recorded_at", "pk")
    sql, parameters = rows.values_list(*COLUMNS).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [Vintage._make(row) for row in cursor.fetchall()]


TEXTS = ("known_from", "value", "numerator", "denominator")
COLUMNS = (
    "pk", "indicator_id", "area_id", "source_id", "known_from_text", "value_text",
    "numerator_text", "denominator_text", "unit", "absence", "status", "simulated", "withdrawn",
)  # fmt: skip


def as_vintage(figure: Figure) -> Vintage:
    """An unsaved figure as it would stand in the books."""
    numbers = (figure.value, figure.numerator, figure.denominator)
    value, top, bottom = (None if n is None else format(n, "f") for n in numbers)
    return Vintage(
        figure.pk or 0, figure.indicator_id, figure.area_id, figure.source_id,
        figure.known_from.isoformat(), value, top, bottom, figure.unit, figure.absence,
        figure.status, figure.simulated, figure.withdrawn,
    )  # fmt: skip


def _belongs(figure: Figure, indicators: Mapping[int, Indicator], period: str) -> bool:
    key = (figure.period, figure.span, figure.breakdown)
    return figure.indicator_id in indicators and key == (period, Span.IN_PERIOD, "")


def _closed_on(
    area: Area,
    period: str,
    indicators: Mapping[int, Indicator],
    as_recorded_by: datetime | None,
) -> dict[int, date]:
    """By indicator: the day a round that asks for it was first closed by a body of the area."""
    found = Closing.objects.filter(
        round__period=period,
        round__version__form__owner__area=area,
        round__version__rows__indicator__in=indicators,
    )
    if as_recorded_by is not None:
        found = found.filter(closed_at__lte=as_recorded_by)
    rows = found.values_list("round__version__rows__indicator_id", "on")
    return dict(rows.order_by("-on").distinct())  # of one indicator the earliest comes last


def lower_figures_of(rolled: RolledFigure, *, seen_by: Actor) -> list[Figure]:
    """The figures a sum is made of, with their areas and sources."""
    found = figures(seen_by=seen_by).filter(pk__in=rolled.ids)
    return list(found.select_related("area", "source", "filing").order_by("area__code"))


__all__ = [
    "EMPTY",
    "RolledFigure",
    "RolledUp",
    "areas_below",
    "as_vintage",
    "judged_by_sum",
    "lower_figures_of",
    "rolled_up",
]
