"""What an approver reads: the reports that wait, and one of them with what changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.checks import Finding
from dieuhanh.domain.errors import Missing

from ..models import Figure, Filing, Step, Submission
from .cells import NOTHING, Key, TypedCell, filed_cells
from .checking import findings_of
from .figures import in_force
from .sheets import Sheet, sheet_of
from .submissions import submissions


def waiting(*, seen_by: Actor, round_code: str = "") -> QuerySet[Submission]:
    """Reports that wait for the actor's approval, the longest waiting first.

    Each knows who filed its last filing: `filed_by`, `filing_cells`. One query.
    """
    found = submissions(seen_by=seen_by).filter(state="submitted")
    bodies = seen_by.bodies(Permission.FIGURE_APPROVE)
    if bodies is not None:
        found = found.filter(holder__in=bodies)
    if round_code:
        found = found.filter(round__code=round_code)
    last = Filing.objects.filter(submission=OuterRef("pk"), number=OuterRef("filings"))
    return (
        found.annotate(filed_by=Subquery(last.values("filed_by")[:1]))
        .select_related("round__version__form", "body__area", "holder")
        .order_by("filed_at", "pk")
    )


def changed_cells(found: Mapping[int, int]) -> dict[int, int]:
    """By submission (its last filing's number given): how many cells differ from the one before.

    One query; those filed once are left out.
    """
    again = {pk: number for pk, number in found.items() if number > 1}
    if not again:
        return {}
    kept = Filing.objects.filter(submission__in=again, number__gte=F("submission__filings") - 1)
    cells = {
        (pk, number): filed_cells(each)
        for pk, number, each in kept.values_list("submission_id", "number", "cells")
    }
    return {
        pk: len(differing(cells.get((pk, number - 1), {}), cells.get((pk, number), {})))
        for pk, number in again.items()
    }


def differing(before: Mapping[Key, TypedCell], after: Mapping[Key, TypedCell]) -> set[Key]:
    """The cells that say something else, or are explained otherwise."""
    keys = {*before, *after}
    return {k for k in keys if _told(before.get(k, NOTHING)) != _told(after.get(k, NOTHING))}


def _told(each: TypedCell) -> tuple[object, ...]:
    return each.cell.number, each.cell.absence, each.note


@dataclass(frozen=True)
class Decision:
    """A report laid before its approver.

    `before` are the cells of the filing before this one, `approved` what stands in the books of
    the same facts; both only where the cell says something else now.
    """

    sheet: Sheet
    filing: Filing
    before: Mapping[Key, TypedCell]
    approved: Mapping[Key, Figure]
    findings: Mapping[Key, tuple[Finding, ...]]
    steps: tuple[Step, ...]
    last: bool

    @property
    def submission(self) -> Submission:
        """What is decided on."""
        return self.sheet.submission


def decision(pk: int, *, seen_by: Actor, today: date) -> Decision:
    """A report as last filed. Raises Missing, alike for none, for not allowed and for not filed."""
    sheet = sheet_of(pk, seen_by=seen_by, today=today)
    found = sheet.submission
    filing = Filing.objects.filter(submission=found, number=found.filings).first()
    if filing is None:
        raise Missing("submission.missing")
    now = filed_cells(filing.cells)
    earlier = Filing.objects.filter(submission=found, number=found.filings - 1).first()
    before = filed_cells(earlier.cells) if earlier else {}
    changed = differing(before, now) if earlier else set()
    return Decision(
        sheet,
        filing,
        {key: before.get(key, NOTHING) for key in changed},
        _approved(sheet, now, today),
        _by_cell(findings_of(found, now, areas=[area.pk for area in sheet.areas])),
        tuple(steps_of(found)),
        found.stage >= len(found.route),
    )


def _by_cell(findings: list[Finding]) -> dict[Key, tuple[Finding, ...]]:
    held: dict[Key, tuple[Finding, ...]] = {}
    for each in findings:
        key = (each.row_key, each.area_id)
        held[key] = (*held.get(key, ()), each)
    return held


def _approved(sheet: Sheet, now: Mapping[Key, TypedCell], today: date) -> dict[Key, Figure]:
    """Figures of the same facts, by the same body, that the filing says otherwise."""
    found = sheet.submission
    rows = {
        (row.indicator_id, row.span, row.breakdown): row
        for row in sheet.rows
        if row.kind == "entry"
    }
    kept = Figure.objects.filter(
        source=found.body_id,
        period=found.round.period,
        area__in=[area.pk for area in sheet.areas],
        indicator__in={row.indicator_id for row in rows.values()},
    )
    standing: dict[Key, Figure] = {}
    for figure in in_force(list(kept.order_by("id")), as_known_on=today):
        row = rows.get((figure.indicator_id, figure.span, figure.breakdown))
        if row is None:
            continue
        said = now.get((row.key, figure.area_id), NOTHING).cell
        if (said.number, said.absence or "") != (figure.value, figure.absence):
            standing[row.key, figure.area_id] = figure
    return standing


def steps_of(found: Submission) -> list[Step]:
    """Every move of a report, in order."""
    return list(
        Step.objects.filter(submission=found).select_related("body", "filing").order_by("pk")
    )


__all__ = ["Decision", "changed_cells", "decision", "differing", "steps_of", "waiting"]
