"""Tasks: their life, the four states of Decision 42/2014 read off dates, rates, extensions."""

from .life import OPEN, State, StepKind, after, check_step, may_follow
from .parts import Part, rolled_percent, still_open
from .rates import PUBLISHED_2017, Counts, Formula, Rate, counts_of, rate
from .repeating import Occurrence, Repeats, occurrences
from .standing import Standing, days_left, standing
from .terms import (
    Alert,
    ExtensionRule,
    Rung,
    TaskLaw,
    alert_on,
    check_extension,
    due_days,
    law_on,
    read_task_law,
)

__all__ = [
    "OPEN",
    "PUBLISHED_2017",
    "Alert",
    "Counts",
    "ExtensionRule",
    "Formula",
    "Occurrence",
    "Part",
    "Rate",
    "Repeats",
    "Rung",
    "Standing",
    "State",
    "StepKind",
    "TaskLaw",
    "after",
    "alert_on",
    "check_extension",
    "check_step",
    "counts_of",
    "days_left",
    "due_days",
    "law_on",
    "may_follow",
    "occurrences",
    "rate",
    "read_task_law",
    "rolled_percent",
    "standing",
    "still_open",
]
