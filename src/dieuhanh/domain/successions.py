"""Successions: what became of what, on which day. Edges between ids, of areas or of bodies.

An area's id stands for one unchanging territory, so an edge ends one id and begins another: an
area that only gains or gives a part is two areas with the same code. A body may live on while
others are merged into it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .errors import BadInput, Place
from .trees import ONE_DAY, Validity, write_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from .areas import AreaBook

WHOLE = Fraction(1)


class SuccessionKind(StrEnum):
    """Sáp nhập, chia tách, đổi tên (goes on whole as one), giải thể (nothing comes after)."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ABOLISH = "abolish"


@dataclass(frozen=True, slots=True)
class Succession:
    """One edge: `before` ends the day before `effective`, `after` stands on it.

    `weight` is the stated share of `before` that goes to `after`; None is not stated. Only a
    split has a weight: all of a merged or renamed area goes to the one that follows.
    """

    effective: date
    kind: SuccessionKind
    before: str
    after: str | None = None
    weight: Fraction | None = None
    document: str = ""
    place: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """An edge as a table lists it, with codes; an empty `to_code` for an abolition."""

    effective: date
    kind: SuccessionKind
    from_code: str
    to_code: str = ""
    weight: Fraction | None = None
    document: str = ""
    place: Place = field(default_factory=Place)


class Successions:
    """All edges, checked, with the way forward from each id.

    Raises BadInput("succession.…") where the edges contradict the validities or each other.
    No ring can pass: along every edge the last day moves forward.
    """

    def __init__(
        self,
        edges: Iterable[Succession],
        validities: Mapping[str, Validity],
        *,
        heirs_may_live_on: bool = False,
    ) -> None:
        """`heirs_may_live_on`: an heir may have stood before the edge (bodies, never areas)."""
        self._validities = dict(validities)
        self._lenient = heirs_may_live_on
        self._after: defaultdict[str, list[Succession]] = defaultdict(list)
        self._before: defaultdict[str, list[Succession]] = defaultdict(list)
        for edge in edges:
            self._check_days(edge)
            self._after[edge.before].append(edge)
            if edge.after is not None:
                self._before[edge.after].append(edge)
        for leaving in self._after.values():
            _check_leaving(leaving)

    @classmethod
    def of_areas(cls, rows: Iterable[SuccessionRow], book: AreaBook) -> Successions:
        """Edges from a table: `from_code` on the day before, `to_code` on the day."""
        return cls((_with_ids(row, book) for row in rows), book.validities)

    def __iter__(self) -> Iterator[Succession]:
        return (edge for leaving in self._after.values() for edge in leaving)

    def __len__(self) -> int:
        return sum(map(len, self._after.values()))

    @property
    def validities(self) -> Mapping[str, Validity]:
        """The days of every id the edges may speak of."""
        return self._validities

    def after(self, before: str) -> tuple[Succession, ...]:
        """The edges that end it; empty while it stands."""
        return tuple(self._after.get(before, ()))

    def before(self, after: str) -> tuple[Succession, ...]:
        """The edges it came from; empty where the books do not say."""
        return tuple(self._before.get(after, ()))

    def on(self, effective: date) -> tuple[Succession, ...]:
        """The edges of one day: one reform."""
        return tuple(edge for edge in self if edge.effective == effective)

    def days(self) -> tuple[date, ...]:
        """The days on which anything changed, the earliest first."""
        return tuple(sorted({edge.effective for edge in self}))

    def with_weights(
        self, weights: Mapping[tuple[str, str], Fraction | Decimal | int]
    ) -> Successions:
        """The same edges with these weights stated, by (before, after). Checked again."""
        stated: dict[tuple[str, str | None], Fraction] = {
            (before, after): exact(weight) for (before, after), weight in weights.items()
        }
        unknown = set(weights) - {(edge.before, edge.after) for edge in self}
        for before, after in sorted(unknown):
            raise BadInput("succession.no_such_edge", before=before, after=after)
        return Successions(
            [
                replace(edge, weight=stated[edge.before, edge.after])
                if (edge.before, edge.after) in stated
                else edge
                for edge in self
            ],
            self._validities,
            heirs_may_live_on=self._lenient,
        )

    def heirs(self, before: str, on: date) -> dict[str, Fraction | None]:
        """What an id has become by a day, each with the share of it that went there.

        A share is None where a split on the way has no stated weight and its pieces did not come
        together again. Nothing is left of what was abolished. An id that stands is its own heir.
        """
        shares: dict[str, dict[str, Fraction | None]] = {}
        waiting = [before]
        while waiting:
            edges = [e for e in self._after.get(waiting[-1], ()) if e.effective <= on]
            unseen = [e.after for e in edges if e.after is not None and e.after not in shares]
            if unseen:
                waiting.extend(unseen)
            else:
                here = waiting.pop()
                shares[here] = _spread(edges, shares) if edges else {here: WHOLE}
        return shares[before]

    def _check_days(self, edge: Succession) -> None:
        told = {"before": edge.before, "after": edge.after or "–", "on": write_day(edge.effective)}
        for id_ in (edge.before, edge.after):
            if id_ is not None and id_ not in self._validities:
                raise BadInput("succession.unknown", place=edge.place, id=id_, **told)
        if (edge.after is None) != (edge.kind is SuccessionKind.ABOLISH):
            raise BadInput("succession.heir", place=edge.place, kind=edge.kind.value, **told)
        ends = self._validities[edge.before]
        if ends.last != edge.effective - ONE_DAY:
            raise BadInput("succession.before_days", place=edge.place, days=str(ends), **told)
        begins = Validity() if edge.after is None else self._validities[edge.after]
        fits = begins.holds(edge.effective) if self._lenient else begins.first == edge.effective
        if edge.after is not None and not fits:
            raise BadInput("succession.after_days", place=edge.place, days=str(begins), **told)


