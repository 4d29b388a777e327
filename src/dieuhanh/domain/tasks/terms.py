"""Extensions and alerts: how many, asked until when, who is told; read from the law's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from ..dates import write_vi_date
from ..errors import BadInput
from ..law_entries import holds, in_force, provenance
from ..working_days import WorkCalendar

ONE_DAY = timedelta(days=1)


class Rung(StrEnum):
    """Who is told, a rung higher each time: the officer, the lead's head, the assigner."""

    OFFICER = "officer"
    HEAD = "head"
    ASSIGNER = "assigner"


@dataclass(frozen=True, slots=True)
class Alert:
    """Tell these so many working days after the deadline, before it when below zero."""

    days: int
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """How many extensions one task may be granted, and whether they may be asked for late."""

    most: int
    after_deadline: bool


@dataclass(frozen=True, slots=True)
class TaskLaw:
    """One provision: extensions and the ladder, since when, by what, how surely known."""

    extensions: ExtensionRule
    ladder: tuple[Alert, ...]
    citation: str
    in_force_from: date
    in_force_to: date | None
    scope: str
    confidence: str
    source: str
    note: str

    def holds(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return holds(self, day)


def law_on(laws: Iterable[TaskLaw], day: date, scope: str = "") -> TaskLaw:
    """The provision in force: the province's own before the country's, the newest first.

    Raises BadInput("task.no_law").
    """
    found = in_force(laws, day, scope)
    if found is None:
        raise BadInput("task.no_law", day=write_vi_date(day))
    return found


def check_extension(
    rule: ExtensionRule, *, due_on: date | None, asked_for: date, granted: int, today: date
) -> None:
    """Whether a later deadline may be asked for, or granted.

    Raises BadInput("extension.no_deadline" | "extension.not_later" | "extension.past" |
    "extension.too_many" | "extension.too_late").
    """
    if due_on is None:
        raise BadInput("extension.no_deadline")
    if asked_for <= due_on:
        raise BadInput("extension.not_later", due=write_vi_date(due_on))
    if asked_for < today:
        raise BadInput("extension.past", asked=write_vi_date(asked_for))
    if granted >= rule.most:
        raise BadInput("extension.too_many", most=rule.most)
    if today > due_on and not rule.after_deadline:
        raise BadInput("extension.too_late", due=write_vi_date(due_on))


def alert_on(
    due_on: date, today: date, ladder: Iterable[Alert], calendar: WorkCalendar
) -> Alert | None:
    """The alert that falls on the day, if one does.

    >>> ladder = (Alert(-3, (Rung.OFFICER,)), Alert(1, (Rung.HEAD,)))
    >>> alert_on(date(2022, 3, 31), date(2022, 4, 1), ladder, WorkCalendar()).days
    1
    """
    for each in ladder:
        told = calendar.add(due_on, each.days) if each.days else due_on
        if told == today:
            return each
    return None


def due_days(
    today: date, ladder: Iterable[Alert], calendar: WorkCalendar, *, reach: int = 90
) -> dict[date, Alert]:
    """Which deadlines have an alert today, each with it, so that one query finds their tasks.

    Looks `reach` calendar days both ways; equals asking `alert_on` of every deadline.
    """
    steps = tuple(ladder)
    days = (today + ONE_DAY * offset for offset in range(-reach, reach + 1))
    found = ((day, alert_on(day, today, steps, calendar)) for day in days)
    return {day: alert for day, alert in found if alert is not None}


def read_task_law(data: Mapping[str, Any]) -> tuple[TaskLaw, ...]:
    """The provisions in the tables of `law/tasks.toml`. Raises BadInput("task.law")."""
    laws = []
    for place, entry in enumerate(data.get("follow_up", ()), start=1):
        try:
            laws.append(_law(entry))
        except (KeyError, TypeError, ValueError) as fault:
            raise BadInput("task.law", entry=place, fault=str(fault)) from fault
    return tuple(laws)


def _law(entry: Mapping[str, Any]) -> TaskLaw:
    most, late = entry["extensions"]["most"], entry["extensions"]["after_deadline"]
    if type(most) is not int or most < 0 or type(late) is not bool:
        raise ValueError(f"extensions={entry['extensions']!r}")
    return TaskLaw(
        extensions=ExtensionRule(most, late),
        ladder=tuple(sorted((_alert(each) for each in entry["ladder"]), key=lambda w: w.days)),
        **provenance(entry),
    )


def _alert(entry: Mapping[str, Any]) -> Alert:
    days, rungs = entry["days"], tuple(Rung(each) for each in entry["to"])
    if type(days) is not int or not rungs:
        raise ValueError(f"days={days!r}, to={rungs!r}")
    return Alert(days, rungs)


__all__ = [
    "Alert",
    "ExtensionRule",
    "Rung",
    "TaskLaw",
    "alert_on",
    "check_extension",
    "due_days",
    "law_on",
    "read_task_law",
]
