"""Taking figures into the books, from files and from the API alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import Tally, checksum, record, verb
from dieuhanh.audit.actions.bulk import append_rows
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.exchange.templates import MAX_FAULTS, Record

from ..models import Figure
from .appending import IDENTITY
from .shelf import COLUMNS, NewFigure, Shelf

MANY = 500
Identity = tuple[Any, ...]


@verb
def import_figures(
    *,
    by: Actor,
    records: Sequence[Record],
    today: date,
    faults: Sequence[BadInput] = (),
    most: int = MAX_FAULTS,
) -> Tally:
    """Append figures. One that stands already, to the letter, is not written twice.

    `today` is the machine's own day: nothing can have been stated later. `faults` are those
    found in reading, told together with what is found here. Raises BadInputs (up to `most`,
    each located; a single one as BadInput) and writes nothing.
    """
    figures = _checked(records, today, list(faults), most)
    for area_id, field in {(each.area_id, each.field) for each in figures}:
        by.require(Permission.FIGURE_IMPORT, at=area_id, field=field or None)
    told = {each.identity: each for each in figures}
    held = _identities(figures)
    new = [each for identity, each in told.items() if identity not in held]
    if new:
        _append(by, new)
    return Tally(added=len(new), same=len(figures) - len(new))


def _checked(
    records: Sequence[Record], today: date, faults: list[BadInput], most: int
) -> list[NewFigure]:
    shelf = Shelf(today)
    figures = []
    for each in records:
        try:
            figures.append(shelf.figure(each))
        except BadInput as fault:
            faults.append(fault.at(each.place))
            if len(faults) >= most:
                break
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise BadInputs(sorted(faults, key=lambda fault: fault.place.row or 0)[:most])
    return figures


def _append(by: Actor, new: Sequence[NewFigure]) -> None:
    now = timezone.now()
    entry = record(
        by=by, verb="figures.imported", subject="Figure", count=len(new),
        checksum=checksum([[str(part) for part in each.identity] for each in new]),
    )  # fmt: skip
    taken = (now, by.name, entry.pk, False, None, "")
    names = (*COLUMNS, "recorded_at", "recorded_by", "entry_id", "withdrawn", "filing_id", "reason")
    append_rows(Figure, names, ((*each.columns, *taken) for each in new))


def _identities(figures: Iterable[NewFigure]) -> set[Identity]:
    """Those held already among the indicators, periods, areas and days handed in."""
    told = list(figures)
    held = Figure.objects.filter(
        indicator_id__in={each.indicator_id for each in told},
        period__in={each.period for each in told},
    )
    areas = {each.area_id for each in told}
    if len(areas) <= MANY:
        held = held.filter(area_id__in=areas)
    days = {each.known_from for each in told}
    if len(days) <= MANY:
        held = held.filter(known_from__in=days)
    return set(held.values_list(*IDENTITY).iterator(5000))
