"""A workbook handed in: read whole, refused whole, or kept as drafts that are then filed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.exchange.workbooks.binding import Entry, SheetReading
from dieuhanh.exchange.workbooks.layout import ACTUAL, NOTE, letters
from dieuhanh.exchange.workbooks.opening import RawBook
from dieuhanh.exchange.workbooks.shape import BookForm, Stamp
from dieuhanh.exchange.workbooks.values import same_note
from dieuhanh.exchange.workbooks.whole import BookReading, read_book

from ..models import DraftCell, FormRow, Round, Submission
from ..queries.sheets import areas_of, drafts_of, read_text, rows_of
from ..queries.submissions import OPEN_STATES, submission
from ..queries.workbooks import book_forms, submissions_of_round
from .drafts import LONGEST_NOTE, LONGEST_TEXT, CellChange, Conflict, save_cells

WRITER = "tệp"


@dataclass(frozen=True)
class Change:
    """A cell the workbook changed: what stood there, what stands there now."""

    label: str
    area: str
    was: str
    now: str
    was_note: str
    now_note: str


@dataclass
class Sheets:
    """What became of one body's sheet. `kept` counts cells typed on the page meanwhile."""

    submission: Submission
    changes: list[Change] = field(default_factory=list)
    conflicts: list[tuple[str, Conflict]] = field(default_factory=list)
    kept: int = 0


@dataclass
class Taken:
    """What became of a workbook: with anything refused nothing was written."""

    reading: BookReading
    sheets: list[Sheets] = field(default_factory=list)


@verb
def take_workbook(
    *, by: Actor, book: RawBook, submissions: Sequence[int], today: date, at: datetime
) -> Taken:
    """Keep a workbook's cells as drafts of the submissions it may hold sheets of.

    Whole or not at all: with one cell refused nothing is written. A cell typed on the page since
    the workbook was downloaded is told, not overwritten. Raises Missing for a submission that is
    not the actor's to see.
    """
    found = [submission(pk, seen_by=by) for pk in submissions]
    return _take(by, book, found, today, at)


@verb
def take_round_workbook(*, by: Actor, book: RawBook, of: Round, today: date, at: datetime) -> Taken:
    """The same for a workbook of a round's bodies: each sheet goes to its own body.

    A sheet is taken only of a body for which the actor may enter figures, while it is open. Other
    sheets of the round that the actor may see may come along unchanged; a change in one of them,
    or a sheet of a body out of sight, refuses the whole file.
    """
    return _take(by, book, submissions_of_round(of, seen_by=by), today, at)


def _take(
    by: Actor, book: RawBook, found: Sequence[Submission], today: date, at: datetime
) -> Taken:
    if not found:
        raise BadInput("workbook.no_forms")
    by_body = {each.body.code: each for each in found}
    wanted = [by_body[code] for code in _bodies(book) if code in by_body]
    asked = wanted or list(found[:1])
    forms = {form.body: form for form in book_forms(asked, seen_by=by, today=today)}
    door = _Door(by, by_body, forms)
    reading = read_book(book, door)
    taken = Taken(reading)
    if not reading.refused:
        rows = {row.key: row for row in rows_of(found[0])}
        plans = [_plan(by_body[told.stamp.body], told, rows) for told in reading.sheets]
        reading.refused += [fault for plan in plans for fault in plan.faults]
        reading.refused += door.refusals(plans)
        opened = [plan for plan in plans if plan.found.body.code not in door.closed]
        taken.sheets = [] if reading.refused else [_write(by, plan, at) for plan in opened]
    if not reading.refused:
        record(
            by=by, verb="workbook.taken", subject=f"Round {found[0].round.code}",
            now={"file": book.name[:120], "bodies": [told.stamp.body for told in reading.sheets]},
            count=sum(len(sheet.changes) for sheet in taken.sheets),
            checksum=hashlib.sha256(book.data).hexdigest(),
        )  # fmt: skip
    return taken


def _bodies(book: RawBook) -> list[str]:
    """The bodies whose sheets a workbook holds, as far as they can be read."""
    codes = []
    for sheet in book.sheets:
        try:
            stamp = sheet.stamp()
        except BadInput:
            continue
        if stamp:
            codes.append(stamp.body)
    return list(dict.fromkeys(codes))


