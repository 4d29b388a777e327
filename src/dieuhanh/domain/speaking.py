"""Who speaks next: turns that are fair between sites, and how long one lasts.

The rule and what it guarantees are told in docs/explanation/algorithms/speaking-queue.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .errors import BadInput

SHORTEST_TURN, LONGEST_TURN = 30, 3600


@dataclass(frozen=True)
class Waiting:
    """One request for the floor: `place` is its place among all that were ever made."""

    request: int
    site: int
    place: int


def fair_order(waiting: Iterable[Waiting], turns: Mapping[int, int]) -> list[int]:
    """The requests in the order in which they are to speak.

    `turns` counts how often each site has had the floor. The site that spoke least comes first,
    of equal ones the request made first; a site's second request in the queue counts as if its
    first had already spoken, so that one site with many delegates is not heard at one stretch.

    >>> ask = [Waiting(1, site=7, place=1), Waiting(2, site=7, place=2), Waiting(3, site=8, place=3)]
    >>> fair_order(ask, {})
    [1, 3, 2]
    >>> fair_order(ask, {7: 1})  # site 7 has spoken once already
    [3, 1, 2]
    """
    by_site: dict[int, list[Waiting]] = defaultdict(list)
    for each in sorted(waiting, key=lambda one: one.place):
        by_site[each.site].append(each)
    ranked = [
        (turns.get(site, 0) + nth, each.place, each.request)
        for site, asked in by_site.items()
        for nth, each in enumerate(asked)
    ]
    return [request for _rank, _place, request in sorted(ranked)]


def check_turn(seconds: int) -> int:
    """The length of a turn. Raises BadInput("turn.length") outside half a minute to an hour.

    >>> check_turn(300)
    300
    """
    if not SHORTEST_TURN <= seconds <= LONGEST_TURN:
        raise BadInput("turn.length", least=SHORTEST_TURN, most=LONGEST_TURN // 60)
    return seconds
