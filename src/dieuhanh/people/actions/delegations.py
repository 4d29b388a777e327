"""Ủy quyền: letting another person use one's post while away."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Missing

from ..models import Delegation, Post, User
from ..queries.people import colleagues, keeps_post, lendable_post
from ..queries.rights import check_days, check_reason


@verb
def delegate(
    *, by: Actor, post: int, to: int, since: date, until: date, reason: str, today: date
) -> Delegation:
    """Hand the use of a post to a colleague from one day to another.

    The holder does it for a post of their own, or an administrator for them. Raises Missing for
    any other post or person, BadInput("people.days" | "people.reason" | "people.delegate_self").
    """
    held = lendable_post(post, by=by, on=today)
    person = _colleague(by, held, to, today)
    check_days(since, until)
    if until < today:
        raise BadInput("people.days_past")
    lent = Delegation.objects.create(
        post=held, delegate=person, valid_from=since, valid_to=until,
        reason=check_reason(reason), delegated_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="post.delegated", subject=held.user.username,
        now={
            "delegation": lent.pk, "post": held.pk, "title": held.title, "to": person.username,
            "since": since.isoformat(), "until": until.isoformat(), "reason": lent.reason,
        },
    )  # fmt: skip
    return lent


def _colleague(by: Actor, post: Post, to: int, today: date) -> User:
    if to == post.user_id:
        raise BadInput("people.delegate_self")
    if by.id == f"user:{to}":  # an administrator does not hand themselves another's post
        raise BadInput("people.own_rights")
    known = colleagues(post, on=today)
    person = next((each for each in known if each.pk == to), None)
    if person is None:
        raise Missing("people.missing")
    return person


@verb
def end_delegation(*, by: Actor, delegation: int) -> Delegation:
    """End a delegation at once: by the holder, by the delegate, or by an administrator."""
    found = Delegation.objects.select_related("post__user", "post__body", "delegate")
    lent = found.filter(pk=delegation, ended_at=None).first()
    if lent is None or not (keeps_post(by, lent.post) or by.id == f"user:{lent.delegate_id}"):
        raise Missing("people.missing")
    lent.ended_at = timezone.now()
    lent.save(update_fields=["ended_at"])
    record(
        by=by, verb="post.delegation_ended", subject=lent.post.user.username,
        was={"delegation": lent.pk, "to": lent.delegate.username},
    )  # fmt: skip
    return lent
