"""What a target of a version hands down to areas and bodies, and why parts differ from it."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, ExactDecimalField
from dieuhanh.bodies.models import Area, Body

from .plans import Target

ONE_HOLDER = models.Q(area=None, body__isnull=False) | models.Q(area__isnull=False, body=None)


class Allocation(AppendOnly):
    """Giao chỉ tiêu: the part of a target that one area, or one body, is to reach.

    Value in the target's unit; of a ratio also the two counts it is made of.
    """

    target = models.ForeignKey(Target, models.PROTECT, related_name="allocations")
    position = models.PositiveSmallIntegerField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="allocations")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="allocations")
    value = ExactDecimalField(null=True)
    numerator = ExactDecimalField(null=True)
    denominator = ExactDecimalField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=ONE_HOLDER, name="allocated_to_area_or_body"),
            models.UniqueConstraint(fields=["target", "area"], name="allocated_once_to_an_area"),
            models.UniqueConstraint(fields=["target", "body"], name="allocated_once_to_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.target_id}/{self.area_id or self.body_id}"


class AllocationGap(AppendOnly):
    """Why the parts of a target do not make the whole; `area` is whose parts, null: bodies'."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="gaps")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    difference = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=500)

    def __str__(self) -> str:
        return self.reason
