"""What a correction would change before it is made: every board it touches, before and after."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from dieuhanh.assessment.queries import board_json, board_of, compare, open_ledger
from dieuhanh.bodies.models import AreaParent
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.figures import Origin
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.periods import Period
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries import plans
from dieuhanh.reports.models import Figure

UNSAVED = 2**62  # ids no figure of the books has, for vintages that are only tried


@dataclass(frozen=True)
class Effect:
    """One plan's board with the correction beside the board without it."""

    plan: Plan
    shape: dict[str, Any]

    @property
    def flips(self) -> list[dict[str, Any]]:
        """Targets whose verdict would turn, with what it was and would be."""
        return [change for change in self.shape["changes"] if change["turn"] != "same"]

    @property
    def moves(self) -> list[dict[str, Any]]:
        """Targets whose number would change but not the verdict."""
        return [change for change in self.shape["changes"] if change["turn"] == "same"]

    @property
    def told(self) -> dict[str, Any]:
        """What the preview says of this board, without words of a language."""
        changes = [
            [change["no"], change["turn"], _bare(change["before"]), _bare(change["after"])]
            for change in self.shape["changes"]
        ]
        tallies = [self.shape[side]["tally"] for side in ("left", "right")]
        return {"plan": self.plan.code, "changes": changes, "tallies": tallies}


def _bare(side: dict[str, Any] | None) -> dict[str, Any] | None:
    """One side of a change: what was judged, and by which figures."""
    if side is None:
        return None
    kept = {name: value for name, value in side.items() if name not in {"figures", "reason"}}
    return kept | {"figures": [each["id"] for each in side["figures"]]}


def fingerprint(made: Sequence[Figure], effects: Sequence[Effect]) -> str:
    """SHA-256 of a preview: the same only while the books and the correction are the same."""
    figures = [
        [f.indicator_id, f.area_id, f.period, f.span, f.breakdown, f.source_id, f.stated, f.status,
         f.known_from]
        for f in made
    ]  # fmt: skip
    told = [figures, sorted((effect.told for effect in effects), key=lambda each: each["plan"])]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def effects_of(made: Sequence[Figure], *, seen_by: Actor, today: date, lang: Lang) -> list[Effect]:
    """The boards of today that unsaved figures would change; nothing is written."""
    for number, figure in enumerate(made):
        figure.pk = UNSAVED + number
    try:
        found = [
            effect
            for plan in touched(made, seen_by=seen_by)
            if (effect := _effect(plan, made, seen_by, today, lang)) is not None
        ]
    finally:
        for figure in made:
            figure.pk = None
    return found


def _effect(
    plan: Plan, made: Sequence[Figure], seen_by: Actor, today: date, lang: Lang
) -> Effect | None:
    try:
        sides = [
            board_json(
                board_of(open_ledger(plan, seen_by=seen_by, added=added), as_known_on=today),
                lang=lang,
                whole=False,
            )
            for added in ((), tuple(made))
        ]
    except Missing:  # the plan is not in force yet
        return None
    shape = compare(*sides)
    return Effect(plan, shape) if shape["changes"] else None


def touched(made: Sequence[Figure], *, seen_by: Actor) -> list[Plan]:
    """Plans that set a target on what is corrected: for the area itself, or by sum for one above."""
    wanted = Q(pk__in=[])
    for figure in made:
        of_period = Q(period=figure.period, versions__targets__indicator=figure.indicator_id)
        wanted |= of_period & Q(area=figure.area_id)
        wanted |= of_period & Q(
            area__in=_above(figure),
            versions__targets__indicator__judged_origin=Origin.ROLLED_UP,
        )
    return list(plans(seen_by=seen_by).filter(wanted).distinct())


def _above(figure: Figure) -> list[int]:
    """The areas above a figure's own, at the end of its period."""
    on, found = Period.parse(figure.period).end, []
    area: int | None = figure.area_id
    standing = Q(valid_to=None) | Q(valid_to__gte=on)
    while area is not None:
        links = AreaParent.objects.filter(standing, area=area, valid_from__lte=on)
        area = links.values_list("parent_id", flat=True).first()
        if area is not None:
            found.append(area)
    return found


__all__ = ["Effect", "effects_of", "fingerprint", "touched"]
