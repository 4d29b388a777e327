"""The passport of a rolled-up figure."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.bodies.queries import change_days
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.periods import Period
from dieuhanh.ui.areas_switch import areas_switch
from dieuhanh.ui.asked import Asked

from ..queries.rolled_page import restated_parts, rolled_page


def rolled(request: Asked, indicator: str, area: int) -> HttpResponse:
    """What the level below makes of an indicator: its figures, who is missing, the gap above."""
    period = request.GET.get("ky", "")
    if not period:
        raise Missing("figure.missing")
    day = request.GET.get("date", "").strip()
    on = read_vi_date(day) if day else request.today
    page = rolled_page(indicator, area, period=period, seen_by=request.actor, on=on)
    asked = request.GET.get("areas", "").strip()
    areas_of = read_vi_date(asked) if asked else None
    days = change_days(Period.parse(period).end)
    restated = restated_parts(page, areas_of, seen_by=request.actor) if areas_of else None
    switch = areas_switch(request.GET.dict(), days, areas_of, anchor="parts-title")
    context = {"page": page, "switch": switch, "restated": restated}
    return render(request, "reports/rolled.html", context)
