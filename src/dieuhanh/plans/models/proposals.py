"""What bodies propose for the lines of a draft, and who was asked to."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, ExactDecimalField, Guarded
from dieuhanh.bodies.models import Body

from .drafts import DraftLine


class ProposalAsked(Guarded):
    """A body other than the lead asked for its proposal on a line."""

    line = models.ForeignKey(DraftLine, models.PROTECT, related_name="asked")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "body"], name="asked_once")]

    def __str__(self) -> str:
        return f"{self.line_id}/{self.body_id}"


class Proposal(AppendOnly):
    """A body's value for a line, with its reason. A later one stands, the earlier stay."""

    line = models.ForeignKey(DraftLine, models.PROTECT, related_name="proposals")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    value = ExactDecimalField()
    value_high = ExactDecimalField(null=True)
    reason = models.CharField(max_length=1000)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.line_id}/{self.body_id}"
