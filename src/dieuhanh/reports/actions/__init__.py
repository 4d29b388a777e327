"""Every write of forms, rounds, submissions and figures."""

from .figures import import_figures

__all__ = ["import_figures"]
