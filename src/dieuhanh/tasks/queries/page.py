"""Everything the page of a task shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.tasks import OPEN, Standing, StepKind, TaskLaw, days_left

from ..models import Evidence, Step, Task
from .answering import answering
from .chain import Chain, chain
from .doors import tasks
from .leads import officers
from .moves import moves
from .parts import rolled_of
from .reading import CITED, parts_of, steps_of
from .terms import calendar_for, law_of, standing_of


@dataclass(frozen=True)
class TaskPage:
    """A task laid open: what is asked, where it stands, where it comes from, what was done."""

    task: Task
    standing: Standing | None
    days_left: int | None
    day_off: bool
    helpers: list[Body]
    chain: Chain
    parts: list[Task]
    rolled: int | None
    occurrences: list[Task]
    steps: list[Step]
    moves: list[StepKind]
    law: TaskLaw
    heirs: list[Body]
    officers: dict[int, str]

    @property
    def days_late(self) -> int:
        """How many working days its deadline lies back; 0 while it does not."""
        return max(0, -(self.days_left or 0))


def task_page(code: str, *, seen_by: Actor, today: date) -> TaskPage:
    """One task with all its page shows. Raises Missing, absent and hidden alike."""
    related = (*CITED, "official_user", "conclusion__item", "finding__plan", "assessment")
    found = (
        tasks(seen_by=seen_by).select_related(*related, "assigner__area").filter(code=code).first()
    )
    if found is None:
        raise Missing("task.missing")
    calendar = calendar_for(today, found.due_on)
    steps = steps_of(found)
    offered = moves(found, seen_by=seen_by, today=today)
    takes_up = StepKind.ACCEPTED in offered
    goes_over = StepKind.HANDED_OVER in offered
    return TaskPage(
        task=found,
        standing=standing_of(found, today),
        days_left=days_left(found.due_on, today, calendar) if found.state in OPEN else None,
        day_off=found.due_on is not None and not calendar.works(found.due_on),
        helpers=_helpers(found),
        chain=chain(found, seen_by=seen_by, today=today),
        parts=parts_of(found, seen_by=seen_by),
        rolled=rolled_of(found),
        occurrences=list(
            tasks(seen_by=seen_by).filter(series=found).select_related("lead").order_by("due_on")
        ),
        steps=steps[::-1],
        moves=offered,
        law=law_of(found, today),
        heirs=answering(found.lead, today) if goes_over else [],
        officers=officers(found.lead, today) if takes_up else {},
    )  # fmt: skip


def _helpers(task: Task) -> list[Body]:
    found = task.co_bodies.filter(removed=False).select_related("body").order_by("body__code")
    return [each.body for each in found]


def evidence_file(code: str, pk: int, *, seen_by: Actor) -> Document:
    """The file a step of a task shows, through the task's own door. Raises Missing."""
    visible = tasks(seen_by=seen_by).filter(code=code)
    found = Evidence.objects.filter(pk=pk, step__task__in=visible).exclude(document__sha256="")
    shown = found.exclude(document=None).select_related("document").first()
    if shown is None or shown.document is None:
        raise Missing("task.missing")
    return shown.document


__all__ = ["TaskPage", "evidence_file", "task_page"]
