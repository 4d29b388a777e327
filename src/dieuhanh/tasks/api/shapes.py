"""How a task and its steps are told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema

from ..models import Evidence, Step, Task


class TaskOut(Schema):
    """A task. `state` is where it stands; `done_on` is the day the lead reported it done.

    `origin` says what it comes from, `comes_from` which one; `percent` is what the lead says.
    """

    code: str
    title: str
    product: str
    field: str
    priority: str
    origin: str
    comes_from: dict[str, Any]
    programme: str | None
    assigner: str
    lead: str
    lead_name: str
    first_lead: str
    official: str
    assigned_on: date
    due_on: date | None
    first_due_on: date | None
    repeats: str
    period: str
    state: str
    percent: int
    reported_on: date | None
    done_on: date | None
    extensions: int
    extension_asked: date | None
    disputed: bool
    revision: int
    simulated: bool


class EvidenceOut(Schema):
    """What a step shows: a paper in the register, or a figure in the books. `file` names what
    `/tasks/{code}/evidence/{id}/file` gives."""

    id: int
    document: str | None
    figure: int | None
    words: str
    file: str | None


class StepOut(Schema):
    """One thing that happened to a task, in whose name, and what was shown for it."""

    number: int
    kind: str
    on: date
    at: datetime
    by: str
    body: str | None
    text: str
    percent: int | None
    due_on: date | None
    evidence: list[EvidenceOut]
    simulated: bool


class TaskStory(TaskOut):
    """A task with its words, its helpers, its parts and every step it took."""

    text: str
    quote: str
    co_bodies: list[str]
    parts: list[TaskOut]
    steps: list[StepOut]


CITED = {"comes_from", "programme", "assigner", "lead", "lead_name", "first_lead"}


def task_shape(found: Task) -> dict[str, Any]:
    """A task as a line of a list."""
    return {
        **{name: getattr(found, name) for name in TaskOut.model_fields if name not in CITED},
        "comes_from": _comes_from(found),
        "programme": found.programme.code if found.programme else None,
        "assigner": found.assigner.code,
        "lead": found.lead.code,
        "lead_name": found.lead.name,
        "first_lead": found.first_lead.code,
    }


def step_shape(each: Step) -> dict[str, Any]:
    """A step with its evidence."""
    as_is = set(StepOut.model_fields) - {"by", "body", "evidence"}
    return {
        **{name: getattr(each, name) for name in as_is},
        "by": each.by_name,
        "body": each.body.code if each.body else None,
        "evidence": [
            {
                "id": shown.pk,
                "document": shown.document.code if shown.document else None,
                "figure": shown.figure_id,
                "words": shown.words,
                "file": _file(shown),
            }
            for shown in each.evidence.all()
        ],
    }


def _file(shown: Evidence) -> str | None:
    kept = shown.document
    return kept.file_name if kept and kept.sha256 else None


def _comes_from(found: Task) -> dict[str, Any]:
    """Where it comes from, by the names these things have elsewhere in the API."""
    if found.conclusion:
        told = {"conference": found.conclusion.conference.code, "conclusion": found.conclusion.pk}
    elif found.point:
        told = {"document": found.point.document.code, "point": found.point.number}
    elif found.target:
        told = {"plan": found.target.version.plan.code, "no": found.target.no}
    elif found.document:
        told = {"document": found.document.code}
    elif found.parent:
        told = {"task": found.parent.code}
    else:
        told = {"finding": found.finding_id} if found.finding_id else {}
    return told


__all__ = ["StepOut", "TaskOut", "TaskStory", "step_shape", "task_shape"]
