"""Bodies: who stood, under whom, and who answers today for one that is gone."""

from __future__ import annotations

from datetime import date

import pytest

from dieuhanh.domain.bodies import Body, BodyBook, BodyKind
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.successions import Succession, SuccessionKind
from dieuhanh.domain.trees import Link, Validity

DAY, EVE = date(2025, 3, 1), date(2025, 2, 28)


def body(code: str, start: date | None = None, end: date | None = None) -> Body:
    return Body(code, f"Cơ quan {code}", BodyKind.DEPARTMENT, valid_from=start, valid_to=end)


def gone(code: str, kind: SuccessionKind, heir: str | None) -> Succession:
    return Succession(DAY, kind, code, heir)


PLANNING, FINANCE = body("so-khdt", end=EVE), body("so-tc")
COMMITTEE = body("ubnd")
BOOK = BodyBook(
    [
        PLANNING,
        FINANCE,
        COMMITTEE,
        body("cu", end=EVE),
        body("moi", start=DAY),
        body("ban", end=EVE),
    ],
    [Link(code, "ubnd") for code in ("so-khdt", "so-tc", "cu", "moi")],
    [
        gone("so-khdt", SuccessionKind.MERGE, "so-tc"),
        gone("cu", SuccessionKind.RENAME, "moi"),
        gone("ban", SuccessionKind.ABOLISH, None),
    ],
)


def answering(code: str, on: date) -> list[str]:
    return [body.code for body in BOOK.answering(code, on)]


def test_a_body_answers_for_itself_until_its_last_day_then_its_heir_does() -> None:
    assert answering("so-khdt", EVE) == ["so-khdt"]
    assert answering("so-khdt", DAY) == ["so-tc"]
    assert answering("so-tc", EVE) == ["so-tc"]
    assert answering("cu", DAY) == ["moi"]
    assert answering("moi", EVE) == []
    assert answering("ban", EVE) == ["ban"]
    assert answering("ban", DAY) == []


def test_a_body_gone_is_refused_with_the_name_of_its_heir() -> None:
    assert BOOK.at("so-khdt", EVE) == PLANNING
    with pytest.raises(BadInput) as refused:
        BOOK.at("so-khdt", DAY)
    assert refused.value.code == "body.not_valid"
    assert refused.value.values["now"] == "Cơ quan so-tc"
    with pytest.raises(BadInput, match=r"body\.unknown"):
        BOOK.at("so-la", DAY)
    with pytest.raises(Missing):
        BOOK.answering("so-la", DAY)


def test_the_tree_is_that_of_the_day() -> None:
    def codes(on: date) -> list[str]:
        return [body.code for body in BOOK.children("ubnd", on)]

    assert codes(EVE) == ["so-khdt", "so-tc", "cu"]
    assert codes(DAY) == ["so-tc", "moi"]
    assert BOOK.parent("so-khdt", EVE) == COMMITTEE
    assert BOOK.parent("so-khdt", DAY) is None
    assert BOOK.ancestors("moi", DAY) == (COMMITTEE,)
    assert len(BOOK.descendants("ubnd", EVE)) == 3


@pytest.mark.parametrize(
    ("bodies", "links", "code"),
    [
        ([FINANCE, FINANCE], [], "body.twice"),
        ([body("a", DAY, EVE)], [], "body.ends_before_start"),
        ([FINANCE], [Link("so-tc", "ubnd")], "body.unknown"),
        ([body("a", DAY), body("b", end=EVE)], [Link("a", "b")], "body.parent_not_valid"),
        (
            [FINANCE, COMMITTEE],
            [Link("so-tc", "ubnd", Validity(DAY)), Link("ubnd", "so-tc")],
            "tree.ring",
        ),
    ],
)
def test_books_that_contradict_themselves_are_refused(
    bodies: list[Body], links: list[Link], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        BodyBook(bodies, links)
    assert refused.value.code == code
