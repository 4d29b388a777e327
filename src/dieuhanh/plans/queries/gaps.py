"""Why the parts of a version's targets do not make the whole."""

from __future__ import annotations

from ..models import AllocationGap, PlanVersion


def gaps_of(version: PlanVersion) -> dict[int, list[AllocationGap]]:
    """By target: each reason that was given. One query."""
    found: dict[int, list[AllocationGap]] = {}
    for gap in AllocationGap.objects.filter(target__version=version).select_related("area"):
        found.setdefault(gap.target_id, []).append(gap)
    return found
