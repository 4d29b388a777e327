"""The agenda with its papers, what is shown beside each item, and one's own notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from dieuhanh.assessment.models import Finding
from dieuhanh.assessment.queries.findings import findings
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.agenda import starts
from dieuhanh.domain.errors import Missing
from dieuhanh.plans.models import Target
from dieuhanh.plans.queries import targets, versions

from ..models import AgendaItem, Conference, Exhibit, Paper, PrivateNote
from .doors import conference as find_conference
from .doors import person_id


@dataclass(frozen=True)
class Line:
    """An item as the agenda shows it; `note` is the reader's own."""

    item: AgendaItem
    begins: datetime | None
    papers: list[Paper] = field(default_factory=list)
    exhibits: list[Exhibit] = field(default_factory=list)
    note: str = ""


def agenda(of: Conference, *, seen_by: Actor) -> list[Line]:
    """The agenda in order. Four queries, however long it is."""
    items = list(AgendaItem.objects.filter(conference=of, removed=False).order_by("position"))
    begins = starts(timezone.localtime(of.starts_at), [item.minutes for item in items])
    notes = dict(
        PrivateNote.objects.filter(user=person_id(seen_by), item__in=items, paper=None)
        .values_list("item", "text")
    )  # fmt: skip
    papers, exhibits = papers_of(of), exhibits_of(of)
    return [
        Line(
            item, at, [paper for paper in papers if paper.item_id == item.pk],
            [each for each in exhibits if each.item_id == item.pk], notes.get(item.pk, ""),
        )
        for item, at in zip(items, begins, strict=True)
    ]  # fmt: skip


def papers_of(of: Conference) -> list[Paper]:
    """Every paper on the table, in the order of the agenda."""
    found = Paper.objects.filter(item__conference=of, item__removed=False, removed=False)
    related = found.select_related("document__issuer", "item")
    return list(related.order_by("item__position", "position", "pk"))


def exhibits_of(of: Conference) -> list[Exhibit]:
    """What is shown beside the items."""
    found = Exhibit.objects.filter(item__conference=of, removed=False)
    related = found.select_related("target__version__plan", "finding__plan")
    return list(related.order_by("position", "pk"))


def item_of(code: str, pk: int, *, seen_by: Actor) -> AgendaItem:
    """One item of a conference the actor may see. Raises Missing."""
    of = find_conference(code, seen_by=seen_by)
    found = AgendaItem.objects.filter(conference=of, pk=pk, removed=False).first()
    if found is None:
        raise Missing("conference.missing")
    found.conference = of
    return found


def paper_of(code: str, pk: int, *, seen_by: Actor) -> Paper:
    """One paper of a conference the actor may see. Raises Missing."""
    of = find_conference(code, seen_by=seen_by)
    found = Paper.objects.filter(item__conference=of, pk=pk, removed=False)
    one = found.select_related("document__issuer", "item").first()
    if one is None:
        raise Missing("conference.missing")
    one.item.conference = of
    return one


def exhibit_of(item: AgendaItem, pk: int) -> Exhibit:
    """One of what is shown beside an item. Raises Missing."""
    found = Exhibit.objects.filter(item=item, pk=pk, removed=False).first()
    if found is None:
        raise Missing("conference.missing")
    found.item = item
    return found


def own_note(item: AgendaItem, *, seen_by: Actor, paper: Paper | None = None) -> str:
    """What the reader wrote for themselves; nobody else's, ever."""
    found = PrivateNote.objects.filter(user=person_id(seen_by), item=item, paper=paper)
    return found.values_list("text", flat=True).first() or ""


def showable(of: Conference, *, seen_by: Actor, on: date) -> tuple[list[Target], list[Finding]]:
    """The targets of the reviewed plan's latest version and the findings known by the day."""
    if of.plan is None:
        return [], []
    latest = next(iter(versions(of.plan)), None)
    listed = targets(latest) if latest else []
    return listed, findings(of.plan, seen_by=seen_by, on=on)


__all__ = [
    "Line",
    "agenda",
    "exhibit_of",
    "exhibits_of",
    "item_of",
    "own_note",
    "paper_of",
    "papers_of",
    "showable",
]
