"""The first screen: a plan's board on the day looked at, and what changed around that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings

from dieuhanh.assessment.queries import (
    Board,
    ChangeDay,
    Ledger,
    Look,
    board_json,
    board_of,
    change_days,
    compare,
    open_ledger,
)
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.numbers import Lang
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries import plans


@dataclass(frozen=True)
class Overview:
    """The board of a day. `changed_on` are the days up to today on which it changed."""

    ledger: Ledger
    look: Look
    board: Board
    changed_on: tuple[ChangeDay, ...]

    @cached_property
    def standing(self) -> ChangeDay | None:
        """The day from which the books have stood as they are shown."""
        return next((each for each in reversed(self.changed_on) if each.day <= self.look.on), None)

    def since(self, lang: Lang) -> dict[str, Any] | None:
        """The comparison with the day of change before; None at the first."""
        if self.standing is None:
            return None
        earlier = [each.day for each in self.changed_on if each.day < self.standing.day]
        return self._compared(earlier[-1], self.look.on, lang) if earlier else None

    def until(self, lang: Lang) -> dict[str, Any] | None:
        """The comparison with the next day of change; None at the last."""
        later = [each.day for each in self.changed_on if each.day > self.look.on]
        return self._compared(self.look.on, later[0], lang) if later else None

    def _compared(self, left: date, right: date, lang: Lang) -> dict[str, Any] | None:
        sides = [self._on(day) for day in (left, right)]
        if None in sides:
            return None
        return compare(
            *(board_json(side, lang=lang, whole=False) for side in sides if side is not None)
        )

    def _on(self, day: date) -> Board | None:
        if day == self.look.on:
            return self.board
        if all(version.in_force_from > day for version in self.ledger.versions):
            return None
        return board_of(self.ledger, as_known_on=day, convention=self.look.convention)


def overview(plan: str | Plan, *, seen_by: Actor, look: Look, today: date) -> Overview:
    """The first screen of a plan, named or at hand. Raises Missing, or BadInput for an unknown convention."""
    ledger = open_ledger(plan, seen_by=seen_by)
    board = board_of(
        ledger, as_known_on=look.on, areas_of=look.areas_of, convention=look.convention
    )
    until = max(today, look.on)
    return Overview(ledger, look, board, tuple(d for d in change_days(ledger) if d.day <= until))


def plans_to_show(asked: str, *, seen_by: Actor) -> tuple[Plan | None, list[Plan]]:
    """The plan asked for and the others the reader may open, in one query.

    Without one asked for: the plan the installation opens with, else the latest.
    """
    seen = list(plans(seen_by=seen_by))
    code = asked or settings.FIRST_PLAN
    chosen = next((each for each in seen if each.code == code), None)
    if chosen is None and not asked and seen:
        chosen = seen[0]
    return chosen, [each for each in seen if each != chosen]
