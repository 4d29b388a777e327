"""The by-area section of a target's page: links, words and rows for its templates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from dieuhanh.bodies.queries import Atlas, change_days
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.numbers import half_up
from dieuhanh.domain.periods import Period
from dieuhanh.plans.models import Allocation, Target
from dieuhanh.plans.queries.restated import handed_down_from, restated_allocations
from dieuhanh.reports.queries import RestatedLine, RestatedView
from dieuhanh.reports.queries.restated import restated_words
from dieuhanh.ui.areas_switch import AreasSwitch, areas_switch
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..queries.area_section import AreaSection, area_section, shown
from ..queries.board import Board

EXPORTS = (("CSV", "csv"), ("XLSX", "xlsx"), ("JSON", "json"))


def area_context(request: Asked, board: Board, target: Target) -> dict[str, Any]:
    """Context of `assessment/by_area.html`; empty for a target whose indicator is not known."""
    if target.indicator is None:
        return {}
    asked = request.GET.get("areas", "")
    section = area_section(
        target.indicator,
        board.plan,
        seen_by=request.actor,
        as_known_on=board.as_known_on,
        areas_of=read_vi_date(asked) if asked else None,
        period=request.GET.get("period", ""),
    )
    gap = section.table.gap if section.table else None
    return {
        "section": section,
        "area_links": _links(request),
        "areas_switch": _switch(request, section),
        "area_exports": _exports(request, board, target),
        "area_gap": half_up(gap.difference, target.indicator.decimals + 2) if gap else None,
        **_restated(section),
    }


def handed_context(request: Asked, target: Target, parts: Sequence[Allocation]) -> dict[str, Any]:
    """What the target hands down: as handed down, or on the areas of the day asked for."""
    if not parts:
        return {}
    asked = request.GET.get("areas", "")
    areas_of = read_vi_date(asked) if asked else None
    days = change_days(handed_down_from(target.version.plan))
    restated = (
        restated_allocations(target, parts, areas_of, atlas=Atlas(), lang=page_lang())
        if areas_of
        else None
    )
    return {
        "handed_down": parts,
        "handed_switch": areas_switch(request.GET.dict(), days, areas_of, anchor="handed-title"),
        "handed_restated": restated,
    }


def _links(request: Asked) -> dict[str, Any]:
    def link(**changes: str) -> str:
        kept = {
            name: value for name, value in request.GET.items() if name not in {"areas", *changes}
        }
        return "?" + urlencode(kept | changes)

    return {
        "period": link(period=""),
    }


def _switch(request: Asked, section: AreaSection) -> AreasSwitch | None:
    if section.chosen is None:
        return None
    asked = section.restated.areas_of if section.restated else None
    days = change_days(Period.parse(section.chosen.period).end)
    return areas_switch(request.GET.dict(), days, asked, anchor="by-area")


def _exports(request: Asked, board: Board, target: Target) -> list[tuple[str, str]]:
    query = {"no": target.no, "date": board.as_known_on.isoformat()}
    kept = {name: request.GET[name] for name in ("period", "areas") if request.GET.get(name)}
    return [
        (
            label,
            reverse("assessment:export", args=[board.plan.code, "areas", ext])
            + "?" + urlencode(query | kept),
        )
        for label, ext in EXPORTS
    ]  # fmt: skip


def _restated(section: AreaSection) -> dict[str, Any]:
    view = section.restated
    if view is None:
        return {}
    simulated = section.table is not None and section.table.top.rests_on_simulated
    counts = ("complete", "converted", "no_value", "no_figures")
    return {
        "restated_top": _line(view.top, view, simulated=False) if view.top else None,
        "restated_lines": [_line(line, view, simulated=simulated) for line in view.lines],
        "restated_counts": {name: view.count(name) for name in counts},
    }


def _line(line: RestatedLine, view: RestatedView, *, simulated: bool) -> dict[str, Any]:
    value: Decimal | None = shown(line.value, view.indicator, finer=1)
    if line is view.top:
        value = shown(line.value, view.indicator)
    return {
        "name": line.area.name,
        "href": reverse("bodies:area", args=[line.area.code, line.area.valid_from.isoformat()]),
        "value": value,
        "words": restated_words(line, page_lang()),
        "made_of": ", ".join(area.name for area in (*line.present, *line.missing)),
        "simulated": simulated and value is not None,
    }
