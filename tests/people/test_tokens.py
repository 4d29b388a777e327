"""Tokens: told once, kept as a hash, never more than their owner, useless when they should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.people.actions import (
    close_account,
    end_post,
    make_token,
    note_token_use,
    revoke_token,
)
from dieuhanh.people.models import ApiToken, Post, User
from dieuhanh.people.queries import actor_of, actor_of_token
from tests.pages import page, words

pytestmark = pytest.mark.django_db
TODAY = date(2022, 1, 12)
P = Permission


@pytest.fixture
def owner() -> User:
    return User.objects.get(username="can-bo-xa")


def token_of(owner: User, *scopes: Permission, days: int = 30) -> tuple[ApiToken, str]:
    return make_token(
        by=actor_of(owner, on=TODAY), owner=owner, name="phần mềm xã", scopes=scopes,
        expires_on=TODAY + timedelta(days=days), today=TODAY,
    )  # fmt: skip


def test_a_token_does_what_it_was_made_for_and_no_more(owner: User) -> None:
    _, secret = token_of(owner, P.FIGURE_ENTER)
    bearer = actor_of_token(secret, TODAY)
    assert bearer is not None
    own = Post.objects.get(user=owner).body_id
    assert bearer.may(P.FIGURE_ENTER, body=own)
    assert not bearer.may(P.FIGURE_VIEW)
    assert bearer.id == f"user:{owner.pk}"
    assert "phần mềm xã" in bearer.name


def test_only_a_hash_is_kept(owner: User) -> None:
    token, secret = token_of(owner, P.FIGURE_VIEW)
    kept = ApiToken.objects.filter(pk=token.pk).values().get()
    assert secret not in str(kept)
    assert secret.startswith(kept["hint"])
    assert len(secret) > 40


def test_it_is_useless_when_unknown_expired_revoked_or_its_owner_is_gone(
    owner: User, at_machine: Actor
) -> None:
    token, secret = token_of(owner, P.FIGURE_VIEW)
    assert actor_of_token(secret + "x", TODAY) is None
    assert actor_of_token("", TODAY) is None
    assert actor_of_token(secret, TODAY + timedelta(days=31)) is None
    revoke_token(by=actor_of(owner, on=TODAY), token=token.pk)
    assert actor_of_token(secret, TODAY) is None
    _, other = token_of(owner, P.FIGURE_VIEW)
    close_account(by=at_machine, user=owner)
    assert actor_of_token(other, TODAY) is None


def test_it_loses_what_its_owner_loses(owner: User, at_machine: Actor) -> None:
    _, secret = token_of(owner, P.FIGURE_ENTER)
    end_post(by=at_machine, post=Post.objects.get(user=owner).pk, last_day=TODAY)
    bearer = actor_of_token(secret, TODAY + timedelta(days=1))
    assert bearer is not None
    assert bearer.grants == ()


def test_it_is_made_for_oneself_within_ones_rights_and_for_a_time(owner: User) -> None:
    with pytest.raises(BadInput, match=r"people\.token_scopes"):
        token_of(owner, P.USER_EDIT)
    with pytest.raises(BadInput, match=r"people\.token_scopes"):
        token_of(owner)
    with pytest.raises(BadInput, match=r"people\.token_days"):
        token_of(owner, P.FIGURE_VIEW, days=400)
    other = actor_of(User.objects.get(username="quan-tri"), on=TODAY)
    with pytest.raises(Refused):
        make_token(by=other, owner=owner, name="x", scopes=[P.BOARD_VIEW],
                   expires_on=TODAY, today=TODAY)  # fmt: skip


def test_its_last_day_of_use_is_noted_once_a_day(
    owner: User, django_assert_num_queries: Callable[[int], object]
) -> None:
    token, secret = token_of(owner, P.FIGURE_VIEW)
    note_token_use(secret=secret, today=TODAY)
    token.refresh_from_db()
    assert token.last_used_on == TODAY


def test_through_the_pages(client_as: Callable[[str], Client]) -> None:
    client = client_as("can-bo-xa")
    form = {"name": "máy tính xã", "permissions": ["figure.enter"], "expires_on": "2022-02-01"}
    shown = words(client.post("/tai-khoan/khoa/", form).content.decode())
    secret = re.search(r"dh_[\w-]+", shown)
    assert secret
    assert actor_of_token(secret.group(), TODAY) is not None
    listed = page(client, "/tai-khoan/")
    assert "máy tính xã" in listed
    assert secret.group() not in listed
    token = ApiToken.objects.get(name="máy tính xã")
    assert client_as("can-bo-huyen").post(f"/tai-khoan/khoa/{token.pk}/thu-hoi/").status_code == 404
    assert client.post(f"/tai-khoan/khoa/{token.pk}/thu-hoi/").status_code == 302
    assert actor_of_token(secret.group(), TODAY) is None


def test_what_one_may_not_do_is_not_offered(client_as: Callable[[str], Client]) -> None:
    offered = page(client_as("can-bo-xa"), "/tai-khoan/khoa/")
    assert 'value="figure.enter"' in offered
    assert 'value="user.edit"' not in offered


def test_a_stranger_revokes_nothing(owner: User) -> None:
    token, secret = token_of(owner, P.FIGURE_VIEW)
    other = actor_of(User.objects.get(username="can-bo-huyen"), on=TODAY)
    with pytest.raises(Missing):
        revoke_token(by=other, token=token.pk)
    assert actor_of_token(secret, TODAY) is not None
