"""Making users, giving them posts, counting attempts to sign in."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from unicodedata import normalize

from django.core.cache import cache

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission

from .models import Post, User
from .roles import Role

ATTEMPTS = 5
WAIT_MINUTES = 15


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


def take_attempt(*, name: str, address: str) -> int:
    """Count one attempt to sign in; the minutes to wait when there were too many, else 0.

    Attempts are counted before the password is checked, so that guesses in parallel count too.
    """
    key = _attempts_key(name, address)
    cache.add(key, 0, WAIT_MINUTES * 60)
    try:
        taken = cache.incr(key)
    except ValueError:  # it expired between the two calls
        cache.set(key, 1, WAIT_MINUTES * 60)
        taken = 1
    return WAIT_MINUTES if taken > ATTEMPTS else 0


def forget_attempts(*, name: str, address: str) -> None:
    """A successful sign-in clears the count."""
    cache.delete(_attempts_key(name, address))


def _attempts_key(name: str, address: str) -> str:
    told = f"{normalize('NFKC', name).casefold()}|{address}"
    return f"sign-in:{sha256(told.encode()).hexdigest()}"
