"""Reading figures: which an actor may see, which of them are in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission, Scope
from dieuhanh.domain.errors import Missing
from dieuhanh.engine.tables import FigureRow
from dieuhanh.engine.vintages import current_ids

from ..models import Figure


def figures(*, seen_by: Actor, area: int | None = None) -> QuerySet[Figure]:
    """Published figures for all who may read them; every other in one's areas and fields.

    `area`: of that one area alone, so that a reach of thousands need not be told the database.
    """
    scopes = seen_by.scopes(Permission.FIGURE_VIEW)
    if area is not None:
        own = Figure.objects.filter(area_id=area)
        return own if scopes is None else own.filter(_allowed(seen_by, _at(scopes, area)))
    if scopes is None:
        return Figure.objects.all()
    return Figure.objects.filter(_allowed(seen_by, scopes))


def _allowed(actor: Actor, scopes: Iterable[Scope]) -> Q:
    allowed = Q(pk__in=[])
    if actor.may(Permission.PUBLISHED_VIEW):
        allowed |= Q(document__isnull=False, simulated=False)
    for scope in scopes:
        allowed |= within(scope, area="area_id", field="indicator__field")
    return allowed


def _at(scopes: Iterable[Scope], area: int) -> list[Scope]:
    """The scopes that reach an area, with that area alone."""
    here = frozenset({area})
    return [Scope(here, s.fields) for s in scopes if s.areas is None or area in s.areas]


def within(scope: Scope, *, area: str, field: str) -> Q:
    """The rows of a scope, told by the names of their area's and their field's columns."""
    reached = Q() if scope.areas is None else Q(**{f"{area}__in": scope.areas})
    return reached if scope.fields is None else reached & Q(**{f"{field}__in": scope.fields})


def figure(pk: int, *, seen_by: Actor) -> Figure:
    """One figure with what it cites. Raises Missing, alike for none and for not allowed."""
    found = (
        figures(seen_by=seen_by)
        .select_related("indicator__reported_by", "area", "source", "document")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Missing("figure.missing")
    return found


def history(figure: Figure, *, seen_by: Actor) -> list[Figure]:
    """Every figure of the same indicator, area, period, span and breakdown, all sources."""
    return list(
        figures(seen_by=seen_by)
        .filter(
            indicator=figure.indicator_id,
            area=figure.area_id,
            period=figure.period,
            span=figure.span,
            breakdown=figure.breakdown,
        )
        .select_related("source", "document", "indicator", "area")
        .order_by("source_id", "known_from", "recorded_at", "id")
    )


def as_row(figure: Figure) -> FigureRow:
    """The engine's view of a figure."""
    return FigureRow(
        figure.pk, figure.indicator_id, figure.area_id, figure.period, figure.span,
        figure.breakdown, figure.source_id, figure.known_from, figure.recorded_at, figure.value,
        figure.numerator, figure.denominator, figure.absence, figure.withdrawn,
    )  # fmt: skip


def in_force(
    found: Sequence[Figure], *, as_known_on: date, as_recorded_by: datetime | None = None
) -> list[Figure]:
    """Those of the figures that stand, as known on a day and as the books stood."""
    ids = current_ids(
        [as_row(f) for f in found], as_known_on=as_known_on, as_recorded_by=as_recorded_by
    )
    return [f for f in found if f.pk in ids]


def of_area(
    area: int, indicators: Iterable[int], *, seen_by: Actor, period: str = ""
) -> list[Figure]:
    """All figures of one area and some indicators, every vintage and source."""
    found = figures(seen_by=seen_by, area=area).filter(indicator_id__in=list(indicators))
    if period:
        found = found.filter(period=period)
    return list(found.select_related("source", "document", "area", "indicator").order_by("id"))


def lower_figures(areas: Iterable[int], indicator: int, *, seen_by: Actor) -> list[Figure]:
    """Figures of one indicator in many areas, every vintage and source."""
    found = figures(seen_by=seen_by).filter(area_id__in=list(areas), indicator_id=indicator)
    return list(found.select_related("source", "document", "indicator").order_by("id"))
