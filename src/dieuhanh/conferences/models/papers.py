"""Papers on the table, private notes, and opinions asked of bodies on a draft."""

from __future__ import annotations

from django.db import models

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import Guarded
from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document, OpinionAsked, OpinionGiven, OpinionReplied
from dieuhanh.people.models import User
from dieuhanh.plans.models import Target

from .conferences import AgendaItem


class Paper(Guarded):
    """A document laid before an item of the agenda."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="papers")
    document = models.ForeignKey(Document, models.PROTECT, related_name="papers")
    title = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()
    draft = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "document"],
                condition=models.Q(removed=False),
                name="paper_once_an_item",
            )
        ]

    def __str__(self) -> str:
        return self.title or str(self.document)


class PrivateNote(Guarded):
    """What a person wrote for themselves beside an item or a paper; nobody else ever sees it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="private_notes")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="private_notes")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="private_notes")
    text = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "item"], condition=models.Q(paper=None), name="one_note_an_item"
            ),
            models.UniqueConstraint(fields=["user", "paper"], name="one_note_a_paper"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"


class OpinionRequest(OpinionAsked):
    """What a named body is asked about a draft."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="opinion_requests")
    body = models.ForeignKey(Body, models.PROTECT, related_name="opinion_requests")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "body"], name="a_body_is_asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class Opinion(OpinionGiven):
    """What the body answered."""

    request = models.ForeignKey(OpinionRequest, models.PROTECT, related_name="opinions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="opinion_number_once")
        ]


class OpinionReply(OpinionReplied):
    """What became of it."""

    opinion = models.ForeignKey(Opinion, models.PROTECT, related_name="replies")


class Exhibit(Guarded):
    """What is laid beside an item to be put on every site's screen, other than papers.

    `kind` is board, shortcomings, target or finding; the last two name theirs.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="exhibits")
    kind = models.CharField(max_length=12)
    target = models.ForeignKey(Target, models.PROTECT, null=True, related_name="exhibits")
    finding = models.ForeignKey(Finding, models.PROTECT, null=True, related_name="exhibits")
    position = models.PositiveSmallIntegerField()
    removed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="target", target__isnull=False, finding=None)
                | models.Q(kind="finding", finding__isnull=False, target=None)
                | models.Q(kind__in=("board", "shortcomings"), target=None, finding=None),
                name="exhibit_names_what_it_shows",
            )
        ]

    def __str__(self) -> str:
        return str(self.target or self.finding or self.kind)
