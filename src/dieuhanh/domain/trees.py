"""Trees whose branches are dated: who stood under whom, from which day to which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Validity:
    """The days from `start` to `end`, both included; None where the books set no end.

    >>> life = Validity(date(2024, 12, 1), date(2025, 6, 30))
    >>> life.holds(date(2025, 6, 30)), life.holds(date(2025, 7, 1))
    (True, False)
    """

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is one of these."""
        return self.first <= day <= self.last

    def overlaps(self, other: Validity) -> bool:
        """Whether some day is in both."""
        return self.first <= other.last and other.first <= self.last

    def common(self, other: Validity) -> Validity | None:
        """The days in both, or None.

        >>> year = Validity(date(2025, 1, 1), date(2025, 12, 31))
        >>> print(year.common(Validity(date(2025, 7, 1))))
        01/07/2025–31/12/2025
        """
        if not self.overlaps(other):
            return None
        start, end = max(self.first, other.first), min(self.last, other.last)
        return Validity(
            None if start == date.min else start,
            None if end == date.max else end,
        )

    @property
    def first(self) -> date:
        """The first day, the calendar's own where none is set."""
        return self.start or date.min

    @property
    def last(self) -> date:
        """The last day, the calendar's own where none is set."""
        return self.end or date.max

    def __str__(self) -> str:
        return f"{write_day(self.start)}–{write_day(self.end)}"


@dataclass(frozen=True, slots=True)
class Link:
    """One branch: `child` stands under `parent` on these days. Both are ids."""

    child: str
    parent: str
    validity: Validity = Validity()


class DatedTree:
    """Parents and children on a day. On any one day a child has one parent and there is no ring.

    >>> tree = DatedTree([Link("xa", "huyen", Validity(None, date(2025, 6, 30))),
    ...                   Link("huyen", "tinh", Validity(None, date(2025, 6, 30))),
    ...                   Link("xa", "tinh", Validity(date(2025, 7, 1)))])
    >>> tree.ancestors("xa", date(2021, 12, 31)), tree.ancestors("xa", date(2025, 7, 1))
    (('huyen', 'tinh'), ('tinh',))
    >>> tree.descendants("tinh", date(2021, 12, 31))
    ('huyen', 'xa')
    """

    def __init__(self, links: Iterable[Link] = ()) -> None:
        """Raises BadInput("tree.two_parents" | "tree.ring")."""
        self._up: defaultdict[str, list[Link]] = defaultdict(list)
        self._down: defaultdict[str, list[Link]] = defaultdict(list)
        for link in links:
            self._refuse_second_parent(link)
            self._up[link.child].append(link)
            self._down[link.parent].append(link)
        for child_links in self._up.values():
            for link in child_links:
                self._refuse_ring(link)

    def parent(self, child: str, on: date) -> str | None:
        """The id it stands under on that day, or None at the top."""
        for link in self._up.get(child, ()):
            if link.validity.holds(on):
                return link.parent
        return None

    def children(self, parent: str, on: date) -> tuple[str, ...]:
        """The ids right under it on that day, in the order they were given."""
        return tuple(k.child for k in self._down.get(parent, ()) if k.validity.holds(on))

    def ancestors(self, child: str, on: date) -> tuple[str, ...]:
        """The ids above it on that day, the nearest first."""
        above: list[str] = []
        parent = self.parent(child, on)
        while parent is not None:
            above.append(parent)
            parent = self.parent(parent, on)
        return tuple(above)

    def descendants(self, parent: str, on: date) -> tuple[str, ...]:
        """The ids below it on that day, each before its own children."""
        below: list[str] = []
        waiting = list(reversed(self.children(parent, on)))
        while waiting:
            child = waiting.pop()
            below.append(child)
            waiting.extend(reversed(self.children(child, on)))
        return tuple(below)

    def links_of(self, child: str) -> tuple[Link, ...]:
        """Every branch it has hung on."""
        return tuple(self._up.get(child, ()))

    def _refuse_second_parent(self, link: Link) -> None:
        for other in self._up.get(link.child, ()):
            both = other.validity.common(link.validity)
            if both is not None:
                raise BadInput(
                    "tree.two_parents",
                    child=link.child,
                    parents=f"{other.parent}, {link.parent}",
                    days=str(both),
                )

    def _refuse_ring(self, link: Link) -> None:
        # A ring is closed on the day the youngest of its branches begins, so to walk up from
        # every branch on its first day finds each ring there is.
        on, chain = link.validity.first, [link.child]
        while True:
            above = self.parent(chain[-1], on)
            if above is None:
                return
            chain.append(above)
            if above in chain[:-1]:
                raise BadInput("tree.ring", chain=" → ".join(chain), on=write_day(on))


def write_day(day: date | None) -> str:
    """The day as our sentences write it, dd/mm/yyyy; nothing where no day is set."""
    return "" if day is None or day == date.min else day.strftime("%d/%m/%Y")


__all__ = ["ONE_DAY", "DatedTree", "Link", "Validity", "write_day"]
