"""Tokens cut to some of what their owner may."""

from __future__ import annotations

from collections.abc import Iterable

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.people.actions import make_token
from dieuhanh.people.models import User
from tests.api.conftest import Caller
from tests.conftest import DEMO_DAY


def token_with(owner: Actor, seat: str, scopes: Iterable[str]) -> Caller:
    """A caller whose token carries these permissions alone."""
    _, secret = make_token(
        by=owner, owner=User.objects.get(username=seat), name="thử",
        scopes={Permission(each) for each in scopes}, expires_on=DEMO_DAY, today=DEMO_DAY,
    )  # fmt: skip
    return Caller(secret)
