"""What in the books a record read out of a paper fits: suggestions, each with its reason.

A suggestion is a plain mapping kept with the record: `key` and `name` of a record of the books,
`reason` (a code of `domain.wording.readings.REASONS`), `certain`. Only a person accepts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import fold
from dieuhanh.domain.units import same_dimension
from dieuhanh.people.models import Post
from dieuhanh.plans.models import Indicator
from dieuhanh.plans.queries.synonyms import folded_words, taught

Match = dict[str, Any]
MOST = 5
LEAST_SHARED = 0.5
SURE_SHARED, SURE_AHEAD = 0.8, 0.2
# Words that papers put around an indicator's name or leave out of it.
_EMPTY = frozenset(
    ("so", "muc", "ty", "le", "tong", "dat", "duoc", "va", "cua", "tren", "cac", "trong", "voi", "toc", "do")
)  # fmt: skip
_NUMBER = re.compile(r"[^0-9a-z/]")
PRESS = "press"


class Name(NamedTuple):
    """An indicator as it is looked up."""

    row: Indicator
    folded: str
    words: frozenset[str]


class Catalogue:
    """The catalogues a paper's records are held against, each fetched once."""

    @cached_property
    def names(self) -> list[Name]:
        """Every indicator."""
        rows = Indicator.objects.order_by("code")
        return [Name(row, folded_words(row.name), _words(row.name)) for row in rows]

    @cached_property
    def wordings(self) -> dict[str, str]:
        """What people taught."""
        return taught()

    @cached_property
    def papers(self) -> dict[str, Document]:
        """The register by number."""
        rows = Document.objects.filter(internal=False).exclude(number="")
        return {_plain_number(row.number): row for row in rows}

    @cached_property
    def bodies(self) -> dict[str, list[Body]]:
        """Bodies by each of their names, folded."""
        found: dict[str, list[Body]] = {}
        for row in Body.objects.exclude(kind=PRESS).order_by("code"):
            for name in {fold(row.name), fold(row.short_name)} - {""}:
                found.setdefault(name, []).append(row)
        return found

    @cached_property
    def posts(self) -> dict[str, list[Post]]:
        """Posts by the name of who holds them, folded."""
        found: dict[str, list[Post]] = {}
        rows = Post.objects.filter(user__is_active=True).select_related("user", "body")
        for row in rows.order_by("-valid_from", "pk"):
            found.setdefault(fold(row.user.full_name), []).append(row)
        return found

    def matches(self, kind: str, payload: dict[str, Any]) -> tuple[Match, ...]:
        """The suggestions for a record of a kind, the best first."""
        if kind == "claim":
            return tuple(self.indicators(str(payload["indicator"]), str(payload["unit"])))
        if kind == "document":
            return tuple(self._papers(payload))
        if kind == "task":
            return tuple(self._leads(str(payload.get("lead") or "")))
        return tuple(self._people(payload)) if kind == "person" else ()

    def indicators(self, words: str, unit: str) -> list[Match]:
        """Indicators a wording may mean; a unit of another dimension shuts one out."""
        folded = folded_words(words)
        code = self.wordings.get(folded)
        told = _words(words)
        scored = [(_score(folded, told, name), name) for name in self.names if _fits(unit, name)]
        ranked = sorted(
            (pair for pair in scored if pair[0] >= LEAST_SHARED or pair[1].row.code == code),
            key=lambda pair: (pair[1].row.code != code, -pair[0], pair[1].row.code),
        )[:MOST]
        ahead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0) if ranked else 0
        made = []
        for place, (score, name) in enumerate(ranked):
            reason = "learned" if name.row.code == code else "same" if score == 1 else "words"
            sure = score >= SURE_SHARED and ahead >= SURE_AHEAD
            made.append({
                "key": name.row.code, "name": name.row.name, "reason": reason,
                "certain": place == 0 and (reason == "learned" or (sure or reason == "same")),
                "shared": ", ".join(sorted(told & name.words)),
            })  # fmt: skip
        return made

    def _papers(self, payload: dict[str, Any]) -> Iterable[Match]:
        found = self.papers.get(_plain_number(str(payload.get("number") or "")))
        if found is not None:
            yield {"key": found.code, "name": str(found), "reason": "number", "certain": True}

    def _leads(self, words: str) -> Iterable[Match]:
        """The bodies whose name the addressee is, with or without the place behind it."""
        folded = re.sub(r"^cac\s+", "", fold(words)).strip(" .,;:")
        short = re.sub(r"\s+(?:tinh|thanh pho)(?:\s+.*)?$", "", folded)
        found = self.bodies.get(folded) or [
            body
            for name, rows in self.bodies.items()
            if short and name.startswith(f"{short} tinh ")
            for body in rows
        ]  # fmt: skip
        for body in found[:MOST]:
            yield {
                "key": body.code,
                "name": body.name,
                "reason": "body",
                "certain": len(found) == 1,
            }

    def _people(self, payload: dict[str, Any]) -> Iterable[Match]:
        found = self.posts.get(fold(str(payload["name"])), [])
        for post in found[:MOST]:
            name = f"{post.user}, {post.title}" + (f" {post.body}" if post.body else "")
            sure = len(found) == 1
            yield {"key": str(post.pk), "name": name, "reason": "name", "certain": sure}


def _words(text: str) -> frozenset[str]:
    found = frozenset(folded_words(text).split())
    return found - _EMPTY or found


def _score(folded: str, told: frozenset[str], name: Name) -> float:
    """How much two names share: 1 the same, 0 nothing; the longer name's own words count half."""
    if folded == name.folded:
        return 1.0
    shared = len(told & name.words)
    fewer = min(len(told), len(name.words)) or 1
    more = max(len(told), len(name.words)) or 1
    return 0.99 * shared / (fewer + (more - fewer) / 2)


def _fits(unit: str, name: Name) -> bool:
    try:
        return same_dimension(unit, name.row.unit)
    except BadInput:
        return False


def _plain_number(number: str) -> str:
    return _NUMBER.sub("", fold(number))


__all__ = ["Catalogue", "Match"]
