"""What a task was handed down as, and how far the parts have come together."""

from __future__ import annotations

from collections import defaultdict

from dieuhanh.domain.tasks import OPEN, Part, State, rolled_percent

from ..models import Task

DEEPEST = 6


def rolled_of(task: Task) -> int | None:
    """How far a task's parts have come, theirs rolled up first; None without any.

    One query a level. All parts count, whoever looks: a sum reveals none of them.
    """
    below: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    level = [task.pk]
    for _depth in range(DEEPEST):
        rows = Task.objects.filter(parent__in=level).values_list(
            "parent_id", "pk", "state", "percent"
        )
        level = []
        for parent, pk, state, percent in rows:
            below[parent].append((pk, state, percent))
            level.append(pk)
        if not level:
            break
    return _rolled(task.pk, below)


def _rolled(pk: int, below: dict[int, list[tuple[int, str, int]]]) -> int | None:
    parts = []
    for part, state, percent in below.get(pk, ()):
        own = _rolled(part, below) if State(state) in OPEN else None
        parts.append(Part(State(state), percent if own is None else own))
    return rolled_percent(parts)


__all__ = ["rolled_of"]