class _Door:
    """Hands over the form a sheet asks for, and remembers which sheets are only to be read."""

    def __init__(
        self, by: Actor, found: Mapping[str, Submission], forms: Mapping[str, BookForm]
    ) -> None:
        self.by, self.found, self.forms = by, found, forms
        self.closed: dict[str, BadInput] = {}

    def __call__(self, stamp: Stamp) -> BookForm:
        """Raises BadInput for a body that is not there, or not for this actor: alike."""
        known, any_form = self.found.get(stamp.body), next(iter(self.forms.values()))
        if stamp.form != any_form.form or stamp.round != any_form.round:
            return any_form
        if known is None and len(self.found) == 1:
            return any_form
        if known is None:
            raise BadInput("workbook.not_for_you", body=stamp.body)
        if not self.by.may(Permission.FIGURE_ENTER, body=known.body_id):
            self.closed[stamp.body] = BadInput("workbook.not_for_you", body=stamp.body)
        elif known.state not in OPEN_STATES:
            self.closed[stamp.body] = BadInput("workbook.not_open", body=known.body.name)
        return self.forms[stamp.body]

    def refusals(self, plans: Sequence[_Plan]) -> list[BadInput]:
        """Sheets that may only be read may come back, but not changed."""
        return [
            self.closed[plan.found.body.code].at(Place(sheet=plan.sheet))
            for plan in plans
            if plan.changes and plan.found.body.code in self.closed
        ]


@dataclass
class _Plan:
    """What is to be written of one sheet, and what was found in the way."""

    found: Submission
    sheet: str
    labels: Mapping[tuple[str, int], tuple[str, str]]
    changes: list[CellChange] = field(default_factory=list)
    was: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    faults: list[BadInput] = field(default_factory=list)
    clashes: list[tuple[CellChange, DraftCell]] = field(default_factory=list)
    kept: int = 0


def _plan(found: Submission, told: SheetReading, rows: Mapping[str, FormRow]) -> _Plan:
    areas = areas_of(found)
    ids = {area.code: area.pk for area in areas}
    names = {area.pk: area.name if len(areas) > 1 else "" for area in areas}
    held = drafts_of(found)
    places = [(key, ids[code]) for key, code in told.entries]
    plan = _Plan(found, told.name, {(key, at): (rows[key].label, names[at]) for key, at in places})
    for (key, code), entry in told.entries.items():
        there = held.get((key, ids[code]))
        if _same(there, entry, rows[key].decimals):
            continue
        plan.faults += _too_long(told.name, entry, rows[key].label)
        change = CellChange(key, ids[code], entry.text, entry.note, told.stamp.revision)
        if there is not None and there.revision > told.stamp.revision and _by_hand(there):
            if entry.cell.blank and not entry.note:
                plan.kept += 1
            else:
                plan.clashes.append((change, there))
            continue
        plan.changes.append(change)
        plan.was[key, ids[code]] = (there.text, there.note) if there else ("", "")
    return plan


def _by_hand(there: DraftCell) -> bool:
    """Whether the cell was typed on the page, not taken from a workbook handed in before."""
    return not there.writer.endswith(f"/{WRITER}")


def _same(there: DraftCell | None, entry: Entry, decimals: int) -> bool:
    if there is None:
        return entry.cell.blank and not entry.note
    cell, _fault = read_text(there.text, decimals)
    return cell == entry.cell and same_note(there.note, entry.note)


def _too_long(sheet: str, entry: Entry, label: str) -> list[BadInput]:
    lengths = ((entry.text, LONGEST_TEXT, ACTUAL), (entry.note, LONGEST_NOTE, NOTE))
    return [
        BadInput("cell.too_long", row=label, most=most).at(
            Place(sheet=sheet, row=entry.row, column=letters(column))
        )
        for text, most, column in lengths
        if len(text) > most
    ]


def _write(by: Actor, plan: _Plan, at: datetime) -> Sheets:
    done = Sheets(plan.found, kept=plan.kept)
    saved = save_cells(by=by, submission=plan.found.pk, changes=plan.changes, at=at, writer=WRITER)
    taken = set(saved.taken)
    for change in plan.changes:
        here = (change.row_key, change.area_id)
        if here in taken:
            label, area = plan.labels[here]
            was, was_note = plan.was[here]
            done.changes.append(Change(label, area, was, change.text, was_note, change.note or ""))
    clashes = [_conflict(change, there) for change, there in plan.clashes]
    for clash in (*saved.conflicts, *clashes):
        done.conflicts.append((plan.labels[clash.row_key, clash.area_id][0], clash))
    return done


def _conflict(change: CellChange, there: DraftCell) -> Conflict:
    return Conflict(
        change.row_key, change.area_id, change.text, change.note,
        there.text, there.note, there.edited_by, there.revision,
    )  # fmt: skip


__all__ = ["Change", "Sheets", "Taken", "take_round_workbook", "take_workbook"]
