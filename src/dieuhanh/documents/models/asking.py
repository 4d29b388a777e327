"""What asking for opinions, answering and replying have in common, whatever is asked about."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded


class OpinionAsked(Guarded):
    """Lấy ý kiến: what a body is asked, by a day."""

    due_on = models.DateField()
    question = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)

    class Meta:
        abstract = True


class OpinionGiven(AppendOnly):
    """What a body answered; `agrees` without words is an answer too. The last one stands."""

    request_id: int
    number = models.PositiveSmallIntegerField()
    agrees = models.BooleanField()
    text = models.TextField(blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


class OpinionReplied(AppendOnly):
    """Tiếp thu or giải trình: what became of an opinion, and why. The last one stands."""

    opinion_id: int
    accepted = models.BooleanField()
    text = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


__all__ = ["OpinionAsked", "OpinionGiven", "OpinionReplied"]
