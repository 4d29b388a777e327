"""What an abolished body had in hand is taken up by its heir, and told to its heir's officers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.actions import record_body_change
from dieuhanh.bodies.models import Body, BodySuccession
from dieuhanh.desk.jobs import tell_all
from dieuhanh.desk.models import Notice
from dieuhanh.desk.queries import work
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.changes import Heir, Recorded
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.successions import SuccessionKind
from dieuhanh.people.actions import appoint, create_user
from dieuhanh.people.models import User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.roles import ROLES
from dieuhanh.reports.actions.closing import close_round
from dieuhanh.reports.actions.deciding import approve
from dieuhanh.reports.models import Round, Submission
from tests.conftest import DEMO_DAY
from tests.desk.test_work import handed_in, kinds
from tests.reports.builders import round_2021

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
MERGED = date(2022, 1, 17)
DISTRICT, OFFICE = "ubnd-973", "ubnd-huyen-moi"


@pytest.fixture
def opened(at_machine: Actor) -> Round:
    return round_2021(at_machine)


@pytest.fixture
def dat_mui(opened: Round) -> Submission:
    return Submission.objects.get(round=opened, body__code="ubnd-32248")


def become(by: Actor, before: str, code: str, name: str, role: str) -> User:
    """A body is renamed in 2022, as if 2025 had not come, and somebody takes a post in its heir."""
    with door_open():
        Body.objects.filter(code=before).update(valid_to=None)
        BodySuccession.objects.filter(before__code=before).update(void=True)
    change = Recorded(
        SuccessionKind.RENAME, MERGED, (before,), (Heir(code, name),), "Nghị quyết 01/NQ-HĐND", ""
    )
    record_body_change(by=by, change=change)
    user = create_user(by=by, username=f"cua-{code}"[:30], full_name="Cán bộ mới")
    heir = Body.objects.get(code=code)
    appoint(by=by, user=user, body=heir, role=ROLES[role], title="Cán bộ", since=MERGED)
    return user


def test_the_heir_of_a_district_approves_what_waited_there(
    dat_mui: Submission, actor: Seat, at_machine: Actor
) -> None:
    handed_in(dat_mui, actor("can-bo-xa"))
    user = become(at_machine, DISTRICT, OFFICE, "UBND huyện mới", "district")
    early = actor_of(user, on=date(2022, 1, 16))
    assert kinds(early, DEMO_DAY) == []
    with pytest.raises(Missing):
        approve(by=early, submissions=[dat_mui.pk], today=DEMO_DAY)
    heir = actor_of(user, on=MERGED)
    assert [e.kind for e in work(seen_by=heir, today=MERGED).errands] == ["approve"]
    done = approve(by=heir, submissions=[dat_mui.pk], today=MERGED)
    assert done.final == (dat_mui.pk,)
    dat_mui.refresh_from_db()
    assert dat_mui.state == "approved"


def test_the_heir_of_a_commune_fills_in_what_it_owed_and_is_reminded(
    dat_mui: Submission, at_machine: Actor
) -> None:
    user = become(at_machine, "ubnd-32248", "ubnd-xa-moi", "UBND xã mới", "commune")
    tell_all(today=date(2022, 1, 17))
    assert Notice.objects.filter(user=user, code="reminder.file.late").count() == 1
    handed_in(dat_mui, actor_of(user, on=MERGED), MERGED)
    dat_mui.refresh_from_db()
    assert (dat_mui.state, dat_mui.body.code) == ("submitted", "ubnd-32248")


def test_the_heir_of_a_form_s_owner_closes_its_round(
    opened: Round, dat_mui: Submission, at_machine: Actor, actor: Seat
) -> None:
    """Sở KH&ĐT → Sở Tài chính."""
    user = become(at_machine, "so-khdt-ca-mau", "so-tai-chinh-moi", "Sở Tài chính", "planner")
    codes = Submission.objects.filter(round=opened).values_list("body__code", flat=True)
    closing = close_round(
        by=actor_of(user, on=MERGED), round=opened.pk, reasons=dict.fromkeys(codes, "chưa nộp"),
        today=MERGED,
    )  # fmt: skip
    assert closing.expected == 101


def test_nobody_else_takes_it_up(dat_mui: Submission, at_machine: Actor, actor: Seat) -> None:
    handed_in(dat_mui, actor("can-bo-xa"))
    become(at_machine, DISTRICT, OFFICE, "UBND huyện mới", "district")
    user = create_user(by=at_machine, username="huyen-khac", full_name="Huyện khác")
    other = Body.objects.get(code="ubnd-972")
    appoint(
        by=at_machine, user=user, body=other, role=ROLES["district"], title="Cán bộ", since=MERGED
    )
    with pytest.raises(Missing):
        approve(by=actor_of(user, on=MERGED), submissions=[dat_mui.pk], today=MERGED)
