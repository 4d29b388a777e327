"""Reads of tasks; `doors` is the one way in."""

from .doors import programme, programmes, task, tasks

__all__ = ["programme", "programmes", "task", "tasks"]
