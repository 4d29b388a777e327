"""Tasks assigned and followed by programs, through the verbs of the pages."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema
from ninja.params.functions import Header

from dieuhanh.audit.actions import once
from dieuhanh.domain.tasks import StepKind
from dieuhanh.ui.asked import Asked

from ..actions.assigning import Order, assign
from ..actions.frame import Shown
from ..actions.steps import Said, take_step
from ..models import Task
from ..queries import task as find_task
from ..queries.origins import origin
from .shapes import TaskStory
from .tasks import story_shape, tasks_router


class TaskIn(Schema):
    """A task to assign. `origin` and `comes_from` say what it comes from: a conclusion's or a
    finding's id, a point's, a target's, a paper's or a task's code; `hand` from nothing."""

    title: str = Field(max_length=500)
    assigner: str = Field("", max_length=60, description="body code; empty: the origin's own")
    lead: str = Field(max_length=60, description="body code")
    origin: str = Field("hand", max_length=12)
    comes_from: str = Field("", max_length=80)
    text: str = Field("", max_length=5000)
    product: str = Field("", max_length=500)
    field: str = Field("", max_length=80)
    priority: str = Field("normal", max_length=8, description="urgent, high or normal")
    co_bodies: list[str] = Field(default_factory=list, max_length=200)
    official: str = Field("", max_length=300)
    due_on: date | None = None
    repeats: str = Field("", max_length=8, description="month, quarter or year; empty: once")
    programme: str = Field("", max_length=60)
    targets: list[int] = Field(default_factory=list, max_length=200)
    assessment: int | None = Field(None, ge=1, lt=2**62)
    quote: str = Field("", max_length=5000)


class StepIn(Schema):
    """A step to take. `revision` is that of the task that was read: a step somebody took since
    is not passed over. `until` belongs to extensions, `lead` to reassigning and handing over."""

    kind: StepKind
    text: str = Field("", max_length=5000)
    percent: int | None = None
    until: date | None = None
    lead: str = Field("", max_length=60)
    official: str = Field("", max_length=300)
    documents: list[str] = Field(default_factory=list, max_length=50, description="codes of papers")
    figures: list[int] = Field(default_factory=list, max_length=50)
    revision: int | None = Field(None, ge=0, lt=2**31)


@tasks_router.post("", response={201: TaskStory}, operation_id="assign_task")
def post_task(
    request: Asked,
    told: TaskIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Assign a task, once: a repeat with the same key gets the same task."""

    def work() -> dict[str, Any]:
        return {"code": _assigned(request, told).code}

    asked = json.dumps(told.model_dump(mode="json"), sort_keys=True).encode()
    answer = once(by=request.actor, key=idempotency_key, asked=asked, work=work)
    return story_shape(find_task(answer.told["code"], seen_by=request.actor), seen_by=request.actor)


@tasks_router.post("/{code}/steps", response=TaskStory, operation_id="take_step")
def post_step(
    request: Asked,
    code: str,
    told: StepIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> dict[str, Any]:
    """Take a step on a task, with a key once: accept it, report progress, confirm it, and so on."""
    shown = [Shown(document=each) for each in told.documents]
    shown += [Shown(figure=each) for each in told.figures]
    said = Said(
        text=told.text, percent=told.percent, until=told.until, lead=told.lead,
        official=told.official, evidence=tuple(shown), seen=told.revision,
    )  # fmt: skip

    def work() -> dict[str, Any]:
        take_step(by=request.actor, task=code, kind=told.kind, said=said, today=request.today)
        return {"code": code}

    asked = json.dumps([code, told.model_dump(mode="json")], sort_keys=True).encode()
    once(by=request.actor, key=idempotency_key, asked=asked, work=work)
    return story_shape(find_task(code, seen_by=request.actor), seen_by=request.actor)


def _assigned(request: Asked, told: TaskIn) -> Task:
    given = told.model_dump(exclude={"origin", "comes_from"})
    order = Order(**given | {"co_bodies": tuple(told.co_bodies), "targets": tuple(told.targets)})
    came = origin(told.origin, told.comes_from, seen_by=request.actor)
    return assign(by=request.actor, order=order, origin=came, today=request.today)


__all__ = ["post_step", "post_task"]
