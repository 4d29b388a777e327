"""A whole workbook read: every sheet matched with its form, what is no form's sheet named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dieuhanh.domain.errors import BadInput

from .binding import SheetReading, read_sheet
from .opening import RawBook, RawSheet, is_ours
from .shape import BookForm, Stamp

FormOf = Callable[[Stamp], BookForm]


@dataclass
class BookReading:
    """What a workbook says. It counts only whole: while anything is refused, nothing does."""

    sheets: list[SheetReading] = field(default_factory=list)
    refused: list[BadInput] = field(default_factory=list)
    noted: list[BadInput] = field(default_factory=list)


def read_book(book: RawBook, form_of: FormOf) -> BookReading:
    """Read every sheet. `form_of` hands over the form a stamp asks for, or raises BadInput.

    Refusals and remarks are gathered, located by sheet and cell, not raised.
    """
    told = BookReading()
    seen: set[str] = set()
    for sheet in book.sheets:
        try:
            reading = _sheet(sheet, form_of, seen)
        except BadInput as fault:
            told.refused.append(fault.at(sheet.place()))
            continue
        if reading:
            told.sheets.append(reading)
            told.refused += reading.refused
            told.noted += reading.noted
    if not (seen or told.refused):
        told.refused.append(BadInput("workbook.no_sheet"))
    return told


def _sheet(sheet: RawSheet, form_of: FormOf, seen: set[str]) -> SheetReading | None:
    stamp = sheet.stamp()
    if stamp is None:
        _refuse_others(sheet)
        return None
    if stamp.body in seen:
        raise BadInput("workbook.twice", body=stamp.body)
    seen.add(stamp.body)
    form = form_of(stamp)
    match(stamp, form)
    return read_sheet(sheet, stamp, form)


def _refuse_others(sheet: RawSheet) -> None:
    """Raise BadInput for a sheet that is not ours and holds anything."""
    if is_ours(sheet) or sheet.empty:
        return
    hidden = sheet.grid.hidden
    raise BadInput("workbook.hidden_sheet" if hidden else "workbook.extra_sheet", name=sheet.name)


def match(stamp: Stamp, form: BookForm) -> None:
    """Raise BadInput unless the sheet was made for this form, version, round and body."""
    if stamp.form != form.form:
        raise BadInput("workbook.wrong_form", told=stamp.form, expected=form.form)
    if stamp.round != form.round:
        raise BadInput("workbook.wrong_round", told=stamp.round, expected=form.round)
    if stamp.body != form.body:
        raise BadInput("workbook.wrong_body", told=stamp.body, expected=form.body)
    if stamp.version != form.version:
        raise BadInput("workbook.old_version", told=stamp.version, expected=form.version)
    expected = form.checksum()
    if stamp.checksum != expected:
        raise BadInput("workbook.checksum", told=stamp.checksum, expected=expected)
