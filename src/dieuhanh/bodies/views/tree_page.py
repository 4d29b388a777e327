"""What the page of areas on a day shows: the tree, its levels, the last reform, a search."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from dieuhanh.domain.areas import Area, AreaBook
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.text import fold
from dieuhanh.domain.wording.spans import day_name
from dieuhanh.ui.language import page_lang

from ..queries import Atlas
from .reforms import Reform, reform_of
from .shapes import AreaLink, area_link, areas_url, in_order, level_word

MOST_FOUND = 60


@dataclass(frozen=True)
class Branch:
    """An area with what stands right under it: branches of their own, then leaves."""

    link: AreaLink
    counts: str
    branches: list[Branch] = field(default_factory=list)
    leaves: list[AreaLink] = field(default_factory=list)


@dataclass(frozen=True)
class TreePage:
    """The page's content, each part made when the template asks."""

    atlas: Atlas
    day: date
    today: date
    words: str

    @property
    def book(self) -> AreaBook:
        """The dated tree."""
        return self.atlas.book

    @cached_property
    def roots(self) -> list[Branch]:
        """The tree of the day, from the areas that stand under nothing; those alone come last."""
        roots = [self._branch(area) for area in in_order(self.book.roots(self.day), self.book)]
        return sorted(roots, key=lambda root: not root.counts)

    @cached_property
    def levels(self) -> list[str]:
        """The levels of local government on the day, the highest first."""
        return [level_word(level) for level in self.book.levels(self.day)]

    @cached_property
    def counts(self) -> list[tuple[str, int]]:
        """How many areas stand at each level."""
        found = Counter(self.book.level(area.id) for area in self.book.valid_on(self.day))
        return [(level_word(level), found[level]) for level in self.book.levels(self.day)]

    @cached_property
    def reform(self) -> Reform | None:
        """The last change by the day; None where the books know none so early."""
        past = [day for day in self.atlas.successions.days() if day <= self.day]
        return reform_of(self.atlas, past[-1]) if past else None

    @cached_property
    def coming(self) -> list[tuple[date, str]]:
        """The changes after the day, each with the address of the tree it makes."""
        days = self.atlas.successions.days()
        return [(day, areas_url(day)) for day in days if day > self.day]

    @cached_property
    def handle(self) -> dict[str, Any]:
        """The date handle: the end of the last year, then each day on which areas changed."""
        marks = sorted({date(self.today.year - 1, 12, 31), *self.atlas.successions.days()})
        standing = max((mark for mark in marks if mark <= self.day), default=None)
        return {
            "title": _TITLE[page_lang()],
            "marks": [
                {
                    "label": day_name(mark, page_lang()),
                    "note": self._note(mark),
                    "href": areas_url(mark),
                    "current": mark == standing,
                }
                for mark in marks
            ],
            "action": reverse("bodies:areas"),
            "param": "areas",
            "current": self.day,
            "keep": [("q", self.words)] if self.words else [],
        }

    @cached_property
    def found(self) -> list[AreaLink]:
        """The areas of any time whose name or code holds the words, accents not needed."""
        words = fold(self.words).split()
        if not words:
            return []
        fitting = [
            area
            for area in in_order(self.atlas.noun_of.values(), self.book)
            if all(word in fold(f"{area.name} {area.code}") for word in words)
        ]
        fitting.sort(key=lambda area: not area.validity.holds(self.day))
        return [area_link(area) for area in fitting[:MOST_FOUND]]

    def _note(self, mark: date) -> str:
        level = self.book.levels(mark)[-1:]
        if not level:
            return ""
        count = len(self.book.valid_on(mark, level[0]))
        return f"{count} × {level_word(level[0])}" if count else ""

    def _branch(self, area: Area) -> Branch:
        below = in_order(self.book.children(area.id, self.day), self.book)
        parted = [child for child in below if self.book.children(child.id, self.day)]
        return Branch(
            area_link(area),
            self._below(area),
            [self._branch(child) for child in parted],
            [area_link(child) for child in below if child not in parted],
        )

    def _below(self, area: Area) -> str:
        found = Counter(
            self.book.level(below.id) for below in self.book.descendants(area.id, self.day)
        )
        return ", ".join(f"{found[level]} {level_word(level)}" for level in Level if found[level])


_TITLE = {"vi": "Địa bàn của ngày", "en": "Areas of the day"}


def tree_page(atlas: Atlas, day: date, *, today: date, words: str) -> TreePage:
    """The page for a day, with the areas found by the words a reader typed."""
    return TreePage(atlas, day, today, words.strip()[:100])
