"""What a plan's value and a published result rest on, as the list of sources tells it.

A paper's own sentences name no newspaper; nor does a paper as of a day cite what came out later.
"""

from __future__ import annotations

from datetime import date

from dieuhanh.assessment.models import PublishedJudgement
from dieuhanh.domain.dates import Dated, Precision, write_vi_date
from dieuhanh.domain.indicators import ValueStatus
from dieuhanh.domain.wording.spans import dated_name
from dieuhanh.plans.models import Target

from .labels import published_by


def plan_note(target: Target) -> str:
    """What a sentence adds to a plan's value: that it is only near; where it was read is no
    matter of the sentence."""
    return "gần đúng" if target.value_status == ValueStatus.APPROXIMATE else ""


def plan_grounds(target: Target, on: date) -> str:
    """How a plan's value came to be known, for the list of sources of a paper as known on a day."""
    if not target.value_source:
        return ""
    paper = target.value_document
    issued = paper.issued_on if paper is not None else None
    if issued is not None and issued > on:
        return f"căn cứ của con số này có sau ngày {write_vi_date(on)}"
    return target.value_source.partition(" (")[0]


def judged_on(judgement: PublishedJudgement) -> str:
    """When a result was published."""
    known = Dated(judgement.known_from, Precision(judgement.date_precision))
    return dated_name(known, "vi")


def judged_by(judgement: PublishedJudgement) -> str:
    """Who published a result, and when."""
    known = Dated(judgement.known_from, Precision(judgement.date_precision))
    return published_by(judgement.document, known)


__all__ = ["judged_by", "judged_on", "plan_grounds", "plan_note"]
