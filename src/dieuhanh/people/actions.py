"""Making users and giving them posts."""

from __future__ import annotations

from datetime import date

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission

from .models import Post, User
from .roles import Role


@verb
def create_user(*, by: Actor, username: str, full_name: str = "", password: str = "") -> User:
    """A user who can sign in; with no password, only a demo's seat lets them in."""
    by.require(Permission.USER_EDIT)
    user = User(username=username, full_name=full_name)
    user.set_password(password or None)
    user.save()
    record(by=by, verb="user.created", subject=username)
    return user


@verb
def appoint(
    *, by: Actor, user: User, body: Body | None, role: type[Role], title: str, since: date
) -> Post:
    """Give a user a post from a day on."""
    by.require(Permission.USER_EDIT, at=body.area_id if body else None)
    post = Post.objects.create(user=user, body=body, role=role.code, title=title, valid_from=since)
    record(
        by=by, verb="user.appointed", subject=user.username,
        now={"body": body.code if body else "", "role": role.code, "since": since.isoformat()},
    )  # fmt: skip
    return post
