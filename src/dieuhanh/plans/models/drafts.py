"""Drafts of a plan or of its adjustment. Cells are kept as typed, readable or not."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import Guarded
from dieuhanh.bodies.models import Area, Body
from dieuhanh.documents.models import Document

from .plans import Indicator, PlanVersion, Target

TYPED = 120


class Draft(Guarded):
    """Dự thảo: the next plan, or an adjustment, being made from a version in force.

    `purpose` is "new" or "adjustment"; `state` is "open", "issued" or "set_aside".
    """

    code = models.SlugField(max_length=80, unique=True)
    purpose = models.CharField(max_length=12)
    base = models.ForeignKey(PlanVersion, models.PROTECT, related_name="drafts")
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    period = models.CharField(max_length=30)
    state = models.CharField(max_length=10, default="open")
    issued = models.ForeignKey(PlanVersion, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class DraftLine(Guarded):
    """A target being settled. Numbers are what was typed; removing keeps the line."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    source = models.ForeignKey(Target, models.PROTECT, null=True, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")
    no = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=250, blank=True)
    name_en = models.CharField(max_length=250, blank=True)
    group = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    comparator = models.CharField(max_length=20, blank=True)
    value = models.CharField(max_length=TYPED, blank=True)
    value_high = models.CharField(max_length=TYPED, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    base_value = models.CharField(max_length=TYPED, blank=True)
    base_unit = models.CharField(max_length=60, blank=True)
    better = models.CharField(max_length=10)
    tolerance_pct = models.CharField(max_length=TYPED, blank=True)
    decimals = models.PositiveSmallIntegerField(null=True)
    value_status = models.CharField(max_length=20)
    value_source = models.CharField(max_length=300, blank=True)
    value_document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    candidate = models.BooleanField(default=False)
    estimate = models.CharField(max_length=TYPED, blank=True)
    lead_body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    head = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    removed = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.no} {self.name}"


class DraftPart(Guarded):
    """What a line is to hand down to one area or one body, as typed."""

    line = models.ForeignKey(DraftLine, models.PROTECT, related_name="handed_down")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    value = models.CharField(max_length=TYPED, blank=True)
    numerator = models.CharField(max_length=TYPED, blank=True)
    denominator = models.CharField(max_length=TYPED, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "area"], name="part_once_an_area"),
            models.UniqueConstraint(fields=["line", "body"], name="part_once_a_body"),
        ]

    def __str__(self) -> str:
        return self.value


class PartsGap(Guarded):
    """The reason given, so far, for parts that do not make the whole; null area: bodies' parts."""

    line = models.ForeignKey(DraftLine, models.PROTECT, related_name="gaps")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.reason
