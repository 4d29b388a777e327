"""Forms: the rows a kind of body fills in each period, and the checks they must pass."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.plans.models import Indicator


class Form(Guarded):
    """Biểu mẫu: a set of indicators that a kind of body reports with a periodicity."""

    code = models.CharField(max_length=80, unique=True)
    owner = models.ForeignKey(Body, models.PROTECT, related_name="forms")
    name = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    field = models.CharField(max_length=80, blank=True)
    retired_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class FormVersion(AppendOnly):
    """What a form asks, of whom and how often. A change is another version.

    `filler_kind` and `filler_level` say which bodies fill it in (every UBND of a commune; every
    sở of the province); codes in `filler_bodies` narrow that to those named. Each reports on its own area, or, with `about_level`, on every area of
    that level below its own (Sở Y tế on nine districts).
    """

    form = models.ForeignKey(Form, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    periodicity = models.CharField(max_length=20)
    filler_kind = models.CharField(max_length=20)
    filler_level = models.CharField(max_length=20)
    filler_bodies = models.JSONField(default=list)
    about_level = models.CharField(max_length=20, blank=True)
    money_unit = models.CharField(max_length=20, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="form_version_once")]

    def __str__(self) -> str:
        return f"{self.form_id}/{self.number}"


class FormRow(AppendOnly):
    """A line of a form. `key` names it through all versions; "trong đó" lines have a parent.

    A `ratio` line is not typed: it is made of its numerator and denominator lines.
    """

    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="rows")
    key = models.SlugField(max_length=80)
    position = models.PositiveSmallIntegerField()
    no = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=10)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    label = models.CharField(max_length=250)
    label_en = models.CharField(max_length=250, blank=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="form_rows")
    breakdown = models.CharField(max_length=200, blank=True)
    span = models.CharField(max_length=12)
    unit = models.CharField(max_length=60, blank=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    required = models.BooleanField(default=True)
    numerator = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    denominator = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="form_row_key_once"),
            models.UniqueConstraint(fields=["version", "position"], name="form_row_place_once"),
            models.CheckConstraint(
                condition=models.Q(kind="heading", indicator=None)
                | (~models.Q(kind="heading") & models.Q(indicator__isnull=False)),
                name="form_row_heading_or_indicator",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.label}".strip()


class FormDraft(Guarded):
    """A form being made: its head and rows as last saved, until they are issued as a version.

    `revision` grows with every save, so that two officers on one form see each other.
    `issued` is the number of the version these rows were last issued as.
    """

    form = models.OneToOneField(Form, models.PROTECT, related_name="draft")
    head = models.JSONField(default=dict)
    rows = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=0)
    issued = models.PositiveSmallIntegerField(default=0)
    edited_by = models.CharField(max_length=200)
    edited_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.form_id}~{self.revision}"


class Check(Guarded):
    """A rule on a form's cells, as data. `parameters` are those its kind asks for."""

    form = models.ForeignKey(Form, models.PROTECT, related_name="checks")
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=30)
    row_key = models.SlugField(max_length=80)
    parameters = models.JSONField(default=dict)
    severity = models.CharField(max_length=10)
    words = models.CharField(max_length=300, blank=True)
    words_en = models.CharField(max_length=300, blank=True)
    retired = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "code"], name="check_code_once")]

    def __str__(self) -> str:
        return self.code
