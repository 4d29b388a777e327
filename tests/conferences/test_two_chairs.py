"""Chairs who press in the same moment: one floor, one end, one step on, numbers without a gap."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hands import HANDS, hands_of
from tests.house.books import Books

hands = hands_of("tests.conferences.two_chairs")


def numbered(after: dict[str, Any]) -> None:
    assert after["numbers"] == list(range(1, len(after["numbers"]) + 1))


def giving(books: Books) -> None:
    after = hands(books, "give")
    assert after["told"].count("floor.taken") == HANDS - 1, after
    assert (after["speaking"], after["kinds"].count("floor.given")) == (1, 1)
    numbered(after)


def ending(books: Books) -> None:
    after = hands(books, "end")
    assert after["told"].count("done ended") == 1, after
    assert after["told"].count("floor.not_speaking") == HANDS - 1, after
    assert (after["speaking"], after["kinds"].count("floor.ended")) == (0, 1)
    numbered(after)


def stepping(books: Books) -> None:
    after = hands(books, "item")
    assert after["told"] == ["done begun"] * HANDS
    assert after["kinds"].count("item.begun") == 1
    numbered(after)


def asking(books: Books) -> None:
    after = hands(books, "ask")
    assert after["told"].count("done asked") == 1, after
    assert after["told"].count("queue.already_waiting") == HANDS - 1, after
    numbered(after)


@pytest.mark.parametrize("check", [giving, ending, stepping, asking])
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", [giving, ending, stepping, asking])
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
