"""Plans in force and the drafts of the next, read."""

from .plans import indicators_by_code, plan, plans, target, targets, versions

__all__ = ["indicators_by_code", "plan", "plans", "target", "targets", "versions"]
