"""Taking back a change recorded by mistake: a record of its own, nothing is deleted."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.trees import ONE_DAY

from ..models import Area, AreaParent, Body, BodyParent, BodySuccession, Change, Succession
from ..queries import Atlas, Register, change_of

OWN = {"areaparent", "succession", "bodyparent", "bodysuccession"}


@verb
def take_back(*, by: Actor, change: int, reason: str) -> Change:
    """Let what ended stand on and what began be void. Only while nothing speaks of the heirs.

    Raises Missing, Refused, BadInput("change.taken_back" | "change.in_use" | "change.no_reason").
    """
    found = change_of(change)
    permission = Permission.AREA_EDIT if found.of == "areas" else Permission.BODY_EDIT
    by.require(permission)
    if found.takes_back_id or hasattr(found, "taken_back_by"):
        raise BadInput("change.taken_back")
    if not reason.strip():
        raise BadInput("change.no_reason")
    if found.of == "areas":
        _areas(found)
        Atlas().successions.days()
    else:
        _bodies(found)
        Register().book.successions.days()
    record(by=by, verb=f"{found.of}.change_taken_back", subject=str(found.pk), now=reason)
    return Change.objects.create(
        of=found.of, kind=found.kind, effective=found.effective, document=found.document,
        note=reason, before=found.before, after=found.after, takes_back=found,
        recorded_at=timezone.now(), recorded_by=by.name,
    )  # fmt: skip


def _areas(found: Change) -> None:
    edges = Succession.objects.filter(before__in=found.was["ended"], effective=found.effective)
    for heir in {edge.after for edge in edges if edge.after}:
        _unused(heir)
        Area.objects.filter(pk=heir.pk).update(void=True, valid_to=heir.valid_from)
        AreaParent.objects.filter(area=heir).update(valid_to=heir.valid_from)
    edges.update(void=True)
    # A branch cannot be deleted: a moved one is left of the single day, under a void heir, or
    # joined again to what it stood under before.
    for link in AreaParent.objects.filter(pk__in=found.was["moved"]):
        before = AreaParent.objects.get(
            area=link.area, valid_to=found.effective - ONE_DAY, pk__in=found.was["links"]
        )
        link.parent = before.parent
        link.save(update_fields=["parent"])
    moved = AreaParent.objects.filter(pk__in=found.was["moved"]).values("area")
    Area.objects.filter(pk__in=found.was["ended"]).update(valid_to=None)
    AreaParent.objects.filter(pk__in=found.was["links"]).exclude(area__in=moved).update(
        valid_to=None
    )


def _bodies(found: Change) -> None:
    edges = BodySuccession.objects.filter(before__in=found.was["ended"], effective=found.effective)
    for begun in Body.objects.filter(pk__in=found.was["begun"]):
        _unused(begun)
    eve = found.effective - ONE_DAY
    Body.objects.filter(pk__in=found.was["begun"]).update(valid_to=eve)
    edges.update(void=True)
    BodyParent.objects.filter(pk__in=found.was["moved"]).update(void=True)
    Body.objects.filter(pk__in=found.was["ended"]).update(valid_to=None)


def _unused(heir: Area | Body) -> None:
    """Nothing in the books may speak of it but the change itself."""
    for relation in heir._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ForeignObjectRel):
            continue
        model = relation.related_model
        if isinstance(model, str) or model._meta.model_name in OWN:
            continue
        if model._default_manager.filter(**{relation.field.name: heir}).exists():
            raise BadInput("change.in_use", name=heir.name, what=str(model._meta.verbose_name))
