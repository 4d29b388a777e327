"""How every test runs: in a home of its own, and no part of it quietly left out.

Loaded by pytest before Django's settings are read (`-p tests.strict` in pyproject.toml, where
sockets are also held to loopback).
`DIEUHANH_REQUIRE="chromium postgres"` turns the lack of a part from a skip into a failure.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from typing import NamedTuple

import pytest

HOME = tempfile.mkdtemp(prefix="dieuhanh-tests-")
SETTABLE = ("DIEUHANH_TODAY", "DIEUHANH_LANG", "DIEUHANH_HOSTS", "DIEUHANH_HTTPS")

os.environ["DIEUHANH_HOME"] = HOME
for name in SETTABLE:
    os.environ.pop(name, None)


class Part(NamedTuple):
    """Something outside Python that a marked test needs."""

    name: str
    find: Callable[[], str | None]
    how: str


def chromium() -> str | None:
    """The browser's program."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def postgres() -> str | None:
    """The address of a PostgreSQL server on which databases may be made and dropped."""
    return os.environ.get("DIEUHANH_TEST_POSTGRES")


PARTS = {
    "browser": Part("chromium", chromium, "apt-get install chromium"),
    "postgres": Part("postgres", postgres, "DIEUHANH_TEST_POSTGRES=postgresql://…"),
}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or where the part is required fail, a test whose part is missing."""
    required = os.environ.get("DIEUHANH_REQUIRE", "").split()
    for marker, part in PARTS.items():
        if item.get_closest_marker(marker) is None or part.find():
            continue
        told = f"{part.name} is missing ({part.how})"
        if part.name in required:
            pytest.fail(f"{told}, and DIEUHANH_REQUIRE asks for it", pytrace=False)
        pytest.skip(told)


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """Address of the server, for tests marked `postgres`."""
    found = postgres()
    assert found, "mark the test with pytest.mark.postgres"
    return found


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser's program, for tests marked `browser`."""
    found = chromium()
    assert found, "mark the test with pytest.mark.browser"
    return found


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)
