"""Programmes and the resolutions they carry out: which points a task covers, and which none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Ballot, Conference
from dieuhanh.conferences.queries import conferences
from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import documents
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Point, Programme, Task
from .doors import programmes, tasks

RESOLUTION = "Nghị quyết"


@dataclass(frozen=True)
class PointLine:
    """A point and the tasks that carry it out, of these the ones the reader may see."""

    point: Point
    tasks: tuple[Task, ...]

    @property
    def cover(self) -> str:
        """covered, uncovered or not_needed."""
        if self.tasks:
            return "covered"
        return "uncovered" if self.point.needs_task else "not_needed"


@dataclass(frozen=True)
class Resolution:
    """A document as something to carry out."""

    document: Document
    lines: tuple[PointLine, ...]

    @property
    def needing(self) -> int:
        """How many points ask for a task."""
        return sum(line.point.needs_task for line in self.lines)

    @property
    def covered(self) -> int:
        """How many of these have one."""
        return sum(line.point.needs_task and bool(line.tasks) for line in self.lines)


def resolutions(found: Iterable[Document], *, seen_by: Actor) -> list[Resolution]:
    """Documents with their points, covered or not. Two queries, however many there are."""
    papers = list(found)
    points = list(Point.objects.filter(document__in=papers).order_by("position", "pk"))
    carried: dict[int, list[Task]] = {}
    asked = tasks(seen_by=seen_by).filter(point__in=points).exclude(state="withdrawn")
    for task in asked.select_related("lead").order_by("pk") if points else ():
        carried.setdefault(task.point_id or 0, []).append(task)
    lines: dict[int, list[PointLine]] = {paper.pk: [] for paper in papers}
    for point in points:
        lines[point.document_id].append(PointLine(point, tuple(carried.get(point.pk, ()))))
    return [Resolution(paper, tuple(lines[paper.pk])) for paper in papers]


def resolution(code: str, *, seen_by: Actor) -> Resolution:
    """One document's points. Raises Missing, for whoever may see no task too."""
    if not may_see_any(seen_by):
        raise Missing("document.missing")
    found = documents(seen_by=seen_by).filter(code=code).first()
    if found is None:
        raise Missing("document.missing")
    return resolutions([found], seen_by=seen_by)[0]


def point(pk: int, *, seen_by: Actor) -> Point:
    """One point. Raises Missing, for whoever may see no task too."""
    found = Point.objects.filter(pk=pk).select_related("document").first()
    if found is None or not may_see_any(seen_by):
        raise Missing("point.missing")
    return found


def listed_programmes(*, seen_by: Actor) -> QuerySet[Programme]:
    """The programmes the actor may see, the latest year first."""
    found = programmes(seen_by=seen_by).select_related("body", "conference", "ballot", "document")
    return found.prefetch_related("carries_out").order_by("-year", "name", "pk")


def papers_to_carry_out(*, seen_by: Actor) -> QuerySet[Document]:
    """Registered papers: what has a number, the latest first, what has points, and resolutions
    of which only the name is known."""
    pointed = Exists(Point.objects.filter(document=OuterRef("pk")))
    carried = Programme.carries_out.through.objects.filter(document=OuterRef("pk"))
    meant = ~Q(number="") | pointed | Exists(carried) | Q(type=RESOLUTION)
    return documents(seen_by=seen_by).filter(meant).order_by("-issued_on", "code")


def conferences_to_cite(*, seen_by: Actor) -> QuerySet[Conference]:
    """Conferences that may have agreed a programme, the latest first."""
    return conferences(seen_by=seen_by).order_by("-starts_at", "pk")


def ballots_to_cite(*, seen_by: Actor) -> QuerySet[Ballot]:
    """Ballots that passed, of the conferences the actor may see."""
    passed = Ballot.objects.filter(state="closed", passed=True)
    found = passed.filter(conference__in=conferences(seen_by=seen_by))
    return found.select_related("conference").order_by("-closed_at", "pk")


def bodies_to_assign_for(*, seen_by: Actor) -> QuerySet[Body]:
    """The bodies in whose name the actor assigns tasks and sets up programmes."""
    held = seen_by.bodies(Permission.TASK_ASSIGN)
    found = Body.objects.order_by("name")
    return found if held is None else found.filter(pk__in=held)


def may_see_any(actor: Actor) -> bool:
    """Whether there is anything of tasks for this actor at all."""
    wanted = (Permission.TASK_VIEW, Permission.TASK_ASSIGN, Permission.TASK_REPORT)
    return any(actor.may(permission) for permission in wanted)


__all__ = [
    "PointLine",
    "Resolution",
    "ballots_to_cite",
    "bodies_to_assign_for",
    "conferences_to_cite",
    "listed_programmes",
    "may_see_any",
    "papers_to_carry_out",
    "point",
    "resolution",
    "resolutions",
]
