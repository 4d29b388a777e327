"""What is to be carried out: points of resolutions, and the programmes that carry them out."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import Guarded
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Ballot, Conference
from dieuhanh.documents.models import Document


class Point(Guarded):
    """One point of a resolution, directive or decision that asks for something to be done."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="points")
    number = models.CharField(max_length=20)
    text = models.TextField()
    position = models.PositiveSmallIntegerField()
    needs_task = models.BooleanField(default=True)
    simulated = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="point_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Programme(Guarded):
    """Chương trình hành động: what a body sets itself to carry out resolutions in a year.

    `conference` agreed it, `ballot` says by what majority, `document` is the paper it became.
    """

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=400)
    name_en = models.CharField(max_length=400, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, related_name="programmes")
    year = models.PositiveSmallIntegerField()
    carries_out = models.ManyToManyField(Document, related_name="programmes")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    conference = models.ForeignKey(Conference, models.PROTECT, null=True, related_name="programmes")
    ballot = models.ForeignKey(Ballot, models.PROTECT, null=True, related_name="programmes")
    note = models.TextField(blank=True)
    simulated = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name
