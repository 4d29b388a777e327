"""Areas and bodies, looked up as the domain sees them. Both are public knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import cast

from django.db import connection
from django.db.models import Q

from dieuhanh.domain.areas import Area as AreaNoun
from dieuhanh.domain.areas import AreaBook, Kind
from dieuhanh.domain.bodies import Body as BodyNoun
from dieuhanh.domain.bodies import BodyBook, BodyKind
from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.errors import BadInput, Missing, Place
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.successions import Succession as BodyEdge
from dieuhanh.domain.successions import SuccessionKind, SuccessionRow, Successions, exact
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.trees import ONE_DAY, Link, Validity

from .models import Area, AreaParent, Body, BodyParent, BodySuccession, Change, Succession


def as_noun(row: Area) -> AreaNoun:
    """The domain's area of a row."""
    return AreaNoun(
        row.code, row.name, Kind(row.kind), row.valid_from, row.valid_to, row.start_known
    )


class Atlas:
    """Every area at hand: the domain's book, and our rows by its ids."""

    def __init__(self) -> None:
        self.rows = {row.pk: row for row in Area.objects.filter(void=False)}

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
            for p in AreaParent.objects.filter(area__void=False, parent__void=False)
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
            for edge in Succession.objects.filter(void=False).order_by("effective", "pk")
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

    def lineage(self, area: Area, on: date) -> frozenset[int]:
        """An area, what stands above it on a day, and all that these came from.

        Who answers for one of these answers for the area: what became of Cà Mau is Cà Mau's.
        """
        waiting = [self.noun_of[row.pk].id for row in (area, *self.above(area, on))]
        found: set[str] = set()
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting.extend(edge.before for edge in self.successions.before(here))
        return frozenset(self.row_of[id_].pk for id_ in found)

    def crossing(self, from_day: date, onto_day: date, onto: Iterable[Area]) -> Crossing:
        """From the areas of one day onto those given, of a later one. Raises BadInput."""
        ids = [self.noun_of[area.pk].id for area in onto]
        return Crossing(self.successions, from_day=from_day, onto_day=onto_day, onto=ids)


class Register:
    """Every body at hand: the domain's book of them, and our rows by code."""

    def __init__(self, places: Mapping[tuple[str, str], Place] | None = None) -> None:
        """`places`: where an edge (from, to) stands in what is being imported."""
        self.rows = {code: row for code, row in bodies_by_code().items() if not never_stood(row)}
        self._places = places or {}

    @cached_property
    def book(self) -> BodyBook:
        """What stood under what, and what became of it. Raises BadInput("succession.…")."""
        codes = {row.pk: code for code, row in self.rows.items()}
        edges = [
            BodyEdge(
                edge.effective,
                SuccessionKind(edge.kind),
                codes[edge.before_id],
                codes[edge.after_id] if edge.after_id else None,
                place=self._places.get(
                    (codes[edge.before_id], codes[edge.after_id] if edge.after_id else ""), Place()
                ),
            )
            for edge in BodySuccession.objects.filter(void=False).order_by("effective", "pk")
        ]
        return BodyBook(map(body_noun, self.rows.values()), self._links(codes), edges)

    def answering(self, body: Body, on: date) -> list[Body]:
        """Who answers on a day for what a body had to do: itself while it stands, else heirs."""
        return [self.rows[heir.code] for heir in self.book.answering(body.code, on)]

    def _links(self, codes: Mapping[int, str]) -> Iterator[Link]:
        """Its first parent, until the day of the next; only days on which both stood."""
        later: dict[int, list[BodyParent]] = {}
        for moved in BodyParent.objects.filter(void=False).order_by("valid_from"):
            later.setdefault(moved.body_id, []).append(moved)
        for code, row in self.rows.items():
            steps = [(row.parent_id, row.valid_from)]
            steps += [(moved.parent_id, moved.valid_from) for moved in later.get(row.pk, ())]
            ends = [start - ONE_DAY for _, start in steps[1:] if start] + [row.valid_to]
            for (parent, start), end in zip(steps, ends, strict=True):
                if parent is None or parent not in codes:
                    continue
                above = self.rows[codes[parent]]
                days = Validity(start, end).common(Validity(above.valid_from, above.valid_to))
                if days is not None:
                    yield Link(code, above.code, days)


