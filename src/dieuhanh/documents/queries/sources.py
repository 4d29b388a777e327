"""What papers rest on: papers by a source, and the sources that say something else by now.

Figures, verdicts and tasks live above the register; what the books say today is handed in by
whoever mounts the pages (`Books`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.urls import reverse

from dieuhanh.domain.actors import Actor

from ..models import Paper, PaperSource, PaperVersion
from .papers import papers


class Cited(NamedTuple):
    """A source as a paper cites it: the kind of record, its key, the value as printed."""

    kind: str
    key: str
    value: str


class Taken(NamedTuple):
    """How the books stood when a paper's numbers were taken from them.

    `position` is what `Books` told of where they stood; `stood` what they said instead of numbers
    that were printed as known on another day. `recipe` is what it was composed from, to compose it
    anew.
    """

    position: Mapping[str, Any] = MappingProxyType({})
    stood: Mapping[Cited, str] = MappingProxyType({})
    recipe: Mapping[str, Any] = MappingProxyType({})


class Held(NamedTuple):
    """The sources of one paper with the position of the books they were taken from."""

    position: Mapping[str, Any]
    cited: Collection[Cited]


class Books(Protocol):
    """What must be told of sources by whoever knows their records."""

    def changing(self, held: Sequence[Held], *, on: date) -> list[set[Cited]]:
        """Of each paper the sources that may say something else than at its position. A source
        left out says the same to everybody. A fixed number of queries."""
        ...

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

    def changing(self, held: Sequence[Held], *, on: date) -> list[set[Cited]]:  # noqa: ARG002 - the interface's
        """Nothing changes, as far as one knows."""
        return [set() for _ in held]

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
        return _moved(self.now, self.source.value, self.source.stood)


def _moved(now: str, value: str, stood: str) -> bool:
    """Whether the books say something else than what was printed, and than they did then."""
    return bool(now) and now not in {value, stood}


def sources_of(version: PaperVersion, books: Books, *, seen_by: Actor, on: date) -> list[Line]:
    """What the version's numbers rest on, in reading order, held against the books of today."""
    rows = list(PaperSource.objects.filter(version=version).order_by("position"))
    cited = {each.pk: Cited(each.kind, each.key, each.value) for each in rows}
    asked = set(cited.values())
    [changing] = books.changing([Held(version.books, asked)], on=on)
    now, hrefs = books.now(changing, seen_by=seen_by, on=on), books.hrefs(asked)
    return [
        Line(
            each,
            now.get(cited[each.pk], ""),
            derivation_page(version, each.position)
            if each.derived
            else hrefs.get(cited[each.pk], ""),
        )
        for each in rows
    ]


def derivation_page(version: PaperVersion, position: int) -> str:
    """The page that tells what a derived number of a version was made of."""
    page = reverse("documents:paper-source", args=[version.paper_id, position])
    return f"{page}?ban={version.number}"


def changed_in(found: Iterable[Paper], books: Books, *, seen_by: Actor, on: date) -> dict[int, int]:
    """Of each paper, by its key, how many numbers of its standing version changed since. Those
    with none are left out. Two queries beside those of the books, however many papers."""
    standing = PaperVersion.objects.filter(
        paper__in=list(found), number=F("paper__version")
    ).values_list("pk", "paper", "books")
    versions = {pk: (paper, books_then) for pk, paper, books_then in standing}
    stood: dict[int, dict[Cited, str]] = {pk: {} for pk in versions}
    rows = PaperSource.objects.filter(version__in=versions)
    for pk, *cited, then in rows.values_list("version", "kind", "key", "value", "stood"):
        stood[pk][Cited(*cited)] = then
    held = [Held(versions[pk][1], cited) for pk, cited in stood.items()]
    changing = dict(zip(stood, books.changing(held, on=on), strict=True))
    now = books.now(set().union(*changing.values()), seen_by=seen_by, on=on)
    told = {
        versions[pk][0]: sum(
            _moved(now.get(each, ""), each.value, stood[pk][each]) for each in changing[pk]
        )
        for pk in versions
    }
    return {paper: count for paper, count in told.items() if count}


def taken_of(version: PaperVersion) -> Taken:
    """How the books stood when the version's numbers were taken from them."""
    rows = PaperSource.objects.filter(version=version).exclude(stood="")
    stood = rows.values_list("kind", "key", "value", "stood")
    return Taken(version.books, {Cited(*cited): then for *cited, then in stood})


def papers_using(kind: str, keys: Collection[str], *, seen_by: Actor) -> QuerySet[Paper]:
    """The papers whose standing version rests on one of these records, the last changed first."""
    standing = PaperVersion.objects.filter(paper=OuterRef("pk")).order_by("-number")
    used = PaperSource.objects.filter(kind=kind, key__in=list(keys))
    found = papers(seen_by=seen_by).annotate(standing=Subquery(standing.values("pk")[:1]))
    return found.filter(standing__in=used.values("version")).order_by("-changed_at", "-pk")


__all__ = [
    "Books",
    "Cited",
    "Held",
    "Line",
    "NoBooks",
    "Taken",
    "changed_in",
    "derivation_page",
    "papers_using",
    "sources_of",
    "taken_of",
]
