"""What in the books rests on one paper."""

from __future__ import annotations

from dataclasses import dataclass

from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import figures

from ..models import Finding, PublishedJudgement, PublishedTally


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
