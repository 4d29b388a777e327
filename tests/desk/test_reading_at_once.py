"""Officers decide one record in the same moment, and teach one wording: one stands, on either database."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hands import HANDS, hands_of
from tests.house.books import Books

hands = hands_of("tests.desk.reading_at_once")


def deciding(books: Books) -> None:
    after = hands(books, "accept")
    assert after["told"].count("done decided") == 1, after
    assert after["told"].count("reading.decided") == HANDS - 1, after
    assert len(after["decisions"]) == 1
    assert after["figures"] == (1 if after["decisions"] == ["accepted"] else 0)


def teaching(books: Books) -> None:
    after = hands(books, "learn")
    assert after["told"] == ["done learned"] * HANDS, after
    assert after["wordings"] == 1


CHECKS = [deciding, teaching]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
