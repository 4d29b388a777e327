"""The first administrator's way in, from the machine's own command line."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from dieuhanh.config.command import main
from dieuhanh.domain.actors import Permission
from dieuhanh.people.models import Post, User
from dieuhanh.people.queries import actor_of

pytestmark = pytest.mark.django_db
WORDS = ["--role", "administrator", "--body", "van-phong-ubnd-ca-mau", "--since", "01/01/2022"]
PASSWORD = "một câu dài để nhớ"  # noqa: S105 - of this test's own user


def test_the_first_administrator_comes_in(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.SITE_URL = "https://dieuhanh.test"
    assert main(["invite", "qtv", "--name", "Quản trị thử", *WORDS]) == 0
    link = capsys.readouterr().out.splitlines()[-1]
    assert link.startswith("https://dieuhanh.test/vao-lan-dau/")
    told = {"password": PASSWORD, "again": PASSWORD}
    path = link.removeprefix("https://dieuhanh.test")
    assert Client().post(path, told).status_code == 302
    entered = Client().post("/dang-nhap/", {"username": "qtv", "password": PASSWORD})
    assert entered.status_code == 302
    user = User.objects.get(username="qtv")
    assert actor_of(user, on=date(2022, 1, 12)).may(Permission.USER_EDIT)


def test_who_is_there_already_gets_another_link(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "can-bo-xa", "--lang", "en"]) == 0
    assert "it serves once" in capsys.readouterr().out
    assert Post.objects.filter(user__username="can-bo-xa").count() == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x y"], "chỉ chữ thường không dấu"),
        (["moi", "--role", "vua"], "Không có vai “vua”"),
        (["moi", "--role", "planner"], "cần một cơ quan"),
        (["moi", "--role", "planner", "--body", "khong-co"], "khong-co"),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_made(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = User.objects.count()
    assert main(["invite", *words]) == 2
    assert said in capsys.readouterr().err
    assert User.objects.count() == before
