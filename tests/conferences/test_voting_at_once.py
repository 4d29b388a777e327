"""Many hands at one ballot, on both databases: no vote is lost, doubled, or counted after closing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conferences.voting_at_once import SITES
from tests.hands import HANDS, hands_of
from tests.house.books import Books

MODES = ("named", "secret")
hands = hands_of("tests.conferences.voting_at_once")


def one_elector(books: Books, mode: str) -> None:
    """Six presses of one elector: all answered, one vote; of a secret one nothing was changed."""
    after = hands(books, "same", mode)
    assert all(said.startswith("done") for said in after["told"]), after
    assert after["voted"] == 1
    if mode == "secret":
        assert after["told"].count("done False") == 1, after
    else:
        assert after["rows"] == after["told"].count("done False") <= HANDS


def everybody(books: Books, mode: str) -> None:
    after = hands(books, "many", mode)
    assert after["told"] == ["done False"] * SITES, after
    assert (after["voted"], after["rows"]) == (SITES, SITES if mode == "named" else 0)


def voting_while_counted(books: Books, mode: str) -> None:
    """What was acknowledged is in the count, what came late was told so, and nothing else is."""
    after = hands(books, "closing", mode)
    *votes, count = after["told"]
    assert count == "done closed", after
    taken, late = votes.count("done False"), votes.count("ballot.not_open")
    assert taken + late == len(votes), after
    assert after["counts"] == [3, taken, 0]
    assert after["rows"] == (3 + taken if mode == "named" else 0)


def two_chairs(books: Books, mode: str) -> None:
    after = hands(books, "two-chairs", mode)
    assert after["told"].count("ballot.not_open") == 2, after
    assert after["state"] in {"closed", "void"}


def opening(books: Books, mode: str) -> None:
    after = hands(books, "opening", mode)
    assert after["told"].count("done open") == 1, after
    assert after["told"].count("ballot.one_at_a_time") == HANDS - 1
    assert after["running"] == 1


CHECKS = [one_elector, everybody, voting_while_counted, two_chairs, opening]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any, mode: str) -> None:
    check(embedded, mode)


@pytest.mark.postgres
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any, mode: str) -> None:
    check(on_server, mode)
