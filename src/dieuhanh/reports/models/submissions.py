"""Submissions: one body's answer to one round, its drafts, filings, steps and remarks."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Area, Body

from .forms import FormRow
from .rounds import Round


class Submission(Guarded):
    """What a body owes a round, and whose turn it is.

    `route` lists the ids of the bodies that approve, in order; `stage` counts how many steps it
    has come (0: with its filler). `holder` is the body that must act now, none once approved.
    `revision` grows with every saved cell, so that two people on one form see each other.
    `first_filed_on` is today as the installation's clock had it: on time is told by it.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="submissions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="submissions")
    route = models.JSONField(default=list)
    stage = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, default="draft")
    holder = models.ForeignKey(Body, models.PROTECT, null=True, related_name="held_submissions")
    revision = models.PositiveIntegerField(default=0)
    filings = models.PositiveSmallIntegerField(default=0)
    first_filed_at = models.DateTimeField(null=True)
    first_filed_on = models.DateField(null=True)
    filed_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "body"], name="one_submission_a_body"),
            models.CheckConstraint(
                condition=models.Q(state="approved", holder=None)
                | (~models.Q(state="approved") & models.Q(holder__isnull=False)),
                name="submission_is_held_until_approved",
            ),
        ]
        indexes = [models.Index(fields=["holder", "state"], name="submission_by_holder")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.body_id}"


class DraftCell(Guarded):
    """A cell as typed, to the letter, whether or not it can be read yet. Nothing typed is lost.

    `edited_by` is the name shown; `writer` tells apart two people of one name, and two windows.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="draft_cells")
    row = models.ForeignKey(FormRow, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    text = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField()
    edited_by = models.CharField(max_length=200)
    writer = models.CharField(max_length=160, blank=True)
    edited_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "row", "area"], name="one_draft_a_cell")
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.area_id}"


class Filing(AppendOnly):
    """One handing-in: every cell as it was then. What changed since is found by comparing two.

    `cells` is a list of {row, area, text, note} plus the value read; decimals are text.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="handed_in")
    number = models.PositiveSmallIntegerField()
    cells = models.JSONField()
    checksum = models.CharField(max_length=64)
    via = models.CharField(max_length=10)
    idempotency_key = models.CharField(max_length=80, blank=True)
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=200)
    actor_id = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="filing_number_once"),
            models.UniqueConstraint(
                fields=["submission", "idempotency_key"],
                condition=~models.Q(idempotency_key=""),
                name="filing_idempotent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}/{self.number}"


class Step(AppendOnly):
    """One move of a submission: filed, approved, returned or taken back; by whom, when, why."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="steps")
    filing = models.ForeignKey(Filing, models.PROTECT, null=True, related_name="steps")
    kind = models.CharField(max_length=12)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    comment = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kind} {self.submission_id}"


class Remark(AppendOnly):
    """A comment on one cell of a filing, given with its return."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="remarks")
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="remarks")
    row = models.ForeignKey(FormRow, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.text[:40]
