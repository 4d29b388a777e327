"""Areas (địa bàn): administrative units, each one place under one code for a span of days.

A code alone says nothing: 32002 was Phường 4 of Cà Mau city until 30/11/2024, then a new Phường 2,
and since 01/07/2025 Phường An Xuyên. An area is therefore (code, valid_from, valid_to), and every
question is asked of a day. The number of levels is read off the tree of that day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from .errors import BadInput, Missing, Place
from .indicators import Level
from .place_names import bare_name, same_place_name
from .text import tidy
from .trees import ONE_DAY, DatedTree, Link, Validity, write_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


class Kind(StrEnum):
    """Loại đơn vị hành chính, as written in the area's name."""

    COUNTRY = "Quốc gia"
    PROVINCE = "Tỉnh"
    CITY = "Thành phố"
    DISTRICT = "Huyện"
    TOWN = "Thị xã"
    URBAN_DISTRICT = "Quận"
    COMMUNE = "Xã"
    WARD = "Phường"
    TOWNSHIP = "Thị trấn"
    SPECIAL_ZONE = "Đặc khu"


_LEVEL_OF_KIND = {
    Kind.COUNTRY: Level.COUNTRY,
    Kind.PROVINCE: Level.PROVINCE,
    Kind.DISTRICT: Level.DISTRICT,
    Kind.TOWN: Level.DISTRICT,
    Kind.URBAN_DISTRICT: Level.DISTRICT,
    Kind.COMMUNE: Level.COMMUNE,
    Kind.WARD: Level.COMMUNE,
    Kind.TOWNSHIP: Level.COMMUNE,
    Kind.SPECIAL_ZONE: Level.COMMUNE,
}
_RANK = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Area:
    """One place under one code. `valid_to` is its last day, None while it stands.

    `start_known` is False where our books only begin on `valid_from`.

    >>> from datetime import date
    >>> Area("32002", "Phường 2", Kind.WARD, date(2024, 12, 1), date(2025, 6, 30)).id
    '32002@2024-12-01'
    """

    code: str
    name: str
    kind: Kind
    valid_from: date
    valid_to: date | None = None
    start_known: bool = True

    @property
    def id(self) -> str:
        """Code and first day: what tells this place from others that bore its code."""
        return f"{self.code}@{self.valid_from.isoformat()}"

    @property
    def validity(self) -> Validity:
        """The days on which the code means this place."""
        return Validity(self.valid_from, self.valid_to)

    @property
    def short_name(self) -> str:
        """The name without its kind: "Cà Mau" of "Tỉnh Cà Mau"."""
        return bare_name(self.name)

    def __str__(self) -> str:
        return f"{self.name} ({self.validity})"


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area as a table lists it: with the code, not yet the id, of what it stands under."""

    area: Area
    parent_code: str = ""
    place: Place = field(default_factory=Place)


class AreaBook:
    """Every area the books know and what stood under what, asked by code, id and day."""

    def __init__(self, areas: Iterable[Area], parents: Iterable[Link] = ()) -> None:
        """`parents` link area ids. Raises BadInput("area.…" or "tree.…") where they clash."""
        self._by_id: dict[str, Area] = {}
        self._by_code: defaultdict[str, list[Area]] = defaultdict(list)
        for area in areas:
            _refuse_clash(area, self._by_code[area.code])
            self._by_id[area.id] = area
            self._by_code[area.code].append(area)
        for bearers in self._by_code.values():
            bearers.sort(key=lambda area: area.valid_from)
        self._tree = DatedTree(parents)
        self._levels = {id_: self._read_level(area) for id_, area in self._by_id.items()}
        for id_ in self._by_id:
            self._check_links(id_)

    @classmethod
    def from_rows(cls, rows: Iterable[AreaRow]) -> AreaBook:
        """A book from a table's rows; a parent's code is looked up on each day of the child.

        Raises BadInput("area.overlap" | "area.ends_before_start" | "area.parent_not_valid" | …).
        """
        listed = list(rows)
        by_code: defaultdict[str, list[Area]] = defaultdict(list)
        for row in listed:
            try:
                _refuse_clash(row.area, by_code[row.area.code])
            except BadInput as fault:
                raise fault.at(row.place) from None
            by_code[row.area.code].append(row.area)
        links = [link for row in listed if row.parent_code for link in _links(row, by_code)]
        return cls((row.area for row in listed), links)

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def validities(self) -> Mapping[str, Validity]:
        """The days of every area, by id."""
        return {id_: area.validity for id_, area in self._by_id.items()}

    def by_id(self, area_id: str) -> Area:
        """The area of that id. Raises Missing("area.unknown_id")."""
        try:
            return self._by_id[area_id]
        except KeyError:
            raise Missing("area.unknown_id", id=area_id) from None

    def history(self, code: str) -> tuple[Area, ...]:
        """Every place the code has meant, the earliest first; empty for an unknown code."""
        return tuple(self._by_code.get(code, ()))

    def at(self, code: str, on: date, *, name: str = "", place: Place | None = None) -> Area:
        """The area the code means on that day; where a name is handed in too, it must fit.

        Raises BadInput("area.unknown" | "area.not_valid" | "area.other_place").
        """
        bearers = self.history(code)
        if not bearers:
            raise BadInput("area.unknown", place=place, area=code)
        known = "; ".join(map(str, bearers))
        here = next((area for area in bearers if area.validity.holds(on)), None)
        if here is None:
            raise BadInput("area.not_valid", place=place, area=code, on=write_day(on), known=known)
        if name.strip() and not same_place_name(name, here.name):
            raise BadInput(
                "area.other_place",
                place=place,
                area=code,
                on=write_day(on),
                known=known,
                here=here.name,
                name=tidy(name),
            )
        return here

    def valid_on(self, on: date, level: Level | None = None) -> tuple[Area, ...]:
        """Every area that stands on that day, of one level where asked."""
        return tuple(
            area
            for area in self._by_id.values()
            if area.validity.holds(on) and level in {None, self._levels[area.id]}
        )

    def named(self, name: str, on: date) -> tuple[Area, ...]:
        """The areas that bear the name on that day: often several, "Phường 2" was two."""
        return tuple(area for area in self.valid_on(on) if same_place_name(name, area.name))

    def parent(self, area_id: str, on: date) -> Area | None:
        """What it stands under on that day; None at the top or where it does not stand."""
        parent = self._tree.parent(area_id, on)
        return None if parent is None else self.by_id(parent)

    def ancestors(self, area_id: str, on: date) -> tuple[Area, ...]:
        """What stands above it on that day, the nearest first."""
        return tuple(self.by_id(above) for above in self._tree.ancestors(area_id, on))

    def children(self, area_id: str, on: date) -> tuple[Area, ...]:
        """What stands right under it on that day."""
        return tuple(self.by_id(below) for below in self._tree.children(area_id, on))

    def descendants(self, area_id: str, on: date, level: Level | None = None) -> tuple[Area, ...]:
        """Everything below it on that day, of one level where asked."""
        below = self._tree.descendants(area_id, on)
        return tuple(
            self.by_id(id_) for id_ in below if level is None or self._levels[id_] == level
        )

    def roots(self, on: date) -> tuple[Area, ...]:
        """The areas of that day that stand under nothing."""
        return tuple(a for a in self.valid_on(on) if self._tree.parent(a.id, on) is None)

    def links_of(self, area_id: str) -> tuple[Link, ...]:
        """What it stands under, from which day to which."""
        return tuple(self._tree.links_of(area_id))

    def level(self, area_id: str) -> Level:
        """Country, province, district or commune. A city is a district only under a province."""
        return self._levels[self.by_id(area_id).id]

    def levels(self, on: date, under: str | None = None) -> tuple[Level, ...]:
        """The levels of local government on that day, the highest first.

        `under` asks of one area and what stands below it. Cà Mau has three in 2021 (province,
        district, commune) and two from 01/07/2025.
        """
        if under is None:
            areas = self.valid_on(on)
        else:
            areas = (self.by_id(under), *self.descendants(under, on))
        present = {self._levels[area.id] for area in areas if area.validity.holds(on)}
        return tuple(level for level in Level if level in present - {Level.COUNTRY})

    def _read_level(self, area: Area) -> Level:
        if area.kind is not Kind.CITY:
            return _LEVEL_OF_KIND[area.kind]
        above = (self._by_id.get(link.parent) for link in self._tree.links_of(area.id))
        under_country = all(a is not None and a.kind is Kind.COUNTRY for a in above)
        return Level.PROVINCE if under_country else Level.DISTRICT

    def _check_links(self, area_id: str) -> None:
        area = self._by_id[area_id]
        for link in self._tree.links_of(area_id):
            above = self.by_id(link.parent)
            if _RANK[self._levels[above.id]] >= _RANK[self._levels[area_id]]:
                raise BadInput(
                    "area.parent_below", area=area.code, name=area.name, above=above.name
                )
            days = link.validity
            if not (above.valid_from <= days.first and days.last <= above.validity.last):
                raise _parent_not_valid(area, above.code, [above], Place())


def _refuse_clash(area: Area, bearers: Iterable[Area]) -> None:
    if area.valid_to is not None and area.valid_to < area.valid_from:
        raise BadInput("area.ends_before_start", area=area.code, described=str(area))
    for other in bearers:
        if other.validity.overlaps(area.validity):
            raise BadInput("area.overlap", area=area.code, described=str(area), known=str(other))


def _links(row: AreaRow, by_code: Mapping[str, list[Area]]) -> list[Link]:
    """The branches of one row: one for each place its parent's code meant in its lifetime."""
    area, links = row.area, []
    above = sorted(by_code.get(row.parent_code, ()), key=lambda parent: parent.valid_from)
    uncovered = area.valid_from
    for parent in above:
        days = area.validity.common(parent.validity)
        if days is None:
            continue
        if days.first != uncovered:
            break
        links.append(Link(area.id, parent.id, days))
        if days.last >= area.validity.last:
            return links
        uncovered = days.last + ONE_DAY
    raise _parent_not_valid(area, row.parent_code, above, row.place)


def _parent_not_valid(
    area: Area, parent_code: str, above: Iterable[Area], place: Place
) -> BadInput:
    return BadInput(
        "area.parent_not_valid",
        place=place,
        area=area.code,
        described=str(area),
        parent_code=parent_code,
        known="; ".join(map(str, above)) or "–",
    )


__all__ = ["Area", "AreaBook", "AreaRow", "Kind", "Level"]
