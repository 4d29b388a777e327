"""The one way to tasks and programmes: whoever may not see one is told that there is none."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import CoBody, Programme, Task


def tasks(*, seen_by: Actor) -> QuerySet[Task]:
    """Tasks led in the areas and fields the actor may see, and those their bodies have to do with."""
    scopes = seen_by.scopes(Permission.TASK_VIEW)
    own = _own_bodies(seen_by)
    if scopes is None or own is None:
        return Task.objects.all()
    reached = Q(pk__in=())
    for areas, fields in scopes:
        # Which bodies lie there is asked once, not of each task.
        there = Body.objects.filter(area__in=areas or ()).values("pk")
        within = Q() if areas is None else Q(lead__in=there)
        reached |= within if fields is None else within & Q(field__in=fields)
    helping = Exists(CoBody.objects.filter(task=OuterRef("pk"), body__in=own, removed=False))
    concerned = Q(lead__in=own) | Q(assigner__in=own) | Q(helping)
    return Task.objects.filter(reached | concerned)


def task(code: str, *, seen_by: Actor) -> Task:
    """One of them. Raises Missing, absent and hidden alike."""
    found = tasks(seen_by=seen_by).filter(code=code)
    row = found.select_related("lead", "assigner", "first_lead", "programme").first()
    if row is None:
        raise Missing("task.missing")
    return row


def programmes(*, seen_by: Actor) -> QuerySet[Programme]:
    """Programmes of bodies whose every task the actor may see, of their own, or with one of theirs."""
    areas = seen_by.areas(Permission.TASK_VIEW, every_field=True)
    own = _own_bodies(seen_by)
    if areas is None or own is None:
        return Programme.objects.all()
    theirs = tasks(seen_by=seen_by).filter(programme=OuterRef("pk"))
    return Programme.objects.filter(Q(body__area__in=areas) | Q(body__in=own) | Exists(theirs))


def programme(code: str, *, seen_by: Actor) -> Programme:
    """One of them. Raises Missing."""
    found = programmes(seen_by=seen_by).filter(code=code).select_related("body").first()
    if found is None:
        raise Missing("programme.missing")
    return found


def _own_bodies(actor: Actor) -> frozenset[int] | None:
    held = [actor.bodies(p) for p in (Permission.TASK_ASSIGN, Permission.TASK_REPORT)]
    if any(bodies is None for bodies in held):
        return None
    return frozenset().union(*(bodies for bodies in held if bodies is not None))


__all__ = ["programme", "programmes", "task", "tasks"]
