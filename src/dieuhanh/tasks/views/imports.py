"""Tasks from a table: the template, what accepting would do, then all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, BadInputs, Missing
from dieuhanh.domain.wording import message
from dieuhanh.exchange.sheets import Sheet
from dieuhanh.exchange.task_table import BLANK, TASKS
from dieuhanh.exchange.templates import Record
from dieuhanh.exchange.uploads import cell_address, read_upload
from dieuhanh.exchange.workbooks.guarding import refuse_size
from dieuhanh.exchange.writing import CONTENT_TYPES
from dieuhanh.reports.actions.returned_books import keep_returned, take_returned
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import dropped

from ..actions.imports import Planned, import_tasks, plan_import
from ..queries.leads import standing_bodies

MOST_SHOWN, MOST_FAULTS, LONGEST_NAME = 100, 200, 120


class Wrong(NamedTuple):
    """One fault as it is told: where, and what to do."""

    sheet: str
    cell: str
    column: str
    told: str


@dataclass
class Read:
    """What became of a file that was handed in."""

    name: str = ""
    planned: Planned | None = None
    fault: str = ""
    wrong: list[Wrong] = field(default_factory=list)
    ticket: str = ""
    sheet: Sheet | None = None


def import_page(request: Asked) -> HttpResponse:
    """Hand in a table, and see what accepting it would do."""
    request.actor.require(Permission.TASK_ASSIGN)
    read = _handed_in(request) if request.method == "POST" else Read()
    failed = bool(read.fault or read.wrong)
    return render(request, "tasks/import.html", _context(read), status=422 if failed else 200)


@require_POST
def accept(request: Asked) -> HttpResponse:
    """Assign every task of the table that was previewed, held against the books once more."""
    request.actor.require(Permission.TASK_ASSIGN)
    read = Read(request.POST.get("name", "")[:LONGEST_NAME])
    try:
        content = take_returned(request.POST.get("ticket", ""), by=request.actor)
        records = _records(read, content)
        tally = import_tasks(by=request.actor, records=records, today=request.today)
    except BadInputs as several:
        read.wrong = [_wrong(each, read.sheet) for each in several.faults]
        return render(request, "tasks/import.html", _context(read), status=422)
    except BadInput as fault:
        read.fault = message(fault, page_lang())
        return render(request, "tasks/import.html", _context(read), status=422)
    said = ngettext("Đã giao %(n)s nhiệm vụ.", "Đã giao %(n)s nhiệm vụ.", tally.added)
    messages.success(request, said % {"n": tally.added})
    return redirect("tasks:list")


@require_GET
def template(request: Asked, ext: str) -> HttpResponse:
    """An empty table to fill in; the workbook lists the bodies with their codes."""
    request.actor.require(Permission.TASK_ASSIGN)
    if ext not in {"csv", "xlsx"}:
        raise Missing("export.type", text=ext)
    bodies = [("mã", "tên"), *((b.code, b.name) for b in standing_bodies(request.today))]
    content = BLANK.as_csv().encode() if ext == "csv" else BLANK.as_workbook({"co-quan": bodies})
    response = HttpResponse(content, content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="mau-nhiem-vu.{ext}"'
    return response


def _handed_in(request: Asked) -> Read:
    handed = request.FILES.get("table")
    read = Read((handed.name or "")[:LONGEST_NAME] if handed else "")
    content = handed.read() if handed else b""
    try:
        refuse_size(dropped(request))
        records = _records(read, content)
        read.planned = plan_import(by=request.actor, records=records, today=request.today)
        read.ticket = keep_returned(content, by=request.actor)
    except BadInputs as several:
        read.wrong = [_wrong(each, read.sheet) for each in several.faults]
    except BadInput as fault:
        read.fault = message(fault, page_lang())
    return read


def _records(read: Read, content: bytes) -> list[Record]:
    """The table's rows, typed. Raises BadInput for no table, BadInputs for cells."""
    if not read.name:
        raise BadInput("task_table.no_file")
    read.sheet = read_upload(content, read.name)
    if not read.sheet.rows:
        raise BadInput("task_table.no_rows", place=read.sheet.place)
    records, faults = TASKS.read(read.sheet, MOST_FAULTS)
    if faults:
        raise BadInputs(faults)
    return records


def _context(read: Read) -> dict[str, Any]:
    new = read.planned.new if read.planned else ()
    return {
        "read": read, "new": new[:MOST_SHOWN], "more": max(0, len(new) - MOST_SHOWN),
        "wrong": read.wrong[:MOST_SHOWN], "wrong_more": max(0, len(read.wrong) - MOST_SHOWN),
    }  # fmt: skip


def _wrong(fault: BadInput, sheet: Sheet | None) -> Wrong:
    """The cell by letter and row, so that the officer finds it in the workbook."""
    place = fault.place
    column = next((c for c in TASKS.columns if c.name == place.column), None)
    cell = cell_address(sheet, column, place.row) if sheet else ""
    bare: Any = BadInput(fault.code, **fault.values)
    label = column.label if column else place.column
    return Wrong(place.sheet, cell, label, message(bare, page_lang()))
