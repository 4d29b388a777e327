"""Rounds: all of them with their rates, and one with everyone who owes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.bodies.queries import change_days
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.ui.areas_switch import AreasSwitch, areas_switch
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang, pick
from dieuhanh.ui.tables import Columns, TableState

from ..actions.rounds import move_due
from ..models import Round
from ..queries.rates import Line, RoundRate, by_sector, rates_of, reporting_rate
from ..queries.rounds import closings_of, dues_of, round_by_code, rounds
from .round_words import MARKS, STANDINGS

PAGE = 200
ROUNDS_A_PAGE = 60


def round_list(request: Asked) -> HttpResponse:
    """Every round the reader may see, the newest first, and the rates by sector."""
    page = Paginator(rounds(seen_by=request.actor), ROUNDS_A_PAGE).get_page(request.GET.get("page"))
    found = list(page.object_list)
    rates = rates_of(found, seen_by=request.actor, today=request.today)
    context = {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "rounds": [(each, rates[each.pk]) for each in found],
        "sectors": by_sector(found, rates),
        "may_open": bool(request.actor.bodies(Permission.ROUND_EDIT) != frozenset()),
    }
    return render(request, "reports/rounds.html", context)


@dataclass(frozen=True)
class Shown:
    """The lines of a round as the reader arranged them."""

    rate: RoundRate
    lines: list[Line]
    state: TableState
    standing: str
    group: str
    areas_of: date | None


def one_round(request: Asked, code: str) -> HttpResponse:
    """One round: its days, its rates by district, and who has filed, is late or missing."""
    found = round_by_code(code, seen_by=request.actor)
    shown = _shown(request, found)
    page: Page[Line] = Paginator(shown.lines, PAGE).get_page(request.GET.get("page"))
    owner = found.version.form.owner_id
    context = {
        "round": found,
        "form": found.version.form,
        "rate": shown.rate,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "lines": [(line, MARKS[line.standing], STANDINGS[line.standing]) for line in page],
        "standings": _standings(shown.rate.lines),
        "asked": shown,
        "switch": _switch(request, found, shown),
        "dues": dues_of(found),
        "closings": closings_of(found),
        "may_edit": request.actor.may(Permission.ROUND_EDIT, body=owner),
        "may_approve": request.actor.bodies(Permission.FIGURE_APPROVE) != frozenset(),
        "may_close": request.actor.may(Permission.ROUND_CLOSE, body=owner),
        "may_hand_in": request.actor.bodies(Permission.FIGURE_ENTER) != frozenset(),
        "exports": [(ext.upper(), f"tai.{ext}") for ext in ("csv", "xlsx")],
        "columns": _heads(request, shown.state),
    }
    return render(request, "reports/round.html", context)


def export_round(request: Asked, code: str, ext: str) -> HttpResponse:
    """The very lines the page shows, all pages of them, in the same order."""
    if ext not in CONTENT_TYPES:
        raise Missing("export.type", text=ext)
    found = round_by_code(code, seen_by=request.actor)
    shown = _shown(request, found)
    columns = [(name, head) for name, head, _narrow in heads()]
    rows = [{name: read(line) for name, read in COLUMNS.items()} for line in shown.lines]
    notes = [_("Số liệu mô phỏng.")] if found.simulated else []
    table = Table(found.code, pick(found.name, found.name_en), columns, rows, notes)
    response = HttpResponse(write_table(table, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="{found.code}.{ext}"'
    return response


@require_POST
def round_due(request: Asked, code: str) -> HttpResponse:
    """Move a level's last day."""
    found = round_by_code(code, seen_by=request.actor)
    try:
        day = read_vi_date(request.POST.get("day", ""))
        due = move_due(by=request.actor, round=found, level=request.POST.get("level", ""), day=day)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    else:
        told = _("Hạn mới: {day}.").format(day=due.due_on.strftime("%d/%m/%Y"))
        messages.success(request, told)
    return redirect("reports:round", code=code)


def _switch(request: Asked, found: Round, shown: Shown) -> AreasSwitch:
    """A group of one day's areas is none of another's: the choice of one is let go."""
    kept = {
        name: value for name, value in request.GET.dict().items() if name not in {"dia-ban", "page"}
    }
    return areas_switch(kept, change_days(found.opens_on), shown.areas_of, anchor="by-area")


def _shown(request: Asked, found: Round) -> Shown:
    day = request.GET.get("areas", "").strip()
    areas_of = read_vi_date(day) if day else None
    rate = reporting_rate(found, seen_by=request.actor, today=request.today, areas_of=areas_of)
    state = TableState.read(request.GET)
    standing, group = request.GET.get("tinh-trang", ""), request.GET.get("dia-ban", "")
    kept = [
        line
        for line in rate.lines
        if (not standing or line.standing == standing) and (not group or line.group_code == group)
    ]
    return Shown(rate, state.arrange(kept, COLUMNS, _text), state, standing, group, areas_of)


def _standings(lines: Sequence[Line]) -> list[tuple[str, Any, int]]:
    counts = {code: sum(line.standing == code for line in lines) for code in STANDINGS}
    return [(code, STANDINGS[code], count) for code, count in counts.items() if count]


def _group(line: Line) -> str:
    now = _("(địa bàn nay là %(areas)s)") % {"areas": line.now} if line.now else ""
    return f"{line.group} {now}".strip()


COLUMNS: Columns[Line] = {
    "body": lambda line: line.name,
    "group": _group,
    "standing": lambda line: str(STANDINGS[line.standing]),
    "filed_on": lambda line: line.filed_on.isoformat() if line.filed_on else "",
    "holder": lambda line: line.holder,
    "filings": lambda line: line.filings,
}


def heads() -> list[tuple[str, str, bool]]:
    """Column name, head, and whether it is narrow."""
    return [
        ("body", _("Cơ quan"), False),
        ("group", _("Thuộc"), False),
        ("standing", _("Tình trạng"), False),
        ("filed_on", _("Nộp lần đầu"), False),
        ("holder", _("Đang ở"), False),
        ("filings", _("Lần nộp"), True),
    ]


def _text(line: Line) -> str:
    return " ".join(str(read(line) or "") for read in COLUMNS.values())


def _heads(request: Asked, state: TableState) -> list[dict[str, Any]]:
    """Heads that sort on the server: the same click again turns the order round."""
    made = []
    for name, head, narrow in heads():
        query = request.GET.copy()
        query.pop("page", None)
        here = state.sort == name
        query["sort"] = f"{name}:desc" if here and not state.down else name
        way = ("descending" if state.down else "ascending") if here else ""
        made.append(
            {"name": name, "head": head, "num": narrow, "query": query.urlencode(), "way": way}
        )
    return made
