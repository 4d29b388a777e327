"""A crossing: what the areas of one day have become by a later day, traced once for all figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import BadInput
from .trees import write_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction

    from .successions import Successions


@dataclass(frozen=True, slots=True)
class Source:
    """A forebear of an area and the share of it that went there; None: not stated."""

    area: str
    share: Fraction | None

    @property
    def is_whole(self) -> bool:
        """Whether all of it went there."""
        return self.share == 1


class Crossing:
    """From the areas of `from_day` onto those of `onto_day`, by the successions between."""

    def __init__(
        self, successions: Successions, *, from_day: date, onto_day: date, onto: Iterable[str]
    ) -> None:
        """`onto`: the ids wanted, of one level, each standing on `onto_day`.

        Raises BadInput("restating.backwards" | "restating.not_standing").
        """
        if onto_day < from_day:
            raise BadInput(
                "restating.backwards", from_day=write_day(from_day), onto_day=write_day(onto_day)
            )
        self.from_day, self.onto_day = from_day, onto_day
        self.onto = tuple(dict.fromkeys(onto))
        self._successions = successions
        self._heirs: dict[str, dict[str, Fraction | None]] = {}
        for area in self.onto:
            self._require_standing(area, onto_day)
        self._forebears = {area: self._trace_back(area) for area in self.onto}

    def forebears(self, area: str) -> tuple[Source, ...]:
        """The areas it was made of, each with the share that went there.

        They stood on `from_day`, but for those the books do not follow back so far.
        """
        return self._forebears[area]

    def heirs(self, area: str) -> dict[str, Fraction | None]:
        """What an area has become by `onto_day`, with shares; None where no weight is stated."""
        if area not in self._heirs:
            self._heirs[area] = self._successions.heirs(area, self.onto_day)
        return self._heirs[area]

    def require_source(self, area: str) -> None:
        """Raise BadInput("restating.not_standing") unless the area stood on `from_day`."""
        self._require_standing(area, self.from_day)

    def _trace_back(self, area: str) -> tuple[Source, ...]:
        origins: list[str] = []
        waiting, seen = [area], {area}
        while waiting:
            here = waiting.pop()
            edges = [e for e in self._successions.before(here) if e.effective > self.from_day]
            if not edges:
                origins.append(here)
            unseen = [edge.before for edge in reversed(edges) if edge.before not in seen]
            waiting.extend(unseen)
            seen.update(unseen)
        return tuple(Source(origin, self.heirs(origin)[area]) for origin in origins)

    def _require_standing(self, area: str, on: date) -> None:
        days = self._successions.validities.get(area)
        if days is None or not days.holds(on):
            raise BadInput(
                "restating.not_standing", id=area, on=write_day(on), days=str(days or "–")
            )


__all__ = ["Crossing", "Source"]
