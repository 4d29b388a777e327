"""Bodies (cơ quan): who reports a figure and leads a task, under whom, and who answers today."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .errors import BadInput, Missing, Place
from .successions import Succession, Successions
from .trees import DatedTree, Link, Validity, write_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class BodyKind(StrEnum):
    """What kind of organisation."""

    PEOPLES_COMMITTEE = "ubnd"
    PEOPLES_COUNCIL = "hdnd"
    DEPARTMENT = "so"
    BRANCH_OF_CENTRAL_AGENCY = "cuc"
    SOCIAL_INSURANCE = "bhxh"
    OFFICE = "van_phong"
    FATHERLAND_FRONT = "mat_tran"
    PARTY_COMMITTEE = "tinh_uy"
    PRESS = "press"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation. Its code is ours, so it never means another body; days may be unknown."""

    code: str
    name: str
    kind: BodyKind
    name_en: str = ""
    short_name: str = ""
    area_code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    url: str = ""

    @property
    def validity(self) -> Validity:
        """The days on which it stood."""
        return Validity(self.valid_from, self.valid_to)


class BodyBook:
    """Every body, what stood under what, and what became of it.

    >>> from datetime import date
    >>> from .successions import SuccessionKind
    >>> gone, new = Body("so-cu", "Sở cũ", BodyKind.DEPARTMENT, valid_to=date(2025, 2, 28)), Body(
    ...     "so-moi", "Sở mới", BodyKind.DEPARTMENT, valid_from=date(2025, 3, 1))
    >>> book = BodyBook([gone, new], successions=[
    ...     Succession(date(2025, 3, 1), SuccessionKind.RENAME, "so-cu", "so-moi")])
    >>> [body.name for body in book.answering("so-cu", date(2025, 6, 1))]
    ['Sở mới']
    """

    def __init__(
        self,
        bodies: Iterable[Body],
        parents: Iterable[Link] = (),
        successions: Iterable[Succession] = (),
    ) -> None:
        """Links and edges speak of codes. Raises BadInput("body.…", "tree.…", "succession.…")."""
        self._by_code: dict[str, Body] = {}
        for body in bodies:
            if body.code in self._by_code:
                raise BadInput("body.twice", body=body.code)
            if body.validity.last < body.validity.first:
                raise BadInput("body.ends_before_start", body=body.code, days=str(body.validity))
            self._by_code[body.code] = body
        self._tree = DatedTree([self._fitted(link) for link in parents])
        days = {code: body.validity for code, body in self._by_code.items()}
        self.successions = Successions(successions, days, heirs_may_live_on=True)

    def by_code(self, code: str) -> Body:
        """The body of that code. Raises Missing("body.unknown")."""
        try:
            return self._by_code[code]
        except KeyError:
            raise Missing("body.unknown", text=code) from None

    def at(self, code: str, on: date, *, place: Place | None = None) -> Body:
        """The body, standing on that day. Raises BadInput("body.unknown" | "body.not_valid")."""
        body = self._by_code.get(code)
        if body is None:
            raise BadInput("body.unknown", place=place, text=code)
        if not body.validity.holds(on):
            raise BadInput(
                "body.not_valid",
                place=place,
                body=code,
                name=body.name,
                days=str(body.validity),
                on=write_day(on),
                now=", ".join(heir.name for heir in self.answering(code, on)) or "–",
            )
        return body

    def answering(self, code: str, on: date) -> tuple[Body, ...]:
        """Who answers on that day for what this body had to do: itself while it stands, then
        its heirs; empty after an abolition without heirs, or before it stood."""
        self.by_code(code)
        heirs = (self._by_code[heir] for heir in self.successions.heirs(code, on))
        return tuple(body for body in heirs if body.validity.holds(on))

    def parent(self, code: str, on: date) -> Body | None:
        """What it stands under on that day."""
        above = self._tree.parent(code, on)
        return None if above is None else self._by_code[above]

    def ancestors(self, code: str, on: date) -> tuple[Body, ...]:
        """What stands above it on that day, the nearest first."""
        return tuple(self._by_code[above] for above in self._tree.ancestors(code, on))

    def children(self, code: str, on: date) -> tuple[Body, ...]:
        """What stands right under it on that day."""
        return tuple(self._by_code[below] for below in self._tree.children(code, on))

    def descendants(self, code: str, on: date) -> tuple[Body, ...]:
        """Everything below it on that day."""
        return tuple(self._by_code[below] for below in self._tree.descendants(code, on))

    def _fitted(self, link: Link) -> Link:
        """The branch, cut to the days on which both bodies stood."""
        for code in (link.child, link.parent):
            if code not in self._by_code:
                raise BadInput("body.unknown", text=code)
        child, parent = self._by_code[link.child], self._by_code[link.parent]
        both = child.validity.common(parent.validity)
        days = both and both.common(link.validity)
        if days is None:
            raise BadInput("body.parent_not_valid", body=child.code, parent=parent.code)
        return Link(link.child, link.parent, days)


__all__ = ["Body", "BodyBook", "BodyKind"]
