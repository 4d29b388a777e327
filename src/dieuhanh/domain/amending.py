"""Two versions of a plan side by side: which targets stand in both, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Pairing(NamedTuple):
    """One line of a comparison, by places in the two versions; None: only in the other."""

    before: int | None
    after: int | None


def pair_up(
    before: Sequence[T], after: Sequence[T], keys: Sequence[Callable[[T], Hashable]]
) -> list[Pairing]:
    """Pair two lists by the first key that names exactly one on each side, then by the next.

    A falsy key names nothing. Pairs come in the order of `after`, what is gone last.

    >>> pair_up(["a1", "b2"], ["b2", "a3", "c"], [lambda s: s, lambda s: s[0]])
    [Pairing(before=1, after=0), Pairing(before=0, after=1), Pairing(before=None, after=2)]
    """
    left, right = dict(enumerate(before)), dict(enumerate(after))
    pairs: dict[int, int] = {}
    for key in keys:
        ours, theirs = _only(left, key), _only(right, key)
        for name in ours.keys() & theirs.keys():
            pairs[theirs[name]] = ours[name]
            del left[ours[name]], right[theirs[name]]
    lines = [Pairing(pairs.get(place), place) for place in range(len(after))]
    return lines + [Pairing(place, None) for place in sorted(left)]


def _only(items: dict[int, T], key: Callable[[T], Hashable]) -> dict[Hashable, int]:
    """Keys that name one item, with where it stands."""
    named: dict[Hashable, list[int]] = {}
    for place, item in items.items():
        if name := key(item):
            named.setdefault(name, []).append(place)
    return {name: places[0] for name, places in named.items() if len(places) == 1}


__all__ = ["Pairing", "pair_up"]
