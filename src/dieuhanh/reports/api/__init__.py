"""Figures, forms, rounds and submissions, for programs."""

from .figures import figures_router
from .forms import forms_router
from .rounds import rounds_router
from .submissions import submissions_router

__all__ = ["figures_router", "forms_router", "rounds_router", "submissions_router"]
