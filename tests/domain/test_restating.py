"""Restating: nothing guessed, nothing lost, rates never added."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.crossings import Crossing
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import OverAreas
from dieuhanh.domain.restating import Amount, Made, Reason, Restated, restate
from dieuhanh.domain.successions import Succession, SuccessionKind, Successions
from dieuhanh.domain.trees import Validity

if TYPE_CHECKING:
    from collections.abc import Mapping

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
OLD, NEW = Validity(None, EVE), Validity(DAY)
MERGE, SPLIT = SuccessionKind.MERGE, SuccessionKind.SPLIT
SUM, RATIO = OverAreas.SUM, OverAreas.RATIO_OF_SUMS

# a and b make m; c is cut between m and n; d goes on alone as k; e is abolished.
DAYS = {**dict.fromkeys("abcde", OLD), **dict.fromkeys("mnk", NEW)}
EDGES = [
    Succession(DAY, MERGE, "a", "m"),
    Succession(DAY, MERGE, "b", "m"),
    Succession(DAY, SPLIT, "c", "m"),
    Succession(DAY, SPLIT, "c", "n"),
    Succession(DAY, SuccessionKind.RENAME, "d", "k"),
    Succession(DAY, SuccessionKind.ABOLISH, "e"),
]
BARE = Successions(EDGES, DAYS)
WEIGHTED = BARE.with_weights({("c", "m"): Decimal("0.3"), ("c", "n"): Decimal("0.7")})


def onto_new(
    amounts: Mapping[str, Amount], over: OverAreas = SUM, by: Successions = BARE
) -> Restated:
    return restate(amounts, Crossing(by, from_day=EVE, onto_day=DAY, onto="mnk"), over)


def numbers(**amounts: int | str) -> dict[str, Amount]:
    return {area: Amount.of(Decimal(amount)) for area, amount in amounts.items()}


def test_a_split_without_weights_leaves_its_pieces_without_value() -> None:
    told = onto_new(numbers(a=1, b=2, c=10, d=5))
    assert {area: piece.made for area, piece in told.pieces.items()} == {
        "m": Made.NO_VALUE,
        "n": Made.NO_VALUE,
        "k": Made.COMPLETE,
    }
    assert told.pieces["m"].reason is Reason.SPLIT_WITHOUT_WEIGHT
    assert told.pieces["m"].coverage == (3, 3)
    assert told.total == Amount.of(18)
    assert told.placed == Amount.of(5)
    assert told.unplaced == ("a", "b", "c")
    assert not told.is_whole


def test_with_weights_the_pieces_hold_the_whole_total() -> None:
    told = onto_new(numbers(a=1, b=2, c="10.1", d=5), by=WEIGHTED)
    assert told.pieces["m"].amount == Amount.of(Decimal("6.03"))
    assert told.pieces["n"].amount == Amount.of(Decimal("7.07"))
    assert [piece.area for piece in told.having(Made.CONVERTED)] == ["m", "n"]
    assert told.is_whole
    assert told.unplaced == ()


def test_ratios_are_summed_part_by_part() -> None:
    amounts = {"a": Amount.ratio(1, 2), "b": Amount.ratio(1, 100), "c": Amount.ratio(10, 100)}
    told = onto_new(amounts, RATIO, WEIGHTED)
    merged = told.pieces["m"].amount
    assert merged == Amount.ratio(1 + 1 + 3, 2 + 100 + 30)
    assert merged is not None
    assert merged.rate == Fraction(5, 132)
    assert told.pieces["n"].amount == Amount.ratio(7, 70)
    assert told.is_whole


def test_bare_rates_are_never_added_but_one_alone_is_carried() -> None:
    told = onto_new(numbers(a=50, b=1, d=27), RATIO)
    assert told.pieces["m"].made is Made.REFUSED
    assert told.pieces["m"].reason is Reason.RATE_WITHOUT_PARTS
    assert told.pieces["k"].amount == Amount.of(27)
    assert told.total is None
    assert told.placed is None


def test_a_bare_rate_is_not_shared_out_either() -> None:
    told = onto_new(numbers(c=27), RATIO, WEIGHTED)
    assert told.pieces["n"].reason is Reason.RATE_WITHOUT_PARTS


def test_a_mixture_of_rates_with_and_without_parts_is_refused() -> None:
    told = onto_new({"a": Amount.ratio(1, 2), "b": Amount.of(50)}, RATIO)
    assert told.pieces["m"].reason is Reason.RATE_WITHOUT_PARTS
    assert onto_new({"a": Amount.ratio(1, 2), "b": Amount.of(50)}).pieces["m"].made is Made.REFUSED


@pytest.mark.parametrize(
    ("over", "reason"),
    [
        (OverAreas.NONE, Reason.CANNOT_BE_SUMMED),
        (OverAreas.MIN, Reason.CANNOT_BE_SUMMED),
        (OverAreas.MAX, Reason.CANNOT_BE_SUMMED),
        (OverAreas.WEIGHTED_MEAN, Reason.MEAN_WITHOUT_WEIGHTS),
    ],
)
def test_what_cannot_be_summed_is_refused_with_its_reason(over: OverAreas, reason: Reason) -> None:
    told = onto_new(numbers(a=1, b=2, d=5), over)
    assert (told.pieces["m"].made, told.pieces["m"].reason) == (Made.REFUSED, reason)
    assert told.pieces["m"].amount is None
    assert told.pieces["k"].amount == Amount.of(5)


def test_a_mean_with_its_weights_is_a_ratio() -> None:
    amounts = {"a": Amount.ratio(50 * 3, 3), "b": Amount.ratio(20, 1)}
    merged = onto_new(amounts, OverAreas.WEIGHTED_MEAN).pieces["m"].amount
    assert merged is not None
    assert merged.rate == Fraction(85, 2)


def test_a_missing_forebear_makes_it_partial_and_zero_is_not_missing() -> None:
    told = onto_new(numbers(a=0, b=2))
    assert told.pieces["m"].made is Made.PARTIAL
    assert told.pieces["m"].amount == Amount.of(2)
    assert told.pieces["m"].coverage == (2, 3)
    assert told.pieces["m"].missing == ("c",)
    assert told.pieces["n"].made is Made.NO_FIGURES
    assert told.pieces["n"].coverage == (0, 1)


def test_a_partial_figure_may_also_be_converted() -> None:
    piece = onto_new(numbers(c=10), by=WEIGHTED).pieces["m"]
    assert piece.made is Made.PARTIAL
    assert piece.is_converted
    assert piece.amount == Amount.of(3)


def test_what_is_abolished_is_left_unplaced_never_lost_from_the_total() -> None:
    told = onto_new(numbers(d=5, e=7))
    assert told.total == Amount.of(12)
    assert told.placed == Amount.of(5)
    assert told.unplaced == ("e",)


def test_a_piece_abolished_later_is_unplaced_though_its_twin_has_a_value() -> None:
    later = date(2026, 1, 1)
    days = {"c": OLD, "m": NEW, "n": Validity(DAY, date(2025, 12, 31))}
    shares = {"m": Fraction(2, 5), "n": Fraction(3, 5)}
    edges = [Succession(DAY, SPLIT, "c", heir, share) for heir, share in shares.items()]
    edges.append(Succession(later, SuccessionKind.ABOLISH, "n"))
    crossing = Crossing(Successions(edges, days), from_day=EVE, onto_day=later, onto=["m"])
    told = restate(numbers(c=10), crossing, SUM)
    assert told.placed == Amount.of(4)
    assert told.unplaced == ("c",)


def test_a_day_before_the_reform_changes_nothing() -> None:
    crossing = Crossing(BARE, from_day=date(2021, 1, 1), onto_day=EVE, onto="abc")
    told = restate(numbers(a=1, c=3), crossing, OverAreas.NONE)
    assert told.pieces["c"].amount == Amount.of(3)
    assert told.pieces["c"].made is Made.COMPLETE
    assert told.pieces["b"].made is Made.NO_FIGURES


def test_a_forebear_the_books_do_not_follow_back_counts_as_missing() -> None:
    days = {"a": OLD, "late": Validity(date(2023, 1, 1), EVE), "m": NEW}
    edges = [Succession(DAY, MERGE, before, "m") for before in ("a", "late")]
    crossing = Crossing(
        Successions(edges, days), from_day=date(2021, 12, 31), onto_day=DAY, onto=["m"]
    )
    piece = restate(numbers(a=4), crossing, SUM).pieces["m"]
    assert (piece.made, piece.missing, piece.coverage) == (Made.PARTIAL, ("late",), (1, 2))


def test_no_figures_at_all_make_no_zero() -> None:
    told = onto_new({})
    assert {piece.made for piece in told.pieces.values()} == {Made.NO_FIGURES}
    assert told.total is None
    assert not told.is_whole


def test_areas_of_another_day_are_refused() -> None:
    with pytest.raises(BadInput, match=r"restating\.not_standing"):
        onto_new(numbers(m=1))
    with pytest.raises(BadInput, match=r"restating\.not_standing"):
        Crossing(BARE, from_day=EVE, onto_day=DAY, onto="a")
    with pytest.raises(BadInput, match=r"restating\.backwards"):
        Crossing(BARE, from_day=DAY, onto_day=EVE, onto="a")


def test_an_amount_is_stated_in_one_way() -> None:
    half = {"number": Fraction(1), "numerator": Fraction(1)}
    for parts in ({}, {"numerator": Fraction(1)}, {"denominator": Fraction(1)}, half):
        with pytest.raises(ValueError, match="numerator"):
            Amount(**parts)
    assert Amount.ratio(1, 0).rate is None


decimals = st.decimals(-10_000, 10_000, places=3)


@given(
    st.dictionaries(st.sampled_from("abcd"), st.tuples(decimals, decimals), min_size=1),
    st.integers(1, 999),
)
def test_any_figures_and_weights_add_up_again(
    figures: dict[str, tuple[Decimal, Decimal]], thousandths: int
) -> None:
    share = Fraction(thousandths, 1000)
    weighted = BARE.with_weights({("c", "m"): share, ("c", "n"): 1 - share})
    sums = onto_new({area: Amount.of(n) for area, (n, _) in figures.items()}, by=weighted)
    assert sums.is_whole
    assert sums.total == Amount.of(sum((n for n, _ in figures.values()), Decimal(0)))
    ratios = onto_new({area: Amount.ratio(*nd) for area, nd in figures.items()}, RATIO, weighted)
    assert ratios.is_whole
    assert ratios.total == Amount.ratio(
        sum((n for n, _ in figures.values()), Decimal(0)),
        sum((d for _, d in figures.values()), Decimal(0)),
    )


@given(st.dictionaries(st.sampled_from("abcde"), decimals, min_size=1))
def test_without_weights_what_is_placed_is_the_figures_of_what_is_not_named_unplaced(
    figures: dict[str, Decimal],
) -> None:
    told = onto_new({area: Amount.of(n) for area, n in figures.items()})
    kept = [n for area, n in figures.items() if area not in told.unplaced]
    assert told.placed == Amount.of(sum(kept, Decimal(0)))
    assert told.total == Amount.of(sum(figures.values(), Decimal(0)))
