"""Areas and bodies, their dated parents and successions, as rows."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import ExactDecimalField, Guarded

OPEN = models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from"))


class Area(Guarded):
    """Địa bàn: an administrative unit, identified by code and validity."""

    code = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    start_known = models.BooleanField(default=False)
    document = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="area_code_once_a_day"),
            models.CheckConstraint(condition=OPEN, name="area_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.name


class AreaParent(Guarded):
    """Which area an area belongs to, from … to …"""

    area = models.ForeignKey(Area, models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Area, models.PROTECT, related_name="children")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "valid_from"], name="one_parent_a_day"),
            models.CheckConstraint(
                condition=~models.Q(area=models.F("parent")), name="area_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} < {self.parent_id}"


class Succession(Guarded):
    """One edge of a merge, split, rename or abolition of areas, by a document."""

    effective = models.DateField()
    kind = models.CharField(max_length=10)
    before = models.ForeignKey(Area, models.PROTECT, related_name="successors")
    after = models.ForeignKey(Area, models.PROTECT, related_name="forebears", null=True)
    weight = ExactDecimalField(null=True)
    document = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="one_edge_between_areas")
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"


class Body(Guarded):
    """Cơ quan, đơn vị: an organisation that reports, leads, issues or publishes."""

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    short_name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    url = models.URLField(blank=True, max_length=500)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.short_name or self.name
