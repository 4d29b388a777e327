"""Figures: appended, never edited."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, ExactDecimalField
from dieuhanh.bodies.models import Area, Body
from dieuhanh.documents.models import Document
from dieuhanh.domain.figures import Absence, Bound, Value
from dieuhanh.plans.models import Indicator


class Figure(AppendOnly):
    """Số liệu: one statement by one source, with the day it was stated and when we took it.

    `entry` is the line of the record that took it in, whose sealed number the change feed counts by.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures")
    area = models.ForeignKey(Area, models.PROTECT, related_name="figures")
    period = models.CharField(max_length=30)
    span = models.CharField(max_length=12)
    breakdown = models.CharField(max_length=200, blank=True)
    source = models.ForeignKey(Body, models.PROTECT, related_name="figures")
    value = ExactDecimalField(null=True)
    value_high = ExactDecimalField(null=True)
    bound = models.CharField(max_length=12, blank=True)
    numerator = ExactDecimalField(null=True)
    denominator = ExactDecimalField(null=True)
    unit = models.CharField(max_length=60)
    absence = models.CharField(max_length=16, blank=True)
    status = models.CharField(max_length=12)
    release = models.CharField(max_length=60, blank=True)
    known_from = models.DateField()
    date_precision = models.CharField(max_length=10)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="figures")
    quote = models.TextField(blank=True)
    as_printed = models.CharField(max_length=120, blank=True)
    simulated = models.BooleanField(default=False)
    withdrawn = models.BooleanField(default=False)
    filing = models.ForeignKey("reports.Filing", models.PROTECT, null=True, related_name="figures")
    reason = models.TextField(blank=True)
    entry = models.ForeignKey("audit.Entry", models.PROTECT, null=True, related_name="figures")
    note = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["indicator", "area", "period"], name="figure_by_key"),
            models.Index(fields=["area", "period"], name="figure_by_area"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(numerator=None, denominator=None)
                | models.Q(numerator__isnull=False, denominator__isnull=False),
                name="figure_ratio_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(absence="") | models.Q(value=None, numerator=None),
                name="figure_absent_has_no_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.area_id} {self.period}"

    @property
    def stated(self) -> Value:
        """The value as its source stated it, with its unit."""
        return Value(
            self.unit,
            number=self.value,
            high=self.value_high,
            bound=Bound(self.bound) if self.bound else None,
            numerator=self.numerator,
            denominator=self.denominator,
            absence=Absence(self.absence) if self.absence else None,
        )
