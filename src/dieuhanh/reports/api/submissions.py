"""Submissions: read as sheets, saved cell by cell, handed in once, approved, returned."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.params.functions import Header

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Exact, Listed, Page, page_of

from ..actions.deciding import CellRemark, approve, give_back
from ..actions.drafts import CellChange, save_cells
from ..actions.filing import file_submission
from ..models import Filing, Submission
from ..queries.sheets import Sheet, sheet_of
from ..queries.submissions import submission as find_submission
from ..queries.submissions import submissions

submissions_router = Router(tags=["submissions"])


class SubmissionOut(Schema):
    """What a body owes a round, and whose turn it is (`holder`; null once approved)."""

    id: int
    round: str
    form: str
    version: int
    body: str
    body_name: str
    state: str
    stage: int
    stages: int
    holder: str | None
    revision: int
    filings: int
    filed_at: datetime | None
    approved_at: datetime | None


class CellOut(Schema):
    """A cell as typed, and what it says. `revision` 0: nobody has written in it."""

    row: str
    area: str
    text: str
    note: str
    number: Exact | None
    absence: str | None
    fault: str | None
    revision: int
    edited_by: str
    remark: str


class SheetOut(SubmissionOut):
    """A submission with its cells, row by row."""

    cells: list[CellOut]


class CellIn(Schema):
    """A cell to write: the text as an officer types it ("5.851,5", "-", "…", "x")."""

    row: str = Field(max_length=80)
    area: str = Field("", max_length=10, description="code; empty when the sheet has one area")
    text: str = Field(max_length=200)
    note: str | None = Field(None, max_length=2000, description="null leaves the note alone")
    base_revision: int = Field(0, ge=0, description="the revision you were looking at")


class CellsIn(Schema):
    """Cells to write together."""

    cells: list[CellIn] = Field(max_length=20_000)


class ConflictOut(Schema):
    """A cell somebody else changed since: both texts, neither lost."""

    row: str
    area: str
    yours: str
    theirs: str
    by: str
    revision: int


class SavedOut(Schema):
    """The revision now, how many cells were written, and those left alone."""

    revision: int
    taken: int
    conflicts: list[ConflictOut]


class FilingOut(Schema):
    """One handing-in: its number and the checksum of every cell as it was then."""

    submission: int
    number: int
    checksum: str
    filed_at: datetime
    filed_by: str


class FilingIn(Schema):
    """`cells` given: these and no others are handed in. Left out: the drafts as they stand."""

    cells: list[CellIn] | None = Field(None, max_length=20_000)


class ApproveIn(Schema):
    """Reports to pass on; all or none. `filings` names the filing of each that was read."""

    submissions: list[int] = Field(min_length=1, max_length=20_000)
    comment: str = Field("", max_length=2000)
    filings: dict[int, int] | None = None


class ApprovedOut(Schema):
    """What was passed on, which of it is now final, how many figures entered the books."""

    submissions: list[int]
    final: list[int]
    figures: int


class RemarkIn(Schema):
    """What is to be mended in one cell."""

    row: str = Field(max_length=80)
    area: str = Field("", max_length=10)
    text: str = Field(max_length=2000)


class ReturnIn(Schema):
    """Why a report goes back: a comment, remarks on cells, or both."""

    comment: str = Field("", max_length=2000)
    remarks: list[RemarkIn] = Field(default_factory=list, max_length=2000)
    filing: int | None = Field(None, description="the filing that was read")


class SubmissionsAsked(Listed):
    """Which submissions."""

    round: str = ""
    body: str = ""
    state: str = ""
    holder: str = ""


FILTERS = {
    "round": "round__code", "body": "body__code", "state": "state", "holder": "holder__code",
}  # fmt: skip


@submissions_router.get("", response=Page[SubmissionOut], operation_id="list_submissions")
def list_submissions(request: Asked, asked: Query[SubmissionsAsked]) -> dict[str, Any]:
    """The submissions you may see."""
    given = {FILTERS[name]: value for name in FILTERS if (value := getattr(asked, name))}
    found = submissions(seen_by=request.actor).filter(**given)
    related = ("round__version__form", "body", "holder")
    return page_of(found.select_related(*related), asked, _shape)


@submissions_router.get("/{int:pk}", response=SheetOut, operation_id="get_submission")
def get_submission(request: Asked, pk: int) -> dict[str, Any]:
    """One submission with every cell that is asked for."""
    sheet = sheet_of(pk, seen_by=request.actor, today=request.today)
    areas = {area.pk: area.code for area in sheet.areas}
    return {
        **_shape(sheet.submission),
        "cells": [
            {
                "row": row,
                "area": areas[area],
                "number": cell.cell.number if cell.cell else None,
                "absence": str(cell.cell.absence) if cell.cell and cell.cell.absence else None,
                **{n: getattr(cell, n) for n in _CELL_AS_IS},
            }
            for (row, area), cell in sheet.cells.items()
        ],
    }


_CELL_AS_IS = ("text", "note", "fault", "revision", "edited_by", "remark")


@submissions_router.patch("/{int:pk}/cells", response=SavedOut, operation_id="save_cells")
def patch_cells(request: Asked, pk: int, told: CellsIn) -> dict[str, Any]:
    """Save cells as typed, readable or not. Those somebody else changed since are left alone."""
    areas = _areas(request, pk)
    saved = save_cells(
        by=request.actor, submission=pk, changes=_changes(told.cells, areas), at=timezone.now()
    )
    codes = {area: code for code, area in areas.items() if code}
    return {
        "revision": saved.revision,
        "taken": len(saved.taken),
        "conflicts": [
            {
                "row": each.row_key, "area": codes[each.area_id], "yours": each.yours,
                "theirs": each.theirs, "by": each.by, "revision": each.revision,
            }
            for each in saved.conflicts
        ],
    }  # fmt: skip


@submissions_router.post(
    "/{int:pk}/filings", response={201: FilingOut}, operation_id="file_submission"
)
def post_filing(
    request: Asked,
    pk: int,
    told: FilingIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Hand the report in, once: a repeat with the same key gets the same filing."""
    cells = None if told.cells is None else _changes(told.cells, _areas(request, pk))
    filing = file_submission(
        by=request.actor, submission=pk, today=request.today, via="api", cells=cells,
        idempotency_key=idempotency_key,
    )  # fmt: skip
    return _filing(filing)