def never_stood(row: Body) -> bool:
    """Whether a body was brought in by mistake: its last day is the one before its first."""
    return bool(row.valid_from and row.valid_to and row.valid_to < row.valid_from)


def body_noun(row: Body) -> BodyNoun:
    """The domain's body of a row."""
    area = row.area.code if row.area else ""
    return BodyNoun(
        row.code, row.name, cast("BodyKind", row.kind), row.name_en, row.short_name, area,
        row.valid_from, row.valid_to, row.url,
    )  # fmt: skip


def area_on(area: Area, on: date) -> Area:
    """What an area has become by a day: itself while it stands, or where no single one follows.

    A department goes on in the province its own was merged into. No query while the area stands.
    """
    if area.valid_to is None or area.valid_to >= on:
        return area
    edges = Succession.objects.filter(before=area, void=False, effective__lte=on)
    heirs = {edge.after for edge in edges.select_related("after")}
    heir = heirs.pop() if len(heirs) == 1 else None
    return area_on(heir, on) if heir else area


def edges_of(area: Area) -> tuple[list[Succession], list[Succession]]:
    """The successions an area came from, and those that ended it, with their papers and notes."""
    came = Succession.objects.filter(after=area, void=False).order_by("effective", "pk")
    went = Succession.objects.filter(before=area, void=False).order_by("effective", "pk")
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


REACH = """
WITH RECURSIVE step (upper, lower) AS (
    SELECT link.parent_id, link.area_id
    FROM bodies_areaparent link JOIN bodies_area child ON child.id = link.area_id
    WHERE link.valid_from <= %s
      AND (link.valid_to IS NULL OR link.valid_to >= %s OR link.valid_to >= child.valid_to)
    UNION
    SELECT after_id, before_id FROM bodies_succession
    WHERE after_id IS NOT NULL AND effective <= %s
), reach (root, area) AS (
    SELECT id, id FROM bodies_area WHERE id IN ({roots})
    UNION
    SELECT reach.root, step.lower FROM reach JOIN step ON step.upper = reach.area
)
SELECT root, area FROM reach
"""


def reach(areas: Iterable[int], on: date) -> dict[int, frozenset[int]]:
    """For each area: itself, those below it on a day, and all that these came to hold.

    An area that ended by then belongs to what it became, and to what it stood under when it
    ended: a commune of today answers for the figures of the communes merged into it, a province
    for those of its abolished districts. One query, whatever the size of the country.
    """
    roots = sorted(set(areas))
    if not roots:
        return {}
    found: dict[int, set[int]] = {root: set() for root in roots}
    sql = REACH.format(roots=", ".join(["%s"] * len(roots)))
    with connection.cursor() as cursor:
        cursor.execute(sql, [on, on, on, *roots])
        for root, area in cursor.fetchall():
            found[root].add(area)
    return {root: frozenset(inside) for root, inside in found.items()}


def areas_within(areas: frozenset[int] | None, on: date) -> list[Area]:
    """The areas of a reach (None: all) that stand on a day, by level and name."""
    standing = Area.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
    standing = standing.filter(void=False)
    found = standing if areas is None else standing.filter(pk__in=areas)
    levels = {str(kind): place for place, kind in enumerate(Kind)}
    return sorted(found, key=lambda area: (levels[area.kind], vi_key(area.name)))


def bodies_within(areas: frozenset[int] | None, on: date) -> list[Body]:
    """The bodies of the areas of a reach that stand on a day, by name."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    standing = Body.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), begun)
    found = standing if areas is None else standing.filter(area_id__in=areas)
    return sorted(found, key=lambda body: vi_key(body.name))


def change_days(after: date) -> list[date]:
    """The days on which areas changed, later than one: what its figures can be restated on."""
    held = Succession.objects.filter(void=False, effective__gt=after)
    return sorted(set(held.values_list("effective", flat=True)))


def changes_recorded() -> list[Change]:
    """Every change recorded from a page, the latest first. Public, as areas and bodies are."""
    return list(Change.objects.select_related("takes_back", "taken_back_by").order_by("-pk"))


def change_of(pk: int) -> Change:
    """One recorded change. Raises Missing."""
    found = Change.objects.select_related("taken_back_by").filter(pk=pk).first()
    if found is None:
        raise Missing("change.missing")
    return found
