"""How many have filed, on time, and been approved: of a round, by district, by sector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from dieuhanh.bodies.models import Area, AreaParent
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.text import vi_key

from ..models import Round, RoundDue, Submission
from .submissions import submissions

FILED = frozenset({"submitted", "approved"})


@dataclass(frozen=True)
class Rate:
    """Bodies asked, those that have filed, filed by their day, and were approved; the overdue."""

    expected: int = 0
    filed: int = 0
    on_time: int = 0
    approved: int = 0
    overdue: int = 0

    def __add__(self, other: Rate) -> Rate:
        return Rate(
            self.expected + other.expected, self.filed + other.filed,
            self.on_time + other.on_time, self.approved + other.approved,
            self.overdue + other.overdue,
        )  # fmt: skip

    @property
    def missing(self) -> int:
        """Who has not filed, or has it back to mend."""
        return self.expected - self.filed


class Line(NamedTuple):
    """One body in a round, and where its report stands.

    `standing` is approved, waiting, returned, overdue or open; `late` tells that it was first
    filed after its day; `now` names what its area has become, where that had ended.
    """

    submission: int
    code: str
    name: str
    group: str
    group_code: str
    state: str
    standing: str
    holder: str
    filed_on: date | None
    late: bool
    filings: int
    now: str


class Above(NamedTuple):
    """The area a body is counted under, and the heirs by which it is, where its own had ended."""

    area: Area | None
    heirs: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoundRate:
    """A round's whole, its groups by the area above, and every body by name."""

    total: Rate
    groups: tuple[tuple[str, str, Rate], ...]
    lines: tuple[Line, ...]
    due_on: date | None


def reporting_rate(
    opened: Round, *, seen_by: Actor, today: date, areas_of: date | None = None
) -> RoundRate:
    """Who has filed in a round, as far as the actor may see. Four queries, six where areas ended.

    Grouped by the areas of the day it opened, or restated on those of `areas_of`: bodies are
    counted, so that groups add up, and the whole stays what it was.
    """
    levels = RoundDue.objects.filter(round=opened, level=opened.version.filler_level)
    due_on = levels.values_list("due_on", flat=True).first()
    found = list(
        submissions(seen_by=seen_by).filter(round=opened).values_list(
            "pk", "body__code", "body__name", "body__area_id", "state", "holder__name",
            "first_filed_on", "filings",
        ).distinct()
    )  # fmt: skip
    above = _areas_above({row[3] for row in found if row[3]}, areas_of or opened.opens_on)
    lines = sorted(
        (_line(row, above, due_on, today) for row in found),
        key=lambda line: (vi_key(line.group), vi_key(line.name)),
    )
    groups: dict[tuple[str, str], Rate] = {}
    for line in lines:
        key = line.group, line.group_code
        groups[key] = groups.get(key, Rate()) + _rate(line)
    total = sum(groups.values(), Rate())
    told = tuple((name, code, rate) for (name, code), rate in groups.items() if code)
    return RoundRate(total, told, tuple(lines), due_on)


def rates_of(rounds: Sequence[Round], *, seen_by: Actor, today: date) -> dict[int, Rate]:
    """The whole of each of several rounds. Two queries."""
    dues = {
        (round_id, level): due_on
        for round_id, level, due_on in RoundDue.objects.filter(round__in=rounds).values_list(
            "round_id", "level", "due_on"
        )
    }
    day_of = {each.pk: dues.get((each.pk, each.version.filler_level)) for each in rounds}
    seen = submissions(seen_by=seen_by).filter(round__in=rounds).values("pk")
    counted = Submission.objects.filter(pk__in=seen).values_list(
        "round_id", "state", "first_filed_on"
    )
    found: dict[int, Rate] = {each.pk: Rate() for each in rounds}
    for round_id, state, filed_on, count in counted.annotate(n=Count("pk")).order_by():
        due_on = day_of[round_id]
        found[round_id] += Rate(
            expected=count,
            filed=count if state in FILED else 0,
            on_time=count if _on_time(filed_on, due_on) else 0,
            approved=count if state == "approved" else 0,
            overdue=count if _overdue(state, due_on, today) else 0,
        )
    return found


def by_sector(rounds: Iterable[Round], rates: dict[int, Rate]) -> list[tuple[str, Rate]]:
    """The same rates by field of the form, in Vietnamese order; "" is for all sectors."""
    found: dict[str, Rate] = {}
    for each in rounds:
        field = each.version.form.field
        found[field] = found.get(field, Rate()) + rates[each.pk]
    return sorted(found.items(), key=lambda pair: vi_key(pair[0]))


def _areas_above(areas: set[int], on: date) -> dict[int, Above]:
    """The area right above each on a day; of one that had ended by then, above its heirs."""
    standing = Q(valid_to=None) | Q(valid_to__gte=on)
    links = AreaParent.objects.filter(standing, valid_from__lte=on)
    alive = links.exclude(area__valid_to__lt=on).values_list("area_id", "parent_id")
    pairs = dict(alive)
    parents = Area.objects.in_bulk(set(pairs.values()))
    found = {child: Above(parents[parent]) for child, parent in pairs.items()}
    lacking = areas - found.keys()
    ended = Area.objects.filter(pk__in=lacking, valid_to__lt=on) if lacking else []
    if ended:
        found |= _above_heirs(ended, on)
    return found


def _above_heirs(ended: Iterable[Area], on: date) -> dict[int, Above]:
    """Where all heirs of an area stand under one, that one; else no group could hold it whole."""
    atlas, found = Atlas(), {}
    for area in ended:
        heirs = atlas.heirs(area, on)
        above = {up[0].pk: up[0] for heir in heirs if (up := atlas.above(heir, on))}
        group = next(iter(above.values())) if len(above) == 1 else None
        found[area.pk] = Above(group, tuple(sorted((h.name for h in heirs), key=vi_key)))
    return found


def _line(
    row: tuple[int, str, str, int | None, str, str | None, date | None, int],
    above: dict[int, Above],
    due_on: date | None,
    today: date,
) -> Line:
    pk, code, name, area, state, holder, filed_on, filings = row
    parent, heirs = above.get(area or 0, Above(None))
    return Line(
        pk, code, name, parent.name if parent else "", parent.code if parent else "", state,
        _standing(state, due_on, today), holder or "" if state == "submitted" else "", filed_on,
        bool(filed_on and due_on and filed_on > due_on), filings, ", ".join(heirs),
    )  # fmt: skip


def _standing(state: str, due_on: date | None, today: date) -> str:
    if _overdue(state, due_on, today):
        return "overdue"
    return {"submitted": "waiting", "draft": "open"}.get(state, state)


def _rate(line: Line) -> Rate:
    return Rate(
        expected=1,
        filed=int(line.state in FILED),
        on_time=int(line.filed_on is not None and not line.late),
        approved=int(line.state == "approved"),
        overdue=int(line.standing == "overdue"),
    )


def _on_time(filed_on: date | None, due_on: date | None) -> bool:
    return filed_on is not None and (due_on is None or filed_on <= due_on)


def _overdue(state: str, due_on: date | None, today: date) -> bool:
    return state not in FILED and due_on is not None and due_on < today


__all__ = ["Line", "Rate", "RoundRate", "by_sector", "rates_of", "reporting_rate"]
