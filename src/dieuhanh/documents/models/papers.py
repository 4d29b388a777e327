"""A paper written here: its versions, what their numbers rest on, and every step of its life."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Body

from .register import Document

OUT = ("issued", "corrected", "replaced")


class Paper(Guarded):
    """Văn bản soạn trong hệ thống, from its first draft on.

    `kind` is the type's code (`domain.papers.types`), `symbol` what stands after the number.
    Number, year and day come at issue, all at once; then `document` is its line in the register,
    `public` whether everybody reads it there. `approved` is the version that was approved.
    `mends` is the issued paper this one will correct or replace, as `mending` says. `recipe` is
    what it was composed from, for whoever composes it anew.
    """

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    issuer = models.ForeignKey(Body, models.PROTECT, related_name="+")
    drafter = models.ForeignKey(Body, models.PROTECT, related_name="+")
    symbol = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=10, default="draft")
    version = models.PositiveIntegerField(default=0)
    approved = models.PositiveIntegerField(null=True)
    approved_on = models.DateField(null=True)
    number = models.PositiveIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    issued_on = models.DateField(null=True)
    public = models.BooleanField(default=False)
    document = models.OneToOneField(Document, models.PROTECT, null=True, related_name="written")
    mends = models.ForeignKey("self", models.PROTECT, null=True, related_name="mended_by")
    mending = models.CharField(max_length=12, blank=True)
    recipe = models.JSONField(default=dict)
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=200)
    changed_at = models.DateTimeField()
    simulated = models.BooleanField(default=False)
    folded = models.TextField(editable=False, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "kind", "year", "number"], name="paper_number_once_a_year"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=OUT, year__isnull=False, issued_on__isnull=False)
                | (~models.Q(state__in=OUT) & models.Q(number=None, year=None, issued_on=None)),
                name="paper_is_numbered_when_issued",
            ),
            models.CheckConstraint(
                condition=models.Q(mends=None, mending="")
                | models.Q(mends__isnull=False, mending__in=("correction", "replacement")),
                name="paper_says_how_it_mends",
            ),
        ]
        indexes = [
            models.Index(fields=["issuer", "state"], name="paper_by_issuer"),
            models.Index(fields=["drafter", "state"], name="paper_by_drafter"),
        ]

    def __str__(self) -> str:
        return self.title


class PaperVersion(AppendOnly):
    """Its words at a time: `content` is the JSON of `paper.writing`'s model, `text` as one reads it.

    `edit` is composed, typed, restored or issued; a restored one names which (`restored`). `books`
    is the position of the books its numbers were taken from, as `queries.sources.Books` tells it.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    text = models.TextField()
    edit = models.CharField(max_length=8)
    restored = models.PositiveIntegerField(null=True)
    books = models.JSONField(default=dict)
    note = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)
    by_id = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="paper_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.number}"


class PaperSource(AppendOnly):
    """What a number of a version rests on: a kind of record and its key; `value` as printed.

    `stood` is what the books said when it was written, where that was something else: the paper
    was composed as known on an earlier day. `derived`: it stands in no record, but was made of
    several (a count, a sum, a share); which, the version's content lists.
    """

    version = models.ForeignKey(PaperVersion, models.PROTECT, related_name="sources")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    value = models.CharField(max_length=200)
    stood = models.CharField(max_length=200, blank=True)
    label = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField()
    derived = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "kind", "key", "value"], name="paper_source_once"
            )
        ]
        indexes = [models.Index(fields=["kind", "key"], name="paper_source_by_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class PaperStep(AppendOnly):
    """One step of its life, on which version, by whom and why."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    other = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()
    by_id = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="paper_step_once")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.kind}"


class PaperSigned(AppendOnly):
    """A signed copy that came back, a file of the register seen with its paper; the last stands.

    `found` and `differs` are what it showed when it came (`queries.copies.Copy`).
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="signed")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    found = models.CharField(max_length=10, blank=True)
    differs = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.document)
