"""What the papers of a conference are composed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ..model import Source
from .orders import Order
from .saying import BLANK, Record

CENTRE = "trung tâm"
"""The level of the site the others are joined to."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the office held on that day; either may be unknown."""

    name: str = ""
    office: str = ""

    def told(self) -> str:
        """As papers name them: "đồng chí …, Chủ tịch …"; the office alone where no name is known."""
        if self.name:
            return ", ".join(part for part in (f"đồng chí {self.name}", self.office) if part)
        return self.office or BLANK


@dataclass(frozen=True, slots=True)
class Point:
    """A conclusion in its number's place, with its group's title and the tasks that came of it."""

    number: int
    record: Record
    group: str = ""
    body: str = ""
    due: date | None = None
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the agenda: when it begins if that is known, what, by whom."""

    title: str
    begins: datetime | None = None
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conference. Days and hours are those of its place; `sites` are names by level."""

    code: str
    name: str
    host: str
    place: str
    starts: datetime
    chairs: tuple[Person, ...] = ()
    concluded_by: Person = Person()
    sites: tuple[tuple[str, int], ...] = ()
    offices: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    items: tuple[Item, ...] = ()
    papers: tuple[str, ...] = ()
    simulated: bool = False

    @property
    def source(self) -> Source:
        """The conference itself."""
        return Source("conference", self.code, self.name)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Every task of every conclusion."""
        return tuple(order for point in self.points for order in point.orders)


__all__ = ["CENTRE", "Item", "Meeting", "Person", "Point"]
