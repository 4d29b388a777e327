"""Reads of conferences; `doors` is the one way in."""

from .doors import (
    conference,
    conferences,
    edits,
    kept_sites,
    own_delegate,
    person_id,
    runs,
    user_id,
)

__all__ = [
    "conference",
    "conferences",
    "edits",
    "kept_sites",
    "own_delegate",
    "person_id",
    "runs",
    "user_id",
]
