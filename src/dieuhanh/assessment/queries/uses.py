"""What in the books rests on one paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import figures

from ..models import Assessment, Finding, PublishedJudgement, PublishedTally
from .assessments import assessments


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
class FigureUses:
    """The targets a figure's indicator answers, the frozen assessments that rest on it."""

    targets: list[Target]
    assessments: list[Assessment]
    findings: list[Finding]


def uses_of_figure(figure: Figure, *, seen_by: Actor) -> FigureUses:
    """What an actor may see of all that rests on one figure."""
    if not seen_by.may(Permission.BOARD_VIEW):
        return FigureUses([], [], [])
    targets = Target.objects.filter(
        indicator=figure.indicator_id,
        version__plan__area=figure.area_id,
        version__plan__period=figure.period,
    ).select_related("version__plan")
    kept = [
        each
        for each in assessments(seen_by=seen_by).filter(version__plan__area=figure.area_id)
        if any(figure.pk in _ids(verdict) for verdict in each.board["verdicts"])
    ]
    findings = Finding.objects.filter(targets__in=targets).distinct()
    return FigureUses(list(targets.order_by("pk")), kept, list(findings.order_by("position")))


def _ids(verdict: dict[str, Any]) -> list[int]:
    return [figure["id"] for figure in verdict["figures"]]
