"""What in the books rests on one paper, or on one figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.plans.models import Plan, Target
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import figures

from ..models import Assessment, Finding, PublishedJudgement, PublishedTally
from .assessments import assessments
from .board import board_of
from .judged import Judged
from .ledger import Ledger, open_ledger


@dataclass(frozen=True)
class Uses:
    """Figures printed in a paper, judgements and counts published in it, findings that quote it."""

    document: Document
    figures: list[Figure]
    judgements: list[PublishedJudgement]
    tallies: list[PublishedTally]
    findings: list[Finding]

    @property
    def any(self) -> bool:
        """Whether anything rests on it."""
        return bool(self.figures or self.judgements or self.tallies or self.findings)


def uses_of(document: Document, *, seen_by: Actor) -> Uses:
    """What an actor may see of all that cites a paper, the latest first."""
    printed = figures(seen_by=seen_by).filter(document=document)
    found = printed.select_related("indicator", "area").order_by("-known_from", "id")
    if not seen_by.may(Permission.PUBLISHED_VIEW):
        return Uses(document, list(found), [], [], [])
    judgements = PublishedJudgement.objects.filter(document=document).select_related("plan")
    tallies = PublishedTally.objects.filter(document=document).select_related("plan")
    findings = Finding.objects.filter(document=document).select_related("plan")
    return Uses(
        document,
        list(found),
        list(judgements.order_by("plan_id", "id")),
        list(tallies.order_by("as_of", "id")),
        list(findings.order_by("kind", "position")),
    )


@dataclass(frozen=True)
class Resting:
    """A verdict that rests on a figure, and the day it is told for."""

    judged: Judged
    plan: Plan
    on: date


@dataclass(frozen=True)
class FigureUses:
    """The verdicts, frozen assessments and findings that rest on a figure."""

    verdicts: list[Resting]
    assessments: list[Assessment]
    findings: list[Finding]


def uses_of_figure(figure: Figure, *, seen_by: Actor, today: date) -> FigureUses:
    """What an actor may see of all that rests on one figure.

    A figure that stands is told with today's verdict, one replaced since with that of its own day.
    """
    if not seen_by.may(Permission.BOARD_VIEW):
        return FigureUses([], [], [])
    targets = Target.objects.filter(
        indicator=figure.indicator_id,
        version__plan__area=figure.area_id,
        version__plan__period=figure.period,
    )
    codes = targets.order_by().values_list("version__plan__code", flat=True).distinct()
    verdicts = [
        each
        for code in sorted(codes)
        for each in _resting(open_ledger(code, seen_by=seen_by), figure, today)
    ]
    kept = [
        each
        for each in assessments(seen_by=seen_by).filter(version__plan__area=figure.area_id)
        if any(figure.pk in _ids(verdict) for verdict in each.board["verdicts"])
    ]
    findings = Finding.objects.filter(targets__in={each.judged.target.pk for each in verdicts})
    return FigureUses(verdicts, kept, list(findings.distinct().order_by("position")))


def _resting(ledger: Ledger, figure: Figure, today: date) -> list[Resting]:
    """The targets, wholes and parts, judged by the figure today, else on the day it was stated."""
    for day in (today, figure.known_from):
        if all(version.in_force_from > day for version in ledger.versions):
            continue
        found = [
            Resting(each, ledger.plan, day)
            for judged in board_of(ledger, as_known_on=day).verdicts
            for each in (judged, *judged.parts)
            if figure.pk in {used.pk for used in each.figures}
            or any(figure.pk in rolled.ids for rolled in each.sums)
        ]
        if found:
            return found
    return []


def _ids(verdict: dict[str, Any]) -> list[int]:
    own = [figure["id"] for figure in verdict["figures"]]
    return own + [pk for each in verdict.get("rolled_up", ()) for pk in each["figures"]]
