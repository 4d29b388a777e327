"""Which steps somebody may take on a task as it stands."""

from __future__ import annotations

from datetime import date

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import State, StepKind, check_extension, may_follow

from ..models import CoBody, Task
from .terms import law_of

LEADS = (
    StepKind.ACCEPTED, StepKind.ASKED_BACK, StepKind.PROGRESS, StepKind.REPORTED,
    StepKind.EXTENSION_ASKED, StepKind.DISPUTED,
)  # fmt: skip
ASSIGNERS = (
    StepKind.ANSWERED, StepKind.CONFIRMED, StepKind.RETURNED, StepKind.EXTENSION_GRANTED,
    StepKind.EXTENSION_REFUSED, StepKind.DISPUTE_SETTLED, StepKind.HANDED_OVER, StepKind.AMENDED,
    StepKind.REASSIGNED, StepKind.WITHDRAWN,
)  # fmt: skip
OF_SERIES = frozenset(
    {StepKind.AMENDED, StepKind.WITHDRAWN, StepKind.REASSIGNED, StepKind.HANDED_OVER}
)


def moves(task: Task, *, seen_by: Actor, today: date) -> list[StepKind]:
    """The steps to offer, the usual ones first. The verbs decide again when one is taken."""
    leads = seen_by.may(Permission.TASK_REPORT, body=task.lead_id)
    assigns = seen_by.may(Permission.TASK_ASSIGN, body=task.assigner_id)
    hands_down = seen_by.may(Permission.TASK_ASSIGN, body=task.lead_id)
    offered = [
        kind for kind in LEADS if leads or (kind is StepKind.PROGRESS and _helps(task, seen_by))
    ]
    offered += [StepKind.HANDED_DOWN] if hands_down else []
    offered += [kind for kind in ASSIGNERS if assigns]
    return [kind for kind in offered if _fits(task, kind, today)]


def _helps(task: Task, actor: Actor) -> bool:
    bodies = CoBody.objects.filter(task=task, removed=False).values_list("body", flat=True)
    return any(actor.may(Permission.TASK_REPORT, body=body) for body in bodies)


def _fits(task: Task, kind: StepKind, today: date) -> bool:
    if not may_follow(State(task.state), kind) or (task.repeats and kind not in OF_SERIES):
        return False
    waits = task.extension_asked is not None
    when = {
        StepKind.EXTENSION_ASKED: lambda: not waits and _extendable(task, today),
        StepKind.EXTENSION_GRANTED: lambda: waits or _extendable(task, today),
        StepKind.EXTENSION_REFUSED: lambda: waits,
        StepKind.CONFIRMED: lambda: not waits,
        StepKind.DISPUTED: lambda: not task.disputed,
        StepKind.DISPUTE_SETTLED: lambda: task.disputed,
        StepKind.HANDED_OVER: lambda: any(
            body.valid_to is not None and body.valid_to < today
            for body in (task.lead, task.assigner)
        ),
    }
    return when[kind]() if kind in when else True


def _extendable(task: Task, today: date) -> bool:
    try:
        check_extension(
            law_of(task, today).extensions, due_on=task.due_on, asked_for=date.max,
            granted=task.extensions, today=today,
        )  # fmt: skip
    except BadInput:
        return False
    return True


__all__ = ["moves"]
