"""Conclusions as pages show them: drafts for who writes them, and what each rests on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from dieuhanh.assessment.models import Finding
from dieuhanh.assessment.queries import Look, board
from dieuhanh.assessment.queries.lines import TargetLine, target_line
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.actors import Permission as P
from dieuhanh.domain.errors import DieuHanhError, Missing
from dieuhanh.plans.models import Target

from ..models import AgendaItem, Conclusion, Conference, Contribution
from .doors import conferences, edits, runs

EVIDENCE = (
    "contributions__site__body", "targets__version__plan", "targets__indicator__reported_by",
    "findings__body", "findings__document",
)  # fmt: skip


class Shelf(NamedTuple):
    """A conference's conclusions: final by number, drafts in order, drafts set aside."""

    final: list[Conclusion]
    drafts: list[Conclusion]
    dropped: list[Conclusion]

    @property
    def empty(self) -> bool:
        """Whether nothing was concluded, nor is about to be."""
        return not (self.final or self.drafts)


class Rest(NamedTuple):
    """A target a conclusion rests on, with its verdict; no line where it cannot be judged."""

    target: Target
    line: TargetLine | None


class Choices(NamedTuple):
    """What a conclusion may be tied to."""

    items: list[AgendaItem]
    contributions: list[Contribution]
    targets: list[Target]
    findings: list[Finding]


def writes(of: Conference, *, seen_by: Actor) -> bool:
    """Whether the actor sees drafts: who runs the conference, or writes its conclusions."""
    return runs(of, seen_by=seen_by) or edits(of, seen_by=seen_by)


def conclusions(*, seen_by: Actor) -> QuerySet[Conclusion]:
    """Those the actor may see, of every conference: drafts only with who writes them."""
    held = [seen_by.bodies(each) for each in (P.CONFERENCE_EDIT, P.CONFERENCE_RUN)]
    found = Conclusion.objects.filter(conference__in=conferences(seen_by=seen_by))
    if any(bodies is None for bodies in held):
        return found
    own = frozenset().union(*(bodies for bodies in held if bodies is not None))
    return found.filter(Q(state="final") | Q(conference__host__in=own))


def conclusion(pk: int, *, seen_by: Actor) -> Conclusion:
    """One of them with what it rests on. Raises Missing, absent and hidden alike."""
    found = Conclusion.objects.filter(pk=pk, conference__in=conferences(seen_by=seen_by))
    related = found.select_related(
        "conference__host", "conference__plan", "item", "body", "document"
    )
    row = related.prefetch_related(*EVIDENCE).first()
    if row is None or (row.state != "final" and not writes(row.conference, seen_by=seen_by)):
        raise Missing("conclusion.missing")
    return row


def shelf_of(of: Conference, *, seen_by: Actor) -> Shelf:
    """What the page lists; a reader who writes none of them sees the final ones. Five queries."""
    found = Conclusion.objects.filter(conference=of).select_related("item", "body")
    related = found.prefetch_related("targets", "findings", "contributions")
    if not writes(of, seen_by=seen_by):
        return Shelf(list(related.filter(state="final").order_by("number")), [], [])
    rows = list(related.order_by("number", "position", "pk"))
    return Shelf(
        [each for each in rows if each.state == "final"],
        [each for each in rows if each.state == "draft" and not each.dropped],
        [each for each in rows if each.dropped],
    )


def rests_of(of: Conclusion, *, seen_by: Actor) -> list[Rest]:
    """Its targets with their verdicts as they were known on the day of the conference."""
    wanted = {each.no: each for each in of.targets.all()}
    plan = of.conference.plan
    if not wanted or plan is None:
        return []
    on = day_of(of.conference)
    look = Look(on=on, given={"date": f"{on:%d/%m/%Y}"})
    try:
        judged = board(plan.code, seen_by=seen_by, as_known_on=on)
    except DieuHanhError:
        return [Rest(target, None) for target in wanted.values()]
    found = {
        each.target.no: target_line(each, plan.code, look)
        for whole in judged.verdicts
        for each in (whole, *whole.parts)
        if each.target.no in wanted
    }
    return [Rest(target, found.get(no)) for no, target in wanted.items()]


def day_of(of: Conference) -> date:
    """The day the conference is held, on the installation's own clock."""
    return timezone.localtime(of.opened_at or of.starts_at).date()


def choices_of(of: Conference) -> Choices:
    """Everything a conclusion of this conference can be tied to. Four queries."""
    said = Contribution.objects.filter(conference=of).select_related("site")
    items = AgendaItem.objects.filter(conference=of, removed=False).order_by("position")
    if of.plan_id is None:
        return Choices(list(items), list(said.order_by("noted_at", "pk")), [], [])
    targets = Target.objects.filter(version__plan=of.plan_id).select_related("version")
    last: dict[str, Target] = {}
    for each in targets.order_by("version__number", "position"):
        last[each.no] = each
    findings = Finding.objects.filter(plan=of.plan_id).order_by("kind", "position")
    ordered = sorted(last.values(), key=lambda each: each.position)
    return Choices(list(items), list(said.order_by("noted_at", "pk")), ordered, list(findings))


def bodies_for(of: Conference) -> list[Body]:
    """The bodies a conclusion may name on the conference's day."""
    on = day_of(of)
    standing = Q(valid_to=None) | Q(valid_to__gte=on)
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    return list(Body.objects.filter(standing, begun).exclude(kind="press").order_by("name"))


def resting_on(kind: str, key: int, *, seen_by: Actor) -> list[Conclusion]:
    """The conclusions that rest on a target, a finding or a contribution.

    A target's other versions count too: what a plan asks under one number is one target to a reader.
    """
    found = conclusions(seen_by=seen_by).filter(dropped=False)
    if kind == "target":
        target = Target.objects.filter(pk=key).select_related("version").first()
        if target is None:
            return []
        found = found.filter(targets__no=target.no, targets__version__plan=target.version.plan_id)
    elif kind == "finding":
        found = found.filter(findings=key)
    else:
        found = found.filter(contributions=key)
    related = found.select_related("conference").distinct()
    return list(related.order_by("conference__starts_at", "number", "position"))


__all__ = [
    "Choices",
    "Rest",
    "Shelf",
    "bodies_for",
    "choices_of",
    "conclusion",
    "conclusions",
    "day_of",
    "resting_on",
    "rests_of",
    "shelf_of",
    "writes",
]
