"""An area as the pages show it, wherever it is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from dieuhanh.domain.areas import Area, AreaBook
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.wording.areas import KINDS_EN, LEVELS
from dieuhanh.domain.wording.spans import day_name
from dieuhanh.ui.language import page_lang


@dataclass(frozen=True)
class AreaLink:
    """A name that leads to the area's page, with what tells it from others of that name."""

    name: str
    code: str
    href: str
    days: str
    kind: str


def area_link(area: Area) -> AreaLink:
    """The area, ready to be named."""
    return AreaLink(area.name, area.code, area_url(area), days_text(area), kind_word(area))


def area_url(area: Area) -> str:
    """The address of the area's page."""
    return reverse("bodies:area", args=[area.code, area.valid_from.isoformat()])


def areas_url(day: date) -> str:
    """The address of the tree on a day."""
    return f"{reverse('bodies:areas')}?areas={write_vi_date(day)}"


def kind_word(area: Area) -> str:
    """The kind of unit in the page's language."""
    return KINDS_EN[area.kind] if page_lang() == "en" else area.kind.value


def level_word(level: Level) -> str:
    """The level in the page's language: cấp xã."""
    return LEVELS[level][page_lang() == "en"]


def days_text(area: Area) -> str:
    """The days on which the code means this place; an unknown beginning is not given a day."""
    lang = page_lang()
    first = day_name(area.valid_from, lang) if area.start_known else ""
    last = day_name(area.valid_to, lang) if area.valid_to else ""
    words = _EN if lang == "en" else _VI
    return words[bool(first), bool(last)].format(first=first, last=last)


_VI = {
    (True, True): "từ {first} đến {last}",
    (True, False): "từ {first} đến nay",
    (False, True): "đến {last} (chưa rõ ngày bắt đầu)",
    (False, False): "đến nay (chưa rõ ngày bắt đầu)",
}
_EN = {
    (True, True): "{first} to {last}",
    (True, False): "since {first}",
    (False, True): "until {last} (first day not known)",
    (False, False): "to this day (first day not known)",
}


def in_order(areas: Iterable[Area], book: AreaBook) -> list[Area]:
    """The highest level first, then by Vietnamese order of names."""
    rank = {level: number for number, level in enumerate(Level)}
    return sorted(
        areas, key=lambda area: (rank[book.level(area.id)], vi_key(area.name), area.valid_from)
    )
