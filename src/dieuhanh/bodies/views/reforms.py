"""One day's reform as a table: what came of which areas, by which paper."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.areas import Area
from dieuhanh.domain.successions import Succession, SuccessionKind
from dieuhanh.domain.trees import ONE_DAY
from dieuhanh.domain.wording.areas import SUCCESSIONS
from dieuhanh.ui.language import page_lang

from ..queries import Atlas
from .shapes import AreaLink, area_link, in_order, level_word


@dataclass(frozen=True)
class Forebear:
    """An area that went into another, whole or as a part of itself."""

    link: AreaLink
    split: bool


@dataclass(frozen=True)
class Change:
    """A new area and what it was made of."""

    heir: AreaLink
    level: str
    forebears: list[Forebear]
    word: str
    split: bool


@dataclass(frozen=True)
class Reform:
    """All that changed on one day."""

    day: date
    counts: list[tuple[str, int, int]]
    changes: list[Change]
    ended: list[AreaLink]
    ended_levels: list[tuple[str, int]]
    documents: list[str]


def reform_of(atlas: Atlas, day: date) -> Reform:
    """What the areas of the day before became on a day."""
    book = atlas.book
    edges = atlas.successions.on(day)
    into: defaultdict[str, list[Succession]] = defaultdict(list)
    for edge in edges:
        if edge.after is not None:
            into[edge.after].append(edge)
    heirs = in_order((book.by_id(after) for after in into), book)
    ended = in_order((book.by_id(e.before) for e in edges if e.after is None), book)
    levels = Counter(book.level(area.id) for area in ended)
    return Reform(
        day,
        _counts(atlas, day),
        [_change(atlas, heir, into[heir.id]) for heir in heirs],
        [area_link(area) for area in ended],
        [(level_word(level), count) for level, count in levels.items()],
        sorted({edge.document for edge in edges if edge.document}),
    )


def _counts(atlas: Atlas, day: date) -> list[tuple[str, int, int]]:
    """By level: how many stood the day before, and how many on the day."""
    eve, book = day - ONE_DAY, atlas.book
    levels = dict.fromkeys([*book.levels(eve), *book.levels(day)])
    counted = [
        (level_word(level), len(book.valid_on(eve, level)), len(book.valid_on(day, level)))
        for level in levels
    ]
    return [(word, before, after) for word, before, after in counted if before != after]


def _change(atlas: Atlas, heir: Area, edges: list[Succession]) -> Change:
    book = atlas.book
    split = {edge.before for edge in edges if edge.kind is SuccessionKind.SPLIT}
    forebears = in_order((book.by_id(edge.before) for edge in edges), book)
    kinds = dict.fromkeys(edge.kind for edge in edges)
    return Change(
        area_link(heir),
        level_word(book.level(heir.id)),
        [Forebear(area_link(area), area.id in split) for area in forebears],
        ", ".join(SUCCESSIONS[kind][page_lang() == "en"] for kind in kinds),
        bool(split),
    )
