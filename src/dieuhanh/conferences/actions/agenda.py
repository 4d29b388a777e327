"""The agenda: items added, changed, ordered, taken away, and what is shown beside them."""

from __future__ import annotations

from typing import Any

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.agenda import ItemKind, Shown, check_minutes, moved
from dieuhanh.domain.conferences import State
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text import storable
from dieuhanh.plans.models import Target

from ..models import AgendaItem, Conference, Exhibit, Room
from .events import tell
from .sites import to_prepare

TEXTS = {"title": 400, "title_en": 400, "presenter": 300}
CHANGEABLE = (*TEXTS, "kind", "minutes")


@verb
def add_item(*, by: Actor, conference: Conference, title: str, **told: Any) -> AgendaItem:
    """Add an item at the end; `told` are columns of `CHANGEABLE`.

    Raises BadInput("conference.closed", "agenda.title", "agenda.minutes"), Refused.
    """
    held = to_prepare(by, conference)
    last = _items(held)[-1].position if _items(held) else 0
    made = AgendaItem(conference=held, position=last + 1)
    _put(made, {"title": title, **told})
    made.save()
    record(by=by, verb="agenda.added", subject=f"{held.code}/{made.pk}", now=_told(made))
    _tell(held)
    return made


@verb
def change_item(*, by: Actor, item: AgendaItem, **told: Any) -> AgendaItem:
    """Change an item. Raises as `add_item`."""
    held = to_prepare(by, item.conference)
    was = _told(item)
    _put(item, told)
    item.save()
    if _told(item) != was:
        record(
            by=by, verb="agenda.changed", subject=f"{held.code}/{item.pk}", was=was,
            now=_told(item),
        )  # fmt: skip
        _tell(held)
    return item


@verb
def move_item(*, by: Actor, item: AgendaItem, steps: int) -> None:
    """Up (below zero) or down by so many places; at an end it stops."""
    held = to_prepare(by, item.conference)
    items = _items(held)
    here = next((each for each in items if each.pk == item.pk), None)
    if here is None:
        raise Missing("conference.missing")
    ordered = moved(items, here, steps)
    if ordered == items:
        return
    was = [each.pk for each in items]
    free = items[-1].position + 1
    for places in (range(free, free + len(ordered)), range(1, len(ordered) + 1)):
        for place, each in zip(places, ordered, strict=True):
            AgendaItem.objects.filter(pk=each.pk).update(position=place)
    record(
        by=by, verb="agenda.ordered", subject=held.code, was=was,
        now=[each.pk for each in ordered],
    )  # fmt: skip
    _tell(held)


@verb
def remove_item(*, by: Actor, item: AgendaItem) -> None:
    """Take an item off the agenda; what hangs on it stays in the books."""
    held = to_prepare(by, item.conference)
    item.removed = True
    item.save(update_fields=["removed"])
    record(by=by, verb="agenda.removed", subject=f"{held.code}/{item.pk}", was=_told(item))
    _tell(held)


@verb
def show_beside(
    *, by: Actor, item: AgendaItem, kind: Shown, target: Target | None = None,
    finding: Finding | None = None,
) -> Exhibit:  # fmt: skip
    """Lay the board, last year's shortcomings, a target or a finding beside an item, once.

    Raises BadInput("agenda.no_plan", "agenda.foreign", "conference.closed"), Refused.
    """
    held = to_prepare(by, item.conference)
    if held.plan_id is None:
        raise BadInput("agenda.no_plan")
    if kind is Shown.TARGET and (target is None or target.version.plan_id != held.plan_id):
        raise BadInput("agenda.foreign")
    if kind is Shown.FINDING and finding is None:
        raise BadInput("agenda.foreign")
    one = {
        "target": target if kind is Shown.TARGET else None,
        "finding": finding if kind is Shown.FINDING else None,
    }
    beside = Exhibit.objects.filter(item=item, removed=False)
    if there := beside.filter(kind=kind.value, **one).first():
        return there
    made = Exhibit.objects.create(
        item=item, kind=kind.value, position=beside.count() + 1, **one
    )  # fmt: skip
    record(by=by, verb="exhibit.laid", subject=f"{held.code}/{item.pk}", now=str(made))
    return made


@verb
def take_from_beside(*, by: Actor, exhibit: Exhibit) -> None:
    """Take away what was laid beside an item."""
    held = to_prepare(by, exhibit.item.conference)
    exhibit.removed = True
    exhibit.save(update_fields=["removed"])
    record(by=by, verb="exhibit.taken", subject=f"{held.code}/{exhibit.item_id}", was=str(exhibit))


def _items(held: Conference) -> list[AgendaItem]:
    return list(AgendaItem.objects.filter(conference=held, removed=False).order_by("position"))


def _put(item: AgendaItem, told: dict[str, Any]) -> None:
    for name, value in told.items():
        if name not in CHANGEABLE:
            raise TypeError(name)
        text = isinstance(value, str) and name in TEXTS
        setattr(item, name, storable(value).strip()[: TEXTS[name]] if text else value)
    item.kind = ItemKind(item.kind).value
    if not item.title:
        raise BadInput("agenda.title")
    check_minutes(item.minutes)


def _told(item: AgendaItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in CHANGEABLE}


def _tell(held: Conference) -> None:
    if held.state == State.OPEN:
        tell(Room.objects.select_for_update().get(conference=held), "agenda")


__all__ = [
    "add_item",
    "change_item",
    "move_item",
    "remove_item",
    "show_beside",
    "take_from_beside",
]
