"""Nhiệm vụ: programmes, assigned tasks, their follow-up, scorecards."""
