"""Tasks, for programs: listed, followed up, assigned."""

from . import evidence, writing
from .tasks import tasks_router

__all__ = ["evidence", "tasks_router", "writing"]
