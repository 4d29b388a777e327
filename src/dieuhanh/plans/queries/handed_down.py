"""What the targets of a version hand down, read for all of them at once."""

from __future__ import annotations

from ..models import Allocation, PlanVersion


def handed_down(version: PlanVersion) -> dict[int, list[Allocation]]:
    """Each target's parts in order, by its id; one query."""
    found: dict[int, list[Allocation]] = {}
    parts = Allocation.objects.filter(target__version=version).select_related("area", "body")
    for part in parts.order_by("target_id", "position", "pk"):
        found.setdefault(part.target_id, []).append(part)
    return found
