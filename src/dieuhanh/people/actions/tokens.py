"""Tokens by which programs act for their owners."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import date, timedelta

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing, Refused

from ..models import ApiToken, User
from ..queries.actors import token_digest
from ..queries.rights import administers

PREFIX = "dh_"
LONGEST = timedelta(days=366)


@verb
def make_token(
    *,
    by: Actor,
    owner: User,
    name: str,
    scopes: Collection[Permission],
    expires_on: date,
    today: date,
) -> tuple[ApiToken, str]:
    """A token for oneself and its secret, which is told once and not kept.

    Raises BadInput("people.token_name" | "people.token_scopes" | "people.token_days").
    """
    if by.for_whom or by.id != f"user:{owner.pk}":
        raise Refused("refused")
    if not name.strip():
        raise BadInput("people.token_name")
    if not scopes or not all(by.may(scope) for scope in scopes):
        raise BadInput("people.token_scopes")
    if not today <= expires_on <= today + LONGEST:
        raise BadInput("people.token_days", days=LONGEST.days)
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        owner=owner, name=name.strip(), digest=token_digest(secret), hint=secret[:8],
        scopes=sorted(scope.value for scope in scopes), created_at=timezone.now(),
        expires_on=expires_on,
    )  # fmt: skip
    record(
        by=by, verb="token.made", subject=owner.username,
        now={"token": token.pk, "name": token.name, "scopes": token.scopes},
    )  # fmt: skip
    return token, secret


@verb
def revoke_token(*, by: Actor, token: int) -> ApiToken:
    """Make a token useless, at once: by its owner, or by an administrator who reaches them.

    Raises Missing for any other.
    """
    found = ApiToken.objects.select_related("owner").filter(pk=token, revoked_at=None).first()
    own = found is not None and by.id == f"user:{found.owner_id}" and not by.for_whom
    if found is None or not (own or administers(by, found.owner)):
        raise Missing("people.missing")
    found.revoked_at = timezone.now()
    found.save(update_fields=["revoked_at"])
    record(
        by=by, verb="token.revoked", subject=found.owner.username,
        was={"token": found.pk, "name": found.name},
    )  # fmt: skip
    return found


@verb
def note_token_use(*, secret: str, today: date) -> None:
    """Remember the day a token was last used; at most one write a day and no line of record."""
    used = ApiToken.objects.filter(digest=token_digest(secret)).exclude(last_used_on=today)
    used.update(last_used_on=today)
