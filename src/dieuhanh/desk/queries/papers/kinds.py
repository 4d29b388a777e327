"""The kinds of papers that write themselves: what each is composed from, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.model import Paper
from dieuhanh.paper.writing.papers import sources

from .frames import frame_of, usual_recipients
from .labels import SIMULATED
from .year import frozen_year, year_of


@dataclass(frozen=True)
class Wanted:
    """A paper that is asked for: its kind, what it is made from, as known on which day."""

    kind: str
    of: str
    on: date

    def recipe(self) -> dict[str, str]:
        """What is kept with the draft, so that it can be composed anew."""
        return {"kind": self.kind, "of": self.of, "on": self.on.isoformat()}


@dataclass(frozen=True)
class Kind:
    """A kind of composed paper: its names, the type of the decree it is, what it is made from."""

    code: str
    name: str
    name_en: str
    paper: str
    source: str
    compose: Callable[[Wanted, Body, Actor], Paper]
    dated: bool = True


def _report(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    code, _, frozen = wanted.of.partition("#")
    year = (
        frozen_year(int(frozen), seen_by=seen_by)
        if frozen.isdecimal()
        else year_of(code, seen_by=seen_by, on=wanted.on)
    )
    frame = frame_of(issuer, "bao-cao", wanted.on, recipients=usual_recipients(issuer))
    return report(year, frame)


COMPOSED: Mapping[str, Kind] = {
    each.code: each
    for each in (
        Kind(
            "bao-cao-nam",
            "Báo cáo tình hình thực hiện kế hoạch",
            "Report of the year",
            "bao-cao",
            "board",
            _report,
        ),
    )
}


def wanted_of(said: Mapping[str, Any]) -> Wanted:
    """A recipe read back. Raises BadInput("compose.kind" | "date.…")."""
    kind = str(said.get("kind", ""))
    if kind not in COMPOSED:
        raise BadInput("compose.kind", kind=kind[:40], known=", ".join(COMPOSED))
    return Wanted(kind, str(said.get("of", "")), read_vi_date(str(said.get("on", ""))))


def is_simulated(paper: Paper) -> bool:
    """Whether any of its numbers rests on figures nobody reported."""
    return any(SIMULATED in source.label for source in sources(paper))


def again(wanted: Wanted, today: date) -> Wanted:
    """The same from the books of today; what an assessment froze is left behind."""
    return Wanted(wanted.kind, wanted.of.partition("#")[0], max(today, wanted.on))


def composed(wanted: Wanted, *, issuer: Body, seen_by: Actor) -> Paper:
    """The paper as the books have it. Raises Missing for what the reader may not see."""
    return COMPOSED[wanted.kind].compose(wanted, issuer, seen_by)


__all__ = ["COMPOSED", "Kind", "Wanted", "again", "composed", "is_simulated", "wanted_of"]
