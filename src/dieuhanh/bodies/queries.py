"""Areas and bodies, looked up as the domain sees them. Both are public knowledge."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from dieuhanh.domain.areas import Area as AreaNoun
from dieuhanh.domain.areas import AreaBook, Kind
from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.successions import SuccessionKind, SuccessionRow, Successions, exact
from dieuhanh.domain.trees import Link, Validity

from .models import Area, AreaParent, Body, Succession


def as_noun(row: Area) -> AreaNoun:
    """The domain's area of a row."""
    return AreaNoun(
        row.code, row.name, Kind(row.kind), row.valid_from, row.valid_to, row.start_known
    )


class Atlas:
    """Every area at hand: the domain's book, and our rows by its ids."""

    def __init__(self) -> None:
        self.rows = {row.pk: row for row in Area.objects.all()}

    @cached_property
    def noun_of(self) -> dict[int, AreaNoun]:
        """The domain's area of each row."""
        return {pk: as_noun(row) for pk, row in self.rows.items()}

    @cached_property
    def row_of(self) -> dict[str, Area]:
        """The row of each domain id."""
        return {noun.id: self.rows[pk] for pk, noun in self.noun_of.items()}

    @cached_property
    def book(self) -> AreaBook:
        """The dated tree."""
        ids = {pk: noun.id for pk, noun in self.noun_of.items()}
        links = [
            Link(ids[p.area_id], ids[p.parent_id], Validity(p.valid_from, p.valid_to))
            for p in AreaParent.objects.all()
        ]
        return AreaBook(self.noun_of.values(), links)

    def succession_rows(self) -> list[SuccessionRow]:
        """What our books say became of what, as a table's rows."""
        codes = {pk: row.code for pk, row in self.rows.items()}
        return [
            SuccessionRow(
                edge.effective,
                SuccessionKind(edge.kind),
                codes[edge.before_id],
                codes[edge.after_id] if edge.after_id else "",
                None if edge.weight is None else exact(edge.weight),
                edge.document,
            )
            for edge in Succession.objects.order_by("effective", "pk")
        ]

    @cached_property
    def successions(self) -> Successions:
        """What became of which area, by domain ids. Raises BadInput("succession.…")."""
        return Successions.of_areas(self.succession_rows(), self.book)

    def at(self, code: str, on: date, name: str = "") -> Area:
        """The row a code means on a day. Raises BadInput("area.…")."""
        return self.row_of[self.book.at(code, on, name=name).id]

    def below(self, area: Area, on: date) -> list[Area]:
        """Every area below one, on a day."""
        found = self.book.descendants(self.noun_of[area.pk].id, on)
        return [self.row_of[noun.id] for noun in found]

    def above(self, area: Area, on: date) -> list[Area]:
        """What stands above one on a day, the nearest first."""
        found = self.book.ancestors(self.noun_of[area.pk].id, on)
        return [self.row_of[noun.id] for noun in found]

    def level(self, area: Area) -> Level:
        """Country, province, district or commune."""
        return self.book.level(self.noun_of[area.pk].id)

    def standing(self, on: date, level: Level) -> list[Area]:
        """Every area of a level that stands on a day."""
        return [self.row_of[noun.id] for noun in self.book.valid_on(on, level)]

    def heirs(self, area: Area, on: date) -> list[Area]:
        """What an area has become by a later day; itself while it stands."""
        found = self.successions.heirs(self.noun_of[area.pk].id, on)
        return [self.row_of[heir] for heir in found]

    def crossing(self, from_day: date, onto_day: date, onto: Iterable[Area]) -> Crossing:
        """From the areas of one day onto those given, of a later one. Raises BadInput."""
        ids = [self.noun_of[area.pk].id for area in onto]
        return Crossing(self.successions, from_day=from_day, onto_day=onto_day, onto=ids)


def edges_of(area: Area) -> tuple[list[Succession], list[Succession]]:
    """The successions an area came from, and those that ended it, with their papers and notes."""
    came = Succession.objects.filter(after=area).order_by("effective", "pk")
    went = Succession.objects.filter(before=area).order_by("effective", "pk")
    return list(came), list(went)


def bodies_by_code() -> dict[str, Body]:
    """All bodies."""
    return {body.code: body for body in Body.objects.select_related("area")}


def body(code: str, known: dict[str, Body]) -> Body | None:
    """The body of a code, None for an empty one. Raises BadInput("body.unknown")."""
    if not code:
        return None
    if code not in known:
        raise BadInput("body.unknown", text=code)
    return known[code]


def ids_with_below(area: Area, on: Iterable[tuple[int, int]]) -> frozenset[int]:
    """An area's id and those below it, from (child, parent) pairs of one day."""
    children: dict[int, list[int]] = {}
    for child, parent in on:
        children.setdefault(parent, []).append(child)
    found, waiting = {area.pk}, [area.pk]
    while waiting:
        below = children.get(waiting.pop(), [])
        found.update(below)
        waiting.extend(below)
    return frozenset(found)
