"""Workbooks: download for a body or a whole round, hand in, take back with its faults marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.exchange.workbooks.annotating import annotate, cell_of
from dieuhanh.exchange.workbooks.guarding import refuse_size
from dieuhanh.exchange.workbooks.opening import RawBook, open_book
from dieuhanh.exchange.workbooks.writing import write_book
from dieuhanh.exchange.writing import CONTENT_TYPES
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import dropped

from ..actions.returned_books import keep_returned, returned_workbook
from ..actions.workbooks import Taken, take_round_workbook, take_workbook
from ..models import Round
from ..queries.rates import reporting_rate
from ..queries.rounds import round_by_code
from ..queries.submissions import may_fill, submission
from ..queries.workbooks import book_form, book_forms, submissions_of_round

MOST_SHOWN = 200
Take = Callable[[RawBook], Taken]


@dataclass
class Outcome:
    """What is told of a workbook that was handed in."""

    taken: Taken | None = None
    fault: str = ""
    refused: list[BadInput] = field(default_factory=list)
    noted: list[BadInput] = field(default_factory=list)
    ticket: str = ""


@require_GET
def download(request: Asked, pk: int) -> HttpResponse:
    """The workbook of one body and round."""
    form = book_form(pk, seen_by=request.actor, today=request.today)
    return _file(write_book([form]), f"{form.round}-{form.body}.xlsx")


@require_GET
def download_round(request: Asked, code: str) -> HttpResponse:
    """One workbook with a sheet for each body of a round, or of one area with `dia-ban`."""
    found = round_by_code(code, seen_by=request.actor)
    group = request.GET.get("dia-ban", "")
    listed = submissions_of_round(found, seen_by=request.actor, only=_within(request, found, group))
    forms = book_forms(listed, seen_by=request.actor, today=request.today)
    return _file(write_book(forms), f"{code}{'-' if group else ''}{group}.xlsx")


def _within(request: Asked, found: Round, group: str) -> frozenset[int] | None:
    if not group:
        return None
    rate = reporting_rate(found, seen_by=request.actor, today=request.today)
    return frozenset(line.submission for line in rate.lines if line.group_code == group)


def hand_in(request: Asked, pk: int) -> HttpResponse:
    """Hand in the workbook of one body, and see what became of it."""
    found = submission(pk, seen_by=request.actor)
    if not may_fill(found, request.actor):
        return redirect("reports:submission", pk=pk)

    def take(book: RawBook) -> Taken:
        return take_workbook(
            by=request.actor, book=book, submissions=[pk], today=request.today, at=timezone.now()
        )

    context = {"submission": found, "body": found.body, "round": found.round}
    return _page(request, take, context)


def hand_in_round(request: Asked, code: str) -> HttpResponse:
    """Hand in one workbook for every body of a round that the reader fills in for."""
    found = round_by_code(code, seen_by=request.actor)
    request.actor.require(Permission.FIGURE_ENTER)

    def take(book: RawBook) -> Taken:
        return take_round_workbook(
            by=request.actor, book=book, of=found, today=request.today, at=timezone.now()
        )

    return _page(request, take, {"round": found})


@require_GET
def returned(request: Asked, ticket: str) -> HttpResponse:
    """The marked workbook, to its author."""
    return _file(returned_workbook(ticket, by=request.actor), "tra-lai.xlsx")


def _page(request: Asked, take: Take, context: dict[str, Any]) -> HttpResponse:
    outcome = _handed_in(request, take) if request.method == "POST" else None
    told = outcome or Outcome()
    context |= {
        "outcome": outcome,
        "form": context["round"].version.form,
        "refused": [_row(fault) for fault in told.refused[:MOST_SHOWN]],
        "noted": [_row(fault) for fault in told.noted[:MOST_SHOWN]],
        "more": max(0, len(told.refused) - MOST_SHOWN),
        "changed": sum(len(sheet.changes) for sheet in told.taken.sheets) if told.taken else 0,
    }
    failed = outcome is not None and (outcome.fault or outcome.refused)
    return render(request, "reports/workbook.html", context, status=422 if failed else 200)


def _handed_in(request: Asked, take: Take) -> Outcome:
    try:
        book = _uploaded(request)
    except BadInput as fault:
        return Outcome(fault=message(fault, page_lang()))
    taken = take(book)
    reading = taken.reading
    told = Outcome(taken, refused=reading.refused, noted=reading.noted)
    if reading.refused:
        told.ticket = keep_returned(
            annotate(book, reading.refused, reading.noted), by=request.actor
        )
    return told


def _uploaded(request: Asked) -> RawBook:
    if size := dropped(request):
        refuse_size(size)
    handed = request.FILES.get("book")
    if handed is None:
        raise BadInput("workbook.no_file")
    refuse_size(handed.size or 0)
    return open_book(handed.read(), (handed.name or "")[:120])


def _row(fault: BadInput) -> dict[str, str]:
    told = message(type(fault)(fault.code, **fault.values), page_lang())
    return {"sheet": fault.place.sheet, "cell": cell_of(fault), "told": told}


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT_TYPES["xlsx"])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
