"""What every step of a task shares: the lock, the row, the story and the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Max
from django.utils import timezone

from dieuhanh.audit.actions import record
from dieuhanh.bodies.models import Body
from dieuhanh.documents.actions import keep_attachment
from dieuhanh.documents.queries import document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import OPEN, State, StepKind, after, check_step
from dieuhanh.reports.queries import figure

from ..models import Evidence, Step, Task
from ..queries import task as find_task

MOST_FILES = 5
"""How many may be shown with one step."""
OPEN_STATES = sorted(state.value for state in OPEN)
KEPT = (
    "title", "text", "product", "field", "priority", "lead_id", "assigner_id", "official",
    "official_user_id", "programme_id", "due_on", "state", "percent", "reported_on", "done_on",
    "extensions", "extension_asked", "disputed",
)  # fmt: skip


class Hand(NamedTuple):
    """Who acts, in which body's name, on which day."""

    by: Actor
    body: Body | None
    today: date


@dataclass(frozen=True)
class Shown:
    """Evidence as it is handed in: a paper by its code, a figure by its number, or a file."""

    document: str = ""
    figure: int | None = None
    file: tuple[str, bytes] | None = None
    words: str = ""


def hold(code: str, *, by: Actor, seen: int | None) -> Task:
    """The task, through the door and locked for this transaction.

    `seen` is the revision whoever acts had before them: what somebody else did meanwhile is not
    passed over. Raises Missing, BadInput("task.changed").
    """
    found = Task.objects.select_for_update().get(pk=find_task(code, seen_by=by).pk)
    if seen is not None and seen != found.revision:
        last = Step.objects.filter(task=found).order_by("-number").first()
        raise BadInput("task.changed", by=last.by_name if last else "–")
    return found


def as_lead(held: Task, by: Actor, today: date) -> Hand:
    """Raise Refused unless the actor acts for the lead."""
    by.require(Permission.TASK_REPORT, body=held.lead_id)
    return Hand(by, held.lead, today)


def as_assigner(held: Task, by: Actor, today: date) -> Hand:
    """Raise Refused unless the actor acts for the assigner."""
    by.require(Permission.TASK_ASSIGN, body=held.assigner_id)
    return Hand(by, held.assigner, today)


def refuse_series(held: Task) -> None:
    """What recurs is done in its occurrences. Raises BadInput("task.series")."""
    if held.repeats:
        raise BadInput("task.series")


def take(
    held: Task,
    kind: StepKind,
    hand: Hand,
    *,
    text: str = "",
    due_on: date | None = None,
    percent: int | None = None,
    evidence: Iterable[Shown] = (),
    change: Mapping[str, Any] | None = None,
) -> Step:
    """Take a step: the domain decides, the row changes, the story and the record tell it.

    `change` are the columns that change beside the state. Needs the lock of `hold`. Raises BadInput("task.…").
    """
    text = text.strip()
    check_step(State(held.state), kind, text)
    was = told(held)
    held.state = after(State(held.state), kind).value
    for name, value in (change or {}).items():
        setattr(held, name, value)
    held.revision += 1
    held.save()
    step = write_step(held, kind, hand, text=text, due_on=due_on, percent=percent)
    shown = _show(step, evidence, hand)
    now = told(held)
    differing = [name for name in KEPT if was[name] != now[name]]
    record(
        by=hand.by, verb=f"task.{kind.value}", subject=held.code,
        was={name: was[name] for name in differing} or None,
        now={name: now[name] for name in differing}
        | {"step": step.number, "text": text, "evidence": shown},
    )  # fmt: skip
    return step


def write_step(
    held: Task,
    kind: StepKind,
    hand: Hand,
    *,
    text: str = "",
    due_on: date | None = None,
    percent: int | None = None,
) -> Step:
    """One line of the story, numbered after the last."""
    last = Step.objects.filter(task=held).aggregate(last=Max("number"))["last"] or 0
    return Step.objects.create(
        task=held, number=last + 1, kind=kind.value, on=hand.today, at=timezone.now(), by_id=hand.by.id,
        by_name=hand.by.name, body=hand.body, text=text, percent=percent, due_on=due_on,
        simulated=held.simulated,
    )  # fmt: skip


def withdraw_parts(whole: Task, hand: Hand, text: str) -> None:
    """What a task was handed down as goes with it: its open parts, and theirs, are withdrawn."""
    open_ones = Task.objects.select_for_update().filter(parent=whole, state__in=OPEN_STATES)
    for part in open_ones.order_by("pk"):
        withdraw_parts(part, hand, text)
        words = f"{whole.code}: {text.strip()}"
        take(part, StepKind.WITHDRAWN, hand, text=words, change={"extension_asked": None})


def told(held: Task) -> dict[str, Any]:
    """The task's columns as the record keeps them."""
    values = {name: getattr(held, name) for name in KEPT}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }


def _show(step: Step, evidence: Iterable[Shown], hand: Hand) -> list[str]:
    shown = []
    for number, each in enumerate(evidence, start=1):
        if each.file is not None:
            paper = keep_attachment(
                code=f"minh-chung-{step.task_id}-{step.number}-{number}",
                title=each.words or each.file[0], file=each.file, issuer=hand.body, on=hand.today,
            )  # fmt: skip
            Evidence.objects.create(step=step, document=paper, words=each.words)
            shown.append(paper.sha256)
        elif each.document:
            cited = document(each.document, seen_by=hand.by)
            Evidence.objects.create(step=step, document=cited, words=each.words)
            shown.append(cited.code)
        elif each.figure is not None:
            stated = figure(each.figure, seen_by=hand.by)
            Evidence.objects.create(step=step, figure=stated, words=each.words)
            shown.append(f"figure:{stated.pk}")
    return shown


__all__ = [
    "MOST_FILES",
    "Hand",
    "Shown",
    "as_assigner",
    "as_lead",
    "hold",
    "refuse_series",
    "take",
    "told",
    "withdraw_parts",
    "write_step",
]
