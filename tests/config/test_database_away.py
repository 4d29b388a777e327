"""A database that does not answer is told as such, by a page and a problem that ask it nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client


def _away(*_asked: object) -> Any:
    raise OperationalError("the connection is closed")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/viec-cua-toi/"])
def test_the_page_says_so_and_asks_the_database_nothing(
    client_as: Callable[[str], Client], path: str
) -> None:
    client = client_as("chuyen-vien")
    client.raise_request_exception = False
    with connection.execute_wrapper(_away):
        told = client.get(path)
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    assert "Cơ sở dữ liệu chưa trả lời" in told.content.decode()


@pytest.mark.django_db
def test_a_program_is_told_to_send_again(client_as: Callable[[str], Client]) -> None:
    client = client_as("chuyen-vien")
    client.raise_request_exception = False
    with connection.execute_wrapper(_away):
        told = client.get("/api/v1/me")
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    assert told.json()["code"] == "api.away"