@submissions_router.post("/approve", response=ApprovedOut, operation_id="approve_submissions")
def post_approve(request: Asked, told: ApproveIn) -> dict[str, Any]:
    """Pass reports on; the last approval of a report states its figures at once."""
    done = approve(
        by=request.actor, submissions=told.submissions, today=request.today,
        comment=told.comment, seen=told.filings,
    )  # fmt: skip
    return {"submissions": done.submissions, "final": done.final, "figures": done.figures}


@submissions_router.post(
    "/{int:pk}/return", response=SubmissionOut, operation_id="return_submission"
)
def post_return(request: Asked, pk: int, told: ReturnIn) -> dict[str, Any]:
    """Send a report back to its filler, with what is to be mended, cell by cell."""
    areas = _areas(request, pk) if told.remarks else {}
    remarks = [CellRemark(each.row, _area(each.area, areas), each.text) for each in told.remarks]
    give_back(
        by=request.actor, submission=pk, comment=told.comment, remarks=remarks, seen=told.filing
    )
    return _shape(find_submission(pk, seen_by=request.actor))


def _areas(request: Asked, pk: int) -> dict[str, int]:
    """The sheet's areas by code; with one area, also by no code at all."""
    sheet: Sheet = sheet_of(pk, seen_by=request.actor, today=request.today)
    known = {area.code: area.pk for area in sheet.areas}
    return {**known, "": sheet.areas[0].pk} if len(sheet.areas) == 1 else known


def _area(code: str, areas: dict[str, int]) -> int:
    return areas.get(code, 0)


def _changes(cells: list[CellIn], areas: dict[str, int]) -> list[CellChange]:
    return [
        CellChange(each.row, _area(each.area, areas), each.text, each.note, each.base_revision)
        for each in cells
    ]


def _shape(found: Submission) -> dict[str, Any]:
    as_is = ("state", "stage", "revision", "filings", "filed_at", "approved_at")
    return {
        **{name: getattr(found, name) for name in as_is},
        "id": found.pk,
        "round": found.round.code,
        "form": found.round.version.form.code,
        "version": found.round.version.number,
        "body": found.body.code,
        "body_name": found.body.name,
        "stages": len(found.route),
        "holder": found.holder.code if found.holder else None,
    }


def _filing(filing: Filing) -> dict[str, Any]:
    return {
        "submission": filing.submission_id,
        "number": filing.number,
        "checksum": filing.checksum,
        "filed_at": filing.filed_at,
        "filed_by": filing.filed_by,
    }
