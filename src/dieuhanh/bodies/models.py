"""Areas and bodies, their dated parents and successions, as rows."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, ExactDecimalField, Guarded

OPEN = models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from"))


class Area(Guarded):
    """Địa bàn: an administrative unit, identified by code and validity.

    `void` marks one that a change recorded by mistake brought in, and nothing speaks of.
    """

    code = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    start_known = models.BooleanField(default=False)
    void = models.BooleanField(default=False)
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
    void = models.BooleanField(default=False)
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
    # Where it stood first; BodyParent tells where it went from there.
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    url = models.URLField(blank=True, max_length=500)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.short_name or self.name


class BodyParent(Guarded):
    """What a body came to stand under later than its first parent, from … to …"""

    body = models.ForeignKey(Body, models.PROTECT, related_name="later_parents")
    parent = models.ForeignKey(Body, models.PROTECT, related_name="+")
    valid_from = models.DateField()
    void = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "valid_from"], name="one_body_parent_a_day"),
            models.CheckConstraint(
                condition=~models.Q(body=models.F("parent")), name="body_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} < {self.parent_id}"


class BodySuccession(Guarded):
    """One edge of a merge, split, rename or abolition of bodies, by a document."""

    effective = models.DateField()
    kind = models.CharField(max_length=10)
    before = models.ForeignKey(Body, models.PROTECT, related_name="successors")
    after = models.ForeignKey(Body, models.PROTECT, related_name="forebears", null=True)
    void = models.BooleanField(default=False)
    document = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="one_edge_between_bodies")
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"


class Change(AppendOnly):
    """A merge, split, rename or abolition as somebody recorded it, or the taking back of one.

    `before` and `after` are codes; `touched` is what the preview told before it was confirmed;
    `was` is what must be known to take it back.
    """

    of = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)
    effective = models.DateField()
    document = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=250, blank=True)
    note = models.TextField(blank=True)
    before = models.JSONField()
    after = models.JSONField()
    touched = models.JSONField(default=dict)
    was = models.JSONField(default=dict)
    takes_back = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="taken_back_by"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kind} {self.effective}"
