"""The working days of a year, and the days that a decision swapped."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.exchange.public_holidays import EARLIEST, LATEST
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.calendar import put_swapped_day
from ..queries.calendar import days_off


def this_year(request: Asked) -> HttpResponse:
    """The calendar of the installation's year."""
    return redirect("reports:calendar-year", year=request.today.year)


def calendar(request: Asked, year: int) -> HttpResponse:
    """Days off and swapped days of a year; whoever keeps the calendar may add one."""
    if not EARLIEST <= year <= LATEST:
        raise Missing("calendar.no_year")
    told = ""
    if request.method == "POST":
        try:
            day = _put(request)
        except BadInput as fault:
            told = message(fault, page_lang())
        else:
            messages.success(request, _("Đã ghi ngày {day}.").format(day=f"{day:%d/%m/%Y}"))
            return redirect("reports:calendar-year", year=day.year)
    context = {
        "year": year,
        "days": days_off(year),
        "may_edit": request.actor.may(Permission.CALENDAR_EDIT),
        "told": told,
        "typed": request.POST,
    }
    return render(request, "reports/calendar.html", context, status=400 if told else 200)


def _put(request: Asked) -> date:
    row = put_swapped_day(
        by=request.actor,
        day=read_vi_date(request.POST.get("day", "")),
        works=request.POST.get("works") == "x",
        reason=request.POST.get("reason", ""),
        document=request.POST.get("document", ""),
    )
    return row.day
