"""What in the books a record read out of a paper fits: suggestions, each with its reason.

A suggestion is a plain mapping kept with the record: `key` and `name` of a record of the books,
`reason` (a code of `domain.wording.readings.REASONS`), `certain`. Only a person accepts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import Atlas
from dieuhanh.documents.models import Document
from dieuhanh.domain.text import fold
from dieuhanh.domain.trees import Validity
from dieuhanh.paper.reading.matching import (
    Catalogue,
    Entry,
    Match,
    Named,
    Office,
    Registered,
    bodies_named,
    documents_cited,
    offices_of,
)
from dieuhanh.paper.reading.records import AssignedTask, CitedDocument, Claim, Person
from dieuhanh.people.models import Post
from dieuhanh.plans.models import Indicator
from dieuhanh.plans.queries.synonyms import taught

Suggestion = dict[str, Any]
MOST = 5
SURE_NAME = 90
"""The least score of 100 of a name that is sure: the name itself, less what its kind costs."""
CONVERTS = frozenset({"same", "converts"})
REASONS = {"name": "same", "synonym": "learned", "words": "words"}
PRESS = "press"
SHORT_KINDS = (("tp.", "thanh pho"), ("tp ", "thanh pho"), ("tx.", "thi xa"), ("tx ", "thi xa"),
               ("h.", "huyen"), ("tt.", "thi tran"), ("p.", "phuong"), ("x.", "xa"))  # fmt: skip


class Shelves:
    """The catalogues a paper's records are held against, each fetched once.

    `area` is the paper's, so that "Sở Y tế" is its own; bodies are those of the day `on`.
    """

    def __init__(self, area: Area, on: date) -> None:
        self.area, self.on = area, on

    @cached_property
    def names(self) -> dict[str, str]:
        """Every indicator's name by code."""
        return dict(Indicator.objects.values_list("code", "name"))

    @cached_property
    def indicators(self) -> Catalogue:
        """Every indicator, with the wordings people taught."""
        held = taught()
        rows = Indicator.objects.order_by("code").values_list("code", "name", "unit")
        return Catalogue(Entry(*row, tuple(held.get(row[0], ()))) for row in rows)

    @cached_property
    def bodies(self) -> dict[str, Named]:
        """Every body that could be asked to do something."""
        rows = Body.objects.exclude(kind=PRESS).order_by("code")
        return {
            row.code: Named(row.code, row.name, row.short_name, Validity(row.valid_from, row.valid_to))
            for row in rows
        }  # fmt: skip

    @cached_property
    def places(self) -> dict[str, list[Area]]:
        """The areas below the paper's by name, whole and without its kind."""
        atlas, found = Atlas(), dict[str, list[Area]]()
        for row in atlas.below(self.area, self.on):
            name = fold(row.name)
            for key in {name, name.removeprefix(fold(row.kind)).strip()}:
                found.setdefault(key, []).append(row)
        return found

    def place(self, name: str) -> Area | None:
        """The one area below the paper's that a text names so; None for none or two."""
        shown = fold(name)
        for short, kind in SHORT_KINDS:
            if shown.startswith(short):
                shown = f"{kind} {shown.removeprefix(short).strip()}"
                break
        rows = self.places.get(shown, [])
        return rows[0] if len(rows) == 1 else None

    @cached_property
    def papers(self) -> dict[str, Document]:
        """The register."""
        rows = Document.objects.filter(internal=False).exclude(number="")
        return {row.code: row for row in rows}

    @cached_property
    def posts(self) -> dict[str, Post]:
        """Who holds which post."""
        rows = Post.objects.filter(user__is_active=True).select_related("user", "body")
        return {str(row.pk): row for row in rows.order_by("pk")}

    def suggestions(self, record: Any) -> tuple[Suggestion, ...]:
        """What a record may be, the likeliest first."""
        if isinstance(record, Claim):
            return tuple(self._indicators(record))
        if isinstance(record, CitedDocument):
            return tuple(self._papers(record))
        if isinstance(record, AssignedTask):
            return tuple(self._leads(record))
        return tuple(self._people(record)) if isinstance(record, Person) else ()

    def _indicators(self, claim: Claim) -> Iterable[Suggestion]:
        found = self.indicators.matches(claim, MOST)
        for place, match in enumerate(found):
            sure = place == 0 and _sure(match, found[1].score if len(found) > 1 else 0)
            yield _made(match.code, self.names[match.code], REASONS[match.reason], sure)

    def _papers(self, cited: CitedDocument) -> Iterable[Suggestion]:
        known = [
            Registered(row.code, row.type, row.number, row.issued_on)
            for row in self.papers.values()
        ]
        for same in documents_cited(cited, known)[:MOST]:
            name = str(self.papers[same.code])
            yield _made(same.code, name, same.how, same.how == "number")

    def _leads(self, task: AssignedTask) -> Iterable[Suggestion]:
        if not task.lead:
            return
        found = bodies_named(task.lead, self.bodies.values(), self.on, self.area.name)[:MOST]
        for place, same in enumerate(found):
            alone = len(found) == 1 or found[1].score < same.score
            sure = place == 0 and alone and same.how != "alike"
            yield _made(same.code, self.bodies[same.code].name, f"body_{same.how}", sure)

    def _people(self, person: Person) -> Iterable[Suggestion]:
        known = [
            Office(key, post.user.full_name, post.title, Validity(post.valid_from, post.valid_to))
            for key, post in self.posts.items()
        ]
        found = offices_of(person, known, self.on)[:MOST]
        for place, same in enumerate(found):
            post = self.posts[same.code]
            name = f"{post.user}, {post.title}" + (f" {post.body}" if post.body else "")
            yield _made(same.code, name, f"post_{same.how}", place == 0 and same.how == "title")


def _made(key: str, name: str, reason: str, certain: bool) -> Suggestion:  # noqa: FBT001 - as kept
    return {"key": key, "name": name, "reason": reason, "certain": certain}


def _sure(match: Match, next_score: int) -> bool:
    """The name itself, or a wording people taught, in a unit that converts; a name alike is not."""
    if match.unit not in CONVERTS or match.score == next_score:
        return False
    return match.reason != "words" and match.score >= SURE_NAME


__all__ = ["Shelves", "Suggestion"]
