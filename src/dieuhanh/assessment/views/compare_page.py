"""What the page of a comparison shows: the two sides, their counts, the turns by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.conf import settings

from dieuhanh.domain.conventions import DEFAULT_CONVENTION, Convention
from dieuhanh.domain.dates import read_vi_date, write_vi_date
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.numbers import write_vi
from dieuhanh.domain.periods import Period
from dieuhanh.domain.verdicts import Reason
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.domain.wording.comparisons import comparison_text
from dieuhanh.domain.wording.spans import day_name
from dieuhanh.plans.models import Plan
from dieuhanh.ui.language import page_lang

from ..models import Assessment, PublishedTally
from ..queries import ChangeDay, Ledger
from .stored import StoredFigure, stored_figure, target_names

TURNS = ("flipped", "judged", "moved", "unjudged", "same", "unanswered")


def plan_code(asked: str, seen: Sequence[Plan] | Any) -> str:
    """The plan asked for, else the installation's, else the latest. Raises Missing for none."""
    codes = [plan.code for plan in seen]
    for code in (asked, settings.FIRST_PLAN, *codes):
        if code and (code in codes or code == asked):
            return str(code)
    raise Missing("plan.missing", plan=asked, known="")


@dataclass(frozen=True)
class Sides:
    """What is compared: each side a run's number or a day, and the convention of a day."""

    left: str
    right: str
    left_convention: str = ""
    right_convention: str = ""

    @classmethod
    def read(
        cls, query: Mapping[str, str], tallies: Sequence[PublishedTally], today: date
    ) -> Sides:
        """From the address. A side not named is a day a count was published, else today."""
        known = sorted({tally.as_of for tally in tallies if tally.as_of <= today})
        first, last = (known[-2], known[-1]) if len(known) > 1 else (_eve(today), today)
        return cls(
            _spelled(query.get("left", "")) or write_vi_date(first),
            _spelled(query.get("right", "")) or write_vi_date(last),
            query.get("left_convention", ""),
            query.get("right_convention", ""),
        )

    def __iter__(self) -> Iterator[tuple[str, str]]:
        yield self.left, self.left_convention
        yield self.right, self.right_convention


def _spelled(side: str) -> str:
    """A day as the selects spell it; a run's number, or what is neither, as it came."""
    try:
        return side.strip() if side.strip().isdigit() else write_vi_date(read_vi_date(side))
    except BadInput:
        return side.strip()


def _eve(today: date) -> date:
    return Period.of_year(today.year).previous().end


@dataclass(frozen=True)
class Choice:
    """One option of a select."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Side:
    """One target on one side of the comparison. `made` is the sum of the level below, if judged."""

    verdict: str
    sub_label: str | None
    figures: list[StoredFigure]
    reason: str
    made: str = ""


@dataclass(frozen=True)
class Turn:
    """One target whose verdict or inputs differ."""

    no: str
    name: str
    turn: str
    why: str
    before: Side | None
    after: Side | None


@dataclass(frozen=True)
class ComparePage:
    """The page's content, each part made when the template asks."""

    ledger: Ledger
    sides: Sides
    shape: dict[str, Any]
    right: dict[str, Any]
    runs: list[Assessment]
    days: list[ChangeDay]
    conventions: list[Convention]

    @property
    def plan(self) -> Plan:
        """Whose targets are compared."""
        return self.ledger.plan

    @cached_property
    def names(self) -> dict[str, str]:
        """Target numbers to names, of every version."""
        return target_names(target for of in self.ledger.targets.values() for target in of)

    @property
    def heads(self) -> list[dict[str, Any]]:
        """The two sides: run or day, convention, counts."""
        return [self._head(self.shape[side]) for side in ("left", "right")]

    @property
    def both_published(self) -> bool:
        """Whether each side has a published count, which then is the headline."""
        return all(head["published"] for head in self.heads)

    @cached_property
    def sentence(self) -> str:
        """The whole comparison in words."""
        return comparison_text(self._named(), page_lang())

    @cached_property
    def turns(self) -> dict[str, list[Turn]]:
        """The targets that differ, by what became of their verdict."""
        found: dict[str, list[Turn]] = {turn: [] for turn in TURNS}
        for change in self.shape["changes"]:
            found[change["turn"]].append(self._turn(change))
        return found

    @cached_property
    def unchanged(self) -> list[dict[str, str]]:
        """The targets that are the same on both sides, figures and all."""
        changed = {change["no"] for change in self.shape["changes"]}
        return [
            {"no": v["no"], "name": self._name(v["no"], v["indicator"]), "verdict": v["verdict"]}
            for v in self.right["verdicts"]
            if v["no"] not in changed
        ]

    @cached_property
    def selects(self) -> list[dict[str, Any]]:
        """The two selects with their options."""
        return [
            {"name": name, "chosen": side, "runs": self._runs(side), "days": self._days(side),
             "conventions": self._conventions(convention)}
            for name, (side, convention) in zip(("left", "right"), self.sides, strict=True)
        ]  # fmt: skip

    def _head(self, side: dict[str, Any]) -> dict[str, Any]:
        tally = side["tally"]
        return {
            "run": side["run"],
            "day": date.fromisoformat(side["as_known_on"]),
            "convention": side["convention"],
            "ours": f"{tally['met_or_exceeded']}/{tally['total']}",
            "published": tally["published"],
        }

    def _named(self) -> dict[str, Any]:
        changes = [
            {**change, "indicator": self._name(change["no"], change["indicator"])}
            for change in self.shape["changes"]
        ]
        return {**self.shape, "changes": changes}

    def _name(self, no: str, otherwise: str) -> str:
        return self.names.get(no, otherwise)

    def _turn(self, change: dict[str, Any]) -> Turn:
        return Turn(
            change["no"],
            self._name(change["no"], change["indicator"]),
            change["turn"],
            change["why"],
            _side(change["before"]),
            _side(change["after"]),
        )

    def _runs(self, side: str) -> list[Choice]:
        lang = page_lang()
        return [
            Choice(str(run.pk), f"{run.pk}: {day_name(run.as_known_on, lang)}", side == str(run.pk))
            for run in self.runs
        ]

    def _days(self, side: str) -> list[Choice]:
        days = [write_vi_date(change.day) for change in self.days]
        if not side.isdigit() and side not in days:
            days.append(side)
        return [Choice(day, day, day == side) for day in days]

    def _conventions(self, chosen: str) -> list[Choice]:
        named = chosen or DEFAULT_CONVENTION
        return [Choice(c.name, c.title[page_lang()], c.name == named) for c in self.conventions]


def _side(side: dict[str, Any] | None) -> Side | None:
    if side is None:
        return None
    reason = Reason(side["reason"]["code"], side["reason"]["values"])
    return Side(
        side["verdict"],
        side["sub_label"],
        [stored_figure(figure) for figure in side["figures"]],
        reason_text(reason, page_lang()),
        "" if side["figures"] or side["actual"] is None else write_vi(Decimal(side["actual"])),
    )
