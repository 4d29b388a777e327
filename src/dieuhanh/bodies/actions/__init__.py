"""Every write of areas and bodies: imported as tables, or recorded as a change on a day."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.changes import Recorded

from ..models import Change
from .area_changes import record_area_change
from .body_changes import record_body_change
from .imports import import_areas, import_bodies, import_body_successions, import_successions
from .taking_back import take_back

__all__ = [
    "import_areas",
    "import_bodies",
    "import_body_successions",
    "import_successions",
    "record_area_change",
    "record_body_change",
    "rehearse",
    "take_back",
]


def rehearse(record: Callable[..., Change], *, by: Actor, change: Recorded) -> None:
    """Record a change and undo it at once, so that a preview refuses what recording would.

    Raises what `record` raises.
    """
    with transaction.atomic():
        record(by=by, change=change)
        transaction.set_rollback(True)
