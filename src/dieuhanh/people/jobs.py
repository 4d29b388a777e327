"""What the sign-in library has changed by itself, put on record as it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .actions.users import note_change

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator

    from .models import User


def note_password(*, user: User, **_told: Any) -> None:
    """Somebody changed their own password."""
    note_change(user=user, what="user.password_set")


def note_second_factor_on(*, user: User, authenticator: Authenticator, **_told: Any) -> None:
    """A second factor or a new set of recovery codes."""
    note_change(user=user, what="user.second_factor_on", kind=authenticator.type)


def note_second_factor_off(*, user: User, authenticator: Authenticator, **_told: Any) -> None:
    """One of them taken away by its owner."""
    note_change(user=user, what="user.second_factor_off", kind=authenticator.type)
