"""Vietnamese official texts read into records, deterministically, each with its source words."""

from .reader import read

__all__ = ["read"]
