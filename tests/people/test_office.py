"""The administrator's pages: users found, made, appointed, given permissions, let go."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from dieuhanh.audit.models import Entry
from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused
from dieuhanh.people.actions import Where, appoint, close_account, create_user, give_grant
from dieuhanh.people.models import GrantRow, Post, User
from dieuhanh.people.queries import actor_of
from dieuhanh.people.roles import ROLES
from tests.pages import page, words

pytestmark = pytest.mark.django_db
TODAY = date(2022, 1, 12)
LIST = "/quan-tri/nguoi-dung/"
P = Permission
PASSWORD = "một câu dài để nhớ"  # noqa: S105 - of this test's own user


def last(verb: str) -> Entry:
    found = Entry.objects.filter(verb=verb).order_by("-pk").first()
    assert found is not None, verb
    return found


@pytest.fixture
def office(client_as: Callable[[str], Client]) -> Client:
    return client_as("quan-tri")


@pytest.fixture
def clerk(at_machine: Actor) -> User:
    """A user of the district of Ngọc Hiển, with one post."""
    user = create_user(by=at_machine, username="cham", full_name="Cán bộ thử")
    body = Body.objects.get(code="ubnd-973")
    appoint(by=at_machine, user=user, body=body, role=ROLES["district"], title="Chuyên viên",
            since=date(2021, 6, 1))  # fmt: skip
    return user


def test_users_are_found_without_accents_by_name_post_or_body(office: Client, clerk: User) -> None:
    assert "Cán bộ thử" in page(office, f"{LIST}?q=can+bo+thu")
    assert "Cán bộ thử" in page(office, f"{LIST}?q=ngoc+hien")
    assert "Cán bộ thử" not in page(office, f"{LIST}?q=dat+mui")


def test_a_user_is_made_appointed_and_let_in_by_a_link_used_once(office: Client) -> None:
    made = office.post(f"{LIST}moi/", {"username": "nva", "full_name": "Người mới"})
    user = User.objects.get(username="nva")
    assert made.headers["Location"] == f"{LIST}{user.pk}/"
    body = Body.objects.get(code="so-y-te-ca-mau")
    form = {
        "title": "Chuyên viên", "role": "department", "body": body.pk, "since": "01/01/2022",
        "fields_seen": "Y tế; y tế",
    }  # fmt: skip
    assert office.post(f"{LIST}{user.pk}/bo-nhiem/", form).status_code == 302
    assert Post.objects.get(user=user).fields == ["y tế"]
    assert actor_of(user, on=TODAY).may(P.FIGURE_VIEW, at=body.area_id, field="y tế")
    shown = words(office.post(f"{LIST}{user.pk}/duong-dan/").content.decode())
    link = re.search(r"/vao-lan-dau/\S+/", shown)
    assert link
    newcomer = Client()
    weak = newcomer.post(link.group(), {"password": "ngắn", "again": "ngắn"})
    assert weak.status_code == 200
    told = {"password": PASSWORD, "again": PASSWORD}
    assert newcomer.post(link.group(), told).status_code == 302
    assert Client().post(link.group(), told).status_code == 400, "a link serves once"
    entered = newcomer.post("/dang-nhap/", {"username": "nva", "password": PASSWORD})
    assert entered.status_code == 302
    assert last("user.password_set").actor_id == f"user:{user.pk}"


def test_a_wrong_form_is_shown_again_with_what_was_typed(office: Client) -> None:
    answer = office.post(f"{LIST}moi/", {"username": "Có Dấu", "full_name": "Người mới"})
    told = answer.content.decode()
    assert answer.status_code == 200
    assert "Có Dấu" in told
    assert "chỉ chữ thường không dấu" in words(told)


def test_a_post_ends_on_its_last_day(office: Client, clerk: User) -> None:
    post = Post.objects.get(user=clerk)
    office.post(f"/quan-tri/chuc-vu/{post.pk}/thoi-giu/", {"last_day": "2022-01-31"})
    assert actor_of(clerk, on=date(2022, 1, 31)).may(P.FIGURE_APPROVE, body=post.body_id)
    assert not actor_of(clerk, on=date(2022, 2, 1)).grants
    assert last("user.post_ended").now["until"] == "2022-01-31"


def test_a_permission_is_given_in_an_area_for_a_time_and_taken_back(
    office: Client, clerk: User
) -> None:
    area = Area.objects.get(code="972", valid_to=date(2025, 6, 30))
    form = {
        "permission": "figure.view", "area": area.pk, "fields_seen": "y tế", "since": "2022-01-01",
        "until": "2022-03-31", "reason": "Đoàn kiểm tra",
    }  # fmt: skip
    assert office.post(f"{LIST}{clerk.pk}/quyen/", form).status_code == 302
    seen = actor_of(clerk, on=TODAY)
    assert seen.may(P.FIGURE_VIEW, at=area.pk, field="y tế")
    assert not seen.may(P.FIGURE_VIEW, at=area.pk, field="xây dựng - đô thị")
    assert not actor_of(clerk, on=date(2022, 4, 1)).may(P.FIGURE_VIEW, at=area.pk, field="y tế")
    row = GrantRow.objects.get(user=clerk)
    office.post(f"/quan-tri/quyen/{row.pk}/thu-hoi/")
    assert not actor_of(clerk, on=TODAY).may(P.FIGURE_VIEW, at=area.pk, field="y tế")
    assert last("user.granted").now["reason"] == "Đoàn kiểm tra"


def test_a_permission_used_for_a_body_is_given_for_one(at_machine: Actor, clerk: User) -> None:
    area, body = Area.objects.get(code="972"), Body.objects.get(code="ubnd-972")
    told = {"since": TODAY, "until": None, "reason": "tăng cường"}
    with pytest.raises(BadInput, match=r"people\.grant_needs_body"):
        give_grant(by=at_machine, user=clerk, permission=P.FIGURE_APPROVE, where=Where(area),
                   **told)  # fmt: skip
    with pytest.raises(BadInput, match=r"people\.grant_needs_area"):
        give_grant(by=at_machine, user=clerk, permission=P.FIGURE_VIEW, where=Where(body=body),
                   **told)  # fmt: skip
    give_grant(by=at_machine, user=clerk, permission=P.FIGURE_APPROVE, where=Where(body=body),
               **told)  # fmt: skip
    assert actor_of(clerk, on=TODAY).may(P.FIGURE_APPROVE, body=body.pk)
    assert not actor_of(clerk, on=TODAY).may(P.FIGURE_VIEW, at=area.pk)


def test_nobody_changes_their_own_rights(office: Client, actor: Callable[[str], Actor]) -> None:
    me = User.objects.get(username="quan-tri")
    form = {"title": "Lãnh đạo", "role": "leader", "since": "2022-01-01",
            "body": Body.objects.get(code="ubnd-ca-mau").pk}  # fmt: skip
    answer = office.post(f"{LIST}{me.pk}/bo-nhiem/", form)
    assert "Không ai tự đổi quyền" in words(answer.content.decode())
    with pytest.raises(BadInput, match=r"people\.own_rights"):
        close_account(by=actor("quan-tri"), user=me)
    assert Post.objects.filter(user=me).count() == 1


def test_a_closed_account_keeps_no_session(
    office: Client, clerk: User, client_as: Callable[[str], Client]
) -> None:
    theirs = client_as("cham")
    assert theirs.get("/").status_code == 200
    office.post(f"{LIST}{clerk.pk}/mo-dong/")
    assert theirs.get("/").status_code == 302
    office.post(f"{LIST}{clerk.pk}/mo-dong/", {"open": "x"})
    assert client_as("cham").get("/").status_code == 200


def test_an_administrator_of_a_district_reaches_no_further(
    at_machine: Actor, clerk: User, client_as: Callable[[str], Client]
) -> None:
    local = create_user(by=at_machine, username="qt-972")
    appoint(by=at_machine, user=local, body=Body.objects.get(code="ubnd-972"),
            role=ROLES["administrator"], title="Quản trị huyện", since=date(2021, 1, 1))  # fmt: skip
    district = client_as("qt-972")
    assert "Cán bộ thử" not in page(district, LIST)
    seen = district.get(f"{LIST}{clerk.pk}/")
    absent = district.get(f"{LIST}999999/")
    assert (seen.status_code, absent.status_code) == (404, 404)
    assert words(seen.content.decode()) == words(absent.content.decode())
    by = actor_of(local, on=TODAY)
    with pytest.raises(Missing):
        close_account(by=by, user=clerk)
    with pytest.raises(Refused):
        appoint(by=by, user=create_user(by=by, username="nvb"), body=Body.objects.get(code="ubnd-973"),
                role=ROLES["district"], title="Chuyên viên", since=TODAY)  # fmt: skip


@pytest.mark.parametrize("seat", ["chu-tich", "chuyen-vien", "can-bo-huyen", "nguoi-dan"])
def test_the_office_is_shut_to_all_others(seat: str, client_as: Callable[[str], Client]) -> None:
    client, someone = client_as(seat), User.objects.get(username="van-phong")
    for address in (LIST, f"{LIST}moi/", f"{LIST}{someone.pk}/", "/quan-tri/giai-thich/"):
        answer = client.get(address)
        assert answer.status_code in {403, 404}, address
        assert "Văn phòng" not in answer.content.decode()
    assert "/quan-tri/" not in page(client, "/")
