"""Following a task: taken up, asked back, moved on, reported done, confirmed or returned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import Part, State, StepKind, still_open

from ..models import CoBody, Step, Task
from ..queries.leads import officers
from .frame import Hand, Shown, as_assigner, as_lead, hold, refuse_series, take, withdraw_parts

WHOLE = 100


@verb
def accept(
    *,
    by: Actor,
    task: str,
    today: date,
    seen: int | None = None,
    text: str = "",
    official: str = "",
    official_user: int | None = None,
) -> Step:
    """The lead takes the task up, and may name the official who answers for it.

    Raises Missing, Refused, BadInput("task.…").
    """
    held = hold(task, by=by, seen=seen)
    hand = as_lead(held, by, today)
    refuse_series(held)
    named = official_user or held.official_user_id
    if named and named not in officers(held.lead, today):
        raise BadInput("task.official")
    return take(
        held, StepKind.ACCEPTED, hand, text=text,
        change={"official": official.strip() or held.official, "official_user_id": named},
    )  # fmt: skip


@verb
def ask_back(*, by: Actor, task: str, text: str, today: date, seen: int | None = None) -> Step:
    """The lead asks the assigner about the task before taking it up, and says what."""
    held = hold(task, by=by, seen=seen)
    hand = as_lead(held, by, today)
    refuse_series(held)
    return take(held, StepKind.ASKED_BACK, hand, text=text)


@verb
def answer(*, by: Actor, task: str, text: str, today: date, seen: int | None = None) -> Step:
    """The assigner answers; the task is the lead's to take up."""
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    return take(held, StepKind.ANSWERED, hand, text=text)


@verb
def progress(
    *,
    by: Actor,
    task: str,
    text: str,
    today: date,
    percent: int | None = None,
    evidence: Iterable[Shown] = (),
    seen: int | None = None,
) -> Step:
    """How far it has come: the lead states per cent and words, a co-operating body its words.

    Raises Missing, Refused, BadInput("task.percent" | "task.no_progress" | …).
    """
    held = hold(task, by=by, seen=seen)
    refuse_series(held)
    lead = by.may(Permission.TASK_REPORT, body=held.lead_id)
    hand = Hand(by, held.lead if lead else _helper(held, by).body, today)
    shown = list(evidence)
    if percent is not None and (not lead or not 0 <= percent <= WHOLE):
        raise BadInput("task.percent")
    if percent is None and not text.strip() and not shown:
        raise BadInput("task.no_progress")
    change = {} if percent is None else {"percent": percent}
    return take(
        held, StepKind.PROGRESS, hand, text=text, percent=percent,
        evidence=shown, change=change,
    )  # fmt: skip


def _helper(held: Task, by: Actor) -> CoBody:
    """The co-operating body the actor acts for; Refused when there is none."""
    helping = CoBody.objects.filter(task=held, removed=False).select_related("body")
    for each in helping:
        if by.may(Permission.TASK_REPORT, body=each.body_id):
            return each
    by.require(Permission.TASK_REPORT, body=held.lead_id)
    raise AssertionError  # require has refused


@verb
def report_done(
    *,
    by: Actor,
    task: str,
    text: str,
    today: date,
    evidence: Iterable[Shown] = (),
    seen: int | None = None,
) -> Step:
    """The lead says it is done; the assigner decides. Not while parts of it are still open."""
    held = hold(task, by=by, seen=seen)
    hand = as_lead(held, by, today)
    refuse_series(held)
    parts = Task.objects.filter(parent=held).values_list("state", "percent")
    waiting = still_open(Part(State(state), percent) for state, percent in parts)
    if waiting:
        raise BadInput("task.parts_open", count=waiting)
    return take(
        held, StepKind.REPORTED, hand, text=text, percent=WHOLE,
        evidence=evidence, change={"percent": WHOLE, "reported_on": today},
    )  # fmt: skip


@verb
def confirm(*, by: Actor, task: str, today: date, text: str = "", seen: int | None = None) -> Step:
    """The assigner confirms: done on the day the lead reported it.

    Not before an extension that waits is decided: it may be what makes it on time.
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    if held.extension_asked is not None:
        raise BadInput("task.extension_waits")
    return take(
        held, StepKind.CONFIRMED, hand, text=text,
        change={"done_on": held.reported_on},
    )  # fmt: skip


@verb
def give_back(*, by: Actor, task: str, text: str, today: date, seen: int | None = None) -> Step:
    """The assigner returns what was reported done, with the reason: it counts as not done.

    It stands as far as its lead had said before reporting it.
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    return take(
        held, StepKind.RETURNED, hand, text=text,
        change={"reported_on": None, "percent": _stated(held)},
    )  # fmt: skip


def _stated(held: Task) -> int:
    """What the lead last stated of the task as it now has it; nothing stated is none of it done."""
    told = Step.objects.filter(task=held).order_by("-number")
    for kind, percent in told.values_list("kind", "percent"):
        if kind == StepKind.REASSIGNED.value:
            break
        if kind == StepKind.PROGRESS.value and percent is not None:
            return int(percent)
    return 0


@verb
def withdraw(*, by: Actor, task: str, text: str, today: date, seen: int | None = None) -> Step:
    """The assigner takes the task back for good, and its open parts with it.

    A recurring one has no more occurrences; those that are there stay.
    """
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    step = take(
        held,
        StepKind.WITHDRAWN,
        hand,
        text=text,
        change={"extension_asked": None},
    )
    withdraw_parts(held, hand, text)
    return step


@verb
def dispute(*, by: Actor, task: str, text: str, today: date, seen: int | None = None) -> Step:
    """The lead notes that it does not agree with how the task is counted, and why."""
    held = hold(task, by=by, seen=seen)
    hand = as_lead(held, by, today)
    return take(held, StepKind.DISPUTED, hand, text=text, change={"disputed": True})


@verb
def settle_dispute(
    *, by: Actor, task: str, text: str, today: date, seen: int | None = None
) -> Step:
    """The assigner says how the disagreement ends."""
    held = hold(task, by=by, seen=seen)
    hand = as_assigner(held, by, today)
    if not held.disputed:
        raise BadInput("task.no_dispute")
    return take(
        held,
        StepKind.DISPUTE_SETTLED,
        hand,
        text=text,
        change={"disputed": False},
    )


__all__ = [
    "accept",
    "answer",
    "ask_back",
    "confirm",
    "dispute",
    "give_back",
    "progress",
    "report_done",
    "settle_dispute",
    "withdraw",
]
