"""Indicators, plans, their versions and targets."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, ExactDecimalField, Guarded
from dieuhanh.bodies.models import Area, Body
from dieuhanh.documents.models import Document


class Indicator(Guarded):
    """Chỉ tiêu thống kê: what is measured, how it adds up, who reports it.

    `judged_origin` says which of two figures is judged: the one reported for the area itself, or
    the one rolled up from the level below. Both are kept and the gap shown.
    """

    code = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    unit = models.CharField(max_length=60)
    field = models.CharField(max_length=80, blank=True)
    definition = models.TextField(blank=True)
    numerator = models.CharField(max_length=250, blank=True)
    denominator = models.CharField(max_length=250, blank=True)
    over_areas = models.CharField(max_length=20)
    over_time = models.CharField(max_length=20)
    better = models.CharField(max_length=10)
    decimals = models.PositiveSmallIntegerField(default=0)
    price_base = models.CharField(max_length=40, blank=True)
    periodicity = models.CharField(max_length=40, blank=True)
    breakdowns = models.CharField(max_length=500, blank=True)
    counted_at = models.CharField(max_length=20)
    judged_origin = models.CharField(max_length=12, default="reported")
    reported_by = models.ForeignKey(Body, models.PROTECT, null=True, related_name="indicators")
    source_note = models.TextField(blank=True)
    method_note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class Plan(Guarded):
    """Kế hoạch of an area for a period; judged by the figures of one named source."""

    code = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    kind = models.CharField(max_length=20)
    period = models.CharField(max_length=30)
    area = models.ForeignKey(Area, models.PROTECT)
    owner = models.ForeignKey(Body, models.PROTECT, related_name="plans")
    judged_source = models.ForeignKey(Body, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class PlanVersion(AppendOnly):
    """A plan as set, or as adjusted by a decision; in force from its date."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    in_force_from = models.DateField()
    date_precision = models.CharField(max_length=10)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once")]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}"


class Target(AppendOnly):
    """Chỉ tiêu kế hoạch: an indicator with a rule and, where it is known, a value.

    `head` is the office that answers for it, "Giám đốc Sở Tài chính", never a name.
    """

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="targets")
    no = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", null=True)
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    group = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20)
    comparator = models.CharField(max_length=20)
    value = ExactDecimalField(null=True)
    value_high = ExactDecimalField(null=True)
    unit = models.CharField(max_length=60, blank=True)
    base_value = ExactDecimalField(null=True)
    base_unit = models.CharField(max_length=60, blank=True)
    better = models.CharField(max_length=10)
    tolerance_pct = ExactDecimalField(null=True)
    decimals = models.PositiveSmallIntegerField(null=True)
    value_status = models.CharField(max_length=20)
    value_source = models.CharField(max_length=300, blank=True)
    value_document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    candidate = models.BooleanField(default=False)
    lead_body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="targets_led")
    head = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "no"], name="target_no_once"),
            models.CheckConstraint(
                condition=models.Q(value_status="unknown", value=None, value_high=None)
                | ~models.Q(value_status="unknown"),
                name="unknown_value_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.name}"
