"""Shares are exact, results monotone, and a list of who has voted is a list of who has voted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.ballots import (
    By,
    DelegateSeat,
    Mode,
    Question,
    SiteSeat,
    checked,
    counted,
    electing_delegates,
    electing_sites,
    has_voted,
    no_votes_yet,
    reaches,
    require_electors,
    result_of,
    tells_a_voter,
    turnout,
    with_vote,
)
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording.ballots import outcome_words, per_cent_of

SHARES = st.integers(0, 100)
COUNTS = st.lists(st.integers(0, 500), min_size=2, max_size=6)
STATES = ("invited", "registered", "absent", "replaced")


@given(st.integers(0, 10**6), st.integers(1, 10**6), SHARES)
def test_a_share_is_what_the_fraction_says(part: int, whole: int, share: int) -> None:
    exact = Fraction(part, whole)
    if share == 50:
        assert reaches(part, whole, share) == (exact > Fraction(1, 2))
    elif share == 67:
        assert reaches(part, whole, share) == (exact >= Fraction(2, 3))
    else:
        assert reaches(part, whole, share) == (exact >= Fraction(share, 100))


@given(st.integers(0, 1000), st.integers(1, 1000), SHARES)
def test_one_more_never_falls_below(part: int, whole: int, share: int) -> None:
    if reaches(part, whole, share):
        assert reaches(part + 1, whole, share)


@pytest.mark.parametrize(
    ("counts", "could", "quorum", "threshold", "passed"),
    [
        ((98, 10, 3), 111, 50, 50, True),
        ((56, 55, 0), 111, 50, 50, True),
        ((55, 55, 1), 111, 50, 50, False),
        ((74, 37, 0), 111, 50, 67, True),
        ((73, 38, 0), 111, 50, 67, False),
        ((60, 40, 0), 200, 50, 50, False),
        ((61, 40, 0), 200, 50, 60, True),
        ((3, 0), 3, 100, 100, True),
        ((2, 0), 3, 100, 100, False),
        ((0, 0), 5, 0, 50, False),
    ],
)
def test_worked(
    counts: tuple[int, ...], could: int, quorum: int, threshold: int, passed: bool
) -> None:
    result = result_of(counts, could=could, quorum=quorum, threshold=threshold)
    assert result.passed is passed


@given(COUNTS, SHARES, st.integers(1, 100), st.integers(0, 500))
def test_another_vote_for_it_never_undoes_it(
    counts: list[int], quorum: int, threshold: int, more: int
) -> None:
    could = sum(counts) + more + 1
    before = result_of(counts, could=could, quorum=quorum, threshold=threshold)
    after = result_of([counts[0] + 1, *counts[1:]], could=could, quorum=quorum, threshold=threshold)
    assert after.passed or not before.passed
    assert after.voted == before.voted + 1


@given(COUNTS, st.integers(0, 100))
def test_a_tie_at_the_top_names_no_leader_and_half_never_passes(
    counts: list[int], quorum: int
) -> None:
    tied = [max(counts), max(counts), *counts[2:]]
    result = result_of(tied, could=sum(tied) + 1, quorum=quorum, threshold=50)
    assert result.leading is None
    assert not result.passed
    assert result.tied == (tied[0] > 0)


@given(st.lists(st.integers(0, 4)), st.randoms())
def test_the_order_of_choices_does_not_count(choices: list[int], chance: object) -> None:
    shuffled = list(choices)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert counted(choices, 5) == counted(shuffled, 5)
    assert sum(counted(choices, 5)) == len(choices)


@given(st.sets(st.integers(0, 199)), st.integers(200, 300))
def test_the_list_holds_exactly_who_voted(places: set[int], electors: int) -> None:
    voted = no_votes_yet(electors)
    for place in places:
        voted = with_vote(with_vote(voted, place), place)
    assert {place for place in range(electors) if has_voted(voted, place)} == places
    assert (turnout(voted), len(voted)) == (len(places), len(no_votes_yet(electors)))


SEATS = st.builds(
    DelegateSeat, st.just(0), st.just(1), st.sampled_from(("chair", "delegate", "guest")),
    st.sampled_from(STATES), st.booleans(), account=st.booleans(),
)  # fmt: skip


@given(st.lists(SEATS, max_size=12), st.data())
def test_a_voice_is_never_counted_twice(drawn: list[DelegateSeat], data: st.DataObject) -> None:
    """Of a delegate and whoever stands in for them at most one votes; no more vote than have a voice."""
    seats = []
    for number, seat in enumerate(drawn):
        for_whom = data.draw(st.none() | st.sampled_from(range(number))) if number else None
        taken = {each.stands_in_for for each in seats}
        seats.append(
            DelegateSeat(
                number, 1, seat.kind, seat.state, seat.votes,
                None if for_whom in taken else for_whom, seat.account,
            )
        )  # fmt: skip
    every, secret = (electing_delegates(seats, secret=told) for told in (False, True))
    replaced = {each.stands_in_for for each in seats if each.delegate in every} - {None}
    assert not replaced & set(every)
    assert set(secret) <= set(every)
    assert all(seats[each].state == "registered" for each in every)


def test_sites_vote_that_are_there_or_registered() -> None:
    seats = [SiteSeat(1), SiteSeat(2, registered=True), SiteSeat(3, present=True)]
    assert electing_sites(seats) == [2, 3]


@pytest.mark.parametrize(
    ("count", "mode", "code"),
    [(0, Mode.OPEN, "ballot.nobody"), (2, Mode.SECRET, "ballot.few"), (0, Mode.SECRET, "ballot.nobody")],
)  # fmt: skip
def test_too_few_to_ask(count: int, mode: Mode, code: str) -> None:
    with pytest.raises(BadInput) as told:
        require_electors(count, mode)
    assert told.value.code == code
    require_electors(3, mode)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=5))
def test_a_count_of_fewer_than_three_tells(counts: list[int]) -> None:
    assert tells_a_voter(counts) == (sum(counts) in {1, 2})


def test_what_was_typed_is_tidied() -> None:
    told = checked(
        Question("  Thông qua\nchương trình? ", by=By.SITE, options=(" Có ", "", "Không"))
    )
    assert (told.text, told.options) == ("Thông qua chương trình?", ("Có", "Không"))


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_per_cent_is_told_half_up_to_one_decimal(part: int, whole: int) -> None:
    told = Fraction(per_cent_of(part, whole, "en").rstrip("%").replace(",", ""))
    assert told - Fraction(1, 20) <= Fraction(100 * part, whole) < told + Fraction(1, 20)


def test_words_of_an_outcome_in_english() -> None:
    result = result_of([5, 5], could=10, quorum=50, threshold=50)
    assert outcome_words(result, ["Tán thành", "Không tán thành"], "en") == (
        "Not agreed: agree 5/10, that is 50.0%; the most votes are shared, "
        "the chair decides by the rules of procedure."
    )
