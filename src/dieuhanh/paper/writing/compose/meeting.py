"""What the papers of a conference are composed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ..model import Made, Source, Span, Text
from .orders import Order
from .saying import BLANK, Record, count, said

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
class Sites:
    """The sites of one level ("cấp xã", in the books "commune"), each by its key and its name."""

    level: str
    code: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conference. Days and hours are those of its place."""

    code: str
    name: str
    host: str
    place: str
    starts: datetime
    chairs: tuple[Person, ...] = ()
    concluded_by: Person = Person()
    sites: tuple[Sites, ...] = ()
    offices: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    items: tuple[Item, ...] = ()
    papers: tuple[str, ...] = ()
    simulated: bool = False
    begun: bool = False

    @property
    def source(self) -> Source:
        """The conference itself, of which its day is printed."""
        return Source("conference", self.code, self.name)

    @property
    def hour(self) -> Source:
        """When it begins, with its hour."""
        return Source("conference", f"{self.code}/hour", f"Thời gian: {self.name}")

    def counted(self, of: Sites) -> Text:
        """How many sites of a level: "09 điểm cầu cấp huyện"."""
        made_of = tuple(
            Made("site", f"{self.code}/{key}", name, "Điểm cầu") for key, name in of.names
        )
        told = f"Số điểm cầu {of.level}: đếm từ các điểm cầu của {self.name}"
        source = Source("conference", f"{self.code}/sites/{of.code}", told, made_of)
        return said(Span(count(len(of.names)), source), f" điểm cầu {of.level}")

    @property
    def orders(self) -> tuple[Order, ...]:
        """Every task of every conclusion."""
        return tuple(order for point in self.points for order in point.orders)


__all__ = ["CENTRE", "Item", "Meeting", "Person", "Point", "Sites"]
