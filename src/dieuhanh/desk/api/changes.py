"""The change feed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Query, Router, Schema
from pydantic import Field

from dieuhanh.ui.asked import Asked

from ..queries.changes import changes

changes_router = Router(tags=["changes"])


class ChangeOut(Schema):
    """One line of the record. `figures`: how many it took in that you may see; list them with
    `/figures?change=NUMBER`."""

    number: int
    at: datetime
    kind: str
    subject: str
    figures: int


class ChangesOut(Schema):
    """Changes in order. Ask on with `after=until`; `more` says whether to do so at once."""

    items: list[ChangeOut]
    until: int
    more: bool


class ChangesAsked(Schema):
    """After which sealed number."""

    after: int = Field(0, ge=0, lt=2**62)


@changes_router.get("", response=ChangesOut, operation_id="list_changes")
def list_changes(request: Asked, asked: Query[ChangesAsked]) -> dict[str, Any]:
    """What was written after a sealed number, in order, as far as it is yours to see."""
    found = changes(seen_by=request.actor, after=asked.after)
    return {"items": found.lines, "until": found.until, "more": found.more}
