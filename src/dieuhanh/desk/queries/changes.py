"""What changed, in the order the sealer numbered it, for whoever asks: read on, nothing is missed.

Numbers are given to committed lines only, by one sealer, so a line that commits late gets a later
number and stands before no reader's back. Lines that are not for the reader are left out; the
numbers around them tell that something was written, never what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from dieuhanh.assessment.queries import assessments
from dieuhanh.audit.models import Entry, Seal
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.plans.queries import plans
from dieuhanh.reports.queries import figures
from dieuhanh.reports.queries.forms import forms
from dieuhanh.reports.queries.rounds import rounds
from dieuhanh.reports.queries.submissions import submissions

SCANNED = 500
PUBLIC = frozenset({"areas", "successions", "bodies", "documents", "indicators"})
OF_PLANS = frozenset({"plans", "plan", "targets", "judgements", "tallies", "findings"})
NEVER = frozenset({"form.draft_saved", "form.created", "form.renamed"})


@dataclass(frozen=True)
class Change:
    """One line of the record: what kind of change, to what, and how many figures one may see."""

    number: int
    at: datetime
    kind: str
    subject: str
    figures: int


@dataclass(frozen=True)
class Changes:
    """The lines after a number; `until` is the last number looked at, from which to ask on."""

    lines: tuple[Change, ...]
    until: int
    more: bool


def changes(*, seen_by: Actor, after: int) -> Changes:
    """Up to SCANNED sealed lines after a number, those for the reader. At most eight queries."""
    found = Seal.objects.filter(number__gt=after).select_related("entry").order_by("number")
    seals = list(found[: SCANNED + 1])
    looked_at = seals[:SCANNED]
    seen = _Sight(seen_by, [seal.entry for seal in looked_at])
    lines = tuple(
        Change(
            seal.number,
            seal.entry.recorded_at,
            seal.entry.verb,
            seal.entry.subject,
            seen.figures.get(seal.entry_id, 0),
        )
        for seal in looked_at
        if seen.holds(seal.entry)
    )
    until = looked_at[-1].number if looked_at else after
    return Changes(lines, until, len(seals) > SCANNED)


class _Sight:
    """What of some lines an actor may see: asked of the same doors as every page."""

    def __init__(self, actor: Actor, entries: list[Entry]) -> None:
        self.published = actor.may(Permission.PUBLISHED_VIEW)
        self.figures = dict(
            figures(seen_by=actor)
            .filter(entry__in=[entry.pk for entry in entries])
            .values_list("entry")
            .annotate(Count("pk"))
            .order_by()
        )
        asked = {"plans": _plans, "rounds": _rounds, "forms": _forms, "assessments": _assessments}
        self.names = {name: ask(actor, _of(name, entries)) for name, ask in asked.items()}
        self.submissions = _submissions(actor, _of("submissions", entries))

    def holds(self, entry: Entry) -> bool:
        """Whether the line is for this reader."""
        if entry.pk in self.figures:
            return True
        topic = entry.verb.split(".")[0]
        if entry.verb in NEVER:
            return False
        if topic in PUBLIC:
            return self.published
        where = TOPICS.get(topic)
        if where == "submissions":
            return entry.subject in self.submissions
        return where is not None and _name(where, entry) in self.names[where]


TOPICS = {
    **dict.fromkeys(OF_PLANS, "plans"),
    "round": "rounds",
    "form": "forms",
    "assessment": "assessments",
    "submission": "submissions",
}
WHOLE_TABLE = frozenset({"Plan", "Target", "PublishedTally", "PublishedJudgement", "Finding"})


def _name(where: str, entry: Entry) -> str:
    """What the line names: the code before the slash, of an assessment the number behind it."""
    head, _, tail = entry.subject.partition("/")
    return tail if where == "assessments" else head


def _of(where: str, entries: Iterable[Entry]) -> set[str]:
    named = [entry for entry in entries if TOPICS.get(entry.verb.split(".")[0]) == where]
    if where == "submissions":
        return {entry.subject for entry in named}
    return {_name(where, entry) for entry in named}


Ask = Callable[[Actor, set[str]], set[str]]


def _plans(actor: Actor, names: set[str]) -> set[str]:
    seen = plans(seen_by=actor)
    found = set(seen.filter(code__in=names).values_list("code", flat=True)) if names else set()
    whole = names & WHOLE_TABLE
    return found | (whole if whole and seen.exists() else set())


def _rounds(actor: Actor, names: set[str]) -> set[str]:
    return set(rounds(seen_by=actor).filter(code__in=names).values_list("code", flat=True))


def _forms(actor: Actor, names: set[str]) -> set[str]:
    return set(forms(seen_by=actor).filter(code__in=names).values_list("code", flat=True))


def _assessments(actor: Actor, names: set[str]) -> set[str]:
    numbers = [int(name) for name in names if name.isdigit()]
    return {
        str(pk)
        for pk in assessments(seen_by=actor).filter(pk__in=numbers).values_list("pk", flat=True)
    }


def _submissions(actor: Actor, subjects: set[str]) -> set[str]:
    """Of "round/body" those whose submission the actor may see."""
    pairs = [subject.split("/", 1) for subject in subjects if "/" in subject]
    seen = submissions(seen_by=actor).filter(
        round__code__in={pair[0] for pair in pairs}, body__code__in={pair[1] for pair in pairs}
    )
    return {f"{a}/{b}" for a, b in seen.values_list("round__code", "body__code")}


__all__ = ["Change", "Changes", "changes"]
