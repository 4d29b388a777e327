"""The records of a reading as a page shows them: what was read, what it fits, what accepting writes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from dieuhanh.documents.models import PaperReading
from dieuhanh.documents.queries.readings import ReadItem, spots_of
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, DieuHanhError
from dieuhanh.domain.numbers import half_up, write_vi
from dieuhanh.plans.models import Indicator

from .reading_choices import assigning_hands, catalogue, names_of
from .reading_told import FigureTold, TaskOrdered, figure_told, task_told, what_lacks

RESULTS = frozenset({"actual"})


@dataclass
class Card:
    """One record for the page."""

    item: ReadItem
    spot: Any = None
    """Where it stands in what was handed in: page, paragraph, or cell of a table."""
    figure: FigureTold | None = None
    indicator: Indicator | None = None
    restated: str = ""
    """The value in the indicator's own unit, where the paper prints another."""
    source_name: str = ""
    task: TaskOrdered | None = None
    lead_name: str = ""
    lack: DieuHanhError | None = None
    """Why it cannot be accepted as it stands."""
    fault: str = ""
    sees_people: bool = False
    may_plan: bool = False
    form: Any = None

    @property
    def waiting(self) -> bool:
        """Whether it still waits for a person."""
        return self.item.state == "waiting"

    @property
    def fingerprint(self) -> str:
        """What is shown of what accepting would write."""
        told = self.figure or self.task
        return told.fingerprint() if told else str(self.item.best.get("key", ""))

    @property
    def certain(self) -> bool:
        """Whether it may be accepted together with others: one match, told apart surely."""
        return self.waiting and self.lack is None and self._matched

    @property
    def _matched(self) -> bool:
        best = self.item.best
        return bool(best.get("certain")) and best.get("reason") != "words"


class Desk:
    """What the cards of one reading need, fetched once however many they are."""

    def __init__(
        self, of: PaperReading, items: Sequence[ReadItem], *, seen_by: Actor, today: date
    ) -> None:
        self.of, self.by = of, seen_by
        self.spots = spots_of(of)
        best = [str(each.best.get("key", "")) for each in items if each.row.kind == "claim"]
        self.indicators = catalogue(best)
        self.hands = (
            assigning_hands(seen_by=seen_by, on=today)
            if any(each.row.kind == "task" for each in items)
            else []
        )
        leads = [str(each.best.get("key", "")) for each in items if each.row.kind == "task"]
        self.names = names_of([*leads, of.source.code if of.source else ""])

    def card(self, item: ReadItem) -> Card:
        """A record's card."""
        sees = self.by.may(Permission.USER_EDIT)
        plan = self.by.may(Permission.PLAN_EDIT, at=self.of.area_id)
        made = Card(item, self._spot(item.row.start), sees_people=sees, may_plan=plan)
        if item.row.kind == "claim":
            self._claim(made)
        elif item.row.kind == "task":
            self._task(made)
        elif item.row.kind == "document" and not item.best:
            made.lack = BadInput("reading.no_match")
        return made

    def _spot(self, offset: int) -> Any:
        found = bisect_right(self.spots, offset, key=lambda spot: spot.start)
        return self.spots[found - 1] if found else None

    def _claim(self, card: Card) -> None:
        card.indicator = self.indicators.get(str(card.item.best.get("key", "")))
        told = figure_told(card.item, self.of, card.indicator)
        if card.item.payload["role"] not in RESULTS:
            planned = card.item.payload["role"] == "plan"
            card.lack = BadInput("reading.not_figure" if planned else "reading.elsewhere")
            if planned:
                return
        card.figure = told
        card.source_name = self.names.get(told.source, "")
        card.lack = (
            card.lack
            or what_lacks(told, self.of)
            or unit_lacks(told, card.indicator)
            or self._no_right(card.indicator)
        )
        if place := _other_place(card):
            card.lack = BadInput("reading.other_place", area=place)
        if card.indicator and card.indicator.unit != told.unit:
            card.restated = restated(told.in_unit(card.indicator.unit), card.indicator.unit)

    def _no_right(self, indicator: Indicator | None) -> DieuHanhError | None:
        kept = (indicator.field or None) if indicator else None
        allowed = self.by.may(Permission.FIGURE_IMPORT, at=self.of.area_id, field=kept)
        return None if allowed else BadInput("reading.no_right")

    def _task(self, card: Card) -> None:
        lead = str(card.item.best.get("key", ""))
        hand = next((each for each in self.hands if lead in each.leads), None)
        told = task_told(card.item, hand.body if hand else None)
        card.task, card.lead_name = told, self.names.get(told.lead, "")
        if self.of.document.internal:
            card.lack = BadInput("reading.no_paper")
        elif not self.hands:
            card.lack = BadInput("reading.no_right")
        elif not told.lead:
            card.lack = BadInput("reading.no_lead")
        elif hand is None:
            card.lack = BadInput("reading.not_below", lead=card.lead_name)


def _other_place(card: Card) -> str:
    """The place that a claim's sentence is about, where that is none of the books' areas here."""
    read = card.item.payload
    unknown = card.lack is not None and card.lack.code == "reading.no_area"
    return str(read["named"]) if unknown and read.get("named") == read.get("about") else ""


def unit_lacks(told: FigureTold, indicator: Indicator | None) -> DieuHanhError | None:
    """Why the paper's unit cannot be the indicator's; None where it converts."""
    if indicator is None or told.in_unit(indicator.unit) is not None:
        return None
    return BadInput("unit.incompatible", frm=told.unit, to=indicator.unit)


def restated(value: Fraction | None, unit: str) -> str:
    """An exact value in another unit, in words; one without an end is cut at six decimals and said
    to be so by "≈"."""
    if value is None:
        return ""
    rounded = half_up(value, 6).normalize()
    whole = rounded.quantize(1) if rounded == rounded.to_integral_value() else rounded
    sign = "=" if Fraction(whole) == value else "≈"
    return f"{sign} {write_vi(whole)} {unit}"


def cards_of(
    of: PaperReading, items: Sequence[ReadItem], *, seen_by: Actor, today: date
) -> list[Card]:
    """A card for each record. A fixed number of queries."""
    desk = Desk(of, items, seen_by=seen_by, today=today)
    return [desk.card(each) for each in items]


__all__ = ["Card", "cards_of", "restated"]
