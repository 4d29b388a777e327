"""Who a paper may be issued by, and who may be asked about it."""

from __future__ import annotations

from datetime import date

from dieuhanh.bodies.models import Body, BodyParent
from dieuhanh.bodies.queries import area_on, areas_within, bodies_within, reach
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.text import vi_key

from ..models import Paper

MOST_STEPS = 8
PRESS = "press"


def issuers_for(drafter: Body, on: date) -> list[Body]:
    """The body itself, then what it stands under on the day, the nearest first."""
    found, seen = [drafter], {drafter.pk}
    for _ in range(MOST_STEPS):
        moved = BodyParent.objects.filter(body=found[-1], void=False, valid_from__lte=on)
        last = moved.select_related("parent").order_by("valid_from").last()
        above = last.parent if last else found[-1].parent
        if above is None or above.pk in seen:
            break
        found.append(above)
        seen.add(above.pk)
    return found


def drafters_for(*, seen_by: Actor, on: date) -> list[Body]:
    """The bodies in whose name the actor may draft, by name; for whoever may for all, those standing."""
    held = seen_by.bodies(Permission.PAPER_EDIT)
    if held is None:
        return [body for body in bodies_within(None, on) if body.kind != PRESS]
    return sorted(Body.objects.filter(pk__in=held), key=lambda body: vi_key(body.name))


def issuers_open(*, seen_by: Actor, on: date) -> list[Body]:
    """Every body in whose name a paper of the actor's may be issued, each once."""
    drafters = drafters_for(seen_by=seen_by, on=on)
    if seen_by.bodies(Permission.PAPER_EDIT) is None:
        return drafters
    found = {each.pk: each for body in drafters for each in issuers_for(body, on)}
    return list(found.values())


def askable(of: Paper, on: date) -> list[Body]:
    """The bodies of the issuer's area that stand on the day, but those who make the paper."""
    area = area_on(of.issuer.area, on) if of.issuer.area else None
    inside = reach([area.pk], on)[area.pk] if area else None
    standing = {each.pk for each in areas_within(inside, on)}
    found = bodies_within(frozenset(standing), on)
    making = {of.issuer_id, of.drafter_id}
    return [body for body in found if body.kind != PRESS and body.pk not in making]


__all__ = ["askable", "drafters_for", "issuers_for", "issuers_open"]
