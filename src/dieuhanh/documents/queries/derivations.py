"""A derived number of a paper: the records it was made of, as they were then and as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.paper.writing.model import Made, Source
from dieuhanh.paper.writing.papers import sources

from ..models import PaperSource, PaperVersion
from .papers import content_of
from .sources import Books, Cited, Line

MOST = 1_000


@dataclass(frozen=True)
class Part:
    """A record the number was made of: what it said then, what it says now, its page."""

    made: Made
    now: str = ""
    href: str = ""

    @property
    def changed(self) -> bool:
        """Whether it says something else today."""
        return bool(self.made.value) and self.now != self.made.value


@dataclass(frozen=True)
class Derivation:
    """The number with its parts; `hidden` of them are not open to the reader. `page` is the page
    on which the books tell it today."""

    line: Line
    parts: tuple[Part, ...]
    hidden: int = 0
    page: str = ""


def derivation(
    version: PaperVersion, position: int, books: Books, *, seen_by: Actor, on: date
) -> Derivation:
    """What a number of the version was made of. Raises Missing for what has no such number.

    A record is shown to whoever the books tell of it.
    """
    row = PaperSource.objects.filter(version=version, position=position, derived=True).first()
    made_of = () if row is None else _made_of(version, row)[:MOST]
    if row is None or not made_of:
        raise Missing("paper.missing")
    cited = Cited(row.kind, row.key, row.value)
    parts = {each: Cited(each.kind, each.key, each.value) for each in made_of}
    now = books.now({cited, *parts.values()}, seen_by=seen_by, on=on)
    hrefs = books.hrefs({cited, *parts.values()})
    seen = tuple(Part(each, now[of], hrefs.get(of, "")) for each, of in parts.items() if of in now)
    line = Line(row, now.get(cited, ""), hrefs.get(cited, ""))
    return Derivation(line, seen, len(parts) - len(seen), hrefs.get(cited, ""))


def _made_of(version: PaperVersion, row: PaperSource) -> tuple[Made, ...]:
    found: tuple[Source, ...] = sources(content_of(version))
    held = (each.made_of for each in found if (each.kind, each.key) == (row.kind, row.key))
    return next(held, ())


__all__ = ["Derivation", "Part", "derivation"]
