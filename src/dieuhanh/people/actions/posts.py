"""Appointing people to posts and ending them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing

from ..models import Post, User
from ..queries.rights import administers, check_days, not_oneself
from ..roles import Role


@verb
def appoint(
    *,
    by: Actor,
    user: User,
    body: Body | None,
    role: type[Role],
    title: str,
    since: date,
    fields: Sequence[str] = (),
    until: date | None = None,
) -> Post:
    """Give a user a post from a day on; `fields` narrow what it sees, none: every field.

    Raises BadInput("people.own_rights" | "people.days" | "people.post_twice").
    """
    by.require(Permission.USER_EDIT, at=body.area_id if body else None)
    for permission in role.everywhere - Role.everywhere:  # without bounds: by holders alone
        by.require(permission)
    not_oneself(by, user)
    check_days(since, until)
    same = Post.objects.filter(user=user, body=body, role=role.code, valid_from=since)
    if same.exists():
        raise BadInput("people.post_twice", title=title)
    post = Post.objects.create(
        user=user, body=body, role=role.code, title=title, valid_from=since, valid_to=until,
        fields=list(fields),
    )  # fmt: skip
    now = {
        "body": body.code if body else "", "role": role.code, "since": since.isoformat(),
        "fields": list(fields),
    }  # fmt: skip
    record(by=by, verb="user.appointed", subject=user.username, now=now)
    return post


@verb
def end_post(*, by: Actor, post: int, last_day: date) -> Post:
    """Say on which day a post was or will be held for the last time.

    Raises Missing for a post outside the actor's reach, BadInput("people.days").
    """
    held = Post.objects.select_related("user", "body").filter(pk=post).first()
    if held is None or not _in_reach(by, held):
        raise Missing("people.missing")
    not_oneself(by, held.user)
    check_days(held.valid_from, last_day)
    was = held.valid_to
    held.valid_to = last_day
    held.save(update_fields=["valid_to"])
    record(
        by=by, verb="user.post_ended", subject=held.user.username,
        was={"until": was and was.isoformat()},
        now={"post": held.pk, "title": held.title, "until": last_day.isoformat()},
    )  # fmt: skip
    return held


def _in_reach(by: Actor, held: Post) -> bool:
    """By the area of its body; a post without one goes with the rest of what its holder holds."""
    if held.body is None:
        return administers(by, held.user)
    return by.may(Permission.USER_EDIT, at=held.body.area_id)
