"""Tasks put straight into the books, many at once and in any state, for lists and counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.tasks.models import Step, Task

DAY = date(2022, 1, 12)
PROVINCE, HEALTH, COMMUNE = "ubnd-ca-mau", "so-y-te-ca-mau", "ubnd-32248"


@verb
def put(by: Actor, code: str, *, lead: str = HEALTH, **told: Any) -> Task:
    """One task; what is not told is ordinary. `returned_on` adds the step of a return."""
    returned_on = told.pop("returned_on", None)
    assigner = Body.objects.get(code=told.pop("assigner", PROVINCE))
    leader = Body.objects.get(code=lead)
    values: dict[str, Any] = {
        "title": f"Nhiệm vụ {code}", "field": "y tế", "origin": "hand", "assigned_on": DAY,
        "due_on": date(2022, 3, 31), "state": "accepted",
    } | told  # fmt: skip
    values.setdefault("first_due_on", values["due_on"])
    made = Task.objects.create(
        code=code, assigner=assigner, lead=leader, first_lead=leader, **values
    )
    if returned_on:
        Step.objects.create(
            task=made, number=1, kind="returned", on=returned_on, at=f"{returned_on}T05:00:00Z",
            by_id=by.id, by_name=by.name, text="chưa đạt",
        )  # fmt: skip
    return made


def four(by: Actor, prefix: str = "T", **told: Any) -> dict[str, Task]:
    """One task in each of the four states on 1 April 2022, by the state."""
    due = date(2022, 3, 1)
    done = {"state": "confirmed", "percent": 100}
    late, later = date(2022, 3, 2), date(2022, 6, 30)
    return {
        "done_on_time": put(by, f"{prefix}-1", due_on=due, done_on=due, **done, **told),
        "done_late": put(by, f"{prefix}-2", due_on=due, done_on=late, **done, **told),
        "open_in_time": put(by, f"{prefix}-3", due_on=later, **told),
        "open_overdue": put(by, f"{prefix}-4", due_on=due, **told),
    }
