"""A change of areas or bodies as somebody records it: what, into what, from which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from .errors import BadInput
from .successions import SuccessionKind

# How many go in and come out, at least and at most (None: any number).
_COUNTS: dict[SuccessionKind, tuple[tuple[int, int | None], tuple[int, int | None]]] = {
    SuccessionKind.MERGE: ((2, None), (1, 1)),
    SuccessionKind.SPLIT: ((1, 1), (2, None)),
    SuccessionKind.RENAME: ((1, 1), (1, 1)),
    SuccessionKind.ABOLISH: ((1, None), (0, 0)),
}


@dataclass(frozen=True)
class Heir:
    """What comes after: a code that is new, or already stands for one of those that end.

    `weight` is the share of a split area that goes here, where a source states it.
    """

    code: str
    name: str = ""
    kind: str = ""
    parent_code: str = ""
    weight: Decimal | None = None


@dataclass(frozen=True)
class Recorded:
    """What is recorded. `source` says who stated the weights."""

    kind: SuccessionKind
    effective: date
    before: tuple[str, ...]
    after: tuple[Heir, ...] = ()
    document: str = ""
    source: str = ""
    note: str = ""


def check_change(change: Recorded) -> None:
    """Hold a change to what its kind asks for, before the books are asked.

    Raises BadInput("change.…").

    >>> one = Heir("x", "Xã Một", weight=Decimal("0.4"))
    >>> two = Heir("y", "Xã Hai", weight=Decimal("0.6"))
    >>> check_change(Recorded(SuccessionKind.SPLIT, date(2025, 7, 1), ("z",), (one, two),
    ...     document="1680/NQ", source="1680/NQ"))
    """
    if not change.document.strip():
        raise BadInput("change.no_document")
    (least, most), (least_after, most_after) = _COUNTS[change.kind]
    if not _fits(len(change.before), least, most):
        raise BadInput("change.before_count", found=len(change.before), wanted=_wanted(least, most))
    if not _fits(len(change.after), least_after, most_after):
        wanted = _wanted(least_after, most_after)
        raise BadInput("change.after_count", found=len(change.after), wanted=wanted)
    for codes in (change.before, [heir.code for heir in change.after]):
        twice = next((code for code in codes if list(codes).count(code) > 1), None)
        if twice is not None:
            raise BadInput("change.twice", named=twice)
    for heir in change.after:
        if not heir.code.strip() or not heir.name.strip():
            raise BadInput("change.heir_unnamed")
    _check_weights(change)


def _fits(found: int, least: int, most: int | None) -> bool:
    return least <= found and (most is None or found <= most)


def _wanted(least: int, most: int | None) -> str:
    return str(least) if most == least else f"≥ {least}"


def _check_weights(change: Recorded) -> None:
    weights: Sequence[Decimal] = [h.weight for h in change.after if h.weight is not None]
    if not weights:
        return
    if change.kind is not SuccessionKind.SPLIT:
        raise BadInput("change.weight_unasked")
    if len(weights) < len(change.after):
        raise BadInput("change.weights_missing")
    if any(not 0 < weight < 1 for weight in weights):
        raise BadInput("change.weight_range")
    if sum(map(Fraction, weights)) != 1:
        raise BadInput("change.weights_sum", sum=str(sum(weights)))
    if not change.source.strip():
        raise BadInput("change.weights_unsourced")


__all__ = ["Heir", "Recorded", "check_change"]
