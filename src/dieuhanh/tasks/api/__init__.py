"""Tasks, for programs: listed, followed up, assigned."""

from . import writing
from .tasks import tasks_router

__all__ = ["tasks_router", "writing"]
