"""Successions: edges agree with validities and weights, and shares are never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.successions import Succession, SuccessionKind, Successions, exact
from dieuhanh.domain.trees import Validity

if TYPE_CHECKING:
    from collections.abc import Callable

DAY, NEXT = date(2025, 7, 1), date(2026, 1, 1)
OLD, NEW, NEWEST = Validity(None, date(2025, 6, 30)), Validity(DAY), Validity(NEXT)
MIDDLE = Validity(DAY, date(2025, 12, 31))
DAYS = {"a": OLD, "b": OLD, "x": NEW, "y": NEW, "z": NEW}
MERGE, SPLIT = SuccessionKind.MERGE, SuccessionKind.SPLIT


def edge(
    before: str, after: str | None, kind: SuccessionKind = MERGE, **more: object
) -> Succession:
    return replace(Succession(DAY, kind, before, after), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edges", "code"),
    [
        ([edge("a", "n")], "succession.unknown"),
        ([edge("a", None)], "succession.heir"),
        ([edge("a", "x", SuccessionKind.ABOLISH)], "succession.heir"),
        ([edge("x", "y")], "succession.before_days"),
        ([edge("a", "b")], "succession.after_days"),
        ([edge("a", "a")], "succession.after_days"),
        ([edge("a", "x"), edge("a", "x")], "succession.twice"),
        ([edge("a", "x"), edge("a", "y")], "succession.not_a_split"),
        ([edge("a", "x", SPLIT)], "succession.split_of_one"),
        ([edge("a", "x", weight=Fraction(1, 2))], "succession.weight_of_whole"),
        (
            [edge("a", "x", SPLIT, weight=Fraction(1)), edge("a", "y", SPLIT)],
            "succession.weight_range",
        ),
        (
            [edge("a", "x", SPLIT, weight=Fraction(1, 2)), edge("a", "y", SPLIT)],
            "succession.weights_missing",
        ),
        (
            [edge("a", to, SPLIT, weight=Fraction(33, 100)) for to in "xyz"],
            "succession.weights_sum",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(edges: list[Succession], code: str) -> None:
    with pytest.raises(BadInput) as refused:
        Successions(edges, DAYS)
    assert refused.value.code == code


def test_what_agrees_is_kept() -> None:
    thirds = [edge("a", to, SPLIT, weight=Fraction(1, 3)) for to in "xyz"]
    kept = Successions([*thirds, edge("b", None, SuccessionKind.ABOLISH)], DAYS)
    assert len(kept) == 4
    assert kept.days() == (DAY,)
    assert kept.heirs("a", DAY) == dict.fromkeys("xyz", Fraction(1, 3))
    assert kept.heirs("a", date(2025, 6, 30)) == {"a": 1}
    assert kept.heirs("b", DAY) == {}


def test_a_body_may_be_merged_into_one_that_lives_on_but_an_area_may_not() -> None:
    days = {"a": OLD, "lives": Validity()}
    edges = [edge("a", "lives")]
    assert Successions(edges, days, heirs_may_live_on=True).heirs("a", DAY) == {"lives": 1}
    with pytest.raises(BadInput, match=r"succession\.after_days"):
        Successions(edges, days)


def test_pieces_that_come_together_again_are_whole_without_weights() -> None:
    days = {"a": OLD, "p": MIDDLE, "q": MIDDLE, "r": MIDDLE, "x": NEWEST, "y": NEWEST}
    split = [edge("a", piece, SPLIT) for piece in "pqr"]

    def later(**heirs: str) -> Successions:
        onward = [edge(p, h, effective=NEXT) for p, h in heirs.items()]
        return Successions([*split, *onward], days)

    assert later(p="x", q="x", r="x").heirs("a", NEXT) == {"x": 1}
    assert later(p="x", q="x", r="y").heirs("a", NEXT) == {"x": None, "y": None}
    assert later(p="x", q="x", r="y").heirs("p", NEXT) == {"x": 1}


def test_stated_weights_are_checked_again() -> None:
    bare = Successions([edge("a", "x", SPLIT), edge("a", "y", SPLIT)], DAYS)
    assert bare.heirs("a", DAY) == {"x": None, "y": None}
    weighted = bare.with_weights({("a", "x"): Decimal("0.3"), ("a", "y"): Decimal("0.7")})
    assert weighted.heirs("a", DAY) == {"x": Fraction(3, 10), "y": Fraction(7, 10)}
    with pytest.raises(BadInput, match=r"succession\.weights_sum"):
        bare.with_weights({("a", "x"): Decimal("0.3"), ("a", "y"): Decimal("0.6999")})
    with pytest.raises(BadInput, match=r"succession\.no_such_edge"):
        bare.with_weights({("a", "z"): 1})


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        exact(0.5)  # type: ignore[arg-type]


@st.composite
def two_reforms(draw: st.DrawFn) -> Successions:
    """Two to five areas taken through two reforms, at most three pieces each, no weights."""
    standing = [f"a{i}" for i in range(draw(st.integers(2, 5)))]
    days, edges = dict.fromkeys(standing, OLD), []
    for letter, validity, effective in (("b", MIDDLE, DAY), ("c", NEWEST, NEXT)):
        heir = st.sampled_from([f"{letter}{i}" for i in range(4)])
        after: set[str] = set()
        for before in standing:
            heirs = draw(st.lists(heir, min_size=1, max_size=3, unique=True))
            kind = SPLIT if len(heirs) > 1 else MERGE
            edges += [edge(before, to, kind, effective=effective) for to in heirs]
            after.update(heirs)
        standing = sorted(after)
        days |= dict.fromkeys(standing, validity)
    return Successions(edges, days)


def weigh(successions: Successions, draw: Callable[[], int]) -> Successions:
    weights: dict[tuple[str, str], Fraction] = {}
    for before in {e.before for e in successions if e.kind is SPLIT}:
        sizes = {e.after: draw() for e in successions.after(before)}
        whole = sum(sizes.values())
        weights |= {(before, str(to)): Fraction(size, whole) for to, size in sizes.items()}
    return successions.with_weights(weights)


@given(two_reforms(), st.data())
def test_stated_shares_make_one_and_known_ones_hold_for_every_weighting(
    bare: Successions, data: st.DataObject
) -> None:
    weighted = weigh(bare, lambda: data.draw(st.integers(1, 9)))
    for area in (id_ for id_ in bare.validities if id_.startswith("a")):
        shares = weighted.heirs(area, NEXT)
        assert sum(share or 0 for share in shares.values()) == 1
        unweighted = bare.heirs(area, NEXT)
        assert unweighted.keys() == shares.keys()
        for heir, share in unweighted.items():
            assert share in {None, shares[heir]}
