"""Every step by its kind: what pages and programs hand over, and the verb it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.tasks import StepKind

from ..models import Task
from . import assigning, extending, following, handing
from .frame import Shown


@dataclass(frozen=True)
class Said:
    """What is said with a step; each takes what it needs. `seen` is the revision that was read."""

    text: str = ""
    percent: int | None = None
    until: date | None = None
    lead: str = ""
    official: str = ""
    official_user: int | None = None
    evidence: tuple[Shown, ...] = ()
    seen: int | None = None


Take = Callable[[Actor, str, Said, date], object]


def take_step(*, by: Actor, task: str, kind: StepKind, said: Said, today: date) -> None:
    """Take a step. Raises what its verb raises, Missing for what is no step of its own,
    BadInput("task.no_evidence") where something is shown with a step that takes none."""
    verb = TAKEN.get(kind)
    if verb is None:
        raise Missing("task.missing")
    if said.evidence and kind not in SHOWS:
        raise BadInput("task.no_evidence")
    verb(by, task, said, today)


def _words(verb: Callable[..., object]) -> Take:
    """A step that takes words alone."""

    def take(by: Actor, task: str, said: Said, today: date) -> object:
        return verb(by=by, task=task, text=said.text, today=today, seen=said.seen)

    return take


def _accept(by: Actor, task: str, said: Said, today: date) -> object:
    return following.accept(
        by=by, task=task, text=said.text, today=today, seen=said.seen, official=said.official,
        official_user=said.official_user,
    )  # fmt: skip


def _progress(by: Actor, task: str, said: Said, today: date) -> object:
    return following.progress(
        by=by, task=task, text=said.text, today=today, seen=said.seen, percent=said.percent,
        evidence=said.evidence,
    )  # fmt: skip


def _report(by: Actor, task: str, said: Said, today: date) -> object:
    return following.report_done(
        by=by, task=task, text=said.text, today=today, seen=said.seen, evidence=said.evidence
    )


def _extend(by: Actor, task: str, said: Said, today: date) -> object:
    if said.until is None:
        raise BadInput("date.empty")
    return extending.ask_extension(
        by=by, task=task, until=said.until, text=said.text, today=today, seen=said.seen
    )


def _grant(by: Actor, task: str, said: Said, today: date) -> object:
    return extending.grant_extension(
        by=by, task=task, until=said.until, text=said.text, today=today, seen=said.seen
    )


def _reassign(by: Actor, task: str, said: Said, today: date) -> Task:
    return assigning.reassign(
        by=by, task=task, lead=said.lead, text=said.text, today=today, seen=said.seen
    )


def _hand_over(by: Actor, task: str, said: Said, today: date) -> Task:
    return handing.hand_over(
        by=by, task=task, to=said.lead, text=said.text, today=today, seen=said.seen
    )


TAKEN: Mapping[StepKind, Take] = {
    StepKind.ACCEPTED: _accept,
    StepKind.ASKED_BACK: _words(following.ask_back),
    StepKind.ANSWERED: _words(following.answer),
    StepKind.PROGRESS: _progress,
    StepKind.REPORTED: _report,
    StepKind.EXTENSION_ASKED: _extend,
    StepKind.EXTENSION_GRANTED: _grant,
    StepKind.EXTENSION_REFUSED: _words(extending.refuse_extension),
    StepKind.CONFIRMED: _words(following.confirm),
    StepKind.RETURNED: _words(following.give_back),
    StepKind.WITHDRAWN: _words(following.withdraw),
    StepKind.REASSIGNED: _reassign,
    StepKind.HANDED_OVER: _hand_over,
    StepKind.DISPUTED: _words(following.dispute),
    StepKind.DISPUTE_SETTLED: _words(following.settle_dispute),
}

SHOWS = frozenset({StepKind.PROGRESS, StepKind.REPORTED})
"""The steps that take evidence; with another it would be lost."""

__all__ = ["SHOWS", "TAKEN", "Said", "take_step"]
