"""Whose a task is today: who answers for a body that has ended, told in one way everywhere.

Heirs through every step, and of one that ended without an heir the body it stood under. Where
there is one, tasks are shown with it; where there are several, somebody chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.bodies.queries import Register
from dieuhanh.people.queries.heirs import forebears, heirs

from .leads import standing_bodies


def answers(bodies: Iterable[int], on: date) -> Mapping[int, frozenset[int]]:
    """Of each ended body those that stand on the day and answer for it; who stands is left out.

    At most three queries, one where no body has ended.
    """
    asked = set(bodies)
    ended = set(Body.objects.filter(pk__in=asked, valid_to__lt=on).values_list("pk", flat=True))
    if not ended:
        return {}
    reached = heirs(ended, on)
    wanted = {body for found in reached.values() for body in found}
    standing = set(standing_bodies(on).filter(pk__in=wanted).values_list("pk", flat=True))
    return {body: found & standing for body, found in reached.items()}


def answering_for(bodies: Iterable[int], on: date) -> Mapping[int, int]:
    """Of each ended body the one that answers for it; bodies with several keep theirs."""
    found = answers(bodies, on)
    return {body: next(iter(those)) for body, those in found.items() if len(those) == 1}


def answered_by(body: Body, on: date) -> frozenset[int]:
    """A body and all those whose tasks are shown with it on the day: the other way round."""
    before = forebears([body.pk], on)[body.pk]
    shown = {old for old, new in answering_for(before, on).items() if new == body.pk}
    return frozenset({body.pk} | shown)


def answering(body: Body, on: date) -> list[Body]:
    """Who answers for a body on a day: itself while it stands."""
    those = answers([body.pk], on).get(body.pk, frozenset({body.pk}))
    return list(standing_bodies(on).filter(pk__in=those))


def successors(body: Body, on: date) -> list[Body]:
    """What a body that has ended has become by a day; itself while it stands, none without heir:
    to these a task goes by itself, to the body above only when it is chosen."""
    return Register().answering(body, on)


__all__ = ["answered_by", "answering", "answering_for", "answers", "successors"]
