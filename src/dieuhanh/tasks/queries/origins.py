"""What a task may come from, found through the door of the app that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from dieuhanh.assessment.models import Finding
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Conclusion
from dieuhanh.conferences.queries import conferences
from dieuhanh.conferences.queries.reading import conclusions_of
from dieuhanh.documents.queries import documents
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.plans.models import Target
from dieuhanh.plans.queries import plans

from ..models import Point
from .doors import task

LONGEST_TITLE = 500


@dataclass(frozen=True)
class Origin:
    """Where a task comes from, and what it proposes for the task.

    `links` fills the task's column; `alike` finds every task that came from the same thing.
    """

    kind: str = "hand"
    key: str = ""
    links: dict[str, Any] = field(default_factory=dict)
    alike: Q = field(default_factory=Q)
    title: str = ""
    quote: str = ""
    field: str = ""
    lead: Body | None = None
    assigner: Body | None = None
    due_on: date | None = None
    targets: tuple[int, ...] = ()


def origin(kind: str, key: str, *, seen_by: Actor) -> Origin:
    """What a task is about to come from. Raises Missing, for none and for not allowed alike."""
    if kind == "hand":
        return Origin()
    find = FOUND.get(kind)
    if find is None or not key:
        raise Missing("task.no_origin")
    return find(key, seen_by)


def _number(key: str) -> int:
    if not key.isascii() or not key.isdecimal() or len(key) > len(str(2**62)):
        raise Missing("task.no_origin")
    return int(key)


def _conclusion(key: str, actor: Actor) -> Origin:
    """A final one: a draft may yet be worded anew or set aside, and its lead could not read it."""
    row = Conclusion.objects.filter(pk=_number(key)).select_related("conference").first()
    if row is None or not conferences(seen_by=actor).filter(pk=row.conference_id).exists():
        raise Missing("task.no_origin")
    found = conclusions_of(row.conference, seen_by=actor).filter(pk=row.pk, state="final").first()
    if found is None:
        raise Missing("task.no_origin")
    return Origin(
        "conclusion", key, {"conclusion": found}, Q(conclusion=found), found.text[:LONGEST_TITLE],
        found.text, found.field, found.body, row.conference.host, found.due_on,
        tuple(target.pk for target in found.targets.all()),
    )  # fmt: skip


def _point(key: str, actor: Actor) -> Origin:
    known = Point.objects.filter(pk=_number(key), document__in=documents(seen_by=actor))
    found = known.first()
    if found is None:
        raise Missing("task.no_origin")
    return Origin(
        "point", key, {"point": found}, Q(point=found), found.text[:LONGEST_TITLE], found.text
    )


def _finding(key: str, actor: Actor) -> Origin:
    found = Finding.objects.filter(pk=_number(key)).select_related("body").first()
    if found is None or not actor.may(Permission.PUBLISHED_VIEW):
        raise Missing("task.no_origin")
    return Origin(
        "finding", key, {"finding": found}, Q(finding=found), found.sentence[:LONGEST_TITLE],
        found.sentence, found.field, found.body,
        targets=tuple(target.pk for target in found.targets.all()),
    )  # fmt: skip


def _target(key: str, actor: Actor) -> Origin:
    known = Target.objects.filter(pk=_number(key), version__plan__in=plans(seen_by=actor))
    found = known.select_related("indicator", "lead_body", "version__plan__owner").first()
    if found is None:
        raise Missing("task.no_origin")
    alike = Q(target__version__plan=found.version.plan_id, target__no=found.no)
    return Origin(
        "target", key, {"target": found}, alike, field=found.indicator.field if found.indicator else "",
        lead=found.lead_body, targets=(found.pk,),
    )  # fmt: skip


def _document(key: str, actor: Actor) -> Origin:
    found = documents(seen_by=actor).filter(code=key).first()
    if found is None:
        raise Missing("task.no_origin")
    alike = Q(document=found) | Q(point__document=found)
    return Origin("document", key, {"document": found}, alike)


def _parent(key: str, actor: Actor) -> Origin:
    found = task(key, seen_by=actor)
    return Origin(
        "parent", key, {"parent": found}, Q(parent=found), found.title, field=found.field,
        assigner=found.lead, due_on=found.due_on,
    )  # fmt: skip


FOUND: dict[str, Callable[[str, Actor], Origin]] = {
    "conclusion": _conclusion,
    "point": _point,
    "finding": _finding,
    "target": _target,
    "document": _document,
    "parent": _parent,
}

__all__ = ["Origin", "origin"]
