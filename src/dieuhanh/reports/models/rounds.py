"""Rounds: one form, one period, who owes it by which day, and how the round was closed."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded

from .forms import FormVersion


class SwappedDay(Guarded):
    """A day whose nature a decision changed: a Saturday worked, a Monday off (hoán đổi)."""

    day = models.DateField(unique=True)
    works = models.BooleanField()
    reason = models.CharField(max_length=250)
    document = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.day.isoformat()


class Round(Guarded):
    """Kỳ báo cáo: a form sent out for one period.

    `period` is the SDMX period its figures are of, `named` the calendar period it is named
    after, `closes_on` the day figures are counted to (thời gian chốt số liệu). `status` is what
    its figures are stated as: estimated, preliminary or official. `basis` tells a calendar's
    round from a report's by Decree 09/2019: their figures are never added. `reminders` count
    working days from a due day: -3 is three before, 1 is one late.
    """

    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="rounds")
    code = models.CharField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    kind = models.CharField(max_length=20, default="year")
    basis = models.CharField(max_length=10, default="calendar")
    named = models.CharField(max_length=30)
    period = models.CharField(max_length=30)
    opens_on = models.DateField()
    closes_on = models.DateField()
    status = models.CharField(max_length=12)
    citation = models.CharField(max_length=250, blank=True)
    reminders = models.JSONField(default=list)
    simulated = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True)
    opened_by = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class RoundDue(Guarded):
    """The last day for a level: communes file by it, districts pass on by it."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="dues")
    level = models.CharField(max_length=20)
    due_on = models.DateField()
    moved_from = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "level"], name="one_due_a_level")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.level}"


class Closing(AppendOnly):
    """Chốt kỳ: a round declared complete, naming whoever is missing. Closing again is a new row.

    `missing` lists body code, name and the reason given; `checksum` covers the filings counted.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="closings")
    number = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField()
    closed_by = models.CharField(max_length=200)
    on = models.DateField()
    expected = models.PositiveIntegerField()
    approved = models.PositiveIntegerField()
    missing = models.JSONField(default=list)
    note = models.TextField(blank=True)
    checksum = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="closing_once")]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.number}"
