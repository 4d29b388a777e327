"""Agreement asked and given: ballots, who could vote, and what was chosen."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import AppendOnly, Guarded

from .conferences import AgendaItem, Conference, Delegate, Site


class Ballot(Guarded):
    """Biểu quyết: one question, asked once.

    `mode` is open (counts seen while it runs), named (who chose what is read out after closing)
    or secret; `by` says whether sites or delegates answer. `quorum` and `threshold` are whole
    per cent: of those who could vote how many must take part, of those who took part how many
    must agree. `counts` is written once, at closing. `state` is open, closed or void; `note` says
    why it is void, in the chair's words or as a code of `wording.ballots`.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="ballots")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="ballots")
    question = models.TextField()
    mode = models.CharField(max_length=8)
    by = models.CharField(max_length=10)
    options = models.JSONField()
    quorum = models.PositiveSmallIntegerField(default=50)
    threshold = models.PositiveSmallIntegerField(default=50)
    state = models.CharField(max_length=8, default="open")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    counts = models.JSONField(null=True)
    passed = models.BooleanField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="closed", counts__isnull=False)
                | ~models.Q(state="closed") & models.Q(counts__isnull=True),
                name="counted_when_closed",
            ),
            models.UniqueConstraint(
                fields=["conference"],
                condition=models.Q(state="open"),
                name="one_ballot_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.question


class Elector(AppendOnly):
    """Somebody who could vote on a ballot, as it was when the ballot opened."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="electors")
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.PROTECT, null=True, related_name="+")
    place = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "place"], name="elector_place_once"),
            models.UniqueConstraint(
                fields=["ballot", "site"],
                condition=models.Q(delegate=None),
                name="site_elects_once",
            ),
            models.UniqueConstraint(fields=["ballot", "delegate"], name="delegate_elects_once"),
        ]

    def __str__(self) -> str:
        return f"{self.delegate_id or self.site_id}"


class Vote(AppendOnly):
    """A choice made in an open or a named ballot; of one elector the highest number counts.

    `key` is what a program sent it with, so that sending it again is told from choosing again.
    """

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="votes")
    elector = models.ForeignKey(Elector, models.PROTECT, related_name="votes")
    number = models.PositiveSmallIntegerField()
    choice = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    cast_by = models.CharField(max_length=200)
    key = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["elector", "number"], name="vote_number_once"),
            models.UniqueConstraint(
                fields=["elector", "key"], condition=~models.Q(key=""), name="vote_key_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.elector_id}: {self.choice}"


class Urn(models.Model):
    """Hòm phiếu of a secret ballot: who has voted and, sealed, how many chose what.

    One row, rewritten whole with each vote, so that no row of any table stands for one choice.
    `sealed` is ciphertext whose key is a file outside the database that no backup takes and that
    closing destroys; a copy of the books made while voting runs tells nothing about a choice.
    `key_name` is that file's, made by chance so that no other ballot's key is taken for it.
    """

    ballot = models.OneToOneField(Ballot, models.PROTECT, related_name="urn")
    key_name = models.CharField(max_length=32, unique=True)
    voted = models.BinaryField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.ballot_id}"
