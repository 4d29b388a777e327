"""A program at the door: tokens of the demo's seats, and what comes back as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client

from dieuhanh.domain.actors import Actor
from tests.conftest import DEMO_DAY

PROBLEM = "application/problem+json"
FIGURE = {
    "indicator": "giuong-benh", "area_code": "96", "period": "2020", "source": "so-y-te-ca-mau",
    "value": "27.0", "status": "official", "known_from": "2021-01-15",
}  # fmt: skip


class Caller:
    """Calls the API with one token."""

    def __init__(self, secret: str = "", lang: str = "vi") -> None:
        self.client = Client()
        self.headers = {"Accept-Language": lang}
        if secret:
            self.headers["Authorization"] = f"Bearer {secret}"

    def get(self, path: str, **asked: Any) -> HttpResponse:
        """GET, its parameters by name."""
        given = {name: value for name, value in asked.items() if value is not None}
        return self.client.get(f"/api/v1{path}", given, headers=self.headers)

    def json(self, path: str, **asked: Any) -> Any:
        """The JSON of a GET that must succeed."""
        answer = self.get(path, **asked)
        assert answer.status_code == 200, answer.content
        return answer.json()

    def send(self, path: str, data: Any, *, method: str = "post", **headers: str) -> HttpResponse:
        """POST or PATCH of JSON."""
        call = getattr(self.client, method)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return call(
            f"/api/v1{path}", data, content_type="application/json",
            headers={**self.headers, **sent},
        )  # fmt: skip


@pytest.fixture(autouse=True)
def _a_fresh_minute(settings: Any) -> None:
    """No test is slowed by what another asked, and every one is on the demo's day."""
    settings.TODAY = DEMO_DAY.isoformat()
    caches["process"].clear()


@pytest.fixture
def caller(example: None, actor: Callable[[str], Actor]) -> Callable[..., Caller]:
    """A caller with a token of a demo seat, with all its owner may do: caller("can-bo-xa")."""
    from dieuhanh.people.actions import make_token  # noqa: PLC0415
    from dieuhanh.people.models import User  # noqa: PLC0415

    def call(seat: str, lang: str = "vi") -> Caller:
        owner = actor(seat)
        _, secret = make_token(
            by=owner, owner=User.objects.get(username=seat), name="thử",
            scopes={grant.permission for grant in owner.grants},
            expires_on=DEMO_DAY, today=DEMO_DAY,
        )  # fmt: skip
        return Caller(secret, lang)

    return call


def problem_of(answer: HttpResponse, status: int) -> dict[str, Any]:
    """The problem an answer tells, whose shape is always the same."""
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == PROBLEM
    told: dict[str, Any] = answer.json()  # type: ignore[attr-defined]
    assert {"type", "title", "status", "detail", "instance", "code"} <= told.keys()
    assert told["status"] == status
    assert told["type"] == f"urn:dieuhanh:problem:{told['code']}"
    return told
