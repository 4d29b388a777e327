"""What becomes of tasks by the day alone: occurrences assigned, ended bodies followed."""

from __future__ import annotations

import logging
from datetime import date

from django.db.models import Q

from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import Register
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import OPEN

from .actions.handing import hand_over
from .actions.occurring import make_occurrences
from .models import Task
from .queries.answering import answering

KEEPER = Actor(
    "system:tasks", "Điều Hành", (Grant(Permission.TASK_VIEW), Grant(Permission.TASK_ASSIGN))
)
STANDING = [state.value for state in OPEN]
log = logging.getLogger(__name__)


def keep_tasks(*, today: date) -> int:
    """Make the occurrences that have begun, hand over what ended bodies led; how many of both.

    Doing it again the same day changes nothing. What has several successors waits for its
    assigner to choose.
    """
    return _occurrences(today) + _handed_over(today)


def _occurrences(today: date) -> int:
    series = Task.objects.filter(state__in=STANDING).exclude(repeats="").order_by("pk")
    made = 0
    for pk in series.values_list("pk", flat=True):
        try:
            made += len(make_occurrences(by=KEEPER, series=pk, today=today))
        except BadInput as fault:
            log.warning("task series %s: %s", pk, fault)
    return made


def _handed_over(today: date) -> int:
    """Only what has one body to go to: the rest is not looked at again each time."""
    open_ones = Task.objects.filter(state__in=STANDING)
    leads = Body.objects.filter(valid_to__lt=today, led_tasks__in=open_ones).distinct()
    assigners = Body.objects.filter(valid_to__lt=today, assigned_tasks__in=open_ones).distinct()
    register = Register()
    one_heir = [body.pk for body in leads if len(register.answering(body, today)) == 1]
    one_above = [body.pk for body in assigners if len(answering(body, today)) == 1]
    going = open_ones.filter(Q(lead__in=one_heir) | Q(assigner__in=one_above)).order_by("pk")
    moved = 0
    for code in going.values_list("code", flat=True):
        try:
            hand_over(by=KEEPER, task=code, today=today)
        except BadInput as fault:
            log.warning("task %s is not handed over: %s", code, fault)
        else:
            moved += 1
    return moved


__all__ = ["keep_tasks"]
