"""How every test runs: in a home of its own, and no part of it quietly left out.

Loaded by pytest before Django's settings are read (`-p tests.strict` in pyproject.toml, where
sockets are also held to loopback).
`DIEUHANH_REQUIRE="chromium libreoffice writer poppler postgres"` turns the lack of a part from a skip into a failure.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

HOME = tempfile.mkdtemp(prefix="dieuhanh-tests-")
SETTABLE = ("DIEUHANH_TODAY", "DIEUHANH_LANG", "DIEUHANH_HOSTS", "DIEUHANH_HTTPS")

os.environ["DIEUHANH_HOME"] = HOME
# Hundreds of commands are started: each compiled all it imports anew where bytecode is not kept.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(HOME, "bytecode"))
Path(HOME, "dieuhanh.toml").write_text("second_factor_roles = []\n", "utf-8")  # seats have none
for name in SETTABLE:
    os.environ.pop(name, None)
# No test is timed: a busy machine fails nothing. CI judges a commit by the same examples each time;
# new ones are sought on every developer's machine.
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("untimed")


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


def libreoffice() -> str | None:
    """LibreOffice's program."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def writer() -> str | None:
    """LibreOffice's program, where its Writer is beside it: the parts come in packages of their own."""
    program = libreoffice()
    beside = Path(program).resolve().with_name("libswlo.so") if program else None
    return program if beside and beside.exists() else None


def poppler() -> str | None:
    """The program that reads a PDF's text."""
    return shutil.which("pdftotext")


PARTS = {
    "browser": Part("chromium", chromium, "apt-get install chromium"),
    "libreoffice": Part("libreoffice", libreoffice, "apt-get install libreoffice-calc-nogui"),
    "writer": Part("writer", writer, "apt-get install libreoffice-writer-nogui"),
    "poppler": Part("poppler", poppler, "apt-get install poppler-utils"),
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database run what asks it: the rest was run beside, on the embedded one."""
    if not os.environ.get("DATABASE_URL"):
        return
    kept = {
        item
        for item in items
        if item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ())
    }
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]


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


@pytest.fixture(scope="session")
def libreoffice_path() -> str:
    """LibreOffice's program, for tests marked `libreoffice`."""
    found = libreoffice()
    assert found, "mark the test with pytest.mark.libreoffice"
    return found


@pytest.fixture(scope="session")
def writer_path() -> str:
    """LibreOffice's program, for tests marked `writer`."""
    found = writer()
    assert found, "mark the test with pytest.mark.writer"
    return found


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)
