"""Every error of areas, bodies, successions and restating has its two sentences."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dieuhanh.domain import areas
from dieuhanh.domain.areas import Area, AreaBook, AreaRow, Kind, Level
from dieuhanh.domain.bodies import Body, BodyBook, BodyKind
from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.errors import DieuHanhError
from dieuhanh.domain.restating import Made, Reason
from dieuhanh.domain.successions import Succession, SuccessionKind, Successions
from dieuhanh.domain.trees import DatedTree, Link, Validity
from dieuhanh.domain.wording.areas import (
    ERRORS,
    KINDS_EN,
    LEVELS,
    MADE,
    REASONS,
    SUCCESSIONS,
    tell_made,
    tell_reason,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MODULES = ("areas", "bodies", "crossings", "place_names", "restating", "successions", "trees")
CODE = re.compile(r'"((?:area|body|tree|succession|restating)\.[a-z_]+)"')


def raised_codes() -> set[str]:
    folder = Path(areas.__file__).parent
    return {
        code
        for module in MODULES
        for code in CODE.findall((folder / f"{module}.py").read_text(encoding="utf-8"))
    }


def test_every_code_raised_has_a_sentence_and_every_sentence_a_code() -> None:
    assert raised_codes() == set(ERRORS)


DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)
DAYS = {"a": Validity(None, EVE), **dict.fromkeys("xyz", Validity(DAY))}
WARD = Area("32002", "Phường An Xuyên", Kind.WARD, DAY)
XA = Area("1", "Xã A", Kind.COMMUNE, DAY)
BOOK = AreaBook([WARD])
GONE = Body("cu", "Sở cũ", BodyKind.DEPARTMENT, valid_to=EVE)
LATER = Body("moi", "Sở mới", BodyKind.DEPARTMENT, valid_from=DAY)


def edges(*heirs: str | None, kind: str = "merge", weight: Fraction | None = None) -> Successions:
    """Edges out of "a"; the weight is that of the first alone."""
    weights = [weight, *[None] * len(heirs)]
    listed = [
        Succession(DAY, SuccessionKind(kind), "a", heir, weights[place])
        for place, heir in enumerate(heirs)
    ]
    return Successions(listed, DAYS)


def same_weights(weight: Fraction) -> Successions:
    return edges("x", "y", kind="split").with_weights({("a", "x"): weight, ("a", "y"): weight})


FAULTS: dict[str, Callable[[], object]] = {
    "area.unknown": lambda: BOOK.at("1", DAY),
    "area.unknown_id": lambda: BOOK.by_id("1@2025-07-01"),
    "area.not_valid": lambda: BOOK.at("32002", EVE),
    "area.other_place": lambda: BOOK.at("32002", DAY, name="Phường 2"),
    "area.ends_before_start": lambda: AreaBook([Area("1", "Xã A", Kind.COMMUNE, DAY, EVE)]),
    "area.overlap": lambda: AreaBook([WARD, WARD]),
    "area.parent_not_valid": lambda: AreaBook.from_rows([AreaRow(WARD, "96")]),
    "area.parent_below": lambda: AreaBook.from_rows([AreaRow(WARD), AreaRow(XA, "32002")]),
    "tree.two_parents": lambda: DatedTree([Link("a", "b"), Link("a", "c")]),
    "tree.ring": lambda: DatedTree([Link("a", "a")]),
    "body.unknown": lambda: BodyBook([]).at("so", DAY),
    "body.not_valid": lambda: BodyBook([GONE]).at("cu", DAY),
    "body.twice": lambda: BodyBook([GONE, GONE]),
    "body.ends_before_start": lambda: BodyBook(
        [Body("a", "Sở A", BodyKind.DEPARTMENT, valid_from=DAY, valid_to=EVE)]
    ),
    "body.parent_not_valid": lambda: BodyBook([GONE, LATER], [Link("cu", "moi")]),
    "succession.unknown": lambda: edges("n"),
    "succession.heir": lambda: edges(None),
    "succession.before_days": lambda: Successions(
        [Succession(DAY, SuccessionKind.MERGE, "x", "y")], DAYS
    ),
    "succession.after_days": lambda: edges("a"),
    "succession.twice": lambda: edges("x", "x"),
    "succession.not_a_split": lambda: edges("x", "y"),
    "succession.split_of_one": lambda: edges("x", kind="split"),
    "succession.weight_range": lambda: edges("x", "y", kind="split", weight=Fraction(2)),
    "succession.weight_of_whole": lambda: edges("x", weight=Fraction(1)),
    "succession.weights_missing": lambda: edges("x", "y", kind="split", weight=Fraction(1, 2)),
    "succession.weights_sum": lambda: same_weights(Fraction(1, 3)),
    "succession.no_such_edge": lambda: edges("x").with_weights({("a", "y"): 1}),
    "restating.backwards": lambda: Crossing(edges("x"), from_day=DAY, onto_day=EVE, onto=[]),
    "restating.not_standing": lambda: Crossing(edges("x"), from_day=EVE, onto_day=DAY, onto="a"),
}


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_the_values_of_every_fault_fill_its_sentences(code: str) -> None:
    with pytest.raises(DieuHanhError) as raised:
        FAULTS[code]()
    assert raised.value.code == code
    for sentence in ERRORS[code]:
        told = sentence.format(**raised.value.values)
        assert told.endswith(".")
        assert "{" not in told


def test_every_word_of_the_domain_is_told() -> None:
    assert set(KINDS_EN) == {kind.value for kind in Kind}
    assert set(LEVELS) == {level.value for level in Level}
    assert set(SUCCESSIONS) == {kind.value for kind in SuccessionKind}
    assert set(MADE) == {made.value for made in Made}
    assert set(REASONS) == {reason.value for reason in Reason}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_brace_is_left_in_what_is_told(lang: str) -> None:
    for made in Made:
        assert "{" not in tell_made(made, present=["Cà Mau"], lang=lang)
    for reason in Reason:
        told = tell_reason(reason, split=["Phường 6"], missing=["Bạc Liêu"], lang=lang)
        assert "{" not in told
