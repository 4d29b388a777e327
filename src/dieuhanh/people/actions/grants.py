"""Permissions given to one person beyond their posts, for a time and with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import BY_BODY, UNBOUND, Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing

from ..models import GrantRow, User
from ..queries.rights import administers, check_days, check_reason, not_oneself


class Where(NamedTuple):
    """Where a permission is given: in an area (and fields of it), or on behalf of a body."""

    area: Area | None = None
    body: Body | None = None
    fields: Sequence[str] = ()


@verb
def give_grant(
    *,
    by: Actor,
    user: User,
    permission: Permission,
    since: date,
    until: date | None,
    reason: str,
    where: Where,
) -> GrantRow:
    """Give one permission.

    Raises BadInput("people.grant_needs_body" | "people.grant_needs_area" | "people.own_rights" |
    "people.days" | "people.reason").
    """
    area, body, fields = where
    _require(by, permission, area, body)
    not_oneself(by, user)
    check_days(since, until)
    row = GrantRow.objects.create(
        user=user, permission=permission.value, area=area, body=body, fields=list(fields),
        valid_from=since, valid_to=until, reason=check_reason(reason), granted_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb="user.granted", subject=user.username,
        now={
            "grant": row.pk, "permission": permission.value, "area": area.code if area else "",
            "body": body.code if body else "", "fields": list(fields), "reason": row.reason,
            "since": since.isoformat(), "until": until and until.isoformat(),
        },
    )  # fmt: skip
    return row


def _require(by: Actor, permission: Permission, area: Area | None, body: Body | None) -> None:
    """Each permission is given the way it is asked about, and only within one's own reach."""
    if permission in BY_BODY:
        if body is None or area is not None:
            raise BadInput("people.grant_needs_body")
        by.require(Permission.USER_EDIT, at=body.area_id)
    elif permission in UNBOUND:
        by.require(Permission.USER_EDIT)
        by.require(permission)
    else:
        if area is None or body is not None:
            raise BadInput("people.grant_needs_area")
        by.require(Permission.USER_EDIT, at=area.pk)


@verb
def end_grant(*, by: Actor, grant: int) -> GrantRow:
    """Take a given permission back, at once. Raises Missing outside the actor's reach."""
    rows = GrantRow.objects.select_related("user", "body").filter(pk=grant, ended_at=None)
    row = rows.first()
    if row is None or not _in_reach(by, row):
        raise Missing("people.missing")
    not_oneself(by, row.user)
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
    record(
        by=by, verb="user.grant_ended", subject=row.user.username,
        was={"grant": row.pk, "permission": row.permission},
    )  # fmt: skip
    return row


def _in_reach(by: Actor, row: GrantRow) -> bool:
    """By its place; one without goes with the rest of what its holder holds."""
    place = row.area_id or (row.body.area_id if row.body else None)
    return administers(by, row.user) if place is None else by.may(Permission.USER_EDIT, at=place)
