"""Users: made, changed, closed; their one-time ways in, second factors and outer identities."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q
from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput

from ..models import EntryLink, User
from ..queries.actors import token_digest
from ..queries.rights import administer, not_oneself

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,79}")
LINK_HOURS = 48


@verb
def create_user(
    *, by: Actor, username: str, full_name: str = "", password: str = "", email: str = ""
) -> User:
    """A user who can sign in; with no password, by a one-time link or a demo's seat.

    Raises BadInput("people.username" | "people.username_taken" | "people.email_taken").
    """
    by.require(Permission.USER_EDIT)
    if not USERNAME.fullmatch(username):
        raise BadInput("people.username", text=username)
    if User.objects.filter(username__iexact=username).exists():
        raise BadInput("people.username_taken", text=username)
    user = User(username=username, full_name=full_name, email=_free(email, None))
    user.set_password(password or None)
    user.save()
    record(by=by, verb="user.created", subject=username)
    return user


def _free(email: str, user: User | None) -> str:
    """The address, which may be one person's only: by it an identity finds its user."""
    others = User.objects.filter(email__iexact=email)
    if user is not None:
        others = others.exclude(pk=user.pk)
    if email and others.exists():
        raise BadInput("people.email_taken", text=email)
    return email


@verb
def put_details(*, by: Actor, user: User, full_name: str, email: str) -> User:
    """Change a user's name and address."""
    administer(by, user)
    was = {"full_name": user.full_name, "email": user.email}
    user.full_name, user.email = full_name, _free(email, user)
    user.save(update_fields=["full_name", "email"])
    now = {"full_name": full_name, "email": email}
    if was != now:
        record(by=by, verb="user.changed", subject=user.username, was=was, now=now)
    return user


@verb
def close_account(*, by: Actor, user: User) -> User:
    """Let a user in no more. Sessions and tokens end with it; what was written stays theirs."""
    return _set_open(by, user, is_open=False)


@verb
def open_account(*, by: Actor, user: User) -> User:
    """Let a user in again."""
    return _set_open(by, user, is_open=True)


def _set_open(by: Actor, user: User, *, is_open: bool) -> User:
    administer(by, user)
    not_oneself(by, user)
    user.is_active = is_open
    user.save(update_fields=["is_active"])
    record(by=by, verb="user.opened" if is_open else "user.closed", subject=user.username)
    return user


@verb
def make_entry_link(*, by: Actor, user: User) -> str:
    """The secret of a one-time link by which a user sets a password; earlier links are spent."""
    administer(by, user)
    secret, at = secrets.token_urlsafe(32), timezone.now()
    EntryLink.objects.filter(user=user, used_at=None).update(used_at=at)
    EntryLink.objects.create(
        user=user, digest=token_digest(secret), created_at=at,
        expires_at=at + timedelta(hours=LINK_HOURS),
    )  # fmt: skip
    record(by=by, verb="user.entry_link", subject=user.username)
    return secret


@verb
def use_entry_link(*, secret: str, password: str) -> User:
    """Set the password by a one-time link. Raises BadInput("people.link_spent")."""
    at = timezone.now()
    usable = Q(used_at=None, expires_at__gt=at, user__is_active=True)
    links = EntryLink.objects.select_for_update(of=("self",)).select_related("user")
    link = links.filter(usable, digest=token_digest(secret)).first()
    if link is None:
        raise BadInput("people.link_spent")
    link.used_at = at
    link.save(update_fields=["used_at"])
    user = link.user
    user.set_password(password)
    user.save(update_fields=["password"])
    own = Actor(f"user:{user.pk}", str(user))
    record(by=own, verb="user.password_set", subject=user.username)
    return user


@verb
def reset_second_factor(*, by: Actor, user: User) -> int:
    """Take a lost second factor away, so that the user sets up another; how many there were."""
    administer(by, user)
    not_oneself(by, user)
    count, _ = Authenticator.objects.filter(user=user).delete()
    record(by=by, verb="user.second_factor_reset", subject=user.username, count=max(count, 1))
    return int(count)


@verb
def link_identity(
    *, user: User, provider: str, subject: str, by: Actor | None = None
) -> SocialAccount:
    """Tie an identity of the provider to a user: by its verified address, or by an administrator.

    Raises BadInput("people.identity_taken") where it belongs to somebody already.
    """
    if by is not None:
        administer(by, user)
    taken = SocialAccount.objects.filter(provider=provider, uid=subject)
    if not subject or taken.exists():
        raise BadInput("people.identity_taken", text=subject)
    account = SocialAccount.objects.create(user=user, provider=provider, uid=subject)
    record(
        by=by or Actor(f"user:{user.pk}", str(user)), verb="user.identity_linked",
        subject=user.username, now={"provider": provider, "subject": subject},
    )  # fmt: skip
    return account


@verb
def unlink_identity(*, by: Actor, user: User) -> int:
    """Untie every outer identity of a user; how many there were."""
    administer(by, user)
    count, _ = SocialAccount.objects.filter(user=user).delete()
    record(by=by, verb="user.identity_unlinked", subject=user.username, count=max(count, 1))
    return int(count)


@verb
def note_change(*, user: User, what: str, kind: str = "") -> None:
    """Record what a user changed in their own way of signing in."""
    own = Actor(f"user:{user.pk}", str(user))
    record(by=own, verb=what, subject=user.username, now={"kind": kind} if kind else None)
