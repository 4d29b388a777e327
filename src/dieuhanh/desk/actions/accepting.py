"""Accepting a claim: it becomes a figure that leads back to its sentence. Nothing else enters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dieuhanh.audit.actions import verb
from dieuhanh.documents.actions.readings import (
    Decision,
    hold_item,
    refuse_standing,
    write_decision,
)
from dieuhanh.documents.models import ReadingDecision, ReadingItem
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.actions.synonyms import learn_wording
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.actions.figures import import_figures
from dieuhanh.reports.models import Figure

from ..queries.reading_told import FigureTold, as_printed, what_lacks

RESULTS = frozenset({"actual", "previous", "benchmark"})


@dataclass(frozen=True)
class Answer:
    """What a person says of a record: how many decisions they had seen, the record as corrected
    (None where it stands as read), and a word on it."""

    seen: int
    payload: dict[str, Any] | None = None
    note: str = ""

    def decision(self) -> Decision:
        """As it is kept."""
        outcome = "accepted" if self.payload is None else "corrected"
        return Decision(outcome, self.seen, self.payload, self.note)


@verb
def accept_claim(
    *, by: Actor, item: ReadingItem, told: FigureTold, answer: Answer, today: date
) -> ReadingDecision:
    """Write a claim into the books as a figure, by the right to import figures at its area.

    The figure is stated by `told.source` from the paper's date; it carries the paper and its
    sentence. One that stands already to the letter is not written twice: the decision names it.
    `today` is the machine's own day. Where the officer chose another indicator than the one
    suggested, the paper's wording is learned. Raises Refused, BadInput("reading.…" | "figure.…").
    """
    held = hold_item(by=by, item=item, seen=answer.seen)
    refuse_standing(held)
    read = answer.payload or held.payload
    if held.kind != "claim" or read["role"] not in RESULTS:
        raise BadInput("reading.not_figure")
    if lack := what_lacks(told, held.reading):
        raise lack
    import_figures(by=by, records=[record_of(told, held, read)], today=today)
    figure = _written(told, held)
    _learn(by, held, told)
    return write_decision(by=by, held=held, told=answer.decision(), made=("figure", str(figure.pk)))


def record_of(told: FigureTold, held: ReadingItem, read: dict[str, Any]) -> Record:
    """The figure as a row of the table by which figures are imported."""
    of = held.reading
    values: dict[str, Any] = {
        "indicator": told.indicator, "area_code": told.area, "area_name": "",
        "period": told.period, "span": told.span.value, "breakdown": "", "source": told.source,
        "value": told.value, "value_high": told.value_high, "bound": told.bound,
        "numerator": told.numerator, "denominator": told.denominator, "unit": told.unit,
        "absence": "", "status": told.status, "release": "", "known_from": of.document.issued_on,
        "date_precision": of.document.date_precision or "day", "document": of.document.code,
        "quote": of.text[held.start : held.end], "as_printed": as_printed(read)[:120],
        "simulated": of.simulated, "note": told.note,
    }  # fmt: skip
    return Record(values, Place())


def _written(told: FigureTold, held: ReadingItem) -> Figure:
    """The figure that was written now, or that stood there to the letter."""
    found = Figure.objects.filter(
        indicator__code=told.indicator, area__code=told.area, period=told.period,
        span=told.span.value, source__code=told.source, status=told.status,
        document=held.reading.document_id,
    )  # fmt: skip
    return next(each for each in found.order_by("-pk") if each.value == told.value)


def _learn(by: Actor, held: ReadingItem, told: FigureTold) -> None:
    """Another indicator than the one in front teaches the wording, where one may teach."""
    suggested = held.matches[0]["key"] if held.matches else ""
    if told.indicator == suggested or not by.may(Permission.PLAN_EDIT):
        return
    chosen = Indicator.objects.get(code=told.indicator)
    learn_wording(
        by=by, indicator=chosen, words=str(held.payload["indicator"]),
        learned_from=held.reading.text[held.start : held.end],
    )  # fmt: skip


__all__ = ["Answer", "accept_claim", "record_of"]
