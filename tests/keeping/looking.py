"""What an installation says of itself, without the numbers a database gives its own rows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.house.books import Books

DAYS = ("2021-12-31", "2022-01-12")
BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgres)]


def boards(books: Books) -> list[Any]:
    """Its boards of two days, whole, and every figure of the plan."""
    days = [books.run("assess", "ca-mau-2021", "--json", "--as-known-on", day).json for day in DAYS]
    return [*days, books.run("export", "figures", "ca-mau-2021", "--format", "json").json]


def files(books: Books) -> dict[str, bytes]:
    """Its papers."""
    return {path.name: path.read_bytes() for path in sorted((books.home / "files").iterdir())}


def chain(books: Books) -> Any:
    """What `verify` says."""
    return books.run("verify", "--json").json
