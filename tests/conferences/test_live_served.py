"""The line at a real server of two processes: all are told, dropped lines miss nothing, kills neither."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from benchmarks.live import chair_of, last_number, press
from benchmarks.load.database import Postgres
from benchmarks.load.listeners import Listeners
from benchmarks.load.server import Installation

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
PAGES, LONGEST = 24, 60.0
Served = tuple[Installation, dict[str, Any]]


@pytest.fixture(scope="module", params=KINDS)
def served(request: pytest.FixtureRequest) -> Iterator[Served]:
    """An installation with an open conference, served by two processes on either database."""
    database = Postgres() if request.param == "postgres" else None
    there = Installation(database.address if database else "")
    try:
        told = there.script("benchmarks.load.meeting", str(PAGES))
        there.serve(2)
        yield there, told
    finally:
        there.remove()
        if database:
            database.stop()


@pytest.fixture
def chair(served: Served) -> Iterator[httpx.Client]:
    with chair_of(*served) as client:
        yield client


@pytest.fixture
def pages(served: Served) -> Iterator[Listeners]:
    """Every page open, and each knowing that all are."""
    there, told = served
    with closing(
        Listeners(there.port, told["code"], told["sessions"], last_number(*served))
    ) as made:
        made.open_all(made.pages)
        yield made


def in_step(pages: Listeners, number: int) -> bool:
    return pages.until(lambda: all(page.last == number for page in pages.pages), LONGEST)


def test_sites_of_both_processes_are_counted_by_all(pages: Listeners) -> None:
    assert pages.until(lambda: all(page.connected == PAGES for page in pages.pages), LONGEST)


def test_a_change_reaches_all_and_a_dropped_line_misses_none(
    pages: Listeners, served: Served, chair: httpx.Client
) -> None:
    press(chair, 1)
    assert in_step(pages, last_number(*served))
    cut = pages.pages[::2]
    pages.cut(cut)
    for turn in range(3):
        press(chair, turn)
    before = {page.session: page.last for page in cut}
    pages.open_all(cut)
    last = last_number(*served)
    assert in_step(pages, last)
    assert all(last - before[page.session] == 3 for page in cut)
    assert [page.gaps for page in pages.pages] == [0] * PAGES


def test_pages_outlive_the_server(pages: Listeners, served: Served) -> None:
    """kill -9: every line breaks, and all come back to what happened meanwhile."""
    there, _told = served
    there.kill()
    assert pages.until(lambda: all(page.line is None for page in pages.pages), LONGEST)
    there.serve(2)
    with chair_of(*served) as chair:
        press(chair, 4)
    pages.open_all(pages.pages)
    assert in_step(pages, last_number(*served))
    assert [page.gaps for page in pages.pages] == [0] * PAGES
