"""Today: one value from one clock, which a demo or a test can set."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """The settable today of the installation, in Vietnam."""
    if settings.TODAY:
        return date.fromisoformat(settings.TODAY)
    return machine_day()


def machine_day() -> date:
    """The machine's own day in Vietnam, which nothing sets."""
    return datetime.now(HERE).date()
