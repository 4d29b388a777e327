"""Making programmes, and entering the points of the resolutions they carry out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Ballot, Conference
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.dates import check_year
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.points import LONGEST_NUMBER, read_points
from dieuhanh.domain.text import tidy

from ..models import Point, Programme


@dataclass(frozen=True)
class ProgrammeTold:
    """What a programme says of itself; `carries_out` are the papers it carries out."""

    name: str
    year: int
    name_en: str = ""
    note: str = ""
    carries_out: Sequence[Document] = ()
    document: Document | None = None
    conference: Conference | None = None
    ballot: Ballot | None = None

    def check(self) -> None:
        """Raises BadInput("programme.…", "date.implausible")."""
        check_year(self.year, str(self.year))
        if not self.name.strip():
            raise BadInput("programme.no_name")
        if self.ballot is None:
            return
        if self.conference is None or self.ballot.conference_id != self.conference.pk:
            raise BadInput("programme.ballot_elsewhere")
        if self.ballot.state != "closed" or not self.ballot.passed:
            raise BadInput("programme.ballot_not_passed", question=self.ballot.question[:80])

    def columns(self) -> dict[str, Any]:
        """What the row keeps."""
        return {
            "name": self.name.strip(), "name_en": self.name_en.strip(), "year": self.year,
            "note": self.note.strip(), "document": self.document, "conference": self.conference,
            "ballot": self.ballot,
        }  # fmt: skip


@verb
def make_programme(
    *, by: Actor, code: str, body: Body, told: ProgrammeTold, simulated: bool = False
) -> Programme:
    """Set up a body's programme. Raises Refused, BadInput("programme.…")."""
    by.require(Permission.TASK_ASSIGN, body=body.pk)
    told.check()
    if Programme.objects.filter(code=code).exists():
        raise BadInput("programme.code_taken", text=code)
    made = Programme.objects.create(code=code, body=body, simulated=simulated, **told.columns())
    made.carries_out.set(told.carries_out)
    record(by=by, verb="programme.made", subject=code, now=_shown(made))
    return made


@verb
def change_programme(*, by: Actor, programme: Programme, told: ProgrammeTold) -> Programme:
    """Say anew what a programme is; its body and its code stay. Raises Refused, BadInput."""
    row = Programme.objects.select_for_update().get(pk=programme.pk)
    by.require(Permission.TASK_ASSIGN, body=row.body_id)
    told.check()
    was = _shown(row)
    for name, value in told.columns().items():
        setattr(row, name, value)
    row.save()
    row.carries_out.set(told.carries_out)
    now = _shown(row)
    if now != was:
        record(by=by, verb="programme.changed", subject=row.code, was=was, now=now)
    return row


@verb
def add_points(
    *, by: Actor, document: Document, pasted: str, simulated: bool = False
) -> list[Point]:
    """Enter points of a resolution, one a line, after those there are. One line in the record.

    Raises Refused, BadInput("point.…") located by line; then none is entered.
    """
    by.require(Permission.DOCUMENT_EDIT)
    # The paper's row is locked: two who paste at once get numbers one after the other.
    Document.objects.select_for_update().get(pk=document.pk)
    held = Point.objects.filter(document=document)
    taken = frozenset(held.values_list("number", flat=True))
    lines = read_points(pasted, taken)
    last = held.aggregate(last=Max("position"))["last"] or 0
    made = Point.objects.bulk_create(
        [
            Point(document=document, number=each.number, text=each.text, position=last + place,
                  simulated=simulated)
            for place, each in enumerate(lines, start=1)
        ]
    )  # fmt: skip
    record(
        by=by, verb="points.added", subject=document.code, count=len(made),
        now=[each.number for each in made], checksum=checksum([[p.number, p.text] for p in made]),
    )  # fmt: skip
    return made


@verb
def change_point(*, by: Actor, point: Point, number: str, text: str, needs_task: bool) -> Point:
    """Correct a point, or say that it asks for no task. Raises Refused, BadInput("point.…")."""
    by.require(Permission.DOCUMENT_EDIT)
    row = Point.objects.select_for_update().select_related("document").get(pk=point.pk)
    number, text = tidy(number), tidy(text)
    if not text or not number or len(number) > LONGEST_NUMBER:
        raise BadInput("point.empty", most=LONGEST_NUMBER)
    if Point.objects.filter(document=row.document, number=number).exclude(pk=row.pk).exists():
        raise BadInput("point.number_twice", number=number)
    if not needs_task and row.tasks.exclude(state="withdrawn").exists():
        raise BadInput("point.has_tasks", number=number)
    was, now = [row.number, row.text, row.needs_task], [number, text, needs_task]
    if was != now:
        row.number, row.text, row.needs_task = number, text, needs_task
        row.save()
        subject = f"{row.document.code}/{row.pk}"
        record(by=by, verb="point.changed", subject=subject, was=was, now=now)
    return row


def _shown(row: Programme) -> dict[str, Any]:
    """A programme as the record keeps it."""
    return {
        "name": row.name, "name_en": row.name_en, "year": row.year, "note": row.note,
        "document": row.document.code if row.document else None,
        "conference": row.conference.code if row.conference else None,
        "ballot": row.ballot_id,
        "carries_out": sorted(row.carries_out.values_list("code", flat=True)),
    }  # fmt: skip


__all__ = ["ProgrammeTold", "add_points", "change_point", "change_programme", "make_programme"]
