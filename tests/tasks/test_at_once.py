"""Several people act on one task at once: one step is taken, and the others read whose it was."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hands import HANDS, hands_of
from tests.house.books import Books

hands = hands_of("tests.tasks.at_once")


def deciding(books: Books) -> None:
    after = hands(books, "decide")
    assert after["told"].count("done decided") == 1, after
    assert after["told"].count("task.changed") == HANDS - 1, after
    assert after["steps"] == after["revision"] == 4


def granting(books: Books) -> None:
    after = hands(books, "grant")
    assert after["told"].count("done granted") == 1, after
    assert after["extensions"] == 1


def assigning(books: Books) -> None:
    after = hands(books, "assign")
    assert len(set(after["told"])) == HANDS, after
    assert all(told.startswith("done nv-2022-") for told in after["told"]), after


def recurring(books: Books) -> None:
    after = hands(books, "occur")
    assert set(after["told"]) == {"done kept"}, after
    assert after["periods"] == ["2022-03", "2022-04", "2022-05"]


CHECKS = [deciding, granting, assigning, recurring]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
