"""A paper's planned figures as targets: what each would ask, settled by a person before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dieuhanh.audit.actions import checksum
from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.targets import PlanComparator, TargetKind, comparators_of
from dieuhanh.domain.text import fold
from dieuhanh.domain.units import is_percent
from dieuhanh.plans.models import Draft, DraftLine, Indicator, Plan, PlanVersion
from dieuhanh.plans.queries import plans, targets, versions
from dieuhanh.plans.queries.drafts import drafts

BY_BETTER = {"higher": "at_least", "lower": "at_most"}


@dataclass(frozen=True)
class TargetTold:
    """A target as it would be written; numbers as typed, the Vietnamese way."""

    position: int
    seen: int
    indicator: str
    name: str
    kind: str
    comparator: str
    value: str
    value_high: str
    unit: str

    def written(self) -> dict[str, str]:
        """The cells of a draft's line that it fills, besides the indicator."""
        named = {"name": self.name} if not self.indicator else {}
        return named | {
            "kind": self.kind, "comparator": self.comparator, "value": self.value,
            "value_high": self.value_high, "unit": self.unit,
        }  # fmt: skip


def fingerprint(rows: Iterable[TargetTold], into: str) -> str:
    """What a page showed in words, so that nothing else is saved in its place."""
    return checksum([into, [asdict(row) for row in rows]])


def target_told(
    item: ReadItem, indicator: Indicator | None, held: DraftLine | None = None
) -> TargetTold:
    """The target a planned figure would become: its bound tells the comparator, else what the plan
    before asked, else the way that is good."""
    read = item.payload
    kind = held.kind if held is not None and held.kind else _kind(read, indicator)
    high = read.get("value_high")
    return TargetTold(
        position=item.row.position, seen=item.seen, indicator=indicator.code if indicator else "",
        name=str(read["indicator"])[:250], kind=kind,
        comparator=_comparator(read, kind, indicator, held), value=write_vi(Decimal(read["value"])),
        value_high=write_vi(Decimal(high)) if high else "", unit=str(read["unit"]),
    )  # fmt: skip


def _kind(read: dict[str, Any], indicator: Indicator | None) -> str:
    """A change of an indicator that is itself the change is its level."""
    own = fold(indicator.name).split() if indicator else []
    if read["kind"] == "growth":
        itself = indicator is None or (is_percent(indicator.unit) and "tang" in own)
        return (TargetKind.LEVEL if itself else TargetKind.GROWTH).value
    if read["kind"] != "change" or indicator is None or "giam" in own:
        return TargetKind.LEVEL.value
    falls = read.get("direction") == "down"
    return (TargetKind.DECREASE if falls else TargetKind.INCREASE).value


def _comparator(
    read: dict[str, Any], kind: str, indicator: Indicator | None, held: DraftLine | None
) -> str:
    possible = {each.value for each in comparators_of(TargetKind(kind))}
    better = indicator.better if indicator else "higher"
    asked = [
        "between" if read.get("value_high") else "", str(read.get("bound") or ""),
        held.comparator if held is not None and held.comparator not in {"between", "about"} else "",
        "at_most" if read.get("direction") == "down" and kind == "level" else "",
        BY_BETTER.get(better, "equal"), "at_least",
    ]  # fmt: skip
    return next(each for each in asked if each in possible)


@dataclass(frozen=True)
class Into:
    """Where the targets may go: an open draft, or the next plan begun from one in force."""

    key: str
    name: str
    draft: Draft | None = None
    base: PlanVersion | None = None


def places_for(of: PaperReading, *, seen_by: Actor) -> list[Into]:
    """The open drafts and the plans of the reading's area that the actor may plan in."""
    if not seen_by.may(Permission.PLAN_EDIT, at=of.area_id):
        return []
    opened = [
        Into(f"draft:{each.code}", each.name, draft=each)
        for each in drafts(seen_by=seen_by)
        if each.state == "open" and each.base.plan.area.code == of.area.code
    ]
    return opened + [
        Into(f"new:{plan.code}", plan.name, base=_newest(plan))
        for plan in plans(seen_by=seen_by).filter(area__code=of.area.code)
    ]


def _newest(plan: Plan) -> PlanVersion:
    return max(versions(plan), key=lambda version: version.number)


def held_lines(into: Into) -> dict[str, DraftLine]:
    """The lines of a draft by their indicator; for a plan to begin, as its targets would be copied."""
    if into.draft is not None:
        rows = DraftLine.objects.filter(draft=into.draft, removed=False).select_related("indicator")
        return {row.indicator.code: row for row in rows if row.indicator}
    found = targets(into.base) if into.base else []
    return {
        row.indicator.code: DraftLine(kind=row.kind, comparator=row.comparator, unit=row.unit)
        for row in found
        if row.indicator
    }


def planned(items: Sequence[ReadItem]) -> list[ReadItem]:
    """The planned figures that wait for a person; those of single areas are no targets of the whole."""
    return [
        each
        for each in items
        if each.row.kind == "claim"
        and each.payload["role"] == "plan"
        and not each.payload.get("about")
        and each.state == "waiting"
    ]


def comparator_choices(kind: str) -> tuple[PlanComparator, ...]:
    """What may be asked of a kind."""
    return comparators_of(TargetKind(kind))


def next_code(base: PlanVersion, today: date) -> tuple[str, str]:
    """Name and code of the plan that follows, the year told on."""
    year = base.plan.period[:4]
    following = str(int(year) + 1) if year.isdecimal() else str(today.year)
    return base.plan.name.replace(year, following), base.plan.code.replace(year, following)


__all__ = [
    "Into", "TargetTold", "comparator_choices", "fingerprint", "held_lines", "next_code",
    "places_for", "planned", "target_told",
]  # fmt: skip
