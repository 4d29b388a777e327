"""A second factor: turned on, asked for, refused when wrong, replaced by recovery codes, reset."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor
from dieuhanh.people.actions import create_user
from dieuhanh.people.models import User
from tests.pages import page, words

pytestmark = pytest.mark.django_db
PASSWORD = "một câu dài để nhớ"  # noqa: S105 - of this test's own user
SIGN_IN, CODE = "/dang-nhap/", "/dang-nhap/hai-lop/"
ON, OFF = "/tai-khoan/hai-lop/bat/", "/tai-khoan/hai-lop/tat/"


@pytest.fixture(autouse=True)
def no_attempts_yet(db: None) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def officer(at_machine: Actor) -> User:
    return create_user(by=at_machine, username="chuyen-vien-1", password=PASSWORD)


def signed_in(user: User) -> Client:
    client = Client()
    answer = client.post(SIGN_IN, {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def who(client: Client) -> str:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else ""


def code_of(secret: str, step: int = 0) -> str:
    """The six digits of an authenticator app, now or some half minutes away."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step)))


def turned_on(user: User) -> tuple[str, list[str]]:
    """Turn it on through the pages; the app's key and the recovery codes."""
    client = signed_in(user)
    first = client.get(ON)
    assert first.headers["Location"].startswith("/tai-khoan/xac-nhan/"), "asks who it is again"
    client.post(first.headers["Location"], {"password": PASSWORD, "next": ON})
    told = re.search(r"<code>([A-Z2-7]{32})</code>", page(client, ON))
    assert told
    wrong = client.post(ON, {"code": "000000"})
    assert "Mã không đúng" in words(wrong.content.decode())
    done = client.post(ON, {"code": code_of(told.group(1), -1)})
    assert done.headers["Location"] == "/tai-khoan/ma-du-phong/"
    codes = re.findall(r"<code>(\d{8})</code>", page(client, "/tai-khoan/ma-du-phong/"))
    assert len(codes) == 10
    later = page(client, "/tai-khoan/ma-du-phong/")
    assert not re.findall(r"<code>\d{8}</code>", later), "shown once"
    return told.group(1), codes


def test_the_code_is_asked_for_after_the_password(officer: User) -> None:
    secret, _ = turned_on(officer)
    client = Client()
    answer = client.post(SIGN_IN, {"username": officer.username, "password": PASSWORD})
    assert answer.headers["Location"] == CODE
    assert who(client) == ""
    assert client.get("/").status_code == 302, "a password alone opens nothing"
    wrong = client.post(CODE, {"code": "123456"})
    assert "Mã không đúng" in words(wrong.content.decode())
    assert who(client) == ""
    code = code_of(secret)
    assert client.post(CODE, {"code": code}).status_code == 302
    assert who(client) == officer.username
    replay = Client()
    replay.post(SIGN_IN, {"username": officer.username, "password": PASSWORD})
    assert "Mã không đúng" in words(replay.post(CODE, {"code": code}).content.decode())
    assert who(replay) == ""


def test_a_recovery_code_lets_in_once(officer: User) -> None:
    _, codes = turned_on(officer)
    for wanted in (officer.username, ""):
        client = Client()
        client.post(SIGN_IN, {"username": officer.username, "password": PASSWORD})
        client.post(CODE, {"code": codes[0]})
        assert who(client) == wanted


def test_guessing_codes_comes_to_an_end(officer: User) -> None:
    secret, _ = turned_on(officer)
    client = Client()
    client.post(SIGN_IN, {"username": officer.username, "password": PASSWORD})
    for guess in range(5):
        client.post(CODE, {"code": f"{guess:06}"})
    late = client.post(CODE, {"code": code_of(secret, 1)})
    assert "Đã thử sai nhiều lần" in words(late.content.decode())
    assert who(client) == ""


def test_the_code_page_is_for_whoever_gave_a_password(officer: User) -> None:
    assert Client().get(CODE).headers["Location"] == SIGN_IN
    turned_on(officer)
    assert Client().post(CODE, {"code": "123456"}).headers["Location"] == SIGN_IN


def test_turning_it_off_asks_who_it_is_and_is_recorded(
    officer: User, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        secret, _ = turned_on(officer)
    client = Client()
    client.post(SIGN_IN, {"username": officer.username, "password": PASSWORD})
    client.post(CODE, {"code": code_of(secret)})
    asked = client.post(OFF)
    assert asked.headers["Location"].startswith("/tai-khoan/xac-nhan/")
    assert Authenticator.objects.filter(user=officer, type="totp").exists()
    client.post(asked.headers["Location"], {"password": PASSWORD, "next": OFF})
    client.post(OFF)
    assert not Authenticator.objects.filter(user=officer).exists()
    verbs = set(Entry.objects.filter(subject=officer.username).values_list("verb", flat=True))
    assert {"user.second_factor_on", "user.second_factor_off"} <= verbs


def test_a_post_that_needs_it_gives_nothing_until_it_is_on(
    officer: User, settings: Settings, client_as: Callable[[str], Client]
) -> None:
    settings.SECOND_FACTOR_ROLES = frozenset({"administrator"})
    office = client_as("quan-tri")
    assert office.get("/quan-tri/nguoi-dung/").status_code == 403
    assert "cần xác thực hai lớp" in page(office, "/tai-khoan/")
    Authenticator.objects.create(
        user=User.objects.get(username="quan-tri"), type="totp", data={"secret": "A" * 32}
    )
    assert office.get("/quan-tri/nguoi-dung/").status_code == 200


def test_an_administrator_takes_a_lost_one_away(
    officer: User, client_as: Callable[[str], Client]
) -> None:
    turned_on(officer)
    office = client_as("quan-tri")
    assert office.post(f"/quan-tri/nguoi-dung/{officer.pk}/hai-lop/").status_code == 302
    assert who(signed_in(officer)) == officer.username
    assert Entry.objects.filter(verb="user.second_factor_reset").count() == 1


def test_changing_the_password_ends_other_sessions(officer: User) -> None:
    here, elsewhere = signed_in(officer), signed_in(officer)
    new = "câu khác cũng dài như thế"
    told = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/tai-khoan/mat-khau/", told | {"oldpassword": "sai"}).status_code == 200
    assert here.post("/tai-khoan/mat-khau/", told).status_code == 302
    assert who(here) == officer.username
    assert here.get("/tai-khoan/").status_code == 200
    assert elsewhere.get("/tai-khoan/").status_code == 302
    assert Entry.objects.filter(verb="user.password_set", subject=officer.username).exists()


def test_sessions_are_listed_and_the_others_ended(officer: User) -> None:
    here, elsewhere = signed_in(officer), signed_in(officer)
    listed = words(page(here, "/tai-khoan/phien/"))
    assert listed.count("127.0.0.1") == 2
    assert listed.count("phiên này") == 1
    here.post("/tai-khoan/phien/")
    assert here.get("/tai-khoan/").status_code == 200
    assert elsewhere.get("/tai-khoan/").status_code == 302


@pytest.mark.parametrize(
    "address",
    ["/accounts/signup/", "/accounts/login/", "/tai-khoan/khong-co/", "/2fa/", "/3rdparty/"],
)
def test_the_librarys_other_pages_are_not_there(address: str, officer: User) -> None:
    assert signed_in(officer).get(address).status_code == 404
