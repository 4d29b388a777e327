"""Tallies: how many targets are met, counted from verdicts and held against what was published."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .verdicts import Basis, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class PublishedTally:
    """A tally as printed. None where the publisher did not split or count."""

    met_or_exceeded: int
    total: int
    exceeded: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that add up: the seven verdicts to `total`, the three met ones to met_or_exceeded."""

    total: int
    exceeded: int
    met: int
    unsplit: int
    not_met: int
    no_data: int
    not_due: int
    not_comparable: int
    computed: int
    as_published: int

    @property
    def met_or_exceeded(self) -> int:
        """Met in any way: exceeded, met, and published without saying which."""
        return self.exceeded + self.met + self.unsplit

    def agrees_with(self, published: PublishedTally) -> bool:
        """Whether the counts are those printed; an unsplit row may be either met or exceeded."""
        if (self.total, self.met_or_exceeded) != (published.total, published.met_or_exceeded):
            return False
        if published.exceeded is None:
            return True
        return self.exceeded <= published.exceeded <= self.exceeded + self.unsplit

    def reproduces(self, published: PublishedTally) -> bool:
        """Whether we arrive at the printed tally by computing every target, keeping none."""
        return self.computed == self.total and self.agrees_with(published)


class Answer(Protocol):
    """Anything with a verdict and where it comes from: an outcome, a judged target."""

    @property
    def verdict(self) -> Verdict: ...
    @property
    def basis(self) -> Basis: ...


def tally(answers: Iterable[Answer]) -> Tally:
    """Count answers on whole targets (parts are counted within their composite).

    >>> from .verdicts import published_outcome
    >>> tally([published_outcome("vượt"), published_outcome("đạt/vượt")]).met_or_exceeded
    2
    """
    counted = list(answers)
    verdicts = Counter(answer.verdict for answer in counted)
    bases = Counter(answer.basis for answer in counted)
    return Tally(
        total=len(counted),
        exceeded=verdicts[Verdict.EXCEEDED],
        met=verdicts[Verdict.MET],
        unsplit=verdicts[Verdict.MET_OR_EXCEEDED],
        not_met=verdicts[Verdict.NOT_MET],
        no_data=verdicts[Verdict.NO_DATA],
        not_due=verdicts[Verdict.NOT_DUE],
        not_comparable=verdicts[Verdict.NOT_COMPARABLE],
        computed=bases[Basis.COMPUTED],
        as_published=bases[Basis.AS_PUBLISHED],
    )


__all__ = ["PublishedTally", "Tally", "tally"]
