"""What spans the apps: the overview, the work list, previews."""

from .errands import Errand
from .overview import Overview, overview, plans_to_show
from .work import Work, acts_for_somebody, begins_with_work, work

__all__ = [
    "Errand",
    "Overview",
    "Work",
    "acts_for_somebody",
    "begins_with_work",
    "overview",
    "plans_to_show",
    "work",
]
