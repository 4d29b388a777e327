"""Who the asker is to the system."""

from __future__ import annotations

from typing import Any

from ninja import Router, Schema

from dieuhanh.ui.asked import Asked

me_router = Router(tags=["me"])


class MeOut(Schema):
    """The capacity in which you ask, the day it counts for, and what you may do somewhere."""

    name: str
    today: str
    permissions: list[str]


@me_router.get("", response=MeOut, operation_id="get_me")
def me(request: Asked) -> dict[str, Any]:
    """What this token or session is."""
    held = sorted({str(grant.permission) for grant in request.actor.grants})
    return {
        "name": request.actor.name,
        "today": request.today.isoformat(),
        "permissions": held,
    }
