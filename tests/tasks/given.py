"""Tasks to begin from: one the province gives Sở Y tế, one a district gives a commune."""

from __future__ import annotations

from datetime import date
from typing import Any

from dieuhanh.domain.actors import Actor
from dieuhanh.tasks.actions.assigning import Order, assign
from dieuhanh.tasks.models import Task
from dieuhanh.tasks.queries.origins import origin

TODAY = date(2022, 1, 12)
DUE = date(2022, 3, 31)
PROVINCE, HEALTH, DISTRICT, COMMUNE = "ubnd-ca-mau", "so-y-te-ca-mau", "ubnd-973", "ubnd-32248"


def order(**changed: Any) -> Order:
    told: dict[str, Any] = {
        "title": "Tiêm vắc xin cho người từ 12 tuổi", "assigner": PROVINCE, "lead": HEALTH,
        "product": "Báo cáo kết quả tiêm", "field": "y tế", "due_on": DUE,
    }  # fmt: skip
    return Order(**(told | changed))


def given(by: Actor, kind: str = "hand", key: str = "", **changed: Any) -> Task:
    """A task, assigned today."""
    came = origin(kind, key, seen_by=by)
    return assign(by=by, order=order(**changed), origin=came, today=TODAY)


def again(found: Task) -> Task:
    """The task as it is now."""
    return Task.objects.select_related("lead", "assigner").get(pk=found.pk)
