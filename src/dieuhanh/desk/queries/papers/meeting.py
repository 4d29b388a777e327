"""A conference as its papers tell it: who chaired, what was concluded, what is on the agenda."""

from __future__ import annotations

from django.utils import timezone

from dieuhanh.conferences.models import Conclusion, Conference, Delegate
from dieuhanh.conferences.queries.agenda import agenda
from dieuhanh.conferences.queries.doors import conference
from dieuhanh.conferences.queries.reading import conclusions_of, delegates_of, sites_of
from dieuhanh.conferences.queries.texts import standing
from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.compose.meeting import Item, Meeting, Person, Point, Sites
from dieuhanh.paper.writing.compose.orders import Order
from dieuhanh.paper.writing.compose.saying import Record
from dieuhanh.paper.writing.model import Source

from .orders import order_of, told_tasks

LEVELS = {
    "central": "trung tâm", "province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã",
}  # fmt: skip
GONE = ("absent", "replaced")
BEGUN = ("open", "closed")


def meeting_of(code: str, *, seen_by: Actor) -> Meeting:
    """The conference as the actor may see it, final conclusions alone. Raises Missing."""
    held = conference(code, seen_by=seen_by)
    people = list(delegates_of(held).exclude(state__in=GONE).order_by("position"))
    chairs = tuple(_person(each) for each in people if each.kind == "chair")
    lines = agenda(held, seen_by=seen_by)
    timed = any(line.item.minutes for line in lines)
    return Meeting(
        code=held.code, name=held.name, host=held.host.name, place=held.place,
        starts=timezone.localtime(held.starts_at), chairs=chairs,
        concluded_by=_concluded_by(held, chairs, people), sites=_sites(held),
        offices=tuple(dict.fromkeys(each.office for each in people if each.kind != "chair")),
        points=_points(held, seen_by), simulated=held.simulated,
        begun=held.state in BEGUN,
        items=tuple(
            Item(line.item.title, line.begins if timed else None, line.item.presenter)
            for line in lines
        ),
        papers=tuple(str(paper.document.title) for line in lines for paper in line.papers),
    )  # fmt: skip


def _person(delegate: Delegate) -> Person:
    return Person(delegate.name, delegate.office)


def _concluded_by(
    held: Conference, chairs: tuple[Person, ...], people: list[Delegate]
) -> Person:  # fmt: skip
    """Whose concluding speech is kept; else the first chair from the host; else nobody known."""
    text = standing(held).get("concluding")
    if text is not None and text.office:
        named = next((each for each in chairs if each.office == text.office), None)
        return named or Person(office=text.office)
    of_host = (each for each in people if each.kind == "chair" and each.body_id == held.host_id)
    first = next(of_host, None)
    return _person(first) if first else Person()


def _sites(held: Conference) -> tuple[Sites, ...]:
    found: dict[str, list[tuple[str, str]]] = {}
    for level, pk, name in sites_of(held).order_by("position").values_list("level", "pk", "name"):
        found.setdefault(level, []).append((str(pk), name))
    return tuple(
        Sites(name, level, tuple(found[level])) for level, name in LEVELS.items() if level in found
    )


def _points(held: Conference, seen_by: Actor) -> tuple[Point, ...]:
    """The final conclusions by number, each with its tasks. Three queries."""
    found = list(conclusions_of(held, seen_by=seen_by).filter(state="final").order_by("number"))
    orders: dict[int, list[Order]] = {}
    for task in told_tasks(seen_by=seen_by).filter(conclusion__in=found):
        orders.setdefault(task.conclusion_id or 0, []).append(order_of(task))
    return tuple(_point(each, tuple(orders.get(each.pk, ()))) for each in found)


def _point(of: Conclusion, orders: tuple[Order, ...]) -> Point:
    label = f"Kết luận số {of.number}, {of.conference.name}"
    return Point(
        of.number or 0, Record(of.text, Source("conclusion", str(of.pk), label)), of.group,
        of.body.name if of.body else "", of.due_on, orders,
    )  # fmt: skip


__all__ = ["meeting_of"]
