"""What every write about people asks first."""

from __future__ import annotations

from datetime import date

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing

from ..models import Post, User


def administers(by: Actor, user: User) -> bool:
    """Whether an administrator's reach covers every post the user has ever been given."""
    if not by.may(Permission.USER_EDIT):
        return False
    areas = by.areas(Permission.USER_EDIT)
    if areas is None:
        return True
    held = Post.objects.filter(user=user).exclude(body=None)
    outside = held.exclude(body__area_id__in=areas)
    return not outside.exists()


def administer(by: Actor, user: User) -> None:
    """Raise Missing, alike for no such user and for one out of reach."""
    if not administers(by, user):
        raise Missing("people.missing")


def not_oneself(by: Actor, user: User) -> None:
    """Nobody changes their own rights. Raises BadInput("people.own_rights")."""
    if by.id == f"user:{user.pk}":
        raise BadInput("people.own_rights")


def check_days(since: date, until: date | None) -> None:
    """Raise BadInput("people.days") where the last day lies before the first."""
    if until is not None and until < since:
        raise BadInput("people.days")


def check_reason(reason: str) -> str:
    """The reason, which must be told. Raises BadInput("people.reason")."""
    if not reason.strip():
        raise BadInput("people.reason")
    return reason.strip()[:300]
