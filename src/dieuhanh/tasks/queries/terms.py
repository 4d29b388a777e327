"""Which rules of the law a task is followed up by, and the days it has left."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from dieuhanh.bodies.models import Body
from dieuhanh.domain.place_names import bare_name
from dieuhanh.domain.tasks import Standing, State, TaskLaw, law_on, standing
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.exchange.law import load_task_law
from dieuhanh.exchange.public_holidays import EARLIEST, LATEST
from dieuhanh.reports.queries.calendar import work_calendar

from ..models import Task
from .leads import province_of


def law_of(task: Task, on: date) -> TaskLaw:
    """The rules in force for a task: its assigner's province's own, else the country's."""
    return law_on(load_task_law(own=settings.OWN_LAW_FOLDER), on, scope_of(task.assigner, on))


def standing_of(task: Task, today: date) -> Standing | None:
    """Which of the four it is in; none of what was withdrawn or only stands for occurrences."""
    if task.state == State.WITHDRAWN.value or task.repeats:
        return None
    return standing(due_on=task.due_on, done_on=task.done_on, today=today)


def calendar_for(*days: date | None) -> WorkCalendar:
    """The worked days around some days; of years nobody knows the holidays of, weekends alone."""
    years = {day.year for day in days if day is not None and EARLIEST <= day.year <= LATEST}
    return (
        work_calendar(min(years), *range(min(years), max(years) + 1)) if years else WorkCalendar()
    )


def scope_of(assigner: Body, on: date) -> str:
    """The bare name of the province an assigner lies in, as the law's file writes it."""
    return bare_name(province_of(assigner.area, on).name) if assigner.area else ""


__all__ = ["calendar_for", "law_of", "scope_of", "standing_of"]
