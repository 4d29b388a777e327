"""Fair turns: who spoke least comes first, a site's second request waits, and nobody waits forever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.speaking import Waiting, check_turn, fair_order

SITES = st.integers(1, 5)
QUEUES = st.lists(SITES, max_size=12).map(
    lambda sites: [Waiting(100 + n, site, n) for n, site in enumerate(sites)]
)
TURNS = st.dictionaries(SITES, st.integers(0, 4))


def longest_wait(of: Waiting, waiting: list[Waiting], turns: dict[int, int]) -> int:
    """How many turns others have at most before this request, as the algorithm's page promises."""
    before = sum(each.site == of.site and each.place < of.place for each in waiting)
    rank = turns[of.site] + before
    others = turns.keys() - {of.site}
    return before + sum(max(0, rank - turns[site] + 1) for site in others)


@given(QUEUES, TURNS)
def test_everybody_who_waits_is_in_the_order_once(
    waiting: list[Waiting], turns: dict[int, int]
) -> None:
    assert sorted(fair_order(waiting, turns)) == sorted(each.request for each in waiting)


@given(QUEUES, TURNS, st.randoms())
def test_the_order_does_not_depend_on_how_the_rows_came(
    waiting: list[Waiting], turns: dict[int, int], chance: object
) -> None:
    mixed = list(waiting)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert fair_order(mixed, turns) == fair_order(waiting, turns)


@given(QUEUES, TURNS)
def test_a_site_that_spoke_more_never_comes_before_one_that_spoke_less(
    waiting: list[Waiting], turns: dict[int, int]
) -> None:
    """Played to the end: whoever is called belongs to the waiting sites that spoke least."""
    turns, left = dict(turns), list(waiting)
    while left:
        first = fair_order(left, turns)[0]
        called = next(each for each in left if each.request == first)
        least = min(turns.get(each.site, 0) for each in left)
        assert turns.get(called.site, 0) == least
        rivals = [each for each in left if turns.get(each.site, 0) == least]
        assert called.place == min(each.place for each in rivals)
        turns[called.site] = turns.get(called.site, 0) + 1
        left.remove(called)


@given(QUEUES, TURNS)
def test_the_order_shown_is_the_order_in_which_they_are_called(
    waiting: list[Waiting], turns: dict[int, int]
) -> None:
    """Nobody who joins nothing and takes nothing back is surprised by the list."""
    shown = fair_order(waiting, turns)
    played, counts, left = [], dict(turns), list(waiting)
    while left:
        first = fair_order(left, counts)[0]
        called = next(each for each in left if each.request == first)
        counts[called.site] = counts.get(called.site, 0) + 1
        left.remove(called)
        played.append(first)
    assert played == shown


@given(QUEUES.filter(bool), TURNS, st.lists(st.lists(SITES, max_size=3), max_size=60), st.data())
def test_nobody_starves(
    waiting: list[Waiting], turns: dict[int, int], arriving: list[list[int]], data: st.DataObject
) -> None:
    """However many others keep asking, a request is called within the turns that are told."""
    mine = data.draw(st.sampled_from(waiting))
    counts = {site: turns.get(site, 0) for site in range(1, 6)}
    most, had = longest_wait(mine, waiting, counts), 0
    left, place = list(waiting), len(waiting)
    for some in [*arriving, *([[1, 2, 3, 4, 5]] * (most + 2))]:
        for site in some:
            left.append(Waiting(100 + place, site, place))
            place += 1
        first = fair_order(left, counts)[0]
        called = next(each for each in left if each.request == first)
        if called == mine:
            break
        counts[called.site] += 1
        left.remove(called)
        had += 1
    else:
        pytest.fail(f"not called within {had} turns")
    assert had <= most


@pytest.mark.parametrize("seconds", [-1, 0, 29, 3601])
def test_a_turn_has_a_length(seconds: int) -> None:
    with pytest.raises(BadInput, match=r"turn\.length"):
        check_turn(seconds)
    assert check_turn(30) == 30
    assert check_turn(3600) == 3600
