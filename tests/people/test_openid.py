"""Signing in by an identity provider: the whole code flow over HTTP, and every way it is refused.

The provider is a process of its own (tests/idp); ours asks it for tokens, keys and userinfo.
"""

from __future__ import annotations

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import Client
from pytest_django import Settings

from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor
from dieuhanh.people.actions import close_account, create_user, link_identity
from dieuhanh.people.models import User
from tests.idp.lies import HONEST, LIES
from tests.pages import words

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
START, BACK = "/dang-nhap/sso/di/", "/dang-nhap/sso/ve/"
NOT_IN = "Chưa đăng nhập được"


class Provider(NamedTuple):
    """Where the provider answers, and its secrets."""

    address: str
    password: str
    client_secret: str


def _pem() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """The provider, started for this module."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = Provider(f"http://127.0.0.1:{port}", secrets.token_hex(8), secrets.token_hex(8))
    environment = {
        **os.environ, "IDP_HOME": str(tmp_path_factory.mktemp("idp")), "IDP_KEY": "k" * 50,
        "IDP_PRIVATE_KEY": _pem(), "IDP_OTHER_KEY": _pem(), "IDP_PASSWORD": told.password,
        "IDP_CLIENT_SECRET": told.client_secret,
    }  # fmt: skip
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    words = [sys.executable, "-m", "tests.idp", str(port), f"http://testserver{BACK}"]
    process = subprocess.Popen(words, cwd=ROOT, env=environment)
    try:
        _wait(f"{told.address}/.well-known/openid-configuration", process)
        yield told
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        assert process.poll() is None, "the provider ended"
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail("the provider did not answer")


@pytest.fixture(autouse=True)
def configured(provider: Provider, settings: Settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app(provider, HONEST)]}}


def app(provider: Provider, client: str) -> dict[str, object]:
    return {
        "provider_id": "sso", "name": "Định danh thử", "client_id": client,
        "secret": provider.client_secret,
        "settings": {"server_url": provider.address, "oauth_pkce_enabled": True},
    }  # fmt: skip


@pytest.fixture
def lan(at_machine: Actor) -> User:
    return create_user(by=at_machine, username="lan-so", email="Lan@example.test")


def authorised(provider: Provider, away: str, name: str) -> str:
    """Sign in at the provider as a browser does; the address it sends the browser back to."""
    with httpx.Client(base_url=provider.address, follow_redirects=False) as browser:
        answer = browser.get(away)
        for _ in range(6):
            if answer.status_code == 302:
                onward = answer.headers["Location"]
                if onward.startswith("http://testserver"):
                    return onward.removeprefix("http://testserver")
                answer = browser.get(onward)
                continue
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.text)
            assert token, answer.text
            form = {
                "login": name, "password": provider.password,
                "csrfmiddlewaretoken": token.group(1),
            }  # fmt: skip
            answer = browser.post(str(answer.url), data=form)
    pytest.fail("the provider did not send the browser back")


def sent_away(client: Client) -> str:
    answer = client.post(START)
    assert answer.status_code == 302, answer.content
    return answer.headers["Location"]


def who(client: Client) -> str:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else ""


def check_turned_away(client: Client, back: str) -> str:
    answer = client.get(back)
    assert answer.status_code in {401, 403}, answer.status_code
    assert who(client) == ""
    told = words(answer.content.decode())
    assert NOT_IN in told
    return told


def test_a_verified_address_finds_its_user_and_ties_the_identity(
    provider: Provider, lan: User
) -> None:
    client = Client()
    away = sent_away(client)
    asked = parse_qs(urlsplit(away).query)
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    assert asked["response_type"] == ["code"]
    answer = client.get(authorised(provider, away, "lan"))
    assert (answer.status_code, who(client)) == (302, "lan-so")
    linked = SocialAccount.objects.get(user=lan)
    assert Entry.objects.filter(verb="user.identity_linked", subject="lan-so").count() == 1
    User.objects.filter(pk=lan.pk).update(email="moi@example.test")
    again = Client()
    again.get(authorised(provider, sent_away(again), "lan"))
    assert who(again) == "lan-so", "found by the identity, whatever the address is now"
    assert SocialAccount.objects.get(user=lan).pk == linked.pk
    assert User.objects.filter(email="lan@example.test").count() == 0


def test_an_administrators_link_lets_in_without_an_address(
    provider: Provider, at_machine: Actor
) -> None:
    client = Client()
    told = check_turned_away(client, authorised(provider, sent_away(client), "minh"))
    assert "minh" not in told
    user = create_user(by=at_machine, username="minh-so")
    for subject in ("1", "2", "3"):  # the provider numbers its people
        link_identity(by=at_machine, user=user, provider="sso", subject=subject)
    client.get(authorised(provider, sent_away(client), "minh"))
    assert who(client) == "minh-so"


def test_nobody_is_made_by_an_identity(provider: Provider) -> None:
    before = User.objects.count()
    client = Client()
    check_turned_away(client, authorised(provider, sent_away(client), "lan"))
    assert User.objects.count() == before
    assert SocialAccount.objects.count() == 0


def test_an_address_the_provider_has_not_verified_finds_nobody(
    provider: Provider, at_machine: Actor
) -> None:
    create_user(by=at_machine, username="lan2-so", email="lan2@example.test")
    client = Client()
    check_turned_away(client, authorised(provider, sent_away(client), "chua-xac-minh"))


def test_a_closed_account_is_turned_away(provider: Provider, lan: User, at_machine: Actor) -> None:
    close_account(by=at_machine, user=lan)
    client = Client()
    check_turned_away(client, authorised(provider, sent_away(client), "lan"))


def test_a_state_of_another_browser_or_used_before_is_refused(
    provider: Provider, lan: User
) -> None:
    victim, thief = Client(), Client()
    back = authorised(provider, sent_away(thief), "lan")
    check_turned_away(victim, back)
    check_turned_away(victim, back.replace("state=", "state=x"))
    check_turned_away(victim, back.split("state=")[0])
    thief.get(back)
    assert who(thief) == "lan-so"
    thief.post("/dang-xuat/")
    check_turned_away(thief, back)


def test_a_code_guessed_or_an_error_told_is_refused(provider: Provider, lan: User) -> None:
    client = Client()
    state = parse_qs(urlsplit(sent_away(client)).query)["state"][0]
    check_turned_away(client, f"{BACK}?state={state}&code=guessed")
    state = parse_qs(urlsplit(sent_away(client)).query)["state"][0]
    check_turned_away(client, f"{BACK}?state={state}&error=server_error")
    state = parse_qs(urlsplit(sent_away(client)).query)["state"][0]
    cancelled = client.get(f"{BACK}?state={state}&error=access_denied", follow=True)
    assert NOT_IN in words(cancelled.content.decode())


@pytest.mark.parametrize("lie", LIES)
def test_an_identity_token_that_lies_is_refused(
    lie: str, provider: Provider, lan: User, settings: Settings
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app(provider, lie)]}}
    client = Client()
    check_turned_away(client, authorised(provider, sent_away(client), "lan"))
    assert SocialAccount.objects.count() == 0


def test_a_wrong_client_secret_is_refused(
    provider: Provider, lan: User, settings: Settings
) -> None:
    wrong = app(provider, HONEST) | {"secret": "guessed"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [wrong]}}
    client = Client()
    check_turned_away(client, authorised(provider, sent_away(client), "lan"))


def test_a_provider_that_does_not_answer_is_told_plainly(
    provider: Provider, settings: Settings
) -> None:
    gone = app(provider, HONEST) | {"settings": {"server_url": "http://127.0.0.1:9"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [gone]}}
    answer = Client().post(START)
    assert answer.status_code == 502
    assert NOT_IN in words(answer.content.decode())


def test_the_way_there_is_by_post_and_other_providers_are_not_there() -> None:
    assert Client().get(START).status_code == 405
    assert Client().post("/dang-nhap/google/di/").status_code == 404
    assert Client().get("/dang-nhap/google/ve/").status_code == 404
    assert "Đăng nhập bằng Định danh thử" in words(Client().get("/dang-nhap/").content.decode())
