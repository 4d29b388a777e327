"""Drafting papers: begun, written in versions that are never overwritten, restored, put aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils import timezone

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.papers import (
    EditBy,
    Mending,
    PaperState,
    PaperStep,
    check_step,
    check_symbol,
    check_writing,
)
from dieuhanh.domain.text import storable
from dieuhanh.paper.writing.checking import checked
from dieuhanh.paper.writing.editing import edited
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Signature
from dieuhanh.paper.writing.papers import to_json
from dieuhanh.paper.writing.rules import document_type

from ..models import Paper, PaperVersion
from ..queries.papers import content_of, version_of
from ..queries.places import issuers_for
from ..queries.sources import Taken
from ..queries.usage import signed_for, symbol_of, unit_in
from .held import folded, hold, require, step, title_of, write

NOTHING_TAKEN = Taken()


@verb
def begin_paper(
    *,
    by: Actor,
    content: Content,
    issuer: Body,
    drafter: Body,
    today: date,
    mends: tuple[Paper, Mending] | None = None,
    taken: Taken = NOTHING_TAKEN,
    simulated: bool = False,
) -> Paper:
    """A draft with its first version; `taken` is what it was composed from, and how that stood.
    In a demo every paper is simulated.

    A symbol that the content leaves out is made of the type and the issuer's abbreviation. Raises
    Refused, BadInput("paper.…") for content that cannot be set in type, BadInput("paper.issuer" |
    "paper.mends_draft" | "paper.mends_other").
    """
    by.require(Permission.PAPER_EDIT, body=drafter.pk)
    if issuer.pk not in {each.pk for each in issuers_for(drafter, today)}:
        raise BadInput("paper.issuer", drafter=drafter.name, issuer=issuer.name)
    fitted = checked(unissued(with_symbol(content, issuer)))
    now = timezone.now()
    made = Paper(
        kind=fitted.kind, title=title_of(fitted), issuer=issuer, drafter=drafter,
        recipe=dict(taken.recipe), begun_at=now, begun_by=by.name, changed_at=now,
        simulated=simulated or bool(settings.DEMO), symbol=fitted.letterhead.symbol,
    )  # fmt: skip
    if mends is not None:
        made.mends, made.mending = checked_mends(made, mends[0]), mends[1].value
    made.folded = folded(made)
    made.save()
    composed = taken.recipe and mends is None
    write(by, made, fitted, EditBy.COMPOSED if composed else EditBy.TYPED, taken=taken)
    step(by, made, PaperStep.BEGUN, today)
    made.save(update_fields=["state", "changed_at"])
    return made


@verb
def write_version(
    *, by: Actor, paper: Paper, content: Content, seen: int, note: str = "",
    edit: EditBy = EditBy.TYPED, taken: Taken | None = None,
) -> PaperVersion:  # fmt: skip
    """Write a version over the one its writer saw, such as a draft composed anew from the books.

    Raises Refused, BadInput("paper.not_writable" | "paper.newer" | "paper.same" | …).
    """
    held = _writable(by, paper, seen)
    fitted = checked(unissued(with_symbol(content, held.issuer)))
    if fitted.kind != held.kind:
        raise BadInput("paper.other_type", was=document_type(held.kind).name)
    _check_differs(held, fitted)
    return write(by, held, fitted, edit, note=storable(note).strip(), taken=taken)


@verb
def edit_paper(
    *, by: Actor, paper: Paper, typed: Mapping[str, str], seen: int, base: int | None = None
) -> PaperVersion:
    """Keep what was typed at places of a version (`paper.writing.editing`) as the next.

    `base` is the version whose places they are, the one that was seen unless told: whoever has read
    a version that came meanwhile may still keep their own words over it. Raises as
    `write_version`, BadInput("paper.no_title" | "paper.no_words_left" | "paper.long"), Missing.
    """
    held = _writable(by, paper, seen)
    made = edited(content_of(version_of(held, base or seen)), typed)
    _check_differs(held, made)
    return write(by, held, checked(made), EditBy.TYPED, base=base or seen)


@verb
def restore_version(*, by: Actor, paper: Paper, number: int, seen: int) -> PaperVersion:
    """Make an earlier version the next one; nothing is lost. Raises as `write_version`, Missing."""
    held = _writable(by, paper, seen)
    content = content_of(version_of(held, number))
    _check_differs(held, content)
    return write(by, held, content, EditBy.RESTORED, restored=number)


@verb
def set_symbol(*, by: Actor, paper: Paper, symbol: str, seen: int) -> PaperVersion:
    """Change what will stand after the number. Raises BadInput("paper.symbol"), as above."""
    held = _writable(by, paper, seen)
    content = content_of(version_of(held, held.version))
    head = replace(content.letterhead, symbol=check_symbol(symbol))
    was = unit_in(content.letterhead.symbol, held.kind, held.issuer)
    now = unit_in(head.symbol, held.kind, held.issuer)
    archive = content.archive
    if archive == f"VT, {was}" or (not was and archive == "VT"):
        archive = f"VT, {now}" if now else "VT"
    made = replace(content, letterhead=head, archive=archive)
    _check_differs(held, made)
    return write(by, held, checked(made), EditBy.TYPED)


@verb
def set_signing(*, by: Actor, paper: Paper, signing: str, seen: int) -> PaperVersion:
    """Choose in which capacity it is signed; the name is kept where its post stays the same.

    Raises BadInput("paper.signing…") for one the decree does not allow here, as above.
    """
    held = _writable(by, paper, seen)
    content = content_of(version_of(held, held.version))
    told, was = signed_for(held.issuer, held.kind, signing), content.signature
    name = was.name if was.post == told.post else ""
    made = replace(content, signature=Signature(told.post, told.on_behalf, name))
    _check_differs(held, made)
    return write(by, held, checked(made), EditBy.TYPED)


@verb
def drop_paper(*, by: Actor, paper: Paper, words: str, today: date) -> None:
    """Put a draft aside for good, with a reason; its versions stay readable."""
    held = hold(paper)
    require(by, Permission.PAPER_EDIT, held)
    told = storable(words).strip()
    check_step(PaperState(held.state), PaperStep.DROPPED, told)
    step(by, held, PaperStep.DROPPED, today, words=told)
    held.save(update_fields=["state", "changed_at"])


def with_symbol(content: Content, issuer: Body) -> Content:
    """The content with a symbol, made of its type where it has none; checked where it has one."""
    of, head = document_type(content.kind), content.letterhead
    if not of.numbered:
        return replace(content, letterhead=replace(head, symbol=""))
    made = head.symbol or symbol_of(issuer, content.kind)
    return replace(content, letterhead=replace(head, symbol=check_symbol(made)))


def unissued(content: Content) -> Content:
    """The content without number and day: they come at issue only."""
    return replace(content, letterhead=replace(content.letterhead, number=None, day=None))


def checked_mends(made: Paper, mended: Paper) -> Paper:
    """The paper to be corrected or replaced, if it may be. Raises BadInput("paper.mends_…")."""
    held = hold(mended)
    if held.pk == made.pk:
        raise BadInput("paper.mends_itself")
    if held.issuer_id != made.issuer_id:
        raise BadInput("paper.mends_other")
    if held.state not in {"issued", "corrected"}:
        raise BadInput("paper.mends_draft")
    return held


def _writable(by: Actor, paper: Paper, seen: int) -> Paper:
    held = hold(paper)
    require(by, Permission.PAPER_EDIT, held)
    check_writing(PaperState(held.state), held.version, seen)
    return held


def _check_differs(held: Paper, content: Content) -> None:
    if version_of(held, held.version).content == to_json(content):
        raise BadInput("paper.same")


__all__ = [
    "begin_paper",
    "checked_mends",
    "drop_paper",
    "edit_paper",
    "restore_version",
    "set_signing",
    "set_symbol",
    "unissued",
    "with_symbol",
    "write_version",
]
