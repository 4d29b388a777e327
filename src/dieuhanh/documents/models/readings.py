"""A paper read into records, and what a person decided about each of them."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Area, Body

from .register import Document

ITEM_KINDS = ("claim", "person", "document", "task", "scoreboard")
OUTCOMES = ("accepted", "corrected", "rejected", "reopened")


class PaperReading(Guarded):
    """Bản đọc: the text of a paper as it was read, once; its records hang on it.

    Offsets of `spots` (start, end, page, paragraph, table, row, column) and of the items count
    characters of `text`. `document` holds that text in the register, internal until somebody
    enters it there; `original` is the file it was taken from. `source` is the body whose
    statements its figures are, `period` what they are about where a sentence does not say.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="readings")
    original = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    source = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    period = models.CharField(max_length=30, blank=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    spots = models.JSONField()
    notes = models.JSONField(default=list)
    reader = models.CharField(max_length=20)
    read_at = models.DateTimeField()
    read_by = models.CharField(max_length=200)
    simulated = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["area", "read_at"], name="reading_by_area")]

    def __str__(self) -> str:
        return self.name


class ReadingItem(AppendOnly):
    """One record found: where its words stand, what was read, what in the books it fits.

    `payload` is the record by the reader's schema. `matches` are suggestions, the best first:
    kind and key of a record of the books, its name, why, and whether it is certain.
    """

    reading = models.ForeignKey(PaperReading, models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    payload = models.JSONField()
    matches = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reading", "position"], name="reading_item_once"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="reading_item_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reading_id}/{self.position} {self.kind}"


class ReadingDecision(AppendOnly):
    """What a person decided about an item; the last one stands.

    `payload` is the record as corrected, None where it stands as read. `made_kind` and
    `made_key` name what came of it in the books, empty where nothing did.
    """

    item = models.ForeignKey(ReadingItem, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10)
    payload = models.JSONField(null=True)
    made_kind = models.CharField(max_length=20, blank=True)
    made_key = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by_id = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="reading_decision_once")
        ]
        indexes = [models.Index(fields=["made_kind", "made_key"], name="reading_decision_made")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.outcome}"


__all__ = ["ITEM_KINDS", "OUTCOMES", "PaperReading", "ReadingDecision", "ReadingItem"]
