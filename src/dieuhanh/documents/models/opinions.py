"""Opinions asked of bodies on a paper's draft."""

from __future__ import annotations

from django.db import models

from dieuhanh.bodies.models import Body

from .asking import OpinionAsked, OpinionGiven, OpinionReplied
from .papers import Paper


class PaperOpinionRequest(OpinionAsked):
    """What a named body is asked about a version of a paper."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="opinion_requests")
    version = models.PositiveIntegerField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="paper_opinion_requests")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "version", "body"], name="body_is_asked_once_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.body_id}"


class PaperOpinion(OpinionGiven):
    """What the body answered."""

    request = models.ForeignKey(PaperOpinionRequest, models.PROTECT, related_name="opinions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="paper_opinion_number_once")
        ]


class PaperOpinionReply(OpinionReplied):
    """What became of it."""

    opinion = models.ForeignKey(PaperOpinion, models.PROTECT, related_name="replies")
