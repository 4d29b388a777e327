"""Tasks: listed, and one with all that happened to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, Query, Router

from dieuhanh.domain.actors import Actor
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of

from ..models import Task
from ..queries import task as find_task
from ..queries.reading import helpers_of, listed, parts_of, steps_of
from .shapes import StepOut, TaskOut, TaskStory, step_shape, task_shape

tasks_router = Router(tags=["tasks"])
FILTERS = {
    "state": "state",
    "lead": "lead__code",
    "assigner": "assigner__code",
    "field": "field",
    "priority": "priority",
    "origin": "origin",
    "programme": "programme__code",
    "conference": "conclusion__conference__code",
    "parent": "parent__code",
    "due_from": "due_on__gte",
    "due_until": "due_on__lte",
    "disputed": "disputed",
}


class TasksAsked(Listed):
    """Which tasks: codes of bodies and of what they belong to, a state, days."""

    state: str = ""
    lead: str = ""
    assigner: str = ""
    field: str = ""
    priority: str = ""
    origin: str = ""
    programme: str = ""
    conference: str = ""
    parent: str = ""
    due_from: date | None = Field(None, description="due on this day or later")
    due_until: date | None = Field(None, description="due on this day or earlier")
    disputed: bool | None = None


@tasks_router.get("", response=Page[TaskOut], operation_id="list_tasks")
def list_tasks(request: Asked, asked: Query[TasksAsked]) -> dict[str, Any]:
    """The tasks you may see."""
    asked_for = ((column, getattr(asked, name)) for name, column in FILTERS.items())
    given = {column: value for column, value in asked_for if value not in (None, "")}
    return page_of(listed(seen_by=request.actor).filter(**given), asked, task_shape)


@tasks_router.get("/{code}", response=TaskStory, operation_id="get_task")
def get_task(request: Asked, code: str) -> dict[str, Any]:
    """One task with its parts and steps."""
    return story_shape(find_task(code, seen_by=request.actor), seen_by=request.actor)


def story_shape(found: Task, *, seen_by: Actor) -> dict[str, Any]:
    """A task with its words, its helpers, the parts the actor may see and its steps."""
    return {
        **task_shape(found),
        "text": found.text,
        "quote": found.quote,
        "co_bodies": helpers_of(found),
        "parts": [task_shape(each) for each in parts_of(found, seen_by=seen_by)],
        "steps": [step_shape(each) for each in steps_of(found)],
    }


@tasks_router.get("/{code}/steps", response=list[StepOut], operation_id="list_steps")
def list_steps(request: Asked, code: str) -> list[dict[str, Any]]:
    """Everything that happened to a task, in order, with its evidence."""
    return [step_shape(each) for each in steps_of(find_task(code, seen_by=request.actor))]