def _check_leaving(leaving: list[Succession]) -> None:
    """The edges out of one id: whole to one heir, or a split whose weights make exactly one."""
    first = leaving[0]
    told: dict[str, Any] = {"before": first.before, "on": write_day(first.effective)}
    heirs = [edge.after for edge in leaving]
    if len(set(heirs)) < len(heirs):
        raise BadInput("succession.twice", place=leaving[-1].place, **told)
    many = len(leaving) > 1
    for edge in leaving:
        if (edge.kind is SuccessionKind.SPLIT) != many:
            code = "succession.not_a_split" if many else "succession.split_of_one"
            raise BadInput(code, place=edge.place, after=edge.after or "–", **told)
        if edge.weight is not None and (not many or not 0 < edge.weight < 1):
            code = "succession.weight_range" if many else "succession.weight_of_whole"
            weight = str(edge.weight)
            raise BadInput(code, place=edge.place, after=edge.after, weight=weight, **told)
    stated = [edge.weight for edge in leaving if edge.weight is not None]
    if stated and len(stated) < len(leaving):
        raise BadInput("succession.weights_missing", place=first.place, **told)
    if stated and sum(stated) != 1:
        raise BadInput("succession.weights_sum", place=first.place, sum=str(sum(stated)), **told)


def _spread(
    edges: list[Succession], shares: Mapping[str, Mapping[str, Fraction | None]]
) -> dict[str, Fraction | None]:
    """The heirs' heirs, with the share of the first that reaches each."""
    reached = {far: None for e in edges if e.after is not None for far in shares[e.after]}
    return {far: _share(far, edges, shares) for far in reached}


def _share(
    far: str, edges: list[Succession], shares: Mapping[str, Mapping[str, Fraction | None]]
) -> Fraction | None:
    # What does not reach `far` at all has the known share of nothing.
    parts = [shares[e.after].get(far, Fraction(0)) if e.after is not None else None for e in edges]
    if len(edges) == 1 or len(set(parts)) == 1:
        # Every piece passes on the same share: how large each piece was does not matter.
        return parts[0]
    total = Fraction(0)
    for edge, part in zip(edges, parts, strict=True):
        if part == 0:
            continue
        if part is None or edge.weight is None:
            return None
        total += edge.weight * part
    return total


def _with_ids(row: SuccessionRow, book: AreaBook) -> Succession:
    before = book.at(row.from_code, row.effective - ONE_DAY, place=row.place)
    after = book.at(row.to_code, row.effective, place=row.place).id if row.to_code else None
    return Succession(
        row.effective, row.kind, before.id, after, row.weight, row.document, row.place
    )


def exact(number: Fraction | Decimal | int) -> Fraction:
    """The number as a fraction, nothing lost. A float has already lost: TypeError.

    >>> from decimal import Decimal
    >>> exact(Decimal("0.33"))
    Fraction(33, 100)
    """
    if isinstance(number, float):
        raise TypeError("a float is not exact")
    return Fraction(number)


__all__ = [
    "WHOLE",
    "Succession",
    "SuccessionKind",
    "SuccessionRow",
    "Successions",
    "exact",
]
