"""The tree of areas on a day with what changed, and one area's own history."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.domain.actors import Permission
from dieuhanh.ui.asked import Asked, day_asked

from ..queries import Atlas
from .area_page import area_page
from .tree_page import tree_page


def tree(request: Asked) -> HttpResponse:
    """Every area that stands on the day asked for, by what it stands under."""
    day = day_asked(request, "areas", request.today)
    page = tree_page(Atlas(), day, today=request.today, words=request.GET.get("q", ""))
    may_change = request.actor.may(Permission.AREA_EDIT)
    return render(request, "bodies/areas.html", {"page": page, "may_change": may_change})


def one(request: Asked, code: str, since: str) -> HttpResponse:
    """One area, told apart by its code and first day. Raises Missing for any other."""
    page = area_page(Atlas(), f"{code}@{since}", asked=day_asked(request, "areas", request.today))
    return render(request, "bodies/area.html", {"page": page})
