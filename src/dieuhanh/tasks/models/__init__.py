"""Programmes, tasks and every step they took."""

from .programmes import Point, Programme
from .tasks import ORIGINS, CoBody, Evidence, KeptFilter, Step, Task

__all__ = ["ORIGINS", "CoBody", "Evidence", "KeptFilter", "Point", "Programme", "Step", "Task"]
