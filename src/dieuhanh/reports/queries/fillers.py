"""Who fills in a form on a day, and along which bodies it climbs to its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import Atlas
from dieuhanh.domain.bodies import BodyKind
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.forms import FormHead
from dieuhanh.domain.indicators import Level


@dataclass(frozen=True, slots=True)
class Filler:
    """A body that owes the form, and the ids of those that approve, the nearest first."""

    body: Body
    route: tuple[int, ...]


@dataclass(frozen=True)
class Fillers:
    """Everyone asked, and the levels that stand between them and the owner, from the top."""

    bodies: tuple[Filler, ...]
    levels: tuple[Level, ...]


def fillers(head: FormHead, owner: Body, on: date) -> Fillers:
    """Who is asked on a day. Three queries, however many they are.

    Raises BadInput("form.owner_area") where the owner has no area, BadInput("round.no_such_body")
    for a named body that is not one of them, BadInput("round.nobody") when there is none.
    """
    if owner.area is None:
        raise BadInput("form.owner_area", name=owner.name)
    atlas = Atlas()
    top = _area_on(atlas, owner, on)
    under = {top.pk: top} | {a.pk: a for a in atlas.below(top, on)}
    standing = [(body, _area_on(atlas, body, on)) for body in _standing(on)]
    committees = {at.pk: b.pk for b, at in standing if b.kind == BodyKind.PEOPLES_COMMITTEE}
    found = [
        (Filler(body, _route(atlas, at, top, owner, committees, on)), at)
        for body, at in standing
        if body.kind == head.filler_kind
        and at.pk in under
        and atlas.level(at) == head.filler_level
        and (not head.filler_bodies or body.code in head.filler_bodies)
    ]
    if absent := set(head.filler_bodies) - {each.body.code for each, _ in found}:
        raise BadInput("round.no_such_body", codes=", ".join(sorted(absent)))
    if not found:
        raise BadInput("round.nobody", day=on.strftime("%d/%m/%Y"))
    longest = max(found, key=lambda pair: len(pair[0].route))[1]
    return Fillers(tuple(each for each, _ in found), _levels(atlas, top, longest, head, on))


def _standing(on: date) -> list[Body]:
    found = Body.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on),
        Q(valid_to=None) | Q(valid_to__gte=on),
        area__void=False,
    )
    return list(found.order_by("code"))


def _area_on(atlas: Atlas, body: Body, on: date) -> Area:
    """The area a body stands for on a day: its own, or the one this has become."""
    own = atlas.rows[body.area_id or 0]
    if own.valid_to is None or own.valid_to >= on:
        return own
    heirs = atlas.heirs(own, on)
    return heirs[0] if len(heirs) == 1 else own


def _route(
    atlas: Atlas, at: Area, top: Area, owner: Body, committees: dict[int, int], on: date
) -> tuple[int, ...]:
    between: list[int] = []
    for area in atlas.above(at, on):
        if area.pk == top.pk:
            break
        if area.pk in committees:
            between.append(committees[area.pk])
    return tuple(between) if between and at.pk != top.pk else (owner.pk,)


def _levels(atlas: Atlas, top: Area, first: Area, head: FormHead, on: date) -> tuple[Level, ...]:
    """The owner's level first, then those that approve, then the fillers'."""
    between = [atlas.level(area) for area in reversed(atlas.above(first, on))]
    order = [atlas.level(top), *between, Level(head.filler_level)]
    ranks = list(Level)
    start = ranks.index(atlas.level(top))
    return tuple(dict.fromkeys(level for level in order if ranks.index(level) >= start))
