"""Two approvers at once, one form posted twice: one outcome, and one clear word for the others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hands import HANDS, hands_of
from tests.house.books import Books

hands = hands_of("tests.reports.at_once")


def one_of_them(told: list[str], done: str, other: str) -> None:
    assert told.count(done) == 1, told
    assert told.count(other) == HANDS - 1, told


def approving(books: Books) -> None:
    after = hands(books, "approve")
    one_of_them(after["told"], "done 4", "decision.approved_already")
    assert (after["figures"], after["steps"]) == (4, 2)


def filing(books: Books) -> None:
    after = hands(books, "file")
    assert after["told"].count("filing.already_filed") == HANDS - 1, after
    assert after["filings"] == 1


def filing_with_a_key(books: Books) -> None:
    after = hands(books, "file-with-key")
    assert len(set(after["told"])) == 1, after
    assert after["told"][0].startswith("done")
    assert after["filings"] == 1


def correcting(books: Books) -> None:
    after = hands(books, "correct")
    one_of_them(after["told"], "done corrected", "correction.not_standing")
    assert after["figures"] == 5


@pytest.mark.parametrize("check", [approving, filing, filing_with_a_key, correcting])
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", [approving, filing, filing_with_a_key, correcting])
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
