"""A conference of the province, made as its office makes one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.preparing import make_conference
from dieuhanh.conferences.models import Conference, Site
from dieuhanh.domain.actors import Actor

HOST = "ubnd-ca-mau"
MORNING = datetime(2022, 1, 12, 1, 0, tzinfo=UTC)
"""Eight in the morning in Cà Mau."""
TYPED = {
    "name": "Hội nghị tổng kết năm 2021", "host": HOST, "day": "12/01/2022", "starts": "08:00",
}  # fmt: skip


def newly_made() -> QuerySet[Conference]:
    """The conferences beside the example's."""
    return Conference.objects.exclude(code="hoi-nghi-2022-01-12")


def made_by(by: Actor, **more: Any) -> Conference:
    """One in preparation."""
    host = Body.objects.get(code=HOST)
    told: dict[str, Any] = {"name": TYPED["name"], "starts_at": MORNING, **more}
    return make_conference(by=by, host=host, **told)


@verb
def seat(of: Conference, body: str, position: int, *, level: str = "district") -> Site:
    """Put a site there, without the verb that makes the whole tree."""
    owner = Body.objects.get(code=body)
    return Site.objects.create(
        conference=of, body=owner, name=owner.name, level=level, position=position
    )
