"""How papers, their versions, steps, opinions and sources are told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from ninja import Schema

from dieuhanh.documents.models import Paper, PaperSigned, PaperStep, PaperVersion
from dieuhanh.documents.queries.opinions import Asked
from dieuhanh.documents.queries.papers import printed
from dieuhanh.documents.queries.sources import Line


class PaperOut(Schema):
    """A paper written here. `state` is draft, asked, submitted, approved, issued, corrected,
    replaced or dropped; `kind` the type's code in the decree.

    `number`, as printed, and `issued_on` come at issue, with `document`, its code in the register;
    `mends` is the issued paper it is to correct or replace (`mending`). `moved` counts the numbers
    of its standing version of which the books say something else today. `page` is its page.
    """

    id: int
    kind: str
    title: str
    issuer: str
    drafter: str
    state: str
    version: int
    approved: int | None
    number: str
    issued_on: date | None
    public: bool
    document: str | None
    mends: int | None
    mending: str
    moved: int
    simulated: bool
    begun_at: datetime
    changed_at: datetime
    page: str


class VersionOut(Schema):
    """A version: `edit` says how it came (composed, typed, restored, issued)."""

    number: int
    edit: str
    restored: int | None
    note: str
    written_at: datetime
    written_by: str


class VersionText(VersionOut):
    """A version with its words, as one reads them."""

    text: str


class PaperStepOut(Schema):
    """One step of its life; `other` is the paper by which it was corrected or replaced."""

    number: int
    kind: str
    version: int
    words: str
    other: int | None
    on: date
    at: datetime
    by: str


class OpinionOut(Schema):
    """What a body was asked about a version, its answer and what became of it.

    `state` is waiting, late, agrees, open, accepted or explained.
    """

    id: int
    version: int
    body: str
    body_name: str
    due_on: date
    question: str
    state: str
    agrees: bool | None
    text: str
    given_at: datetime | None
    accepted: bool | None
    reply: str


class SignedOut(Schema):
    """A signed copy that came back, the last one first."""

    id: int
    file: str
    at: datetime
    by: str


class PaperStory(PaperOut):
    """A paper with the words of its standing version, its opinions and signed copies, and, for
    whoever has a part in making it, its versions and steps; both are empty for anybody else."""

    text: str
    versions: list[VersionOut]
    steps: list[PaperStepOut]
    opinions: list[OpinionOut]
    signed: list[SignedOut]
    mended_by: list[int]


class SourceOut(Schema):
    """What a number rests on: a kind of record and its key, its page where it has one.

    `value` is as printed, `now` what would be printed today, where you may see it; `moved` says
    that the two differ.
    """

    kind: str
    key: str
    label: str
    value: str
    now: str | None
    moved: bool
    page: str | None


MADE = {"number", "issuer", "drafter", "document", "mends", "moved", "page"}


def paper_shape(of: Paper, moved: int) -> dict[str, Any]:
    """A paper as a line of a list."""
    return {
        **{name: getattr(of, name) for name in PaperOut.model_fields if name not in MADE},
        "number": printed(of),
        "issuer": of.issuer.code,
        "drafter": of.drafter.code,
        "document": of.document.code if of.document else None,
        "mends": of.mends_id,
        "moved": moved,
        "page": reverse("documents:paper", args=[of.pk]),
    }


def version_shape(of: PaperVersion) -> dict[str, Any]:
    """A version without its words."""
    return {name: getattr(of, name) for name in VersionOut.model_fields}


def step_shape(of: PaperStep) -> dict[str, Any]:
    """A step."""
    as_is = set(PaperStepOut.model_fields) - {"other", "by"}
    return {
        **{name: getattr(of, name) for name in as_is},
        "other": of.other_id,
        "by": of.by_name,
    }


def opinion_shape(of: Asked) -> dict[str, Any]:
    """A question with the answer and the reply that stand."""
    asked, opinion, reply = of.request, of.opinion, of.reply
    return {
        "id": asked.pk,
        "version": asked.version,
        "body": asked.body.code,
        "body_name": asked.body.name,
        "due_on": asked.due_on,
        "question": asked.question,
        "state": of.state.value,
        "agrees": opinion.agrees if opinion else None,
        "text": opinion.text if opinion else "",
        "given_at": opinion.given_at if opinion else None,
        "accepted": reply.accepted if reply else None,
        "reply": reply.text if reply else "",
    }


def signed_shape(of: PaperSigned) -> dict[str, Any]:
    """A signed copy."""
    return {"id": of.pk, "file": of.document.file_name, "at": of.at, "by": of.by_name}


def source_shape(of: Line) -> dict[str, Any]:
    """A source, held against the books."""
    as_is = ("kind", "key", "label", "value")
    return {
        **{name: getattr(of.source, name) for name in as_is},
        "now": of.now or None,
        "moved": of.changed,
        "page": of.href or None,
    }


__all__ = [
    "OpinionOut",
    "PaperOut",
    "PaperStory",
    "SourceOut",
    "VersionText",
    "opinion_shape",
    "paper_shape",
    "signed_shape",
    "source_shape",
    "step_shape",
    "version_shape",
]
