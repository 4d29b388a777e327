"""How a figure came into the books: its filing, the report it belongs to, every step of it."""

from __future__ import annotations

from dataclasses import dataclass

from dieuhanh.domain.actors import Actor

from ..models import Figure, Filing, Step, Submission
from .deciding import steps_of
from .submissions import submissions


@dataclass(frozen=True)
class Chain:
    """The report a figure was approved in: filed by whom, approved by whom, when."""

    filing: Filing
    submission: Submission
    steps: tuple[Step, ...]


def chain_of(figure: Figure, *, seen_by: Actor) -> Chain | None:
    """Three queries; None where it came another way, or the report is not for this reader."""
    if figure.filing_id is None:
        return None
    found = submissions(seen_by=seen_by).filter(handed_in=figure.filing_id)
    related = ("round__version__form", "body", "holder")
    submission = found.select_related(*related).first()
    if submission is None:
        return None
    filing = Filing.objects.defer("cells").get(pk=figure.filing_id)
    return Chain(filing, submission, tuple(steps_of(submission)))


__all__ = ["Chain", "chain_of"]
