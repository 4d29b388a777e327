"""What papers rest on: papers by a source, and the sources that say something else by now.

Figures, verdicts and tasks live above the register; what the books say today is handed in by
whoever mounts the pages (`Books`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from django.db.models import F, OuterRef, QuerySet, Subquery

from dieuhanh.domain.actors import Actor

from ..models import Paper, PaperSource, PaperVersion
from .papers import papers


class Cited(NamedTuple):
    """A source as a paper cites it: the kind of record, its key, the value as printed."""

    kind: str
    key: str
    value: str


class Books(Protocol):
    """What must be told of sources by whoever knows their records."""

    def now(self, cited: Collection[Cited], *, seen_by: Actor, on: date) -> Mapping[Cited, str]:
        """What would be printed on a day instead of each, as far as the reader may see it. A
        source not known is left out, one that still says the same is told with its own value or
        left out. A fixed number of queries."""
        ...

    def hrefs(self, cited: Collection[Cited]) -> Mapping[Cited, str]:
        """The page of each source, where it has one. It asks for no right: the page itself does."""
        ...


class NoBooks:
    """Nothing is known of any source."""

    def now(self, cited: Collection[Cited], *, seen_by: Actor, on: date) -> Mapping[Cited, str]:  # noqa: ARG002 - the interface's
        """Nothing has changed, as far as one knows."""
        return {}

    def hrefs(self, cited: Collection[Cited]) -> Mapping[Cited, str]:  # noqa: ARG002 - the interface's
        """No page."""
        return {}


@dataclass(frozen=True)
class Line:
    """One source of a version: what was printed, what stands in the books now, its page."""

    source: PaperSource
    now: str = ""
    href: str = ""

    @property
    def changed(self) -> bool:
        """Whether the books say something else today."""
        return bool(self.now) and self.now != self.source.value


def sources_of(version: PaperVersion, books: Books, *, seen_by: Actor, on: date) -> list[Line]:
    """What the version's numbers rest on, in reading order, held against the books of today."""
    rows = list(PaperSource.objects.filter(version=version).order_by("position"))
    cited = {each.pk: Cited(each.kind, each.key, each.value) for each in rows}
    asked = set(cited.values())
    now, hrefs = books.now(asked, seen_by=seen_by, on=on), books.hrefs(asked)
    return [Line(each, now.get(cited[each.pk], ""), hrefs.get(cited[each.pk], "")) for each in rows]


def changed_in(found: Iterable[Paper], books: Books, *, seen_by: Actor, on: date) -> dict[int, int]:
    """Of each paper, by its key, how many numbers of its standing version changed since. Those
    with none are left out. One query beside those of the books, however many papers."""
    rows = list(
        PaperSource.objects.filter(
            version__paper__in=list(found), version__number=F("version__paper__version")
        ).values_list("version__paper", "kind", "key", "value")
    )
    now = books.now({Cited(*each) for _, *each in rows}, seen_by=seen_by, on=on)
    told: dict[int, int] = {}
    for paper, *each in rows:
        cited = Cited(*each)
        if now.get(cited, cited.value) != cited.value:
            told[paper] = told.get(paper, 0) + 1
    return told


def papers_using(kind: str, keys: Collection[str], *, seen_by: Actor) -> QuerySet[Paper]:
    """The papers whose standing version rests on one of these records, the last changed first."""
    standing = PaperVersion.objects.filter(paper=OuterRef("pk")).order_by("-number")
    used = PaperSource.objects.filter(kind=kind, key__in=list(keys))
    found = papers(seen_by=seen_by).annotate(standing=Subquery(standing.values("pk")[:1]))
    return found.filter(standing__in=used.values("version")).order_by("-changed_at", "-pk")


__all__ = [
    "Books",
    "Cited",
    "Line",
    "NoBooks",
    "changed_in",
    "papers_using",
    "sources_of",
]
