"""What a database cannot hold is a bad request, not a fault of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DataError
from django.test import Client

from dieuhanh.reports.api import rounds as rounds_api
from dieuhanh.reports.views import deciding


def _refuses(*_what: object, **_named: object) -> None:
    raise DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")


@pytest.mark.django_db
def test_what_the_database_refuses_is_told_as_a_bad_request(
    client_as: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_as("chuyen-vien")
    monkeypatch.setattr(rounds_api, "round_by_code", _refuses)
    monkeypatch.setattr(deciding, "waiting", _refuses)
    told = client.get("/api/v1/rounds/x")
    assert (told.status_code, told.json()["code"]) == (400, "api.bad_request")
    assert client.get("/bao-cao/cho-duyet/?ky=x").status_code == 400
