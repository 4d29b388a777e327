"""What every verb on a paper begins and ends with: the row held alone, the step written down."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from dieuhanh.audit.actions import checksum, record
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.papers import EditBy, PaperState, PaperStep, after
from dieuhanh.domain.text import fold
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import plain
from dieuhanh.paper.writing.papers import as_text, printed, to_json
from dieuhanh.paper.writing.rules import document_type

from ..models import Paper, PaperSource, PaperVersion
from ..models import PaperStep as StepRow
from ..queries.papers import may
from ..queries.sources import Cited, Taken, taken_of

LONGEST_TITLE, LONGEST_VALUE, LONGEST_LABEL, LONGEST_WORDS = 500, 200, 300, 4000


def hold(paper: Paper) -> Paper:
    """The paper as it stands now; nobody else changes it before this verb is over."""
    held = Paper.objects.select_for_update(of=("self",), no_key=True)
    return held.select_related("issuer", "drafter").get(pk=paper.pk)


def require(by: Actor, permission: Permission, of: Paper) -> None:
    """Raise Refused unless the actor may do this to the paper."""
    if not may(permission, of, seen_by=by):
        raise Refused("refused")


def subject_of(paper: Paper) -> str:
    """How the record names a paper."""
    return f"paper/{paper.pk}"


def write(
    by: Actor, held: Paper, content: Content, edit: EditBy, *, note: str = "",
    restored: int | None = None, base: int | None = None, taken: Taken | None = None,
) -> PaperVersion:  # fmt: skip
    """Append a version and what it rests on; the paper's title and symbol follow it.

    `taken` is how the books stood when its numbers were taken; unless told, as for the version it
    was made of: the one restored, `base`, else the one before.
    """
    if taken is None:
        of = PaperVersion.objects.filter(paper=held, number=restored or base or held.version)
        taken = next((taken_of(each) for each in of), Taken())
    made = PaperVersion.objects.create(
        paper=held, number=held.version + 1, content=to_json(content), text=as_text(content),
        edit=edit.value, restored=restored, books=dict(taken.position), note=note[:300], written_at=timezone.now(),
        written_by=by.name, by_id=by.id,
    )  # fmt: skip
    _rest(made, content, taken)
    held.version, held.changed_at = made.number, made.written_at
    held.title = title_of(content)
    held.symbol = content.letterhead.symbol
    held.folded = folded(held)
    held.save(update_fields=["version", "changed_at", "title", "symbol", "folded"])
    record(
        by=by, verb="paper.written", subject=f"{subject_of(held)}/{made.number}",
        now={"edit": edit.value, "restored": restored}, checksum=checksum(made.content),
    )  # fmt: skip
    return made


def title_of(content: Content) -> str:
    """The subject, as the list names the paper. Raises BadInput("paper.no_title")."""
    told = " ".join(plain(content.subject).split())[:LONGEST_TITLE]
    if not told:
        raise BadInput("paper.no_title")
    return told


def folded(paper: Paper) -> str:
    """What is searched in, without accents."""
    number = "" if paper.number is None else f"{paper.number:02}/"
    kind = document_type(paper.kind).name
    bodies = f"{paper.issuer.name} {paper.issuer.short_name} {paper.drafter.name}"
    return fold(f"{number}{paper.symbol} {kind} {paper.title} {bodies}")


def _rest(version: PaperVersion, content: Content, taken: Taken) -> None:
    found = {
        (source.kind, source.key, text[:LONGEST_VALUE]): source for source, text in printed(content)
    }
    PaperSource.objects.bulk_create(
        [
            PaperSource(
                version=version, kind=kind, key=key, value=value, label=of.label[:LONGEST_LABEL],
                position=position, stood=taken.stood.get(Cited(kind, key, value), ""),
                derived=bool(of.made_of),
            )
            for position, ((kind, key, value), of) in enumerate(found.items(), start=1)
        ],
        batch_size=500,
    )  # fmt: skip


def step(
    by: Actor, held: Paper, kind: PaperStep, today: date, *, words: str = "",
    other: Paper | None = None,
) -> StepRow:  # fmt: skip
    """Write a step down and move the paper to where it leads."""
    was = PaperState(held.state)
    held.state = after(was, kind).value
    held.changed_at = timezone.now()
    last = StepRow.objects.filter(paper=held).order_by("-number").first()
    made = StepRow.objects.create(
        paper=held, number=(last.number if last else 0) + 1, kind=kind.value, version=held.version,
        words=words[:LONGEST_WORDS], other=other, on=today, at=held.changed_at, by_id=by.id,
        by_name=by.name,
    )  # fmt: skip
    record(
        by=by, verb=f"paper.{kind.value}", subject=subject_of(held), was=was.value,
        now={"state": held.state, "version": held.version, "words": made.words},
    )  # fmt: skip
    return made


__all__ = [
    "LONGEST_WORDS",
    "folded",
    "hold",
    "require",
    "step",
    "subject_of",
    "title_of",
    "write",
]
