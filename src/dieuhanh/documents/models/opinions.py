"""Opinions asked of bodies on a paper's draft."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Body

from .papers import Paper


class PaperOpinionRequest(Guarded):
    """Lấy ý kiến: what a named body is asked about a version, by a day."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="opinion_requests")
    version = models.PositiveIntegerField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="paper_opinion_requests")
    due_on = models.DateField()
    question = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "version", "body"], name="body_is_asked_once_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.body_id}"


class PaperOpinion(AppendOnly):
    """What the body answered; `agrees` without words is an answer too."""

    request = models.ForeignKey(PaperOpinionRequest, models.PROTECT, related_name="opinions")
    number = models.PositiveSmallIntegerField()
    agrees = models.BooleanField()
    text = models.TextField(blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="paper_opinion_number_once")
        ]

    def __str__(self) -> str:
        return self.text


class PaperOpinionReply(AppendOnly):
    """Tiếp thu or giải trình: what became of an opinion, and why."""

    opinion = models.ForeignKey(PaperOpinion, models.PROTECT, related_name="replies")
    accepted = models.BooleanField()
    text = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.text
