"""Recording what became of areas on a day, by a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.areas import Kind
from dieuhanh.domain.changes import Heir, Recorded, check_change
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.successions import SuccessionKind
from dieuhanh.domain.trees import ONE_DAY, write_day

from ..models import Area, AreaParent, Change, Succession
from ..queries import Atlas


@verb
def record_area_change(
    *, by: Actor, change: Recorded, touched: Mapping[str, Any] | None = None
) -> Change:
    """End areas on the eve of a day and begin what follows them; figures stay where they are.

    What stood below goes to the one heir, or after an abolition to what stood above. `touched`
    is what the preview told. Raises Refused, BadInput("change.…" | "area.…" | "succession.…").
    """
    by.require(Permission.AREA_EDIT)
    check_change(change)
    atlas = Atlas()
    ended = _ending(change, atlas)
    for area in ended:
        _require(by, atlas.lineage(area, change.effective - ONE_DAY))
    was = {"ended": [area.pk for area in ended], "moved": [], "links": []}
    above = _end(change, ended, was)
    named = {
        h.code: h.parent_code and atlas.at(h.parent_code, change.effective) for h in change.after
    }
    heirs = [_begin(change, heir, named[heir.code] or above) for heir in change.after]
    _move_parts(change, ended, heirs[0] if heirs else above, was)
    _join(change, ended, heirs)
    held = Atlas()
    held.book.valid_on(change.effective)
    held.successions.on(change.effective)
    return keep("areas", by, change, was, touched)


def _require(by: Actor, lineage: frozenset[int]) -> None:
    if not any(by.may(Permission.AREA_EDIT, at=area) for area in lineage):
        raise Refused("refused")


def keep(
    of: str, by: Actor, change: Recorded, was: Mapping[str, Any], touched: Mapping[str, Any] | None
) -> Change:
    """The change as it was recorded, and its line in the record."""
    after = [
        {"code": heir.code, "name": heir.name, "weight": None if heir.weight is None else
         str(heir.weight)} for heir in change.after
    ]  # fmt: skip
    now = {
        "kind": change.kind.value, "effective": change.effective.isoformat(),
        "before": list(change.before), "after": after, "document": change.document,
    }  # fmt: skip
    record(by=by, verb=f"{of}.changed", subject=", ".join(change.before)[:200], now=now)
    return Change.objects.create(
        of=of, kind=change.kind.value, effective=change.effective, document=change.document,
        source=change.source, note=change.note, before=list(change.before), after=after,
        touched=dict(touched or {}), was=dict(was), recorded_at=timezone.now(),
        recorded_by=by.name,
    )  # fmt: skip


def _ending(change: Recorded, atlas: Atlas) -> list[Area]:
    """The areas that end, standing on the eve and not known to end already."""
    eve = change.effective - ONE_DAY
    ended = [atlas.at(code, eve) for code in change.before]
    for area in ended:
        if area.valid_to is not None:
            raise BadInput("change.ended_already", name=area.name, day=write_day(area.valid_to))
        below = atlas.book.children(atlas.noun_of[area.pk].id, change.effective)
        if change.kind is SuccessionKind.SPLIT and below:
            raise BadInput("change.split_with_parts", name=area.name, count=len(below))
    standing = {area.code: area for area in atlas.rows.values() if area.valid_to is None}
    for heir in change.after:
        other = standing.get(heir.code)
        if other is not None and other not in ended:
            raise BadInput("change.heir_stands", named=heir.code, name=other.name)
    return ended


def _end(change: Recorded, ended: Sequence[Area], was: dict[str, Any]) -> Area | None:
    """End areas and their branches upwards; returns what the first of them stood under."""
    eve, above = change.effective - ONE_DAY, None
    for area in ended:
        area.valid_to = eve
        area.save(update_fields=["valid_to"])
        for link in AreaParent.objects.filter(area=area, valid_to=None):
            above = above or link.parent
            _close(link, change, was)
    return above


def _close(link: AreaParent, change: Recorded, was: dict[str, Any]) -> None:
    link.valid_to = change.effective - ONE_DAY
    link.save(update_fields=["valid_to"])
    was["links"].append(link.pk)


def _begin(change: Recorded, heir: Heir, above: Area | None) -> Area:
    """The area that follows, under the one named or the one its forebears stood under."""
    if heir.kind not in set(Kind):
        raise BadInput("change.kind_unknown", kind=heir.kind, choices=", ".join(Kind))
    day = change.effective
    values = {
        "name": heir.name.strip(), "kind": heir.kind, "valid_to": None, "start_known": True,
        "void": False, "document": change.document, "note": change.note,
    }  # fmt: skip
    # One taken back earlier is taken up again: code and day name an area once.
    begun, _ = Area.objects.update_or_create(
        code=heir.code.strip(), valid_from=day, defaults=values
    )
    if above is not None:
        AreaParent.objects.update_or_create(
            area=begun, valid_from=day, defaults={"parent": above, "valid_to": None}
        )
    return begun


def _move_parts(
    change: Recorded, ended: Sequence[Area], onto: Area | None, was: dict[str, Any]
) -> None:
    """What stood below the areas that ended stands under their heir from the day."""
    for link in AreaParent.objects.filter(parent__in=ended, valid_to=None).exclude(area__in=ended):
        _close(link, change, was)
        if onto is not None:
            moved, _ = AreaParent.objects.update_or_create(
                area=link.area, valid_from=change.effective,
                defaults={"parent": onto, "valid_to": None},
            )  # fmt: skip
            was["moved"].append(moved.pk)


def _join(change: Recorded, ended: Sequence[Area], heirs: Sequence[Area]) -> None:
    onto: Sequence[Area | None] = heirs or [None]
    weights = [heir.weight for heir in change.after] or [None]
    for before in ended:
        for after, weight in zip(onto, weights, strict=True):
            Succession.objects.update_or_create(
                before=before, after=after,
                defaults={
                    "effective": change.effective, "kind": change.kind.value, "weight": weight,
                    "document": change.document, "note": change.source or change.note,
                    "void": False,
                },
            )  # fmt: skip
