"""What the meeting leaves: conclusions, texts, photos."""

from __future__ import annotations

from django.db import models

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.plans.models import Target

from .conferences import AgendaItem, Conference
from .room import Contribution


class Conclusion(Guarded):
    """Kết luận: a point noted while people speak (`draft`), then numbered and edited (`final`).

    What it rests on is linked: contributions, targets with their verdicts, findings; `document`
    and `quote` say where it is printed. `position` orders drafts, `number` what is final.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="conclusions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="conclusions")
    number = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField(default=0)
    group = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    field = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=8, default="draft")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    contributions = models.ManyToManyField(Contribution, related_name="conclusions")
    targets = models.ManyToManyField(Target, related_name="conclusions")
    findings = models.ManyToManyField(Finding, related_name="conclusions")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="conclusions")
    quote = models.TextField(blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=200)
    dropped = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "number"], name="conclusion_number_once"),
            models.CheckConstraint(
                condition=~models.Q(state="final") | models.Q(number__isnull=False),
                name="final_conclusion_is_numbered",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Wording(AppendOnly):
    """How a final conclusion was worded: the first when it became final, another with its reason."""

    conclusion = models.ForeignKey(Conclusion, models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conclusion", "number"], name="wording_number_once")
        ]

    def __str__(self) -> str:
        return self.text


class Text(AppendOnly):
    """A version of minutes, directing speech, concluding speech or notice; the last one stands.

    `kind` is minutes, directing, concluding or notice; a speech names its delegate's office.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="texts")
    kind = models.CharField(max_length=12)
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    office = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "kind", "version"], name="text_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class Photo(Guarded):
    """A picture of the day with its caption; the file is in the register of papers."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="photos")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    caption = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField()
    removed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.caption
