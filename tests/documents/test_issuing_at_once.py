"""Many hands at the register's numbers, on both databases: no number twice, none lost, none skipped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hands import HANDS, hands_of
from tests.house.books import Books

hands = hands_of("tests.documents.issuing_at_once")


def next_numbers(books: Books) -> None:
    """Each got one; together they are one run without a gap."""
    after = hands(books, "next")
    got = sorted(int(said.removeprefix("done ")) for said in after["told"])
    assert got == list(range(got[0], got[0] + HANDS)), after
    assert after["states"] == ["issued"] * HANDS
    assert len(set(after["numbers"])) == len(after["numbers"])
    assert after["issued"] == after["registered"] == len(after["numbers"])


def same_number(books: Books) -> None:
    after = hands(books, "same-number")
    assert after["told"].count("done 500") == 1, after
    assert after["told"].count("paper.number_taken") == HANDS - 1
    assert after["states"].count("approved") == HANDS - 1


def same_paper(books: Books) -> None:
    after = hands(books, "same-paper")
    assert sum(said.startswith("done") for said in after["told"]) == 1, after
    assert after["told"].count("paper.ended") == HANDS - 1
    assert after["states"] == ["issued"]


def approving(books: Books) -> None:
    """One decision is taken; whoever was late is told so, and nothing is decided twice."""
    after = hands(books, "approving")
    allowed = {"done None", "paper.wrong_step"}
    assert set(after["told"]) <= allowed, after
    assert after["states"][0] in {"draft", "approved"}
    # An approval may still be returned, so at most two decisions follow one another.
    assert 1 <= after["told"].count("done None") <= 2


def writing(books: Books) -> None:
    after = hands(books, "writing")
    assert after["told"].count("done 2") == 1, after
    assert after["told"].count("paper.newer") == HANDS - 1


CHECKS = [next_numbers, same_number, same_paper, approving, writing]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
