"""A submission as a sheet: its rows and areas, what each cell says, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F

from dieuhanh.bodies.models import Area
from dieuhanh.bodies.queries import Atlas, area_on
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.cells import BLANK, Cell, read_cell
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Level
from dieuhanh.domain.ratios import ratio_of
from dieuhanh.domain.text import vi_key
from dieuhanh.domain.wording import message
from dieuhanh.ui.language import page_lang

from ..models import DraftCell, FormRow, Remark, Submission
from .beside import Beside, beside
from .submissions import submission

Key = tuple[str, int]


@dataclass(frozen=True)
class SheetCell:
    """One cell: the text as typed and what it says, or why it cannot be read.

    `plan`, `last_period` and `last_year` are told in the row's unit. `revision` is 0 while
    nobody has written in the cell.
    """

    text: str = ""
    note: str = ""
    cell: Cell | None = None
    fault: str | None = None
    plan: Beside | None = None
    last_period: Beside | None = None
    last_year: Beside | None = None
    status: str = "blank"
    revision: int = 0
    edited_by: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Sheet:
    """A submission's rows in the form's order, its areas by name, and every cell that is asked."""

    submission: Submission
    rows: list[FormRow]
    areas: list[Area]
    cells: dict[Key, SheetCell] = field(default_factory=dict)


def sheet_of(pk: int, *, seen_by: Actor, today: date) -> Sheet:
    """The sheet of a submission, with what was known of earlier periods on `today`.

    Raises Missing, alike for none and for not allowed. Asks the database 11 times at most.
    """
    found = submission(pk, seen_by=seen_by)
    rows, areas = rows_of(found), areas_of(found)
    around = beside(found, rows, areas, seen_by=seen_by, today=today)
    drafts = drafts_of(found)
    remarks = _remarks(found)
    cells: dict[Key, SheetCell] = {}
    for row in rows:
        if row.kind == "heading":
            continue
        for area in areas:
            key = (row.key, area.pk)
            plan, last_period, last_year = around.get(key, (None, None, None))
            text, read, fault = _said(row, area, rows, drafts)
            draft = drafts.get(key)
            cells[key] = SheetCell(
                text=text,
                note=draft.note if draft else "",
                cell=read,
                fault=fault,
                plan=plan,
                last_period=last_period,
                last_year=last_year,
                status=_status(read),
                revision=draft.revision if draft else 0,
                edited_by=draft.edited_by if draft else "",
                remark=remarks.get(key, ""),
            )
    return Sheet(found, rows, areas, cells)


def typed_sheet(found: Submission) -> Sheet:
    """The sheet of a submission at hand as typed, without what stands beside it."""
    rows, areas, drafts = rows_of(found), areas_of(found), drafts_of(found)
    cells: dict[Key, SheetCell] = {}
    for row in rows:
        for area in areas if row.kind == "entry" else ():
            draft = drafts.get((row.key, area.pk))
            text, read, fault = _said(row, area, rows, drafts)
            note = draft.note if draft else ""
            cells[row.key, area.pk] = SheetCell(text, note, read, fault, status=_status(read))
    return Sheet(found, rows, areas, cells)


def rows_of(found: Submission) -> list[FormRow]:
    """The rows of the form's version that was sent out, in order; read once a submission at hand."""
    held: list[FormRow] | None = found.__dict__.get("rows_at_hand")
    if held is None:
        rows = FormRow.objects.filter(version=found.round.version_id)
        held = list(rows.select_related("indicator").order_by("position"))
        found.__dict__["rows_at_hand"] = held
    return list(held)


def areas_of(found: Submission) -> list[Area]:
    """What the body reports about: its own area, or those of a level below it, by name.

    Its own is what that had become by the day the round opened.
    """
    version = found.round.version
    if found.body.area is None:
        return []
    own = area_on(found.body.area, found.round.opens_on)
    if not version.about_level or version.about_level == version.filler_level:
        return [own]
    return _below(own, Level(version.about_level), found.round.opens_on)


def _below(top: Area, level: Level, on: date) -> list[Area]:
    atlas = Atlas()
    found = [area for area in atlas.below(top, on) if atlas.level(area) == level]
    return sorted(found, key=lambda area: vi_key(area.name))


def drafts_of(found: Submission) -> dict[Key, DraftCell]:
    """What has been typed, by row key and area."""
    drafts = DraftCell.objects.filter(submission=found).annotate(row_key=F("row__key"))
    return {(draft.row_key, draft.area_id): draft for draft in drafts}


def read_text(text: str, decimals: int) -> tuple[Cell | None, str | None]:
    """What a text says, or the sentence that tells why it cannot be read."""
    try:
        return read_cell(text, decimals), None
    except BadInput as fault:
        return None, message(fault, page_lang())


def _said(
    row: FormRow, area: Area, rows: Iterable[FormRow], drafts: Mapping[Key, DraftCell]
) -> tuple[str, Cell | None, str | None]:
    if row.kind == "ratio":
        made = ratio_cell(row, area.pk, {each.pk: each for each in rows}, _texts(drafts))
        return made.text(), made, None
    draft = drafts.get((row.key, area.pk))
    text = draft.text if draft else ""
    return (text, *read_text(text, row.decimals))


def _texts(drafts: Mapping[Key, DraftCell]) -> dict[Key, str]:
    return {key: draft.text for key, draft in drafts.items()}


def ratio_cell(
    row: FormRow, area: int, by_id: Mapping[int, FormRow], texts: Mapping[Key, str]
) -> Cell:
    """A ratio line's value, made of its two lines; blank until both are numbers."""
    parts = []
    for part_id in (row.numerator_id, row.denominator_id):
        part = by_id.get(part_id) if part_id else None
        if part is None:
            return BLANK
        cell, _fault = read_text(texts.get((part.key, area), ""), part.decimals)
        if cell is None or cell.number is None:
            return BLANK
        parts.append((cell.number, part.unit))
    number = ratio_of(parts[0], parts[1], row.unit, row.decimals)
    return BLANK if number is None else Cell(number=number)


def _status(read: Cell | None) -> str:
    if read is None:
        return "fault"
    if read.blank:
        return "blank"
    return "number" if read.number is not None else "absent"


def _remarks(found: Submission) -> dict[Key, str]:
    """The remarks the last handing-in came back with, while it is to be mended."""
    if found.state != "returned":
        return {}
    said = Remark.objects.filter(submission=found, filing__number=found.filings)
    return {(r.row.key, r.area_id): r.text for r in said.select_related("row").order_by("at")}


__all__ = [
    "Sheet",
    "SheetCell",
    "areas_of",
    "drafts_of",
    "ratio_cell",
    "read_text",
    "rows_of",
    "sheet_of",
    "typed_sheet",
]
