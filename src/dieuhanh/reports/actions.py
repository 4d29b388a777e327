"""Taking figures into the books."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import Tally, checksum, record, verb
from dieuhanh.bodies.queries import Atlas, bodies_by_code, body
from dieuhanh.documents.queries import cited, documents_by_code
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Absence, Bound, Value, read_breakdown
from dieuhanh.domain.indicators import read_breakdowns
from dieuhanh.domain.periods import Period
from dieuhanh.domain.units import convert
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.models import Indicator
from dieuhanh.plans.queries import indicators_by_code

from .models import Figure

COLUMNS = (
    "period", "span", "value", "value_high", "numerator", "denominator", "status", "release",
    "known_from", "date_precision", "quote", "as_printed", "simulated", "note",
)  # fmt: skip
IDENTITY = (
    "indicator_id", "area_id", "period", "span", "breakdown", "source_id", "value", "value_high",
    "bound", "numerator", "denominator", "unit", "absence", "status", "known_from", "document_id",
)  # fmt: skip


@verb
def import_figures(*, by: Actor, records: Sequence[Record], today: date) -> Tally:
    """Append figures. One that stands already, to the letter, is not written twice.

    `today` is the machine's own day: nothing can have been stated later. Raises BadInput,
    located, and writes nothing.
    """
    shelf = _Shelf()
    now = timezone.now()
    figures = []
    for each in records:
        try:
            figures.append(shelf.figure(each, today))
        except BadInput as fault:
            raise fault.at(each.place) from None
    for area_id, field in {(f.area_id, f.indicator.field) for f in figures}:
        by.require(Permission.FIGURE_IMPORT, at=area_id, field=field or None)
    held = _identities(figures)
    new = {identity: f for f in figures if (identity := _identity(f)) not in held}
    for figure in new.values():
        figure.recorded_at = now
        figure.recorded_by = by.name
    Figure.objects.bulk_create(new.values(), batch_size=500)
    if new:
        record(
            by=by, verb="figures.imported", subject="Figure", count=len(new),
            checksum=checksum([[str(part) for part in identity] for identity in new]),
        )  # fmt: skip
    return Tally(added=len(new), same=len(figures) - len(new))


def _identity(figure: Figure) -> tuple[Any, ...]:
    return tuple(getattr(figure, name) for name in IDENTITY)


def _identities(figures: Iterable[Figure]) -> set[tuple[Any, ...]]:
    indicators = {figure.indicator_id for figure in figures}
    return set(Figure.objects.filter(indicator_id__in=indicators).values_list(*IDENTITY))


class _Shelf:
    """What figures cite, fetched once."""

    def __init__(self) -> None:
        self.atlas = Atlas()
        self.bodies = bodies_by_code()
        self.papers = documents_by_code()
        self.indicators = indicators_by_code()

    def figure(self, each: Record, today: date) -> Figure:
        """An unsaved row. Raises BadInput for what cannot be."""
        indicator = self.indicators.get(each["indicator"])
        if indicator is None:
            raise each.fault("indicator.unknown", "indicator", text=each["indicator"])
        if each["known_from"] > today:
            raise each.fault("date.future", "known_from", text=each["known_from"].isoformat())
        unit = _unit(each, indicator)
        _value(each, unit).check()
        with each.cell("area_code"):
            on = Period.parse(each["period"]).end
            area = self.atlas.at(each["area_code"], on, name=each["area_name"])
        with each.cell("source"):
            source = body(each["source"], self.bodies)
        with each.cell("document"):
            document = cited(each["document"], self.papers)
        return Figure(
            indicator=indicator,
            area=area,
            source=source,
            breakdown=read_breakdown(each["breakdown"], read_breakdowns(indicator.breakdowns)),
            unit=unit,
            bound=each["bound"] or "",
            absence=each["absence"] or "",
            document=document,
            **{name: each[name] for name in COLUMNS},
        )


def _unit(each: Record, indicator: Indicator) -> str:
    """The unit as printed; it must convert into the indicator's."""
    unit = each["unit"] or indicator.unit
    try:
        convert(Fraction(1), unit, indicator.unit)
    except BadInput as fault:
        raise each.fault(fault.code, "unit", **fault.values) from None
    return unit


def _value(each: Record, unit: str) -> Value:
    return Value(
        unit=unit,
        number=each["value"],
        high=each["value_high"],
        bound=Bound(each["bound"]) if each["bound"] else None,
        numerator=each["numerator"],
        denominator=each["denominator"],
        absence=Absence(each["absence"]) if each["absence"] else None,
    )
