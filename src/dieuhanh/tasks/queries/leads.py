"""Who may be given a task by whom: the bodies below, in the tree or in their places."""

from __future__ import annotations

from datetime import date

from django.db.models import BigIntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dieuhanh.bodies.models import Area, AreaParent, Body, BodyParent
from dieuhanh.bodies.queries import reach
from dieuhanh.domain.areas import Kind
from dieuhanh.domain.bodies import BodyKind
from dieuhanh.people.models import Post
from dieuhanh.people.queries.actors import in_force

GOVERNS = (BodyKind.PEOPLES_COMMITTEE, BodyKind.GOVERNMENT)


def standing_bodies(on: date) -> QuerySet[Body]:
    """Bodies that stand on a day and can be asked to do something: the press cannot."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    found = Body.objects.filter(begun, Q(valid_to=None) | Q(valid_to__gte=on))
    return found.exclude(kind=BodyKind.PRESS).order_by("code")


def may_lead(assigner: Body, on: date) -> QuerySet[Body]:
    """The bodies an assigner may give a task on a day.

    A committee: every body of its area and below, itself included. Any other: what stands under
    it in the tree, and the committees of the areas below its own.
    """
    inside = reach([assigner.area_id], on)[assigner.area_id] if assigner.area_id else frozenset()
    found = standing_bodies(on)
    if assigner.kind in GOVERNS:
        return found.filter(Q(area__in=inside) | Q(pk=assigner.pk))
    below = Q(area__in=inside - {assigner.area_id}, kind=BodyKind.PEOPLES_COMMITTEE)
    return _with_parent(found, on).filter(below | Q(parent_now=assigner.pk))


def below(lead: Body, on: date) -> QuerySet[Body]:
    """The bodies a lead may hand its task down to: those it may give one, never itself.

    A committee hands down to what stands under it and to committees below, so that a task does
    not travel sideways.
    """
    inside = reach([lead.area_id], on)[lead.area_id] if lead.area_id else frozenset()
    lower = Q(area__in=inside - {lead.area_id})
    found = _with_parent(may_lead(lead, on), on)
    return found.filter(lower | Q(parent_now=lead.pk)).exclude(pk=lead.pk)


def may_help(assigner: Body, on: date) -> QuerySet[Body]:
    """The bodies an assigner may ask to co-operate: all of its province; of a country, all."""
    found = standing_bodies(on)
    if assigner.area is None:
        return found
    province = province_of(assigner.area, on).pk
    return found.filter(Q(area=None) | Q(area__in=reach([province], on)[province]))


def province_of(area: Area, on: date) -> Area:
    """The area right below the country that an area lies in; itself for a country."""
    while True:
        above = AreaParent.objects.filter(area=area, valid_from__lte=on).order_by("-valid_from")
        link = above.select_related("parent").first()
        if link is None or link.parent.kind == Kind.COUNTRY:
            return area
        area = link.parent


def officers(body: Body, on: date) -> dict[int, str]:
    """Who holds a post at a body on a day: user, and the post with the name."""
    posts = Post.objects.filter(in_force(on), body=body, user__is_active=True)
    found = posts.select_related("user").order_by("title", "pk")
    return {post.user_id: f"{post.title} {post.user}" for post in found}


def _with_parent(found: QuerySet[Body], on: date) -> QuerySet[Body]:
    moved = BodyParent.objects.filter(body=OuterRef("pk"), void=False, valid_from__lte=on)
    latest = Subquery(moved.order_by("-valid_from").values("parent")[:1])
    return found.annotate(parent_now=Coalesce(latest, "parent", output_field=BigIntegerField()))


__all__ = [
    "below",
    "may_help",
    "may_lead",
    "officers",
    "province_of",
    "standing_bodies",
]
