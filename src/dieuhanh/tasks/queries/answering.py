"""Whose a task is today: an ended body's tasks are shown at the one body that answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dieuhanh.bodies.models import Body
from dieuhanh.people.queries.heirs import forebears, heirs


def answering_for(bodies: Iterable[int], on: date) -> Mapping[int, int]:
    """Of each ended body the one that answers for it on the day; bodies with several keep theirs.

    At most two queries, none where no body has ended. Who stands is not in the answer.
    """
    asked = set(bodies)
    ended = set(Body.objects.filter(pk__in=asked, valid_to__lt=on).values_list("pk", flat=True))
    if not ended:
        return {}
    reached = heirs(ended, on)
    standing = _standing({body for found in reached.values() for body in found}, on)
    answers = {body: found & standing for body, found in reached.items()}
    return {body: next(iter(found)) for body, found in answers.items() if len(found) == 1}


def answered_by(body: Body, on: date) -> frozenset[int]:
    """A body and all those whose tasks are shown with it on the day: the other way round."""
    before = forebears([body.pk], on)[body.pk]
    shown = {old for old, new in answering_for(before, on).items() if new == body.pk}
    return frozenset({body.pk} | shown)


def _standing(bodies: Iterable[int], on: date) -> set[int]:
    found = Body.objects.filter(pk__in=list(bodies)).exclude(valid_to__lt=on)
    return set(found.exclude(valid_from__gt=on).values_list("pk", flat=True))


__all__ = ["answered_by", "answering_for"]
