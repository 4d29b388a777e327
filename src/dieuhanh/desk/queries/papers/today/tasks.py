"""What is said today of tasks: their words, deadlines and progress, and counts of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.dateparse import parse_date

from dieuhanh.documents.actions.held import LONGEST_VALUE
from dieuhanh.documents.queries.sources import Cited
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.tasks import Standing, standing
from dieuhanh.paper.writing.compose.orders import together
from dieuhanh.paper.writing.compose.saying import count
from dieuhanh.tasks.models import Programme, Task
from dieuhanh.tasks.queries.doors import programmes, tasks
from dieuhanh.tasks.queries.standings import COUNTED

from ..late import EVERYBODY
from ..orders import order_of, told_tasks

OF_ONE = frozenset({"task", "due", "late", "progress"})
"""Keys are a task's code, of "late" with the day after it: "nv-2022-1/2022-06-30"."""
COUNTS = frozenset({"late-count", "late-bodies"})
"""Keys are a day and whose tasks: "2022-06-30/tat-ca", "2022-06-30/so-y-te-ca-mau"."""
OF_PROGRAMME = "task-count"
KINDS = OF_ONE | COUNTS | {OF_PROGRAMME}
MARKS = ".;:, "
OVER, WITHDRAWN, UNDATED = "không còn quá hạn", "đã rút", "không định"


def now(cited: Collection[Cited], *, seen_by: Actor, on: date) -> dict[Cited, str]:  # noqa: ARG001 - as every teller's
    """One query for tasks cited, one for those counted late, four for programmes."""
    found = _of_one([each for each in cited if each.kind in OF_ONE], seen_by)
    found |= _late_counts([each for each in cited if each.kind in COUNTS], seen_by)
    return found | _of_programmes([each for each in cited if each.kind == OF_PROGRAMME], seen_by)


def _of_one(asked: Collection[Cited], seen_by: Actor) -> dict[Cited, str]:
    codes = {each.key.partition("/")[0] for each in asked}
    rows = {row.code: row for row in tasks(seen_by=seen_by).filter(code__in=codes)} if asked else {}
    return {
        each: _stands(each, rows[code])
        for each in asked
        if (code := each.key.partition("/")[0]) in rows
    }


def _stands(each: Cited, row: Task) -> str:
    if row.state == "withdrawn":
        return WITHDRAWN
    if each.kind == "due":
        return f"{row.due_on:%d/%m/%Y}" if row.due_on else UNDATED
    if each.kind == "progress":
        return str(row.percent)
    if each.kind == "late":
        on = parse_date(each.key.partition("/")[2])
        return _late(row, on) if on else each.value
    title = row.title[:LONGEST_VALUE]
    return each.value if title.rstrip(MARKS) == each.value.rstrip(MARKS) else title


def _late(row: Task, on: date) -> str:
    """By how many days it was late on the day it was told, as its dates stand now."""
    if row.due_on is None or not _is_late(row.due_on, row.done_on, on):
        return OVER
    return str((on - row.due_on).days)


def _is_late(due: date | None, done: date | None, on: date) -> bool:
    then = done if done is not None and done <= on else None
    return standing(due_on=due, done_on=then, today=on) is Standing.OPEN_OVERDUE


class _Counted(NamedTuple):
    """A task as counts of late ones need it."""

    lead: str
    due: date
    done: date | None


def _late_counts(asked: Collection[Cited], seen_by: Actor) -> dict[Cited, str]:
    """How many were late on the days told, as their dates stand now: as the letter counted them."""
    read = {each: parse_date(each.key.partition("/")[0]) for each in asked}
    days = {each: day for each, day in read.items() if day is not None}
    if not days:
        return {}
    done_before = Q(done_on__lte=min(days.values()))
    rows = tasks(seen_by=seen_by).filter(COUNTED, due_on__lt=max(days.values()))
    counted = rows.exclude(done_before).values_list("lead__code", "due_on", "done_on")
    held = [_Counted(lead, due, done) for lead, due, done in counted if due is not None]
    return {each: _counted(each, held, day) for each, day in days.items()}


def _counted(each: Cited, held: Iterable[_Counted], on: date) -> str:
    whose = each.key.partition("/")[2]
    late = [task for task in held if _is_late(task.due, task.done, on)]
    if each.kind == "late-bodies":
        return count(len({task.lead for task in late}))
    return count(sum(whose in {EVERYBODY, task.lead} for task in late))


def _of_programmes(asked: Collection[Cited], seen_by: Actor) -> dict[Cited, str]:
    """How many tasks a programme has, one and the same given to several bodies counted once."""
    if not asked:
        return {}
    codes = {each.key for each in asked}
    held = dict(programmes(seen_by=seen_by).filter(code__in=codes).values_list("pk", "code"))
    links = Programme.carries_out.through.objects.filter(programme__in=held)
    papers: dict[int, set[int]] = {}
    for programme, document in links.values_list("programme_id", "document_id"):
        papers.setdefault(document, set()).add(programme)
    within = Q(programme__in=held) | Q(point__document__in=papers)
    of: dict[int, list[Task]] = {}
    for task in told_tasks(seen_by=seen_by).filter(within):
        through = papers.get(task.point.document_id, set()) if task.point else set()
        for pk in through | {task.programme_id or 0}:
            of.setdefault(pk, []).append(task)
    told = {
        code: count(len(together([order_of(task) for task in of.get(pk, ())])))
        for pk, code in held.items()
    }
    return {each: told[each.key] for each in asked if each.key in told}


__all__ = ["KINDS", "now"]
