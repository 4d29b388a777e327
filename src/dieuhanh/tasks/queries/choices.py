"""What the form of a task offers: assigners, leads, helpers, fields, programmes, targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Refused
from dieuhanh.domain.text import vi_key
from dieuhanh.plans.models import Indicator, Target
from dieuhanh.plans.queries import plans, targets, versions

from ..models import Programme, Task
from .doors import programmes
from .leads import below, may_help, may_lead, standing_bodies
from .origins import Origin


@dataclass(frozen=True)
class Choices:
    """Everything to choose from; `assigner` is in whose name."""

    assigner: Body
    assigners: list[Body]
    leads: list[Body]
    helpers: list[Body]
    fields: list[str]
    programmes: list[Programme]
    targets: list[Target]


def choices(origin: Origin, *, seen_by: Actor, today: date, assigner: str = "") -> Choices:
    """What may be chosen for a task from an origin, in the name of one of the reader's bodies.

    Raises Refused where the reader assigns for nobody.
    """
    parent: Task | None = origin.links.get("parent")
    own = [parent.lead] if parent else assigners(seen_by=seen_by, today=today)
    if not own or not seen_by.may(Permission.TASK_ASSIGN, body=own[0].pk):
        raise Refused("refused")
    wanted = assigner or (origin.assigner.code if origin.assigner else "")
    chosen = next((body for body in own if body.code == wanted), own[0])
    leads = (below if parent else may_lead)(chosen, today)
    return Choices(
        chosen, own, list(leads.select_related("area")),
        list(may_help(chosen, today).select_related("area")), _fields(),
        list(programmes(seen_by=seen_by).order_by("-year", "code")),
        _targets(origin.targets, seen_by),
    )  # fmt: skip


def choices_for(task: Task, *, seen_by: Actor, today: date) -> Choices:
    """What may be chosen where a task is edited."""
    own = tuple(task.targets.values_list("pk", flat=True))
    helping = Q(pk__in=task.co_bodies.filter(removed=False).values("body"))
    able = Body.objects.filter(helping | Q(pk__in=may_help(task.assigner, today).values("pk")))
    return Choices(
        task.assigner, [task.assigner], [task.lead], list(able.select_related("area")), _fields(),
        list(programmes(seen_by=seen_by).order_by("-year", "code")), _targets(own, seen_by),
    )  # fmt: skip


def assigners(*, seen_by: Actor, today: date) -> list[Body]:
    """The bodies in whose name the actor assigns, the highest first."""
    held = seen_by.bodies(Permission.TASK_ASSIGN)
    found = standing_bodies(today) if held is None else standing_bodies(today).filter(pk__in=held)
    levels = {"ubnd": 0, "government": 0}
    return sorted(
        found, key=lambda body: (levels.get(body.kind, 1), body.parent_id or 0, vi_key(body.name))
    )


def _fields() -> list[str]:
    known = Indicator.objects.exclude(field="").values_list("field", flat=True).distinct()
    return sorted(known, key=vi_key)


def _targets(own: tuple[int, ...], actor: Actor) -> list[Target]:
    """Those of the newest plan in force, and those already linked."""
    newest = plans(seen_by=actor).first()
    held = versions(newest) if newest else []
    known = targets(held[0]) if held else []
    missing = set(own) - {target.pk for target in known}
    linked = Target.objects.filter(pk__in=missing, version__plan__in=plans(seen_by=actor))
    return [*linked, *known]


__all__ = ["Choices", "assigners", "choices", "choices_for"]
