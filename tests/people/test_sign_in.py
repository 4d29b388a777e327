"""Signing in with a password, being told nothing by a wrong one, and the demo's seats."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from dieuhanh.domain.actors import Actor
from dieuhanh.people.actions import create_user
from dieuhanh.people.models import SharedCount, User
from dieuhanh.people.queries import SEATS
from tests.pages import page, words

pytestmark = pytest.mark.django_db
SIGN_IN = "/dang-nhap/"
PASSWORD = "một câu dài để nhớ"  # noqa: S105 - of this test's own user
WRONG = "Tên hoặc mật khẩu không đúng. Hãy kiểm tra lại cả hai."
ATTEMPTS = 5
WAIT = "Đã thử sai nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại."


@pytest.fixture(autouse=True)
def no_attempts_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def officer(at_machine: Actor) -> User:
    return create_user(by=at_machine, username="chuyen-vien-1", password=PASSWORD)


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.DEMO = True
    settings.TODAY = "2022-01-12"
    settings.FIRST_PLAN = "ca-mau-2021"


def sign_in(client: Client, name: str, password: str, **more: str) -> str:
    response = client.post(SIGN_IN, {"username": name, "password": password, **more})
    assert response.status_code == 200
    return words(response.content.decode())


def who(client: Client) -> str:
    """The name of whoever the session belongs to, or nothing."""
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else ""


@pytest.mark.parametrize(
    "address",
    ["/", "/ke-hoach/ca-mau-2021/chi-tieu/", "/ke-hoach/ca-mau-2021/chi-tieu/1/", "/so-lieu/1/",
     "/so-lieu/1/dung-o-dau/", "/van-ban/", "/dia-ban/", "/danh-gia/",
     "/ke-hoach/ca-mau-2021/kiem-diem/", "/ke-hoach/ca-mau-2021/xuat/board.csv"],
)  # fmt: skip
def test_a_stranger_is_sent_to_sign_in_and_back(address: str) -> None:
    response = Client().get(address)
    assert response.status_code == 302
    assert response.headers["Location"] == f"{SIGN_IN}?next={address}"


def test_the_password_is_kept_as_an_argon2_hash_alone(officer: User) -> None:
    kept = User.objects.get(pk=officer.pk).password
    assert kept.startswith("argon2$argon2id$")
    assert PASSWORD not in kept


def test_the_right_password_lets_in_and_leads_to_the_page_asked_for(officer: User) -> None:
    client = Client()
    asked = {"username": officer.username, "password": PASSWORD, "next": "/van-ban/"}
    response = client.post(SIGN_IN, asked)
    assert (response.status_code, response.headers["Location"]) == (302, "/van-ban/")
    assert who(client) == officer.username


def test_a_page_of_another_site_is_not_led_to(officer: User) -> None:
    asked = {"username": officer.username, "password": PASSWORD, "next": "https://evil.test/"}
    assert Client().post(SIGN_IN, asked).headers["Location"] == reverse("desk:start")


def test_unknown_name_wrong_password_and_closed_account_read_alike(officer: User) -> None:
    client = Client()
    wrong = sign_in(client, officer.username, "không phải câu ấy")
    unknown = sign_in(client, "khong-co-ai", PASSWORD)
    User.objects.filter(pk=officer.pk).update(is_active=False)
    closed = sign_in(client, officer.username, PASSWORD)
    assert wrong == unknown == closed
    assert WRONG in wrong
    assert who(client) == ""


def test_a_seat_without_password_opens_to_no_password() -> None:
    assert User.objects.filter(username="chu-tich").exists()
    client = Client()
    for guess in ("", "!", "chu-tich"):
        client.post(SIGN_IN, {"username": "chu-tich", "password": guess})
        assert who(client) == ""


def test_after_too_many_failures_even_the_right_password_waits(officer: User) -> None:
    client = Client()
    for _ in range(ATTEMPTS):
        assert WRONG in sign_in(client, officer.username, "đoán")
    assert WAIT in sign_in(client, officer.username, PASSWORD)
    assert WAIT in sign_in(client, officer.username.upper(), PASSWORD), (
        "letters' case does not help"
    )
    assert WAIT in sign_in(Client(), officer.username, PASSWORD), "nor does a new browser"
    assert who(client) == ""


def test_waiting_is_for_that_name_and_place_alone(officer: User, at_machine: Actor) -> None:
    create_user(by=at_machine, username="chuyen-vien-2", password=PASSWORD)
    for _ in range(ATTEMPTS + 1):
        sign_in(Client(), officer.username, "đoán")
    other = {"username": "chuyen-vien-2", "password": PASSWORD}
    assert Client().post(SIGN_IN, other).status_code == 302
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    right = {"username": officer.username, "password": PASSWORD}
    assert elsewhere.post(SIGN_IN, right).status_code == 302


def test_success_neither_counts_nor_wipes_the_failures_before_it(officer: User) -> None:
    right = {"username": officer.username, "password": PASSWORD}
    for _ in range(ATTEMPTS - 1):
        assert WRONG in sign_in(Client(), officer.username, "đoán")
        assert Client().post(SIGN_IN, right).status_code == 302
    assert WRONG in sign_in(Client(), officer.username, "đoán")
    assert WAIT in sign_in(Client(), officer.username, "đoán")


def test_attempts_are_counted_where_every_process_sees_them(officer: User) -> None:
    assert connection.introspection.table_names().count("people_shared_counts") == 1
    sign_in(Client(), officer.username, "đoán")
    kept = SharedCount.objects.values_list("cache_key", flat=True)
    assert any("login_failed" in key for key in kept)


def test_signing_out_is_by_post_and_empties_the_session(officer: User) -> None:
    client = Client()
    client.force_login(officer)
    assert client.get("/dang-xuat/").status_code == 405
    assert who(client) == officer.username
    assert client.post("/dang-xuat/").headers["Location"] == SIGN_IN
    assert who(client) == ""
    assert client.get("/").status_code == 302


def test_forms_without_their_token_are_refused(officer: User) -> None:
    client = Client(enforce_csrf_checks=True)
    right = {"username": officer.username, "password": PASSWORD}
    assert client.post(SIGN_IN, right).status_code == 403
    assert client.post("/ghe/", {"seat": "chu-tich"}).status_code == 403


def test_outside_a_demo_there_are_no_seats(client_as: Callable[[str], Client]) -> None:
    client = client_as("nguoi-dan")
    assert client.post("/ghe/", {"seat": "chu-tich"}).status_code == 404
    assert who(client) == "nguoi-dan"
    assert 'name="seat"' not in page(client, "/")
    assert 'name="seat"' not in page(Client(), SIGN_IN)


@pytest.mark.usefixtures("demo")
def test_in_a_demo_on_this_machine_a_newcomer_sits_as_chairman() -> None:
    client = Client()
    assert "12/22" in page(client, "/")
    assert who(client) == "chu-tich"


@pytest.mark.usefixtures("demo")
def test_in_a_demo_the_seats_change_what_is_seen() -> None:
    client = Client()
    source = page(client, "/")
    assert source.count('name="seat"') == len(SEATS)
    taken = client.post("/ghe/", {"seat": "nguoi-dan", "next": "/van-ban/"})
    assert taken.headers["Location"] == "/van-ban/"
    assert who(client) == "nguoi-dan"
    away = client.post("/ghe/", {"seat": "can-bo-xa", "next": "//evil.test/"})
    assert away.headers["Location"] == reverse("desk:start")
    assert who(client) == "can-bo-xa"


@pytest.mark.usefixtures("demo")
def test_a_seat_is_one_of_the_demos_and_taken_by_post(officer: User) -> None:
    client = Client()
    assert client.get("/ghe/").status_code == 405
    for asked in (officer.username, "", "khong-co"):
        assert client.post("/ghe/", {"seat": asked}).status_code == 404
        assert who(client) != officer.username


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("address", ["192.0.2.7", "::ffff:192.0.2.7", ""])
def test_in_a_demo_nobody_from_elsewhere_gets_a_seat(address: str) -> None:
    client = Client(REMOTE_ADDR=address)
    assert client.get("/").status_code == 302
    assert client.post("/ghe/", {"seat": "chu-tich"}).status_code == 404
    assert who(client) == ""
    assert 'name="seat"' not in page(client, SIGN_IN)


@pytest.mark.usefixtures("demo")
def test_who_left_the_demo_is_not_seated_again_but_may_choose() -> None:
    client = Client()
    client.get("/")
    client.post("/dang-xuat/")
    assert client.get("/").status_code == 302
    assert page(client, SIGN_IN).count('name="seat"') == len(SEATS)
