"""A rolled-up figure told whole: what it is made of, who is missing and why, the figures beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dieuhanh.bodies.models import Area
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.coherence import Gap
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.figures import Absence, Span
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.numbers import Lang, decimals_of, half_up
from dieuhanh.domain.periods import Period
from dieuhanh.domain.text import vi_key
from dieuhanh.plans.models import Indicator

from ..models import Closing, Figure
from .by_area import Slice
from .figures import in_force, of_area
from .restated import RestatedLine, restated_view, restated_words
from .rolled import RolledFigure, RolledUp, areas_below, lower_figures_of, rolled_up


@dataclass(frozen=True)
class Beside:
    """A figure stated for the area itself, and what the sum differs from it by."""

    figure: Figure
    gap: Gap | None

    @property
    def difference(self) -> Decimal | None:
        """Rolled up less stated, at one decimal more than the figure was printed with."""
        if self.gap is None or self.figure.value is None:
            return None
        return half_up(self.gap.difference, max(decimals_of(self.figure.value), 0) + 1)


@dataclass(frozen=True)
class Lacking:
    """An area without a number: the reason given at closing, or the absence it stated."""

    area: Area
    reason: str
    figure: Figure | None


@dataclass(frozen=True)
class RolledPage:
    """The passport of a sum. `rolled` is None while nothing has been stated below."""

    indicator: Indicator
    area: Area
    period: str
    on: date
    rolled: RolledFigure | None
    made_of: tuple[Figure, ...]
    lacking: tuple[Lacking, ...]
    beside: tuple[Beside, ...]
    closing: Closing | None


def rolled_page(indicator: str, area: int, *, period: str, seen_by: Actor, on: date) -> RolledPage:
    """Eight queries. Raises Missing, alike for none and for a reader who may not see every area."""
    found = Indicator.objects.filter(code=indicator).first()
    top = Area.objects.filter(pk=area).first()
    if found is None or top is None:
        raise Missing("figure.missing")
    sums = rolled_up(top, period, [found], seen_by=seen_by)
    if found.pk not in sums.below:
        raise Missing("figure.missing")
    rolled = sums.on(on).get(found.pk)
    made_of = lower_figures_of(rolled, seen_by=seen_by) if rolled else []
    closing = _closing(found, top, period, on)
    return RolledPage(
        found,
        top,
        period,
        on,
        rolled,
        tuple(sorted(made_of, key=lambda f: vi_key(f.area.name))),
        tuple(_lacking(found, top, period, made_of, closing)),
        tuple(_beside(found, top, period, rolled, seen_by=seen_by, on=on)),
        closing,
    )


@dataclass(frozen=True)
class RestatedPart:
    """What the parts of a sum make of one area of a later day, and how."""

    area: Area
    value: Decimal | None
    line: RestatedLine

    @property
    def words(self) -> dict[Lang, str]:
        """How it came to be, or why there is no number, in both languages."""
        return {"vi": restated_words(self.line, "vi"), "en": restated_words(self.line, "en")}


def restated_parts(page: RolledPage, areas_of: date, *, seen_by: Actor) -> list[RestatedPart]:
    """The parts on the areas of a later day; merges are summed, a split needs a stated share.

    Raises BadInput for a day before the period.
    """
    view = restated_view(
        page.indicator, page.area, Slice(page.period, Span.IN_PERIOD), source=0,
        areas_of=areas_of, seen_by=seen_by, as_known_on=page.on,
    )  # fmt: skip
    decimals = page.indicator.decimals
    return [
        RestatedPart(line.area, None if line.value is None else half_up(line.value, decimals), line)
        for line in view.lines
    ]


def _lacking(
    indicator: Indicator, top: Area, period: str, made_of: list[Figure], closing: Closing | None
) -> list[Lacking]:
    """Areas that add nothing, with the reason named at closing where there is one."""
    levels = areas_below(top, Period.parse(period).end)
    wanted = levels.get(Level(indicator.counted_at), frozenset())
    stated = {f.area_id: f for f in made_of}
    told = {f.area_id for f in made_of if f.absence in {"", Absence.NOT_APPLICABLE}}
    without = Area.objects.filter(pk__in=wanted - told)
    reasons = _reasons(closing)
    return [
        Lacking(each, reasons.get(each.pk, ""), stated.get(each.pk))
        for each in sorted(without, key=lambda a: vi_key(a.name))
    ]


def _reasons(closing: Closing | None) -> dict[int, str]:
    """By area: why its body was missing when the round was closed."""
    if closing is None or not closing.missing:
        return {}
    told = {each["code"]: each["reason"] for each in closing.missing}
    owing = closing.round.submissions.filter(body__code__in=told)
    return {area: told[code] for area, code in owing.values_list("body__area_id", "body__code")}


def _closing(indicator: Indicator, top: Area, period: str, on: date) -> Closing | None:
    found = Closing.objects.filter(
        round__period=period,
        round__version__form__owner__area=top,
        round__version__rows__indicator=indicator,
        on__lte=on,
    )
    return found.select_related("round").order_by("-on", "-number").first()


def _beside(
    indicator: Indicator,
    top: Area,
    period: str,
    rolled: RolledFigure | None,
    *,
    seen_by: Actor,
    on: date,
) -> list[Beside]:
    held = of_area(top.pk, [indicator.pk], seen_by=seen_by, period=period)
    own = [f for f in held if f.span == Span.IN_PERIOD and not f.breakdown]
    return [Beside(f, rolled.gap(f) if rolled else None) for f in in_force(own, as_known_on=on)]


__all__ = [
    "Beside",
    "Lacking",
    "RestatedPart",
    "RolledPage",
    "RolledUp",
    "restated_parts",
    "rolled_page",
]
