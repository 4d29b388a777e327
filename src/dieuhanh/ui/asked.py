"""What a page was asked for: who asks, on which day, and the days named in the address."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import read_vi_date


class Asked(HttpRequest):
    """A request that has passed the middleware: it knows who is looking, and today's date.

    `plan` is the plan a page is about, set by a view that has it, so that the shell need not ask.
    """

    actor: Actor
    today: date
    plan: object


def day_asked(request: HttpRequest, name: str, otherwise: date) -> date:
    """The day a parameter names, dd/mm/yyyy or ISO. Raises BadInput("date.…")."""
    text = request.GET.get(name, "").strip()
    return read_vi_date(text) if text else otherwise
