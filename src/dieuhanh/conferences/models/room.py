"""The live room: what is on now, who speaks, what was said, and the numbered log of it all."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded
from dieuhanh.documents.models import Document

from .conferences import AgendaItem, Conference, Delegate, Site


class Room(Guarded):
    """Where the meeting stands. Every verb of the room locks this row first, so two chairs
    acting at once come one after the other; `number` is that of the last event.

    `screen` is what every site sees: {"kind": paper|board|target|finding|photo|blank, "ref": …}.
    """

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="room")
    number = models.PositiveIntegerField(default=0)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="+")
    item_since = models.DateTimeField(null=True)
    screen = models.JSONField(default=dict)
    queue_open = models.BooleanField(default=True)
    turn_seconds = models.PositiveIntegerField(default=300)

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.number}"


class RoomEvent(AppendOnly):
    """One thing that changed in the room, numbered without gaps: what a page replays to be
    in step again. `data` is public to everybody who may be in the room."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "number"], name="event_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class SpeakRequest(Guarded):
    """Đăng ký phát biểu: a site, or one of its delegates, asks for the floor.

    `state` is waiting, speaking, done or withdrawn.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="requests")
    site = models.ForeignKey(Site, models.PROTECT, related_name="requests")
    delegate = models.ForeignKey(Delegate, models.PROTECT, null=True, related_name="requests")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="requests")
    about = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, default="waiting")
    asked_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference"], condition=models.Q(state="speaking"), name="one_floor"
            ),
            models.UniqueConstraint(
                fields=["site"],
                condition=models.Q(state="waiting", delegate=None),
                name="a_site_waits_once",
            ),
            models.UniqueConstraint(
                fields=["delegate"],
                condition=models.Q(state="waiting"),
                name="a_delegate_waits_once",
            ),
        ]
        indexes = [models.Index(fields=["conference", "state"], name="request_by_state")]

    def __str__(self) -> str:
        return f"{self.site_id}"


class Contribution(AppendOnly):
    """Ý kiến phát biểu: what was said, in the minute-taker's words, and by whom in which office.

    `document` and `quote` say where it is printed, if it was taken from a paper.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="contributions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="contributions")
    request = models.ForeignKey(
        SpeakRequest, models.PROTECT, null=True, related_name="contributions"
    )
    site = models.ForeignKey(Site, models.PROTECT, related_name="contributions")
    delegate = models.ForeignKey(Delegate, models.PROTECT, null=True, related_name="+")
    office = models.CharField(max_length=300)
    text = models.TextField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    quote = models.TextField(blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.text


class Presence(models.Model):
    """How many pages of a site one server process holds open; a process that dies stops
    renewing its rows. A counter that is nobody's fact, so not guarded."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="presences")
    site = models.ForeignKey(Site, models.CASCADE, related_name="presences")
    process = models.CharField(max_length=40)
    pages = models.PositiveIntegerField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "process"], name="presence_once_a_process")
        ]

    def __str__(self) -> str:
        return f"{self.site_id}: {self.pages}"
