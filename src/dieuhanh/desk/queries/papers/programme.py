"""A programme of action with its resolutions' points and its tasks."""

from __future__ import annotations

from django.utils import timezone

from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.compose.orders import Order
from dieuhanh.paper.writing.compose.programme import ActionPoint, Carried, Programme
from dieuhanh.paper.writing.compose.saying import lower_first, said
from dieuhanh.paper.writing.model import Source, Span, Text
from dieuhanh.tasks.models import Programme as Row
from dieuhanh.tasks.queries import programme
from dieuhanh.tasks.queries.programmes import PointLine, resolutions

from .labels import cited, of_paper
from .orders import order_of, orders_of, told_tasks


def programme_of(code: str, *, seen_by: Actor) -> Programme:
    """The programme as the actor may see it. Raises Missing."""
    held = programme(code, seen_by=seen_by)
    papers = list(held.carries_out.select_related("issuer").order_by("pk"))
    found = resolutions(papers, seen_by=seen_by)
    of_points = {task.pk for paper in found for line in paper.lines for task in line.tasks}
    tasks = {task.pk: task for task in told_tasks(seen_by=seen_by).filter(pk__in=of_points)}
    told = {pk: order_of(task) for pk, task in tasks.items()}
    own = told_tasks(seen_by=seen_by).filter(programme=held).exclude(pk__in=of_points)
    return Programme(
        code=held.code, name=held.name, year=held.year,
        carries_out=tuple(
            Carried((of_paper(paper.document),), tuple(_point(line, told) for line in paper.lines))
            for paper in found
        ),
        orders=orders_of(own), agreed=_agreed(held), simulated=held.simulated,
    )  # fmt: skip


def _point(line: PointLine, told: dict[int, Order]) -> ActionPoint:
    point = line.point
    label = f"Điểm {point.number}, {cited(point.document)}"
    return ActionPoint(
        point.number, point.text, Source("point", str(point.pk), label),
        tuple(told[task.pk] for task in line.tasks if task.pk in told), point.needs_task,
    )  # fmt: skip


def _agreed(held: Row) -> Text:
    """At which conference it was agreed."""
    if held.conference is None:
        return ()
    day = timezone.localtime(held.conference.starts_at)
    source = Source("conference", held.conference.code, held.conference.name)
    return said(
        f"theo thống nhất tại {lower_first(held.conference.name)} ngày ",
        Span(f"{day:%d/%m/%Y}", source),
    )


__all__ = ["programme_of"]
