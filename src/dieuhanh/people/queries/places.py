"""Areas and bodies chosen on a form, by key."""

from __future__ import annotations

from dieuhanh.bodies.models import Area, Body


def area_of(chosen: str) -> Area | None:
    """The area of a choice, None for none."""
    return Area.objects.filter(pk=int(chosen)).first() if chosen else None


def body_of(chosen: str) -> Body | None:
    """The body of a choice, None for none."""
    return Body.objects.filter(pk=int(chosen)).first() if chosen else None
