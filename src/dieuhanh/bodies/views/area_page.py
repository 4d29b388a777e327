"""What the page of one area shows: its days, its code's other places, whence and whither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from dieuhanh.domain.areas import Area
from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.numbers import half_up, write
from dieuhanh.domain.successions import SuccessionKind
from dieuhanh.domain.trees import ONE_DAY
from dieuhanh.domain.wording.areas import SUCCESSIONS
from dieuhanh.ui.language import page_lang

from ..models import Area as AreaRecord
from ..models import Succession
from ..queries import Atlas, edges_of
from .shapes import AreaLink, area_link, in_order, level_word


@dataclass(frozen=True)
class Step:
    """One succession to or from the area."""

    effective: date
    word: str
    split: bool
    link: AreaLink | None
    share: str
    document: str
    note: str


@dataclass(frozen=True)
class Far:
    """What an area goes back to, or has become, over several steps."""

    link: AreaLink
    share: str


@dataclass(frozen=True)
class AreaPage:
    """The page's content, each part made when the template asks."""

    atlas: Atlas
    area: Area
    asked: date

    @property
    def row(self) -> AreaRecord:
        """The books' row of it, with its paper and note."""
        return self.atlas.row_of[self.area.id]

    @property
    def link(self) -> AreaLink:
        """Its name, days and kind in words."""
        return area_link(self.area)

    @property
    def level(self) -> str:
        """Its level in words."""
        return level_word(self.atlas.book.level(self.area.id))

    @cached_property
    def day(self) -> date:
        """The day its surroundings are shown of: the one asked for, else its last or first."""
        days = self.area.validity
        if days.holds(self.asked):
            return self.asked
        return days.last if days.last < self.asked else days.first

    @cached_property
    def above(self) -> list[AreaLink]:
        """What it stands under on that day, the highest first."""
        book = self.atlas.book
        return [area_link(area) for area in reversed(book.ancestors(self.area.id, self.day))]

    @cached_property
    def below(self) -> list[AreaLink]:
        """What stands right under it on that day."""
        book = self.atlas.book
        return [area_link(a) for a in in_order(book.children(self.area.id, self.day), book)]

    @cached_property
    def bearers(self) -> list[tuple[AreaLink, bool]]:
        """Every place the code has meant, the earliest first, and whether it is this one."""
        history = self.atlas.book.history(self.area.code)
        return [(area_link(area), area.id == self.area.id) for area in history]

    @cached_property
    def steps(self) -> tuple[list[Step], list[Step]]:
        """The successions it came from, and those that ended it."""
        came, went = edges_of(self.row)
        return (
            [self._step(edge, edge.before_id) for edge in came],
            [self._step(edge, edge.after_id) for edge in went],
        )

    @cached_property
    def origins(self) -> list[Far]:
        """The earliest areas it goes back to, where that is more than one step away."""
        successions = self.atlas.successions
        days = successions.days()
        if not days or not successions.before(self.area.id):
            return []
        crossing = Crossing(
            successions, from_day=min(days[0] - ONE_DAY, self.area.valid_from),
            onto_day=self.area.valid_from, onto=[self.area.id],
        )  # fmt: skip
        shares = {source.area: source.share for source in crossing.forebears(self.area.id)}
        direct = {edge.before for edge in successions.before(self.area.id)}
        return [] if set(shares) <= direct else self._far(shares)

    @cached_property
    def outcome(self) -> list[Far]:
        """What has become of it by the last change known, where that is more than one step."""
        successions = self.atlas.successions
        days = successions.days()
        if not days or not successions.after(self.area.id):
            return []
        shares = successions.heirs(self.area.id, days[-1])
        direct = {edge.after for edge in successions.after(self.area.id)}
        return [] if set(shares) <= direct else self._far(shares)

    def _far(self, shares: dict[str, Fraction | None]) -> list[Far]:
        book = self.atlas.book
        areas = in_order((book.by_id(area) for area in shares), book)
        return [Far(area_link(area), share_text(shares[area.id])) for area in areas]

    def _step(self, edge: Succession, other: int | None) -> Step:
        split = edge.kind == SuccessionKind.SPLIT
        weight = None if edge.weight is None else Fraction(edge.weight)
        return Step(
            edge.effective,
            SUCCESSIONS[edge.kind][page_lang() == "en"],
            split,
            area_link(self.atlas.noun_of[other]) if other else None,
            share_text(weight) if split else "",
            edge.document,
            edge.note,
        )


def share_text(share: Fraction | None) -> str:
    """A share in percent; unstated ones say so, the whole says nothing."""
    lang = page_lang()
    if share is None:
        return "the source states no share" if lang == "en" else "nguồn không nêu tỷ lệ"
    return "" if share == 1 else f"{write(half_up(share * 100, 2).normalize(), lang)}%"


def area_page(atlas: Atlas, area_id: str, *, asked: date) -> AreaPage:
    """The page of an area by its domain id. Raises Missing("area.unknown_id")."""
    return AreaPage(atlas, atlas.book.by_id(area_id), asked)
