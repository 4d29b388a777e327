"""Papers written here, read: for whoever drafts, approves or issues them, or is asked about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.papers import OUT, PaperState, number_text
from dieuhanh.domain.papers import PaperStep as Step
from dieuhanh.domain.text import fold
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.papers import from_json
from dieuhanh.paper.writing.rules import document_types

from ..models import Document, Paper, PaperOpinionRequest, PaperSigned, PaperStep, PaperVersion

MAKING = (Permission.PAPER_EDIT, Permission.PAPER_APPROVE, Permission.PAPER_ISSUE)
NAMES = {"words": "q", "state": "tinh-trang", "kind": "loai", "mine": "cua-toi"}
LONGEST = 120
MOST_WORDS = 8


@dataclass(frozen=True)
class PaperFilter:
    """Which papers are asked for; empty asks for all. `mine` are those that wait for the reader."""

    words: str = ""
    state: str = ""
    kind: str = ""
    mine: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str]) -> PaperFilter:
        """What an address asks for; what is no state or type asks for nothing."""
        told = {name: query.get(key, "").strip()[:LONGEST] for name, key in NAMES.items()}
        return cls(
            words=told["words"],
            state=told["state"] if told["state"] in set(PaperState) else "",
            kind=told["kind"] if told["kind"] in document_types() else "",
            mine=bool(told["mine"]),
        )

    def query(self, **changed: Any) -> str:
        """The address's question, with the leading "?"."""
        asked = replace(self, **changed)
        told = {NAMES[f.name]: getattr(asked, f.name) for f in fields(asked)}
        text = urlencode({k: "x" if v is True else v for k, v in told.items() if v})
        return f"?{text}" if text else "?"

    @property
    def narrow(self) -> bool:
        """Whether anything was asked for."""
        return self != PaperFilter()


def papers(*, seen_by: Actor) -> QuerySet[Paper]:
    """Those whose drafter or issuer the actor acts for, those a body of theirs is asked about, and,
    of the issued ones, those open to everybody."""
    found = Paper.objects.select_related("issuer", "drafter", "document")
    making = [seen_by.bodies(permission) for permission in MAKING]
    asked = seen_by.bodies(Permission.SITE_KEEP)
    if any(bodies is None for bodies in (*making, asked)):
        return found
    bodies = frozenset().union(*(each for each in making if each is not None))
    asked_of = Exists(
        PaperOpinionRequest.objects.filter(paper=OuterRef("pk"), body__in=asked or ())
    )
    seen = Q(drafter__in=bodies) | Q(issuer__in=bodies) | Q(asked_of)
    if seen_by.may(Permission.PUBLISHED_VIEW):
        seen |= Q(public=True, state__in=sorted(OUT))
    return found.filter(seen)


def paper(pk: int, *, seen_by: Actor) -> Paper:
    """One of them. Raises Missing, absent and hidden alike."""
    found = papers(seen_by=seen_by).select_related("mends").filter(pk=pk).first()
    if found is None:
        raise Missing("paper.missing")
    return found


def found_papers(asked: PaperFilter, *, seen_by: Actor) -> QuerySet[Paper]:
    """The papers asked for, the ones last changed first."""
    found = papers(seen_by=seen_by)
    if asked.mine:
        found = found.filter(waiting_for(seen_by))
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    for word in fold(asked.words).split()[:MOST_WORDS]:
        found = found.filter(folded__contains=word)
    return found.order_by("-changed_at", "-pk")


def counts(asked: PaperFilter, *, seen_by: Actor) -> dict[str, int]:
    """How many of the papers asked for stand where, whatever state was asked for."""
    found = found_papers(replace(asked, state=""), seen_by=seen_by).order_by()
    return dict(found.values_list("state").annotate(n=Count("pk")))


