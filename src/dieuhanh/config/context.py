"""What every template may show of the installation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from dieuhanh.people.queries import SEATS


def installation(request: HttpRequest) -> dict[str, Any]:
    """Whether this is a demo, its seats, the settable today, who is looking."""
    return {
        "demo": settings.DEMO,
        "seats": SEATS if settings.DEMO else (),
        "today": getattr(request, "today", None),
        "actor": getattr(request, "actor", None),
    }
