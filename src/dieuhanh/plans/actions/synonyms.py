"""Teaching how papers word an indicator, and taking it back."""

from __future__ import annotations

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text import storable, tidy

from ..models import Indicator, IndicatorSynonym
from ..queries.synonyms import folded_words

LONGEST = 250


@verb
def learn_wording(
    *, by: Actor, indicator: Indicator, words: str, learned_from: str = ""
) -> IndicatorSynonym | None:
    """From now on these words mean this indicator; None where they do already.

    What they meant before is put away. Raises Refused, BadInput("wording.empty").
    """
    by.require(Permission.PLAN_EDIT)
    told = tidy(storable(words))[:LONGEST]
    folded = folded_words(told)[:LONGEST]
    if not folded:
        raise BadInput("wording.empty")
    if folded == folded_words(indicator.name):
        return None
    # One row that all who teach lock, so that of two at once the later sees what the first taught.
    Indicator.objects.select_for_update(no_key=True).order_by("pk").first()
    there = IndicatorSynonym.objects.filter(folded=folded, removed_at=None).first()
    if there is not None and there.indicator_id == indicator.pk:
        return None
    if there is not None:
        _put_away(by, there)
    made = IndicatorSynonym.objects.create(
        indicator=indicator, words=told, folded=folded, learned_from=storable(learned_from)[:2000],
        learned_at=timezone.now(), learned_by=by.name,
    )  # fmt: skip
    record(by=by, verb="wording.learned", subject=indicator.code, now={"words": told})
    return made


@verb
def forget_wording(*, by: Actor, synonym: int) -> None:
    """Put a taught wording away; that it was taught stays. Raises Refused, Missing."""
    by.require(Permission.PLAN_EDIT)
    held = IndicatorSynonym.objects.select_for_update().filter(pk=synonym, removed_at=None).first()
    if held is None:
        raise Missing("wording.missing")
    _put_away(by, held)


def _put_away(by: Actor, held: IndicatorSynonym) -> None:
    held.removed_at, held.removed_by = timezone.now(), by.name
    held.save(update_fields=["removed_at", "removed_by"])
    record(by=by, verb="wording.forgotten", subject=held.indicator.code, was={"words": held.words})


__all__ = ["forget_wording", "learn_wording"]
