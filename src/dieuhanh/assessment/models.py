"""Published judgements and tallies, findings, and assessments frozen from the board."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, ExactDecimalField
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.plans.models import Plan, PlanVersion, Target


class PublishedTally(AppendOnly):
    """A count a source printed, "12/22"; one of another set of targets is never compared."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tallies")
    as_of = models.DateField()
    date_precision = models.CharField(max_length=10)
    met = models.PositiveSmallIntegerField()
    total = models.PositiveSmallIntegerField()
    exceeded = models.PositiveSmallIntegerField(null=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)
    other_set = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(met__lte=models.F("total")), name="tally_within_total"
            )
        ]

    def __str__(self) -> str:
        return f"{self.met}/{self.total}"


class PublishedJudgement(AppendOnly):
    """A label a source gave one target, kept beside what we compute."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="judgements")
    no = models.CharField(max_length=10)
    label = models.CharField(max_length=120)
    known_from = models.DateField()
    date_precision = models.CharField(max_length=10)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)
    other_set = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.no}: {self.label}"


class Finding(AppendOnly):
    """Kết quả nổi bật, tồn tại hạn chế, nguyên nhân, bài học: one sentence with its evidence."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=12)
    sentence = models.TextField()
    field = models.CharField(max_length=80, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="findings")
    targets = models.ManyToManyField(Target, related_name="findings")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="findings")
    quote = models.TextField(blank=True)
    known_from = models.DateField()
    position = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.sentence


class Assessment(AppendOnly):
    """A board frozen by someone with the right; never overwritten."""

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="assessments")
    as_known_on = models.DateField()
    areas_of = models.DateField()
    convention = models.CharField(max_length=40)
    board = models.JSONField()
    inputs_sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.pk}"


class AssessedTarget(AppendOnly):
    """One verdict of a frozen assessment, in columns for lists and comparison."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="verdicts")
    no = models.CharField(max_length=10)
    verdict = models.CharField(max_length=20)
    basis = models.CharField(max_length=14)
    plan_ratio_pct = ExactDecimalField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "no"], name="assessed_once")]

    def __str__(self) -> str:
        return f"{self.no}: {self.verdict}"
