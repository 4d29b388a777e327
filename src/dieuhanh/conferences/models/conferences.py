"""A conference, its sites, who comes and what is on the agenda."""

from __future__ import annotations

from django.db import models

from dieuhanh.assessment.models import Assessment
from dieuhanh.audit.models import AppendOnly, Guarded, GuardedQuerySet
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.people.models import User
from dieuhanh.plans.models import Plan


class Conference(Guarded):
    """Hội nghị: one meeting of a host, held at many sites at once.

    `state` is preparing, invited, open or closed. The meeting needs no video: `video_url` is
    only a link beside it. `document` is the paper that tells of it, if it was taken from one.
    """

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    host = models.ForeignKey(Body, models.PROTECT, related_name="conferences")
    place = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=12, default="preparing")
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="conferences")
    assessment = models.ForeignKey(
        Assessment, models.PROTECT, null=True, related_name="conferences"
    )
    video_url = models.URLField(max_length=500, blank=True)
    video_embedded = models.BooleanField(default=False)
    simulated = models.BooleanField(default=False)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="conferences")
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["host", "starts_at"], name="conference_by_day")]

    def __str__(self) -> str:
        return self.name


class SiteManager(models.Manager["Site"]):
    """The sites there are: one that was removed stays in the books and is nowhere else."""

    def get_queryset(self) -> GuardedQuerySet[Site]:
        return GuardedQuerySet[Site](self.model, using=self._db).filter(removed=False)


class Site(Guarded):
    """Điểm cầu: one seat in the meeting with many people behind it.

    `expected` is how many people its keeper announces; `head_count` how many are in the room.
    """

    objects = SiteManager()  # type: ignore[assignment, misc]

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="sites")
    body = models.ForeignKey(Body, models.PROTECT, related_name="sites")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=10)
    position = models.PositiveIntegerField()
    expected = models.PositiveIntegerField(null=True)
    head_count = models.PositiveIntegerField(null=True)
    head_count_at = models.DateTimeField(null=True)
    removed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "body"],
                condition=models.Q(removed=False),
                name="one_site_a_body",
            ),
            models.UniqueConstraint(
                fields=["conference", "position"],
                condition=models.Q(removed=False),
                name="site_position_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Delegate(Guarded):
    """Somebody who is to come, with the office held on that day, as the invitation prints it.

    `kind` is chair, delegate or guest; `state` invited, registered, absent or replaced. A person
    standing in for another names whom. `votes` says whether they have a voice of their own;
    `key` is the name and office in plain letters, by which they are found.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="delegates")
    site = models.ForeignKey(Site, models.PROTECT, related_name="delegates")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="delegacies")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    office = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, default="delegate")
    position = models.PositiveIntegerField()
    votes = models.BooleanField(default=True)
    state = models.CharField(max_length=12, default="invited")
    reason = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=440, blank=True)
    stands_in_for = models.OneToOneField("self", models.PROTECT, null=True, related_name="stand_in")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "position"], name="delegate_position_once"
            ),
            models.UniqueConstraint(
                fields=["conference", "user"],
                condition=~models.Q(user=None),
                name="a_user_comes_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(stands_in_for=models.F("id")), name="nobody_replaces_himself"
            ),
        ]
        indexes = [models.Index(fields=["conference", "site", "position"], name="delegate_by_site")]

    def __str__(self) -> str:
        return f"{self.name or self.office}"


class AgendaItem(Guarded):
    """One item of the agenda; `minutes` is the time planned for it.

    `opening` items are those the meeting starts with, such as last year's shortcomings.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400)
    title_en = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=16, default="discussion")
    minutes = models.PositiveSmallIntegerField(null=True)
    presenter = models.CharField(max_length=300, blank=True)
    removed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "position"],
                condition=models.Q(removed=False),
                name="item_position_once",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Invitation(AppendOnly):
    """That a site was invited: when, by whom, and how many working days before the day."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="invitations")
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=200)
    working_days = models.IntegerField()
    late_reason = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.site_id}"
