"""Several who prepare one conference in the same moment: nothing twice, nobody's place taken."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hands import HANDS, hands_of
from tests.house.books import Books

hands = hands_of("tests.conferences.preparing_at_once")


def making(books: Books) -> None:
    """Of one name each gets an address of its own."""
    told = hands(books, "make")["told"]
    assert len(set(told)) == HANDS
    assert all(each.startswith("done hoi-nghi-tong-ket") for each in told), told


def inviting(books: Books) -> None:
    after = hands(books, "invite")
    assert sorted(after["told"]) == ["done 0"] * (HANDS - 1) + ["done 10"]
    assert after["invited"] == 10


def laying(books: Books) -> None:
    after = hands(books, "lay")
    assert sorted(after["told"]) == ["done 0"] * (HANDS - 1) + ["done 101"]
    assert after["sites"] == 111


def ordering(books: Books) -> None:
    after = hands(books, "order")
    assert after["told"] == ["done moved"] * HANDS
    assert after["places"] == [1, 2, 3, 4]


def arranging(books: Books) -> None:
    after = hands(books, "arrange")
    assert sorted(after["told"]) == ["done 0"] * (HANDS - 1) + ["done 2"]
    assert after["offices"] == ["Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh", "Giám đốc Sở"]


def noting(books: Books) -> None:
    after = hands(books, "note")
    assert after["told"] == ["done kept"] * HANDS
    assert after["notes"] == 1


CHECKS = [making, inviting, laying, ordering, arranging, noting]


@pytest.mark.parametrize("check", CHECKS)
def test_on_sqlite(embedded: Books, check: Any) -> None:
    check(embedded)


@pytest.mark.postgres
@pytest.mark.parametrize("check", CHECKS)
def test_on_postgresql(on_server: Books, check: Any) -> None:
    check(on_server)
