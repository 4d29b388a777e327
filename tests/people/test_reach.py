"""An administrator of one district gives and takes nothing beyond it, nor what they do not hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing, Refused
from dieuhanh.people.actions import (
    Where,
    appoint,
    create_user,
    end_grant,
    end_post,
    give_grant,
    make_token,
    revoke_token,
)
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.roles import ROLES
from tests.conftest import DEMO_DAY

pytestmark = pytest.mark.usefixtures("example")
SINCE = date(2021, 1, 1)
OWN = "ubnd-972"


@pytest.fixture
def of_a_district(at_machine: Actor) -> Actor:
    user = create_user(by=at_machine, username="quan-tri-huyen", full_name="Quản trị huyện")
    district = Area.objects.get(code="972", valid_to=date(2025, 6, 30))
    give_grant(
        by=at_machine, user=user, permission=Permission.USER_EDIT, since=SINCE, until=None,
        reason="giữ tài khoản của huyện", where=Where(district),
    )  # fmt: skip
    return actor_of(user, on=DEMO_DAY)


@pytest.mark.parametrize("body", [None, OWN])
def test_what_one_does_not_hold_is_not_given_with_a_role(
    of_a_district: Actor, at_machine: Actor, body: str | None
) -> None:
    other = create_user(by=at_machine, username="ban", full_name="Bạn")
    where = Body.objects.get(code=body) if body else None
    with pytest.raises(Refused):
        appoint(
            by=of_a_district, user=other, body=where, role=ROLES["administrator"],
            title="Quản trị", since=SINCE,
        )  # fmt: skip
    assert not actor_of(other, on=DEMO_DAY).may(Permission.BOOKS_KEEP)


def test_an_officer_of_the_district_is_appointed(
    of_a_district: Actor, at_machine: Actor, actor: Callable[[str], Actor]
) -> None:
    other = create_user(by=at_machine, username="ban", full_name="Bạn")
    own = Body.objects.get(code=OWN)
    for by, name in ((of_a_district, "district"), (actor("quan-tri"), "administrator")):
        appoint(by=by, user=other, body=own, role=ROLES[name], title="x", since=SINCE)
    assert actor_of(other, on=DEMO_DAY).may(Permission.FIGURE_APPROVE, body=own.pk)


def test_nothing_of_another_s_officer_is_taken(
    of_a_district: Actor, at_machine: Actor, actor: Callable[[str], Actor]
) -> None:
    planner = User.objects.get(username="chuyen-vien")
    token, _ = make_token(
        by=actor("chuyen-vien"), owner=planner, name="thử", scopes=[Permission.FIGURE_VIEW],
        expires_on=DEMO_DAY, today=DEMO_DAY,
    )  # fmt: skip
    grant = give_grant(
        by=at_machine, user=planner, permission=Permission.BOOKS_KEEP, since=SINCE, until=None,
        reason="giữ sổ", where=Where(),
    )  # fmt: skip
    post = appoint(
        by=at_machine, user=planner, body=None, role=ROLES["citizen"], title="x", since=SINCE
    )
    with pytest.raises(Missing):
        revoke_token(by=of_a_district, token=token.pk)
    with pytest.raises(Missing):
        end_grant(by=of_a_district, grant=grant.pk)
    with pytest.raises(Missing):
        end_post(by=of_a_district, post=post.pk, last_day=DEMO_DAY)
    by = actor("quan-tri")
    assert revoke_token(by=by, token=token.pk).revoked_at
    assert end_grant(by=by, grant=grant.pk).ended_at
    assert end_post(by=by, post=post.pk, last_day=DEMO_DAY).valid_to == DEMO_DAY
