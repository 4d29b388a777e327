"""Extensions: asked by the lead, decided by the assigner, counted by the law."""

from __future__ import annotations

from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import StepKind, check_extension

from ..models import Step, Task
from ..queries.terms import law_of
from .assigning import check_within
from .frame import as_assigner, as_lead, hold, refuse_series, take


@verb
def ask_extension(
    *, by: Actor, task: str, until: date, text: str, today: date, seen: int | None = None
) -> Step:
    """The lead asks for a later deadline, with the reason; what it asked for before is replaced.

    Raises Missing, Refused, BadInput("extension.…" | "task.…").
    """
    held = hold(task, by=by, seen=seen)
    hand = as_lead(held, by, today)
    refuse_series(held)
    _check(held, until, today, asked_on=today)
    return take(
        held, StepKind.EXTENSION_ASKED, hand, text=text, due_on=until,
        change={"extension_asked": until},
    )  # fmt: skip


@verb
def grant_extension(
    *,
    by: Actor,
    task: str,
    today: date,
    until: date | None = None,
    text: str = "",
    seen: int | None = None,
) -> Step:
    """The assigner moves the deadline: to the day asked for, or to one of its own choosing.

    What was asked in time may be granted later. Counted, asked or not. Raises as asking does,
    BadInput("extension.not_asked") where nobody said until when.
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    granted = until or held.extension_asked
    if granted is None:
        raise BadInput("extension.not_asked")
    _check(held, granted, today, asked_on=_asked_on(held) or today)
    return take(
        held, StepKind.EXTENSION_GRANTED, hand, text=text, due_on=granted,
        change={"extension_asked": None, "extensions": held.extensions + 1, "due_on": granted},
    )  # fmt: skip


@verb
def refuse_extension(
    *, by: Actor, task: str, text: str, today: date, seen: int | None = None
) -> Step:
    """The assigner refuses what was asked, with the reason; the deadline stands."""
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    if held.extension_asked is None:
        raise BadInput("extension.not_asked")
    return take(
        held, StepKind.EXTENSION_REFUSED, hand, text=text,
        change={"extension_asked": None},
    )  # fmt: skip


def _check(held: Task, until: date, today: date, *, asked_on: date) -> None:
    rule = law_of(held, today).extensions
    check_extension(
        rule, due_on=held.due_on, asked_for=until, granted=held.extensions, today=asked_on
    )
    check_within(held.parent, until)


def _asked_on(held: Task) -> date | None:
    """The day the extension that waits was asked for."""
    if held.extension_asked is None:
        return None
    asked = Step.objects.filter(task=held, kind=StepKind.EXTENSION_ASKED.value)
    return asked.order_by("-number").values_list("on", flat=True).first()


__all__ = ["ask_extension", "grant_extension", "refuse_extension"]
