"""Notices to people, and how each wants them by e-mail."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.people.models import User
from dieuhanh.tasks.models import Task


class Notice(Guarded):
    """One thing told to one person. `origin` says what it tells of, so that it is told once.

    `values` fill the sentence of `code` in the reader's language; `href` leads to the thing.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    origin = models.CharField(max_length=120)
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    href = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "origin"], name="notice_told_once")]
        indexes = [
            models.Index(fields=["user", "read_at"], name="notice_unread"),
            models.Index(fields=["mailed_at", "made_at"], name="notice_to_mail"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.user_id}"


class MailChoice(Guarded):
    """How a person wants notices by e-mail: one digest a day, or none."""

    user = models.OneToOneField(User, models.PROTECT, related_name="mail_choice")
    digest = models.BooleanField(default=True)
    last_digest_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}"


class TaskTold(AppendOnly):
    """That something of a task was told, so that no job tells it again.

    `what` is step, and `number` the step's with `on` its day; or alert, and `number` the rung of
    the ladder in working days, with `on` the deadline: one that was extended begins it anew.
    """

    task = models.ForeignKey(Task, models.PROTECT, related_name="+")
    what = models.CharField(max_length=8)
    number = models.IntegerField()
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "what", "number", "on"], name="task_told_once")
        ]
        indexes = [models.Index(fields=["what", "on"], name="task_told_by_day")]

    def __str__(self) -> str:
        return f"{self.task_id} {self.what} {self.number}"
