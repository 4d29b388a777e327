"""Which sessions still stand, asked for many long-lived lines at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.contrib.sessions.models import Session
from django.utils import timezone

from ..models import User

AT_ONCE = 500
T = TypeVar("T")


def signed_out(sessions: Mapping[str, int]) -> set[str]:
    """Of sessions and their users those that have ended, run out, or whose account was closed.

    Two queries for each five hundred.
    """
    keys, users = sorted(sessions), sorted(set(sessions.values()))
    standing: set[str] = set()
    for part in _parts(keys):
        found = Session.objects.filter(session_key__in=part, expire_date__gt=timezone.now())
        standing |= set(found.values_list("session_key", flat=True))
    active: set[int] = set()
    for some in _parts(users):
        active |= set(User.objects.filter(pk__in=some, is_active=True).values_list("pk", flat=True))
    return {key for key, user in sessions.items() if key not in standing or user not in active}


def _parts(of: list[T]) -> list[list[T]]:
    return [of[start : start + AT_ONCE] for start in range(0, len(of), AT_ONCE)]


__all__ = ["signed_out"]
