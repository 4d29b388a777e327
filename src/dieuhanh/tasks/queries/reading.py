"""What programs read of a task that the door has let them to."""

from __future__ import annotations

from django.db.models import QuerySet

from dieuhanh.domain.actors import Actor

from ..models import CoBody, Step, Task
from .doors import tasks

CITED = (
    "lead", "assigner", "first_lead", "programme", "conclusion__conference", "point__document",
    "target__version__plan", "document", "parent", "series",
)  # fmt: skip


def listed(*, seen_by: Actor) -> QuerySet[Task]:
    """The tasks the actor may see, with all that a line tells."""
    return tasks(seen_by=seen_by).select_related(*CITED)


def steps_of(task: Task) -> list[Step]:
    """Everything that happened to it, in order, with what was shown for it."""
    found = Step.objects.filter(task=task).order_by("number").select_related("body")
    return list(found.prefetch_related("evidence__document"))


def helpers_of(task: Task) -> list[str]:
    """The codes of the bodies that co-operate."""
    found = CoBody.objects.filter(task=task, removed=False).order_by("body__code")
    return list(found.values_list("body__code", flat=True))


def parts_of(task: Task, *, seen_by: Actor) -> list[Task]:
    """The tasks it was handed down as, of these the ones the actor may see."""
    return list(listed(seen_by=seen_by).filter(parent=task).order_by("pk"))


__all__ = ["helpers_of", "listed", "parts_of", "steps_of"]
