"""What a plan hands down today: its targets, their parts, how many there are.

A paper that assigns a version is held against that version until a later one is in force.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from dieuhanh.documents.queries.sources import Cited
from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.compose.saying import count
from dieuhanh.paper.writing.model import plain
from dieuhanh.plans.models import Allocation, PlanVersion, Target
from dieuhanh.plans.queries import plans
from dieuhanh.ui.formats import number

from ..allocation import asked_of, assigned

PART = "allocation"
KINDS = frozenset({PART, "assigned", "assigned-count"})
"""Keys open with a version and a target: "ca-mau-2021@1/16"; of a part whose it is after that:
"ca-mau-2021@1/16/area/964"."""
GONE = "không còn"
Holder = tuple[int, str]


def now(cited: Collection[Cited], *, seen_by: Actor, on: date) -> dict[Cited, str]:
    """One query for the versions of the plans cited, one for their targets, one for their parts."""
    keys = {each: _Key.of(each.key) for each in cited}
    codes = {key.plan for key in keys.values()}
    found = PlanVersion.objects.filter(plan__code__in=codes, plan__in=plans(seen_by=seen_by))
    held: dict[str, dict[int, PlanVersion]] = {}
    for row in found.select_related("plan"):
        held.setdefault(row.plan.code, {})[row.number] = row
    standing = {
        each: version
        for each, key in keys.items()
        if (version := _standing(held.get(key.plan, {}), key.version, on)) is not None
    }
    targets = _targets({standing[each].pk for each in standing if each.kind != PART})
    handed = _handed({standing[each].pk for each in standing if each.kind == PART})
    return {
        each: handed.get((version.pk, keys[each].rest), GONE)
        if each.kind == PART
        else _asked(each, targets.get(version.pk, []))
        for each, version in standing.items()
    }


class _Key(NamedTuple):
    """A key taken apart: the plan, the number of its version, and what stands behind."""

    plan: str
    version: int
    rest: str

    @classmethod
    def of(cls, key: str) -> _Key:
        first, _, rest = key.partition("/")
        plan, _, version = first.partition("@")
        return cls(
            plan, int(version) if version.isdecimal() and len(version) < LONGEST else 0, rest
        )


LONGEST = 9


def _standing(of: dict[int, PlanVersion], cited: int, on: date) -> PlanVersion | None:
    """The cited version, or the last later one that is in force on the day."""
    later = [number for number, each in of.items() if number > cited and each.in_force_from <= on]
    return of.get(max(later, default=cited))


def _handed(versions: Collection[int]) -> dict[Holder, str]:
    """By version, and target's number and holder as keys have them: the part it has."""
    if not versions:
        return {}
    named = ("target__version", "target__no", "area__code", "body__code", "value")
    rows = Allocation.objects.filter(target__version__in=versions).values_list(*named)
    return {
        (version, f"{no}/area/{area}" if area else f"{no}/body/{body}"): number(value)
        for version, no, area, body, value in rows
        if value is not None
    }


def _targets(versions: Collection[int]) -> dict[int, list[Target]]:
    found: dict[int, list[Target]] = {}
    rows = Target.objects.filter(version__in=versions).select_related("indicator")
    for each in rows.order_by("position") if versions else ():
        found.setdefault(each.version_id, []).append(each)
    return found


def _asked(each: Cited, targets: list[Target]) -> str:
    if each.kind == "assigned-count":
        return count(sum(target.parent_id is None for target in assigned(targets)))
    no = _Key.of(each.key).rest
    target = next((target for target in targets if target.no == no), None)
    if target is None:
        return GONE
    text = asked_of(target, targets, each.key)
    printed = [span.text for span in text if span.source is not None]
    return each.value if each.value in (*printed, plain(text)) else " – ".join(printed) or GONE


__all__ = ["KINDS", "now"]
