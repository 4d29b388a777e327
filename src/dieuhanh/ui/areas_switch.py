"""The choice every table by area offers: as reported, or restated on the areas of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

PARAM = "areas"


@dataclass(frozen=True)
class AreasMark:
    """A day on which areas changed, and the address of the table restated on it."""

    day: date
    href: str
    current: bool


@dataclass(frozen=True)
class AreasSwitch:
    """Where the table as reported stands, and the days it can be restated on."""

    reported: str
    marks: tuple[AreasMark, ...]
    asked: date | None


def areas_switch(
    query: Mapping[str, str], days: Iterable[date], asked: date | None, *, anchor: str = ""
) -> AreasSwitch:
    """The switch of a page: its other parameters are kept along.

    `days` are those on which areas changed after what is shown; a day asked for that is none of
    them is offered too.
    """
    kept = {name: value for name, value in query.items() if name != PARAM}
    end = f"#{anchor}" if anchor else ""
    offered = sorted({*days, *([asked] if asked else [])})
    marks = tuple(
        AreasMark(day, f"?{urlencode(kept | {PARAM: day.isoformat()})}{end}", day == asked)
        for day in offered
    )
    return AreasSwitch(f"?{urlencode(kept)}{end}", marks, asked)
