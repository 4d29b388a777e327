"""Handing a draft's line down: cells of parts as typed, and the reason for a difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text import storable

from ..models import Draft, DraftLine, DraftPart, PartsGap
from ..models.drafts import TYPED
from ..queries.parts import CELLS
from .drafts import open_for_edit

LONGEST_REASON = 500
Conflict = tuple["PartChange", str]


class PartChange(NamedTuple):
    """One cell of one area or one body (the other is None) typed over."""

    area: Area | None
    body: Body | None
    field: str
    was: str
    now: str

    @property
    def holder(self) -> tuple[int | None, int | None]:
        """Whose part it is."""
        return (self.area.pk if self.area else None, self.body.pk if self.body else None)

    @property
    def label(self) -> str:
        """The cell as the record names it."""
        held = self.area or self.body
        return f"{held.code if held else ''}.{self.field}"


@verb
def put_parts(
    *, by: Actor, draft: Draft, line: DraftLine, changes: Sequence[PartChange]
) -> list[Conflict]:
    """Keep cells as typed; one that somebody else changed meanwhile is left and handed back.

    Raises BadInput for a text longer than a cell can keep.
    """
    held = _of_draft(by, draft, line)
    there = {(p.area_id, p.body_id): p for p in DraftPart.objects.filter(line=line)}
    conflicts: list[Conflict] = []
    taken: list[PartChange] = []
    for change in (each._replace(now=storable(each.now)) for each in changes):
        part = there.setdefault(
            change.holder, DraftPart(line=line, area=change.area, body=change.body)
        )
        now = _checked(change, TYPED)
        stands = getattr(part, change.field)
        if stands == now:
            continue
        if stands != change.was.strip():
            conflicts.append((change, stands))
            continue
        setattr(part, change.field, now)
        part.save()
        taken.append(change)
    if taken:
        record(
            by=by, verb="draft.handed_down", subject=f"{held.code}/{line.no}", count=len(taken),
            was={c.label: c.was for c in taken}, now={c.label: c.now for c in taken},
        )  # fmt: skip
    return conflicts


def _checked(change: PartChange, most: int) -> str:
    text = change.now.strip()
    if change.field not in CELLS:
        raise Missing("draft.missing")
    if len(text) > most:
        raise BadInput("draft.too_long", text=text[:40], most=most)
    return text


@verb
def add_holder(*, by: Actor, draft: Draft, line: DraftLine, body: Body) -> None:
    """A row for a body to hand a part to; added twice, it is there once."""
    held = _of_draft(by, draft, line)
    _, new = DraftPart.objects.get_or_create(line=line, body=body)
    if new:
        told = {"body": body.code}
        record(by=by, verb="draft.holder_added", subject=f"{held.code}/{line.no}", now=told)


@verb
def put_reason(
    *, by: Actor, draft: Draft, line: DraftLine, parent: Area | None, reason: str
) -> None:
    """Why the parts below an area (None: of bodies) differ from the whole; empty takes it back."""
    held = _of_draft(by, draft, line)
    text = storable(reason).strip()
    if len(text) > LONGEST_REASON:
        raise BadInput("draft.too_long", text=text[:40], most=LONGEST_REASON)
    gap = PartsGap.objects.filter(line=line, area=parent).first() or PartsGap(
        line=line, area=parent
    )
    if gap.reason == text:
        return
    was, gap.reason = gap.reason, text
    gap.save()
    record(
        by=by, verb="draft.gap_explained", subject=f"{held.code}/{line.no}",
        was={"reason": was}, now={"reason": text},
    )  # fmt: skip


def _of_draft(by: Actor, draft: Draft, line: DraftLine) -> Draft:
    held = open_for_edit(by, draft)
    if line.draft_id != held.pk:
        raise Missing("draft.missing")
    return held
