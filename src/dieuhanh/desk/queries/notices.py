"""Notices: who is to be told what happened, and what a person has been told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from dieuhanh.domain.actors import Permission
from dieuhanh.people.models import Post, User
from dieuhanh.people.queries.heirs import heirs
from dieuhanh.people.roles import ROLES, Leader

from ..models import MailChoice, Notice


def notices_of(user: User) -> QuerySet[Notice]:
    """What one person has been told, the newest first."""
    return Notice.objects.filter(user=user).order_by("-made_at", "-pk")


def unread_count(user: User) -> int:
    """How many of them are not read yet."""
    return Notice.objects.filter(user=user, read_at=None).count()


def wants_digest(user: User) -> bool:
    """Whether a digest may be mailed; it is unless declined."""
    choice = MailChoice.objects.filter(user=user).first()
    return choice is None or choice.digest


def officers_of(bodies: Iterable[int], permission: Permission, *, on: date) -> dict[int, list[int]]:
    """Users who act for each body by a post in force: what concerns a body is told to them.

    For a body that has ended its heirs' officers act too.
    """
    own = [code for code, role in ROLES.items() if permission in role.for_body]
    serving = [code for code, role in ROLES.items() if permission in role.for_served]
    return _holding(bodies, own, serving, on)


def heads_of(bodies: Iterable[int], *, on: date) -> dict[int, list[int]]:
    """Users who lead each body by a post in force, or the bodies that answer for it."""
    return _holding(bodies, [Leader.code], [], on)


def _holding(
    bodies: Iterable[int], own: list[str], serving: list[str], on: date
) -> dict[int, list[int]]:
    acting = heirs(bodies, on)
    reached = set().union(*acting.values())
    held = Post.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on, user__is_active=True
    )
    officers: dict[int, list[int]] = {}
    for found_posts, body in (
        (held.filter(body__in=reached, role__in=own), "body_id"),
        (held.filter(body__parent__in=reached, role__in=serving), "body__parent_id"),
    ):
        for one, user in found_posts.values_list(body, "user_id").distinct():
            officers.setdefault(one, []).append(user)
    found = {
        body: sorted({user for each in reached for user in officers.get(each, ())})
        for body, reached in acting.items()
    }
    return {body: users for body, users in found.items() if users}
