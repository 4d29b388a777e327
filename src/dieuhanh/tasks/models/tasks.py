"""An assigned task: where it comes from, who leads it, by when; and every step it took."""

from __future__ import annotations

from typing import Any

from django.db import models

from dieuhanh.assessment.models import Assessment, Finding
from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Conclusion
from dieuhanh.documents.models import Document
from dieuhanh.people.models import User
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure

from .folding import FoldedField
from .programmes import Point, Programme

SEARCHED = ("code", "title", "text", "product", "official")
COUNTED_BY = [
    "lead", "first_lead", "state", "due_on", "done_on", "assigned_on", "assigner", "field",
    "repeats", "extensions", "disputed", "official",
]  # fmt: skip
ORIGINS = ("conclusion", "point", "finding", "target", "document", "parent", "hand")


def _origin(kind: str) -> models.Q:
    """Of the links a task may come from exactly the one its kind names is filled."""
    links = ("conclusion", "point", "finding", "target", "document", "parent")
    return models.Q(origin=kind, **{f"{link}__isnull": link != kind for link in links})


class Task(Guarded):
    """Nhiệm vụ: one lead body, a deadline or none, and where it stands.

    `state` is assigned, asked_back, accepted, reported, confirmed or withdrawn; which of the four
    states of Decision 42/2014 it is in is derived from `due_on`, `done_on` and the day, never
    kept. `first_lead` and `first_due_on` are as assigned: `lead` changes when a body hands over
    to its successor, `due_on` when an extension is granted. `done_on` is the day the lead
    reported it done, set when the assigner confirms. `repeats` is "", month, quarter or year: a
    recurring task assigns its occurrences as tasks of its own (`series`).
    """

    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    product = models.CharField(max_length=500, blank=True)
    field = models.CharField(max_length=80, blank=True)
    priority = models.CharField(max_length=8, default="normal")
    origin = models.CharField(max_length=12)
    conclusion = models.ForeignKey(Conclusion, models.PROTECT, null=True, related_name="tasks")
    point = models.ForeignKey(Point, models.PROTECT, null=True, related_name="tasks")
    finding = models.ForeignKey(Finding, models.PROTECT, null=True, related_name="tasks")
    target = models.ForeignKey(Target, models.PROTECT, null=True, related_name="tasks")
    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, related_name="tasks")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="tasks")
    quote = models.TextField(blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    series = models.ForeignKey("self", models.PROTECT, null=True, related_name="occurrences")
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="tasks")
    targets = models.ManyToManyField(Target, related_name="linked_tasks")
    assigner = models.ForeignKey(Body, models.PROTECT, related_name="assigned_tasks")
    lead = models.ForeignKey(Body, models.PROTECT, related_name="led_tasks")
    first_lead = models.ForeignKey(Body, models.PROTECT, related_name="+")
    official = models.CharField(max_length=300, blank=True)
    official_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="tasks")
    assigned_on = models.DateField()
    due_on = models.DateField(null=True)
    first_due_on = models.DateField(null=True)
    repeats = models.CharField(max_length=8, blank=True)
    period = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=10, default="assigned")
    percent = models.PositiveSmallIntegerField(default=0)
    reported_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    extensions = models.PositiveSmallIntegerField(default=0)
    extension_asked = models.DateField(null=True)
    disputed = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=0)
    simulated = models.BooleanField(default=False)
    folded = FoldedField(of=SEARCHED, editable=False, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(*(_origin(kind) for kind in ORIGINS), _connector=models.Q.OR),
                name="task_has_one_origin",
            ),
            models.CheckConstraint(
                condition=models.Q(state="confirmed", done_on__isnull=False)
                | (~models.Q(state="confirmed") & models.Q(done_on=None)),
                name="task_is_done_when_confirmed",
            ),
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="task_percent"),
            models.UniqueConstraint(fields=["series", "period"], name="one_occurrence_a_period"),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="task_by_due"),
            models.Index(fields=["lead", "state", "due_on"], name="task_by_lead"),
            models.Index(fields=["assigner", "state", "due_on"], name="task_by_assigner"),
            # All that scorecards and the tiles of the list count by: they read this alone.
            models.Index(fields=COUNTED_BY, name="task_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def save(self, *args: Any, **options: Any) -> None:
        """What is searched in follows the words it is made of."""
        told = options.get("update_fields")
        if told is not None and not {*SEARCHED}.isdisjoint(told):
            options["update_fields"] = {*told, "folded"}
        super().save(*args, **options)


class CoBody(Guarded):
    """Cơ quan phối hợp: a body that helps the lead."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="co_bodies")
    body = models.ForeignKey(Body, models.PROTECT, related_name="co_led_tasks")
    removed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "body"], name="co_body_once")]

    def __str__(self) -> str:
        return f"{self.body_id}"


class Step(AppendOnly):
    """One thing that happened to a task: never edited, so that its story can be told.

    `kind` is one of `domain.tasks.StepKind`. `on` is the installation's day, `at` the machine's
    clock. `due_on` is the day asked for or granted; `body` the one in whose name it was done.
    """

    task = models.ForeignKey(Task, models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    on = models.DateField()
    at = models.DateTimeField()
    by_id = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    due_on = models.DateField(null=True)
    simulated = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "number"], name="step_number_once")]
        indexes = [
            models.Index(fields=["at"], name="step_by_time"),
            # Few steps are returns, and every scorecard counts them.
            models.Index(fields=["on"], condition=models.Q(kind="returned"), name="returns_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Evidence(AppendOnly):
    """Minh chứng: what a step shows, a paper in the register or a figure in the books."""

    step = models.ForeignKey(Step, models.PROTECT, related_name="evidence")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    figure = models.ForeignKey(Figure, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(document__isnull=False, figure=None)
                | models.Q(document=None, figure__isnull=False),
                name="evidence_is_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.words


class KeptFilter(Guarded):
    """A way of looking at the tasks that somebody kept; `shared` ones their whole body sees."""

    user = models.ForeignKey(User, models.PROTECT, related_name="kept_filters")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="kept_filters")
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1000)
    shared = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name
