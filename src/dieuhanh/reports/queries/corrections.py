"""A correction before it is made: which new vintages it would append, its ratios' among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.cells import Cell, read_cell
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.figures import Status, Value
from dieuhanh.domain.numbers import decimals_of

from ..models import Figure, FormRow
from .figures import figure as find_figure
from .figures import in_force
from .ratios import ratio_value

RANK = {Status.ESTIMATED: 0, Status.PRELIMINARY: 1, Status.OFFICIAL: 2}
KEY = ("indicator_id", "area_id", "period", "span", "breakdown", "source_id")
MOST_DECIMALS = 10


@dataclass(frozen=True)
class Correction:
    """What is asked: the figure that stands, and what is to stand instead of it."""

    figure: Figure
    text: str
    status: str
    reason: str
    known_from: date
    document: Document | None = None


def correctable(pk: int, *, seen_by: Actor) -> Figure:
    """The figure, if the actor may correct it. Raises Missing, Refused."""
    found = find_figure(pk, seen_by=seen_by)
    field = found.indicator.field or None
    seen_by.require(Permission.FIGURE_CORRECT, at=found.area_id, field=field)
    return found


def corrected(asked: Correction, *, today: date, simulated: bool) -> list[Figure]:
    """Unsaved vintages: the figure's own first, then every ratio that is made of it.

    Raises BadInput("correction.…", "number.…", "figure.…").
    """
    held = asked.figure
    _check(asked, today)
    value = _value(asked)
    value.check()
    if (value, asked.status) == (held.stated, held.status):
        raise BadInput("correction.same")
    new = _vintage(held, value, asked, simulated=simulated)
    return [new, *_ratios(new, asked, simulated=simulated)]


def _check(asked: Correction, today: date) -> None:
    held = asked.figure
    if not asked.reason.strip():
        raise BadInput("correction.reason")
    if asked.status not in {status.value for status in Status}:
        raise BadInput("correction.status", text=asked.status)
    if RANK[Status(asked.status)] < RANK[Status(held.status)]:
        raise BadInput(
            "correction.below_official"
            if held.status == Status.OFFICIAL
            else "correction.below_preliminary"
        )
    if not held.known_from <= asked.known_from <= today:
        raise BadInput(
            "correction.day", first=write_vi_date(held.known_from), last=write_vi_date(today)
        )
    if standing(held, on=today) != held.pk:
        raise BadInput("correction.not_standing")


def standing(figure: Figure, *, on: date) -> int | None:
    """The id of the figure that stands in this one's place on a day."""
    same = {name: getattr(figure, name) for name in KEY}
    found = in_force(list(Figure.objects.filter(**same).order_by("id")), as_known_on=on)
    return found[0].pk if found else None


def _value(asked: Correction) -> Value:
    """The new value as typed, at the digits typed: a pair where the figure is one."""
    text, unit = asked.text.strip(), asked.figure.unit
    if not text:
        raise BadInput("correction.blank")
    if asked.figure.numerator is not None and "/" in text:
        top, _slash, bottom = text.partition("/")
        return Value(unit, numerator=_number(top), denominator=_number(bottom))
    cell = read_cell(text, MOST_DECIMALS)
    if asked.figure.numerator is not None and cell.number is not None:
        raise BadInput("correction.pair")
    return Value(unit, number=cell.number, absence=cell.absence)


def _number(text: str) -> Decimal:
    number = read_cell(text, MOST_DECIMALS).number
    if number is None:
        raise BadInput("correction.pair")
    return number


def _vintage(held: Figure, value: Value, asked: Correction, *, simulated: bool) -> Figure:
    return Figure(
        **{name.removesuffix("_id"): getattr(held, name.removesuffix("_id")) for name in KEY},
        value=value.number,
        numerator=value.numerator,
        denominator=value.denominator,
        unit=value.unit,
        absence=value.absence or "",
        status=asked.status,
        known_from=asked.known_from,
        date_precision="day",
        recorded_at=timezone.now(),
        document=asked.document,
        as_printed=asked.text.strip()[:120],
        simulated=simulated or held.simulated,
        filing_id=held.filing_id,
        reason=asked.reason.strip(),
    )


def _ratios(new: Figure, asked: Correction, *, simulated: bool) -> list[Figure]:
    """New vintages of the ratio lines of the same filing that the corrected line is part of."""
    filing = asked.figure.filing
    if filing is None:
        return []
    lines = FormRow.objects.filter(version__rounds__submissions=filing.submission_id, kind="ratio")
    part = {"indicator": new.indicator_id, "breakdown": new.breakdown, "span": new.span}
    here = Q(**{f"numerator__{k}": v for k, v in part.items()}) | Q(
        **{f"denominator__{k}": v for k, v in part.items()}
    )
    made = []
    for row in lines.filter(here).select_related("numerator", "denominator"):
        held = _standing_of(row, new, asked.known_from)
        sides = [_side(side, new, asked.known_from) for side in (row.numerator, row.denominator)]
        if held is None or row.numerator is None or row.denominator is None:
            continue
        units = (row.numerator.unit, row.denominator.unit)
        value = ratio_value(sides[0], sides[1], units, held.unit)
        if value is not None and value != held.stated:
            made.append(_vintage(held, value, asked, simulated=simulated))
            made[-1].as_printed = ""
    return made


def _standing_of(row: FormRow, new: Figure, on: date) -> Figure | None:
    same = {"area": new.area_id, "period": new.period, "source": new.source_id}
    found = Figure.objects.filter(
        indicator=row.indicator_id, span=row.span, breakdown=row.breakdown, **same
    )
    stands = in_force(list(found.order_by("id")), as_known_on=on)
    return stands[0] if stands else None


def _side(row: FormRow | None, new: Figure, on: date) -> Cell:
    """What a part of a ratio says once the correction stands."""
    if row is None:
        return Cell()
    own = (row.indicator_id, row.breakdown, row.span)
    if own == (new.indicator_id, new.breakdown, new.span):
        held: Figure | None = new
    else:
        held = _standing_of(row, new, on)
    if held is None:
        return Cell()
    stated = held.stated
    return Cell(number=stated.number, absence=stated.absence)


def decimals_shown(found: Sequence[Figure]) -> int:
    """The most decimals any of the values is printed with."""
    return max((decimals_of(f.value) for f in found if f.value is not None), default=0)


__all__ = ["RANK", "Correction", "correctable", "corrected", "decimals_shown", "standing"]
