"""Drafts and their lines: who may see them, and one of them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Draft, DraftLine


def sees_whole(actor: Actor, draft: Draft) -> bool:
    """Whether an actor sees every line: who plans here, and who sees all unpublished work here.

    Seeing in one field only is not enough: a draft holds what other bodies propose.
    """
    area = draft.base.plan.area_id
    return any(
        grant.permission in {Permission.PLAN_EDIT, Permission.SUBMISSION_VIEW}
        and grant.fields is None
        and grant.covers(area, None)
        for grant in actor.grants
    )


def may_edit(actor: Actor, draft: Draft) -> bool:
    """Whether an actor may change the draft now."""
    return draft.state == "open" and actor.may(Permission.PLAN_EDIT, at=draft.base.plan.area_id)


def drafts(*, seen_by: Actor) -> list[Draft]:
    """The drafts an actor sees, whole or the lines their body is asked for; the newest first."""
    found = Draft.objects.select_related("base__plan__area", "base__plan__owner", "issued")
    asked = set(_asked_for(seen_by).values_list("draft_id", flat=True))
    return [
        draft
        for draft in found.order_by("-opened_at", "-pk")
        if sees_whole(seen_by, draft) or (draft.pk in asked and draft.state == "open")
    ]


def draft(code: str, *, seen_by: Actor) -> Draft:
    """One draft. Raises Missing, alike for none and for not allowed."""
    for found in drafts(seen_by=seen_by):
        if found.code == code:
            return found
    raise Missing("draft.missing")


def whole_draft(code: str, *, seen_by: Actor) -> Draft:
    """One draft that the actor sees whole. Raises Missing."""
    found = draft(code, seen_by=seen_by)
    if not sees_whole(seen_by, found):
        raise Missing("draft.missing")
    return found


def _asked_for(actor: Actor) -> QuerySet[DraftLine]:
    """Lines on which the actor's bodies lead or were asked to propose."""
    bodies = actor.bodies(Permission.PLAN_PROPOSE)
    if bodies is None:
        return DraftLine.objects.filter(removed=False)
    if not bodies:
        return DraftLine.objects.none()
    mine = Q(lead_body_id__in=bodies) | Q(asked__body_id__in=bodies)
    return DraftLine.objects.filter(mine, removed=False).distinct()


def lines(draft: Draft, *, seen_by: Actor) -> list[DraftLine]:
    """A draft's lines as far as the actor sees them, wholes before their parts, in order."""
    found = DraftLine.objects.filter(draft=draft)
    if not sees_whole(seen_by, draft):
        found = found.filter(pk__in=_asked_for(seen_by).values("pk"))
    related = ("indicator", "lead_body", "source", "parent", "value_document")
    ordered = in_order(list(found.select_related(*related).order_by("position", "pk")))
    for line in ordered:
        line.draft = draft
    return ordered


def in_order(found: list[DraftLine]) -> list[DraftLine]:
    """Each whole followed by its parts."""
    there = {line.pk for line in found}
    below: dict[int | None, list[DraftLine]] = {}
    for line in found:
        parent = line.parent_id if line.parent_id in there else None
        below.setdefault(parent, []).append(line)
    ordered: list[DraftLine] = []

    def put(parent: int | None) -> None:
        for line in below.get(parent, []):
            ordered.append(line)
            put(line.pk)

    put(None)
    return ordered


def line(draft: Draft, pk: int, *, seen_by: Actor) -> DraftLine:
    """One line of a draft. Raises Missing."""
    for found in lines(draft, seen_by=seen_by):
        if found.pk == pk:
            return found
    raise Missing("draft.missing")
