"""Downloads: the very rows the pages show, as CSV, XLSX or JSON."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from django.http import HttpResponse

from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.plans.queries import target, targets
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.tables import TableState

from ..queries import board
from ..queries.area_section import area_section
from ..queries.board import Board
from ..queries.tables import areas_table, board_table, figures_table, restated_table


def export(request: Asked, plan: str, table: str, ext: str) -> HttpResponse:
    """One table of a plan, for what the reader may see, as known on the page's day."""
    if ext not in CONTENT_TYPES:
        raise Missing("export.type", text=ext)
    asked = request.GET.get("date", "")
    known = read_vi_date(asked) if asked else request.today
    judged = board(
        plan, seen_by=request.actor, as_known_on=known,
        convention=request.GET.get("convention") or "practice",
    )  # fmt: skip
    made = _as_on_screen(_table(request, judged, table), TableState.read(request.GET))
    response = HttpResponse(write_table(made, ext), content_type=CONTENT_TYPES[ext])
    name = f"{judged.plan.code}-{made.name}-{known.isoformat()}.{ext}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _as_on_screen(table: Table, state: TableState) -> Table:
    """The reader's own sort, filter and grouping, done again on the rows."""
    names = [name for name, _ in table.columns]
    rows = state.arrange(
        table.rows,
        {name: itemgetter(name) for name in names},
        lambda row: " ".join(str(row[name] or "") for name in names),
    )
    return replace(table, rows=rows)


def _table(request: Asked, judged: Board, name: str) -> Table:
    if name == "board":
        return board_table(judged, page_lang())
    if name == "figures":
        return figures_table(targets(judged.version), seen_by=request.actor)
    if name != "areas":
        raise Missing("export.type", text=name)
    chosen = target(judged.version, request.GET.get("no", ""))
    if chosen.indicator is None:
        raise Missing("target.missing", no=chosen.no)
    section = area_section(
        chosen.indicator, judged.plan, seen_by=request.actor, as_known_on=judged.as_known_on,
        period=request.GET.get("period", ""),
        areas_of=read_vi_date(areas) if (areas := request.GET.get("areas", "")) else None,
    )  # fmt: skip
    return (
        restated_table(section, page_lang())
        if section.restated
        else areas_table(section, page_lang())
    )