def waiting_for(actor: Actor) -> Q:
    """What waits for the actor: to approve, to issue, to mend after a return, to answer."""
    unanswered = PaperOpinionRequest.objects.filter(paper=OuterRef("pk"), opinions=None)
    return (
        _of(actor, Permission.PAPER_APPROVE, "issuer", state="submitted")
        | _of(actor, Permission.PAPER_ISSUE, "issuer", state="approved")
        | _of(actor, Permission.PAPER_EDIT, "drafter", state__in=("draft", "asked"))
        | Q(Exists(unanswered.filter(_of(actor, Permission.SITE_KEEP, "body"))), state="asked")
    )


def _of(actor: Actor, permission: Permission, name: str, **more: Any) -> Q:
    bodies = actor.bodies(permission)
    return Q(**more) if bodies is None else Q(**{f"{name}__in": bodies}, **more)


def may(permission: Permission, of: Paper, *, seen_by: Actor) -> bool:
    """Whether the actor may do this to the paper: draft it for its drafter or its issuer, approve
    and issue it for its issuer."""
    if permission is Permission.PAPER_EDIT and seen_by.may(permission, body=of.drafter_id):
        return True
    return seen_by.may(permission, body=of.issuer_id)


def is_own(of: Paper, by: Actor) -> bool:
    """Whether somebody else must approve it: the actor began, wrote or submitted it, and does not
    hold drafting and approving together on purpose. A version that was only restored counts too."""
    if by.may_approve_own(of.issuer_id):
        return False
    wrote = PaperVersion.objects.filter(paper=of, by_id=by.id).exists()
    acts = (Step.BEGUN.value, Step.SUBMITTED.value)
    return wrote or PaperStep.objects.filter(paper=of, by_id=by.id, kind__in=acts).exists()


def makes(of: Paper, *, seen_by: Actor) -> bool:
    """Whether the actor has a part in making it, and so sees versions, opinions and steps."""
    return any(may(permission, of, seen_by=seen_by) for permission in MAKING)


def versions_of(of: Paper) -> list[PaperVersion]:
    """Its versions, the newest first, without their content."""
    return list(PaperVersion.objects.filter(paper=of).defer("content").order_by("-number"))


def version_of(of: Paper, number: int) -> PaperVersion:
    """One version. Raises Missing."""
    found = PaperVersion.objects.filter(paper=of, number=number).first()
    if found is None:
        raise Missing("paper.missing")
    return found


def version_shown(of: Paper, number: int, *, seen_by: Actor) -> PaperVersion:
    """The version asked for (0 for none), to whoever makes the paper; the standing one to others.
    Raises Missing."""
    asked = number if number and makes(of, seen_by=seen_by) else of.version
    return version_of(of, asked)


def printed(of: Paper) -> str:
    """Number and symbol as they are printed; empty while it has no number."""
    return "" if of.number is None else number_text(of.number, of.symbol)


def content_of(version: PaperVersion) -> Content:
    """What the version says, as the files and the page are made of it."""
    return from_json(version.content)


def steps_of(of: Paper) -> list[PaperStep]:
    """What happened to it, the latest first."""
    found = PaperStep.objects.filter(paper=of).select_related("other__issuer")
    return list(found.order_by("-number"))


def signed_of(of: Paper) -> list[PaperSigned]:
    """The signed copies that came back, the latest first."""
    found = PaperSigned.objects.filter(paper=of).select_related("document")
    return list(found.order_by("-pk"))


def signed_copy(of: Paper, pk: int) -> Document:
    """One of them, as the register keeps it. Raises Missing."""
    kept = next((each for each in signed_of(of) if each.pk == pk), None)
    if kept is None:
        raise Missing("paper.missing")
    return kept.document


def mended_by(of: Paper, *, seen_by: Actor) -> list[Paper]:
    """The papers that correct or replace it, also those still drafted."""
    return list(papers(seen_by=seen_by).filter(mends=of).exclude(state="dropped").order_by("pk"))


__all__ = [
    "PaperFilter",
    "content_of",
    "counts",
    "found_papers",
    "is_own",
    "makes",
    "may",
    "mended_by",
    "paper",
    "papers",
    "printed",
    "signed_copy",
    "signed_of",
    "steps_of",
    "version_of",
    "version_shown",
    "versions_of",
    "waiting_for",
]
