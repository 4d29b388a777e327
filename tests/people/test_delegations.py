"""Standing in for somebody away: their post's rights, their name in the record, no further."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from dieuhanh.audit.models import Entry
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.people.actions import (
    appoint,
    close_account,
    create_user,
    delegate,
    end_delegation,
    end_post,
    make_token,
)
from dieuhanh.people.models import Delegation, Post, User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.roles import ROLES
from tests.pages import page

pytestmark = pytest.mark.django_db
TODAY = date(2022, 1, 12)
WEEK = timedelta(days=7)
P = Permission


@pytest.fixture
def colleague(at_machine: Actor) -> User:
    """Somebody of the same commune, with a post that may do little."""
    user = create_user(by=at_machine, username="pho-ban", full_name="Phó ban thử")
    body = Body.objects.get(code="ubnd-32248")
    appoint(by=at_machine, user=user, body=body, role=ROLES["leader"], title="Phó Chủ tịch xã",
            since=date(2021, 1, 1))  # fmt: skip
    return user


@pytest.fixture
def holder() -> User:
    return User.objects.get(username="can-bo-xa")


@pytest.fixture
def post(holder: User) -> Post:
    return Post.objects.get(user=holder)


def lend(by: Actor, post: Post, to: User, **changed: object) -> Delegation:
    told = {"since": TODAY, "until": TODAY + WEEK, "reason": "đi học", "today": TODAY} | changed
    return delegate(by=by, post=post.pk, to=to.pk, **told)  # type: ignore[arg-type]


def test_a_delegate_acts_with_the_posts_rights_and_for_whom_is_told(
    holder: User, post: Post, colleague: User
) -> None:
    lent = lend(actor_of(holder, on=TODAY), post, colleague)
    own = actor_of(colleague, on=TODAY)
    assert not own.may(P.FIGURE_ENTER)
    acting = actor_of(colleague, on=TODAY, delegation=lent.pk)
    assert acting.may(P.FIGURE_ENTER, body=post.body_id)
    assert acting.id == f"user:{colleague.pk}"
    assert acting.for_whom == f"user:{holder.pk}"
    assert acting.name == f"Phó ban thử thay {post.title} {holder}"


def test_it_holds_on_its_days_only_and_until_ended(
    holder: User, post: Post, colleague: User
) -> None:
    lent = lend(actor_of(holder, on=TODAY), post, colleague)

    def acts(on: date) -> bool:
        return actor_of(colleague, on=on, delegation=lent.pk).for_whom != ""

    days = (TODAY - timedelta(1), TODAY, TODAY + WEEK, TODAY + WEEK + timedelta(1))
    assert [acts(day) for day in days] == [False, True, True, False]
    end_delegation(by=actor_of(holder, on=TODAY), delegation=lent.pk)
    assert not acts(TODAY)


def test_nothing_is_lent_that_is_not_held(
    holder: User, post: Post, colleague: User, at_machine: Actor
) -> None:
    lent = lend(actor_of(holder, on=TODAY), post, colleague)
    end_post(by=at_machine, post=post.pk, last_day=TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert not actor_of(colleague, on=tomorrow, delegation=lent.pk).may(P.FIGURE_ENTER)
    close_account(by=at_machine, user=holder)
    assert not actor_of(colleague, on=TODAY, delegation=lent.pk).may(P.FIGURE_ENTER)
    stranger = actor_of(User.objects.get(username="can-bo-huyen"), on=TODAY)
    with pytest.raises(Missing):
        lend(stranger, post, colleague)


def test_what_is_lent_is_not_handed_on(holder: User, post: Post, colleague: User) -> None:
    lent = lend(actor_of(holder, on=TODAY), post, colleague)
    acting = actor_of(colleague, on=TODAY, delegation=lent.pk)
    own_post = Post.objects.get(user=colleague)
    for chained in (post, own_post):
        with pytest.raises(Missing):
            lend(acting, chained, holder)
    with pytest.raises(Refused):
        make_token(by=acting, owner=colleague, name="x", scopes=[P.FIGURE_ENTER],
                   expires_on=TODAY, today=TODAY)  # fmt: skip
    again = lend(actor_of(colleague, on=TODAY), own_post, holder)
    both = actor_of(holder, on=TODAY, delegation=again.pk)
    assert not both.may(P.FIGURE_ENTER), "what the lender was lent does not come along"


def test_it_needs_a_colleague_days_and_a_reason(holder: User, post: Post, colleague: User) -> None:
    by = actor_of(holder, on=TODAY)
    far = User.objects.get(username="can-bo-huyen")
    with pytest.raises(Missing):
        lend(by, post, far)
    with pytest.raises(BadInput, match=r"people\.delegate_self"):
        lend(by, post, holder)
    with pytest.raises(BadInput, match=r"people\.reason"):
        lend(by, post, colleague, reason=" ")
    with pytest.raises(BadInput, match=r"people\.days"):
        lend(by, post, colleague, until=TODAY - timedelta(1))
    past = {"since": TODAY - WEEK, "until": TODAY - timedelta(1)}
    with pytest.raises(BadInput, match=r"people\.days_past"):
        lend(by, post, colleague, **past)


def test_somebody_elses_delegation_opens_nothing(
    holder: User, post: Post, colleague: User, client_as: Callable[[str], Client]
) -> None:
    lent = lend(actor_of(holder, on=TODAY), post, colleague)
    thief = User.objects.get(username="nguoi-dan")
    assert not actor_of(thief, on=TODAY, delegation=lent.pk).for_whom
    client = client_as("nguoi-dan")
    client.post("/tai-khoan/lam-thay/", {"delegation": lent.pk})
    assert "acting_for" not in client.session
    assert client.post(f"/tai-khoan/uy-quyen/{lent.pk}/dung/").status_code == 404
    assert Delegation.objects.get(pk=lent.pk).ended_at is None


def test_through_the_pages_from_lending_to_ending(
    post: Post, colleague: User, client_as: Callable[[str], Client]
) -> None:
    owner, stand_in = client_as("can-bo-xa"), client_as("pho-ban")
    form = {"to": colleague.pk, "since": "2022-01-12", "until": "2022-01-20", "reason": "nghỉ phép"}
    assert owner.post(f"/tai-khoan/uy-quyen/{post.pk}/", form).status_code == 302
    lent = Delegation.objects.get()
    assert "nghỉ phép" in page(owner, "/tai-khoan/")
    stand_in.post("/tai-khoan/lam-thay/", {"delegation": lent.pk})
    assert "Đang làm việc với tư cách: Phó ban thử thay" in page(stand_in, "/tai-khoan/")
    assert "Phó ban thử thay Cán bộ xã" in page(stand_in, "/van-ban/"), "told on every page"
    stand_in.post("/tai-khoan/lam-thay/")
    assert "Đang làm việc với tư cách" not in page(stand_in, "/tai-khoan/")
    stand_in.post("/tai-khoan/lam-thay/", {"delegation": lent.pk})
    owner.post(f"/tai-khoan/uy-quyen/{lent.pk}/dung/")
    assert "Đang làm việc với tư cách" not in page(stand_in, "/tai-khoan/")
    told = Entry.objects.filter(verb="post.delegated").order_by("-pk").first()
    assert told is not None
    assert told.now["to"] == "pho-ban"


def test_questions_asked_while_acting_are_few(
    holder: User,
    post: Post,
    colleague: User,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    lent = lend(actor_of(holder, on=TODAY), post, colleague)
    with django_assert_max_num_queries(5):  # type: ignore[attr-defined]
        actor_of(colleague, on=TODAY, delegation=lent.pk)
