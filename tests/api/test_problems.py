"""Every error is one shape; a refusal reveals nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from benchmarks.load.server import Installation
from dieuhanh.config.api import limits
from dieuhanh.domain.wording import errors
from dieuhanh.reports.models import Figure
from tests.api.conftest import Caller, problem_of

pytestmark = pytest.mark.django_db
Call = Callable[..., Caller]
GUARDED = ["/me", "/areas", "/bodies", "/plans", "/figures", "/submissions", "/rounds", "/changes"]


@pytest.mark.parametrize("path", GUARDED)
def test_nobody_is_asked_to_sign_in(example: None, path: str) -> None:
    for caller in (Caller(), Caller("không-phải-mã".encode().hex()), Caller("a b c")):
        answer = caller.get(path)
        assert problem_of(answer, 401)["code"] == "api.sign_in"
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert not answer.cookies


def test_a_bad_token_is_refused_though_the_cookie_is_good(
    client_as: Callable[[str], Client], example: None
) -> None:
    client = client_as("chu-tich")
    assert client.get("/api/v1/me").status_code == 200
    answer = client.get("/api/v1/me", headers={"Authorization": "Bearer sai"})
    assert problem_of(answer, 401)["code"] == "api.sign_in"


def test_a_session_that_writes_needs_the_forgery_token(
    client_as: Callable[[str], Client], example: None
) -> None:
    known = client_as("chuyen-vien")
    client = Client(enforce_csrf_checks=True)
    client.cookies = known.cookies
    answer = client.post("/api/v1/figures", "[]", content_type="application/json")
    assert problem_of(answer, 403)["code"] == "api.csrf"


def test_a_token_needs_none(caller: Call) -> None:
    ask = caller("chuyen-vien")
    ask.client = Client(enforce_csrf_checks=True)
    assert ask.send("/figures", []).status_code == 201


def test_what_is_not_there_and_what_is_not_for_me_are_told_alike(caller: Call) -> None:
    hidden = (
        Figure.objects.filter(document=None).first()
        or Figure.objects.filter(simulated=True).first()
    )
    assert hidden is not None
    ask = caller("nguoi-dan")
    told = problem_of(ask.get(f"/figures/{hidden.pk}"), 404)
    absent = problem_of(ask.get("/figures/999999999"), 404)
    assert told.pop("instance") != absent.pop("instance")
    assert told == absent
    assert caller("chu-tich").get(f"/figures/{hidden.pk}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/nothing", "/plans/khong-co", "/areas/00000", "/submissions/1/x", "/forms/x", "/"]
)
def test_an_address_of_nothing(caller: Call, path: str) -> None:
    assert problem_of(caller("chu-tich").get(path), 404)["code"] == "api.missing"


def test_a_method_an_address_does_not_take(caller: Call) -> None:
    answer = caller("chu-tich").client.delete("/api/v1/figures")
    told = problem_of(answer, 405)
    assert "DELETE" in told["detail"]
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "POST"}


def test_parameters_are_told_one_by_one(caller: Call) -> None:
    told = problem_of(
        caller("chu-tich", "en").get("/figures", limit="0", known_from="hôm nay"), 422
    )
    assert {fault["name"] for fault in told["faults"]} == {"limit", "known_from"}
    assert {fault["in"] for fault in told["faults"]} == {"query"}


def test_content_that_is_not_json(caller: Call) -> None:
    ask = caller("can-bo-xa")
    answer = ask.send("/submissions/approve", "{[")
    assert problem_of(answer, 400)["code"] == "api.not_json"


def test_sentences_are_in_the_language_asked_for(caller: Call) -> None:
    vietnamese = problem_of(caller("chu-tich").get("/nothing"), 404)
    english = problem_of(caller("chu-tich", "en").get("/nothing"), 404)
    both = errors()["api.missing"]
    assert (vietnamese["detail"], english["detail"]) == both
    assert vietnamese["title"] != english["title"]


def test_a_request_too_large_is_refused_before_it_is_read(caller: Call) -> None:
    ask = caller("chuyen-vien")
    answer = ask.client.post(
        "/api/v1/figures", b"[]", content_type="application/json", headers=ask.headers,
        CONTENT_LENGTH=str(limits.LARGEST + 1),
    )  # fmt: skip
    assert problem_of(answer, 413)["code"] == "api.too_large"
    answer = ask.send("/submissions/approve", "[" + " " * 6_000_000 + "]")
    assert problem_of(answer, 413)["code"] == "api.too_large"


def test_too_many_in_a_minute_wait(caller: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RATE", 3)
    ask, other = caller("chu-tich"), caller("can-bo-xa")
    assert [ask.get("/me").status_code for _ in range(3)] == [200, 200, 200]
    answer = ask.get("/me")
    assert problem_of(answer, 429)["code"] == "api.too_many"
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert other.get("/me").status_code == 200


def test_a_fault_of_ours_says_nothing_of_its_inside(
    caller: Call, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("mật khẩu ở đây")

    monkeypatch.setattr("dieuhanh.plans.api.plans", broken)
    ask = caller("chu-tich")
    ask.client.raise_request_exception = False
    told = problem_of(ask.get("/plans"), 500)
    assert told["code"] == "api.broken"
    assert "mật khẩu" not in str(told)
    assert "mật khẩu" in caplog.text


@pytest.mark.browser
def test_the_description_opens_under_our_policy(chromium_path: str) -> None:
    """Swagger's page from the library's own wheel: no network, no inline script."""
    there = Installation()
    try:
        there.serve()
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
            page, told = browser.new_page(), []
            page.on(
                "console", lambda each: told.append(each.text) if each.type == "error" else None
            )
            page.goto(f"{there.url}/api/v1/docs")
            expect(page.locator(".opblock").first).to_be_visible(timeout=20_000)
            assert page.locator(".opblock").count() == len(list(operations()))
            assert told == []
            browser.close()
    finally:
        there.remove()


def operations() -> Iterator[str]:
    """Every operation of the description kept in git."""
    path = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"
    for methods in json.loads(path.read_text("utf-8"))["paths"].values():
        yield from methods


def test_every_operation_names_its_answer_and_needs_somebody() -> None:
    described = json.loads(
        (Path(__file__).parents[2] / "docs" / "reference" / "openapi.json").read_text("utf-8")
    )
    names = []
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert operation["security"], f"{method} {path}"
            assert operation["description"], f"{method} {path}"
            assert {"200", "201"} & operation["responses"].keys(), f"{method} {path}"
            names.append(operation["operationId"])
    assert len(names) == len(set(names)) > 20
