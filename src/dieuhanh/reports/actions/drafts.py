"""Saving what is being typed: every keystroke's worth kept, nobody's overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable

from ..models import DraftCell, FormRow, Submission
from ..queries.sheets import areas_of, drafts_of, rows_of
from ..queries.submissions import OPEN_STATES, submission

LONGEST_TEXT = 200
LONGEST_NOTE = 2000


@dataclass(frozen=True)
class CellChange:
    """A cell's new text and note, as typed in the row's unit.

    `note` None leaves the note alone. `base_revision` is the revision of the sheet (or of the
    cell) that the writer was looking at.
    """

    row_key: str
    area_id: int
    text: str
    note: str | None = None
    base_revision: int = 0


@dataclass(frozen=True)
class Conflict:
    """A cell that somebody else changed meanwhile: both texts, neither lost."""

    row_key: str
    area_id: int
    yours: str
    your_note: str | None
    theirs: str
    their_note: str
    by: str
    revision: int


@dataclass(frozen=True)
class Saved:
    """What a save did: the sheet's revision now, the cells written, the cells left alone.

    `submission` is the one saved, as it stands now.
    """

    revision: int
    taken: tuple[tuple[str, int], ...]
    conflicts: tuple[Conflict, ...]
    submission: Submission


@verb
def save_cells(
    *,
    by: Actor,
    submission: int,
    changes: Sequence[CellChange],
    at: datetime,
    writer: str = "",
) -> Saved:
    """Keep what was typed, readable or not; a cell changed by another writer is left alone.

    `writer` tells two windows of one person apart. Saving the same again writes nothing, so a
    save whose answer was lost may be repeated. Raises Missing, Refused, BadInput("submission.…",
    "cell.…").
    """
    found = _opened(submission, by)
    rows = {row.key: row for row in rows_of(found) if row.kind == "entry"}
    areas = {area.pk for area in areas_of(found)}
    held = drafts_of(found)
    who = f"{by.id}/{writer}"[:160]
    wanted: dict[tuple[str, int], CellChange] = {}
    conflicts: list[Conflict] = []
    for change in changes:
        _check(change, rows, areas)
        key = (change.row_key, change.area_id)
        there = held.get(key)
        if there is not None and _clashes(there, change, who):
            conflicts.append(_conflict(there, change))
        elif _differs(there, change):
            wanted[key] = change
    if wanted:
        _write(found, wanted, rows, held, by, who, at)
    clashing = {(conflict.row_key, conflict.area_id) for conflict in conflicts}
    asked = dict.fromkeys((change.row_key, change.area_id) for change in changes)
    taken = tuple(key for key in asked if key not in clashing)
    return Saved(found.revision, taken, tuple(conflicts), found)


def _opened(pk: int, by: Actor) -> Submission:
    """The submission, locked, if it is the actor's to fill in now."""
    found = submission(pk, seen_by=by)
    by.require(Permission.FIGURE_ENTER, body=found.body_id)
    locked = Submission.objects.select_for_update().get(pk=found.pk)
    found.state, found.revision = locked.state, locked.revision
    if found.state not in OPEN_STATES:
        raise BadInput("submission.not_open")
    return found


def _check(change: CellChange, rows: dict[str, FormRow], areas: set[int]) -> None:
    if change.row_key not in rows or change.area_id not in areas:
        raise BadInput("cell.unknown", row=change.row_key[:80])
    if len(change.text) > LONGEST_TEXT or len(change.note or "") > LONGEST_NOTE:
        raise BadInput("cell.too_long", row=rows[change.row_key].label, most=LONGEST_TEXT)


def _clashes(there: DraftCell, change: CellChange, who: str) -> bool:
    changed_since = there.revision > change.base_revision and there.writer != who
    return changed_since and _differs(there, change)


def _differs(there: DraftCell | None, change: CellChange) -> bool:
    if there is None:
        return bool(change.text or change.note)
    other_note = change.note is not None and storable(change.note) != there.note
    return storable(change.text) != there.text or other_note


def _conflict(there: DraftCell, change: CellChange) -> Conflict:
    return Conflict(
        change.row_key, change.area_id, change.text, change.note,
        there.text, there.note, there.edited_by, there.revision,
    )  # fmt: skip


def _write(
    found: Submission,
    wanted: dict[tuple[str, int], CellChange],
    rows: dict[str, FormRow],
    held: dict[tuple[str, int], DraftCell],
    by: Actor,
    who: str,
    at: datetime,
) -> None:
    found.revision += 1
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    new: list[DraftCell] = []
    changed: list[DraftCell] = []
    for key, change in wanted.items():
        there = held.get(key)
        cell = there or DraftCell(submission=found, row=rows[key[0]], area_id=key[1])
        label = f"{key[0]}/{key[1]}"
        was[label] = [there.text, there.note] if there else None
        cell.text = storable(change.text)
        cell.note = cell.note if change.note is None else storable(change.note)
        now[label] = [cell.text, cell.note]
        cell.revision, cell.edited_at = found.revision, at
        cell.edited_by, cell.writer = by.name, who
        (changed if there else new).append(cell)
    DraftCell.objects.bulk_create(new)
    if changed:
        fields = ["text", "note", "revision", "edited_at", "edited_by", "writer"]
        DraftCell.objects.bulk_update(changed, fields)
    Submission.objects.filter(pk=found.pk).update(revision=found.revision)
    record(
        by=by, verb="cells.saved", subject=f"Submission {found.pk}", was=was, now=now,
        count=len(wanted),
    )  # fmt: skip


__all__ = ["CellChange", "Conflict", "Saved", "save_cells"]
