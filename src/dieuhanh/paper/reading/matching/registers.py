"""Names in a text told to the books' own: bodies and areas of a day, posts, registered papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dieuhanh.domain.place_names import KIND_WORDS, same_place_name
from dieuhanh.domain.trees import Validity

from ..cited import number_key
from ..records import CitedDocument, Person
from ..titles import title_key
from ..wordlists import words_of
from .alike import likeness, spelled_out

How = Literal["name", "short", "within", "alike", "title", "number", "other_date"]
KIND_TAILS = tuple(words_of(kind) for kind in KIND_WORDS)
ALIKE = 80
"""A name as like as this may be the same, misspelled or shortened."""


@dataclass(frozen=True, slots=True)
class Named:
    """A body or area of the books: its code, names, the days it stood."""

    code: str
    name: str
    short: str = ""
    days: Validity = field(default_factory=Validity)


@dataclass(frozen=True, slots=True)
class Office:
    """A post of the books and who holds it from when to when."""

    code: str
    holder: str
    title: str
    days: Validity = field(default_factory=Validity)


@dataclass(frozen=True, slots=True)
class Registered:
    """A paper of the register."""

    code: str
    type: str
    number: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """What a name in a text may mean: `score` 0 to 100 and how it was told."""

    code: str
    score: int
    how: How


def bodies_named(text: str, known: Iterable[Named], on: date, within: str = "") -> tuple[Same, ...]:
    """The bodies that stood on that day and bear the name, the likeliest first.

    `within`: the area whose paper it is, so that "Sở Y tế" and "UBND tỉnh" are its own.

    >>> known = [Named("so-y-te", "Sở Y tế tỉnh Cà Mau"), Named("khac", "Sở Y tế tỉnh Bạc Liêu")]
    >>> bodies_named("Sở Y tế", known, date(2022, 1, 12), "Tỉnh Cà Mau")[0]
    Same(code='so-y-te', score=98, how='within')
    """
    inside = f"{' '.join(_without_kind(spelled_out(text)))} {within}" if within else ""
    told = [_body(text, body, inside) for body in known if body.days.holds(on)]
    return _best(same for same in told if same is not None)


def _body(text: str, body: Named, inside: str) -> Same | None:
    """`inside` is the name as a body of the paper's own area would bear it."""
    said, name = spelled_out(text), spelled_out(body.name)
    if said == name:
        return Same(body.code, 100, "name")
    if body.short and said == spelled_out(body.short):
        return Same(body.code, 99, "short")
    if inside and spelled_out(inside) == name:
        return Same(body.code, 98, "within")
    alike = max(likeness(text, body.name, {}), likeness(text, body.short, {}) if body.short else 0)
    if inside:
        alike = max(alike, likeness(inside, body.name, {}))
    return Same(body.code, min(alike, 97), "alike") if alike >= ALIKE else None


def _without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "UBND tỉnh" names its area by the kind alone: the kind comes back with the area's name."""
    for tail in KIND_TAILS:
        if words[-len(tail) :] == tail:
            return words[: -len(tail)]
    return words


def areas_named(text: str, known: Iterable[Named], on: date) -> tuple[Same, ...]:
    """The areas of that day that bear the name; a name without its kind fits any kind."""
    found = (
        Same(area.code, 100 if words_of(text) == words_of(area.name) else 95, "name")
        for area in known
        if area.days.holds(on) and same_place_name(text, area.name)
    )
    return _best(found)


def offices_of(person: Person, known: Iterable[Office], on: date) -> tuple[Same, ...]:
    """The posts the person held on that day: by name, surer when a title agrees."""
    name = words_of(person.name)
    titles = [title_key(title) for title in person.titles]
    found = []
    for office in known:
        if words_of(office.holder) != name or not office.days.holds(on):
            continue
        title = title_key(office.title)
        agrees = any(title.startswith(each) or each.startswith(title) for each in titles)
        found.append(Same(office.code, 100 if agrees else 70, "title" if agrees else "name"))
    return _best(found)


def documents_cited(cited: CitedDocument, known: Iterable[Registered]) -> tuple[Same, ...]:
    """The registered papers of that type and number; another date is told, not refused."""
    found = []
    for paper in known:
        if cited.number is None or number_key(cited.number) != number_key(paper.number):
            continue
        if words_of(cited.type) != words_of(paper.type):
            continue
        differs = bool(
            cited.date and paper.day and not paper.day.isoformat().startswith(cited.date)
        )
        found.append(
            Same(paper.code, 60 if differs else 100, "other_date" if differs else "number")
        )
    return _best(found)


def _best(found: Iterable[Same]) -> tuple[Same, ...]:
    return tuple(sorted(found, key=lambda same: (-same.score, same.code)))


__all__ = [
    "Named", "Office", "Registered", "Same", "areas_named", "bodies_named", "documents_cited",
    "offices_of",
]  # fmt: skip
