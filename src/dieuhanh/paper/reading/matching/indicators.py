"""A claim told to the indicators of a catalogue: by name, unit and kind, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.units import is_percent, is_points, measure, same_dimension

from ..lexicon import lexicon
from ..records import Claim
from .alike import likeness, spelled_out, weights_of

_PEOPLE = frozenset(lexicon("matching")["units"]["people"])
LEAST = 45
"""Below this likeness a name is another's."""
_UNIT_SLIP, _KIND_SLIP = 10, 15

UnitFit = Literal["same", "converts", "people", "points", "none"]
Reason = Literal["name", "synonym", "words"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the catalogue. `synonyms`: what acceptances taught, besides other names."""

    code: str
    name: str
    unit: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator a claim may mean: `score` 0 to 100, by which name, how the unit fits."""

    code: str
    score: int
    reason: Reason
    name: str
    unit: UnitFit


class Catalogue:
    """Indicators to match against; built once, asked for every claim."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        names = [name for entry in self._entries for name in (entry.name, *entry.synonyms)]
        self._weights = weights_of(names)

    def matches(self, claim: Claim, most: int = 5) -> tuple[Match, ...]:
        """The likeliest first; none whose unit or kind cannot be the claim's.

        >>> from decimal import Decimal
        >>> claim = Claim(indicator="Thu NSNN", value=Decimal(5851), unit="tỷ đồng", kind="level",
        ...               quote="", start=0, end=0)
        >>> Catalogue([Entry("thu", "Thu ngân sách nhà nước", "triệu đồng")]).matches(claim)
        (Match(code='thu', score=100, reason='name', name='Thu ngân sách nhà nước', unit='converts'),)
        """
        found = [match for entry in self._entries if (match := self._match(claim, entry))]
        return tuple(sorted(found, key=lambda match: (-match.score, match.code))[:most])

    def _match(self, claim: Claim, entry: Entry) -> Match | None:
        unit = unit_fit(claim.unit, entry.unit)
        if unit == "none":
            return None
        slip = _kind_slip(claim, entry)
        if slip is None:
            return None
        slip += _UNIT_SLIP if unit == "people" else 0
        best = Match(entry.code, 0, "name", entry.name, unit)
        for number, name in enumerate((entry.name, *entry.synonyms)):
            alike = likeness(claim.indicator, name, self._weights)
            score = max(0, alike - slip)
            if score > best.score:
                exact: Reason = "synonym" if number else "name"
                best = Match(entry.code, score, exact if alike == 100 else "words", name, unit)
        return best if best.score >= LEAST else None


def unit_fit(said: str, meant: str) -> UnitFit:
    """How a claim's unit fits an indicator's.

    >>> unit_fit("tỷ USD", "triệu USD"), unit_fit("%", "điểm %"), unit_fit("%", "tỷ đồng")
    ('converts', 'points', 'none')
    """
    try:
        if is_points(meant) != is_points(said):
            return "points" if same_dimension(said, meant) else "none"
        if same_dimension(said, meant):
            return "same" if measure(said).scale == measure(meant).scale else "converts"
    except BadInput:
        return "same" if said == meant else "none"
    heads = {_bare(said), _bare(meant)}
    return "people" if heads <= _PEOPLE else "none"


def _bare(unit: str) -> str:
    return " ".join(
        word for word in unit.lower().split() if word not in {"nghìn", "ngàn", "triệu", "vạn"}
    )


def entry_kind(entry: Entry) -> str:
    """What an indicator measures: growth, change, share, or level (counts are levels too)."""
    words = spelled_out(entry.name)
    if is_points(entry.unit) or words[:1] == ("giảm",) or words[:2] == ("mức", "giảm"):
        return "change"
    if not is_percent(entry.unit):
        return "level"
    growth = "tăng" in words[:3] or words[:2] == ("tăng", "trưởng")
    return "growth" if growth else "share"


_SLIPS: dict[tuple[str, str], int | None] = {
    ("growth", "growth"): 0, ("change", "change"): 0, ("share", "share"): 0, ("level", "level"): 0,
    ("change", "growth"): _KIND_SLIP, ("growth", "change"): _KIND_SLIP, ("share", "growth"): _KIND_SLIP,
    ("share", "change"): 2 * _KIND_SLIP, ("level", "share"): _KIND_SLIP, ("share", "level"): _KIND_SLIP,
    ("level", "growth"): _KIND_SLIP, ("level", "change"): 2 * _KIND_SLIP,
    ("change", "share"): None, ("growth", "share"): None, ("growth", "level"): None, ("change", "level"): None,
}  # fmt: skip


def _kind_slip(claim: Claim, entry: Entry) -> int | None:
    """What a difference of kinds costs; None when it forbids.

    "Kim ngạch xuất khẩu tăng 8%" tells no level, "tỷ lệ hộ nghèo giảm 0,3%" no rate.
    """
    kind = "level" if claim.kind == "count" else claim.kind
    return _SLIPS[kind, entry_kind(entry)]


__all__ = ["Catalogue", "Entry", "Match", "entry_kind", "unit_fit"]
