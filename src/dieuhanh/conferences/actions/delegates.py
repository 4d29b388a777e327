"""Who comes: from the posts held on the day, or by hand; and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import F, Max

from dieuhanh.audit.actions import checksum, record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conferences import delegate_key
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.sites import Kind, protocol_key
from dieuhanh.domain.text import storable
from dieuhanh.people.models import Post

from ..models import Conference, Delegate, Site
from ..queries.people import posts_on
from .sites import to_prepare

LONGEST = {"name": 120, "office": 300, "reason": 300}
CHANGEABLE = frozenset({"name", "office", "kind", "site", "votes", "body"})


@verb
def invite_posts(
    *, by: Actor, conference: Conference, posts: Collection[int], kind: Kind = Kind.DELEGATE
) -> int:
    """Those who hold the posts on the day, in their office, each once; returns how many are new.

    Each sits at the site of their body, else at the centre. A guest has no vote.
    Raises BadInput("conference.no_site", "conference.closed"), Refused.
    """
    held = to_prepare(by, conference)
    sites = {site.body_id: site for site in Site.objects.filter(conference=held)}
    centre = min(sites.values(), key=lambda site: site.position, default=None)
    if centre is None:
        raise BadInput("conference.no_site")
    there = set(
        Delegate.objects.filter(conference=held, user__isnull=False).values_list("user", flat=True)
    )
    last = _last(held)
    new: list[Delegate] = []
    for post in _chosen(held, posts):
        if post.user_id in there:
            continue
        there.add(post.user_id)
        new.append(
            _delegate(
                held, last + len(new) + 1, kind, name=post.user.full_name, office=post.title,
                site=sites.get(post.body_id, centre) if post.body_id else centre,
                user=post.user, body=post.body,
            )
        )  # fmt: skip
    Delegate.objects.bulk_create(new, batch_size=500)
    if new:
        record(
            by=by, verb="delegates.invited", subject=held.code, count=len(new), now=kind.value,
            checksum=checksum([[each.user_id, each.office] for each in new]),
        )  # fmt: skip
    return len(new)


@verb
def add_delegate(
    *, by: Actor, conference: Conference, site: Site, office: str, name: str = "",
    kind: Kind = Kind.DELEGATE, body: Body | None = None,
) -> Delegate:  # fmt: skip
    """Somebody by hand: an office as the invitation prints it, a name where it is known.

    Raises BadInput("conference.closed", "delegate.office", "delegate.site"), Refused.
    """
    held = to_prepare(by, conference)
    if site.conference_id != held.pk:
        raise BadInput("delegate.site")
    made = _delegate(held, _last(held) + 1, kind, name=name, office=office, site=site, body=body)
    made.save()
    record(by=by, verb="delegate.added", subject=f"{held.code}/{made.pk}", now=_told(made))
    return made


@verb
def change_delegate(*, by: Actor, delegate: Delegate, **told: Any) -> Delegate:
    """Change a name, office, kind, site or vote. Raises as `add_delegate`."""
    held = to_prepare(by, delegate.conference)
    was = _told(delegate)
    for name, value in told.items():
        if name not in CHANGEABLE:
            raise TypeError(name)
        setattr(delegate, name, _text(name, str(value)) if isinstance(value, str) else value)
    _check(delegate, held)
    delegate.save()
    record(
        by=by, verb="delegate.changed", subject=f"{held.code}/{delegate.pk}", was=was,
        now=_told(delegate),
    )  # fmt: skip
    return delegate


@verb
def move_delegate(*, by: Actor, delegate: Delegate, steps: int) -> None:
    """Up (below zero) or down the order of protocol by one place; at an end nothing moves."""
    held = to_prepare(by, delegate.conference)
    others = Delegate.objects.filter(conference=held)
    here = others.get(pk=delegate.pk)
    nearest = (
        others.filter(position__lt=here.position).order_by("-position")
        if steps < 0
        else others.filter(position__gt=here.position).order_by("position")
    ).first()
    if nearest is None:
        return
    places, free = (here.position, nearest.position), _last(held) + 1
    for pk, place in ((here.pk, free), (nearest.pk, places[0]), (here.pk, places[1])):
        others.filter(pk=pk).update(position=place)
    record(
        by=by, verb="delegate.moved", subject=f"{held.code}/{here.pk}", was=places[0],
        now=places[1],
    )  # fmt: skip


@verb
def arrange_delegates(*, by: Actor, conference: Conference) -> int:
    """Put everybody in the order of protocol; returns how many stand elsewhere than before.

    Two passes, so that no two ever hold one place.
    """
    held = to_prepare(by, conference)
    rows = list(
        Delegate.objects.filter(conference=held).select_related("site").order_by("position")
    )
    ordered = sorted(
        rows, key=lambda d: (protocol_key(d.kind, d.site.position, d.office), d.position)
    )
    moved = [each for place, each in enumerate(ordered, 1) if each.position != place]
    if not moved:
        return 0
    Delegate.objects.filter(conference=held).update(
        position=F("position") + _last(held) + len(rows)
    )
    for place, each in enumerate(ordered, 1):
        each.position = place
    Delegate.objects.bulk_update(ordered, ["position"], batch_size=400)
    record(
        by=by, verb="delegates.arranged", subject=held.code, count=len(moved),
        checksum=checksum([each.pk for each in ordered]),
    )  # fmt: skip
    return len(moved)


def _chosen(held: Conference, posts: Collection[int]) -> Sequence[Post]:
    found = list(posts_on(held).filter(pk__in=list(posts)))
    if len(found) != len(set(posts)):
        raise Missing("conference.missing")
    return found


def _last(held: Conference) -> int:
    last = Delegate.objects.filter(conference=held).aggregate(last=Max("position"))["last"]
    return int(last or 0)


def _delegate(held: Conference, position: int, kind: Kind, **told: Any) -> Delegate:
    told |= {name: _text(name, told[name]) for name in ("name", "office")}
    made = Delegate(
        conference=held, position=position, kind=kind.value, votes=kind is not Kind.GUEST, **told
    )
    _check(made, held)
    return made


def _check(made: Delegate, held: Conference) -> None:
    if not made.office:
        raise BadInput("delegate.office")
    if made.site.conference_id != held.pk:
        raise BadInput("delegate.site")
    made.key = delegate_key(made.name, made.office)


def _text(name: str, value: str) -> str:
    return storable(value).strip()[: LONGEST.get(name, 300)]


def _told(each: Delegate) -> dict[str, Any]:
    return {
        "name": each.name, "office": each.office, "kind": each.kind, "votes": each.votes,
        "site": each.site.body.code,
    }  # fmt: skip


__all__ = [
    "add_delegate",
    "arrange_delegates",
    "change_delegate",
    "invite_posts",
    "move_delegate",
]
