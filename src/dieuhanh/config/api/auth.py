"""Who asks: a token in the Authorization header, or the session of a signed-in page."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer

from dieuhanh.people.actions import note_token_use
from dieuhanh.people.queries import actor_of_token


class Token(HttpBearer):
    """`Authorization: Bearer …`. A token that is not in force is refused, whatever cookie came."""

    def __call__(self, request: HttpRequest) -> Any:
        """The actor of the token; None where no such header came."""
        if not request.headers.get(self.header):
            return None
        actor = super().__call__(request)
        if actor is None:
            raise AuthenticationError
        return actor

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The actor of the secret, who is then the one looking."""
        actor = actor_of_token(token, on=request.today)  # type: ignore[attr-defined]
        if actor is not None:
            request.actor = actor  # type: ignore[attr-defined]
            digest = hashlib.sha256(token.encode()).hexdigest()
            request.asker = f"token:{digest}"  # type: ignore[attr-defined]
            _note_use(token, digest, request.today)  # type: ignore[attr-defined]
        return actor


class SignedIn(APIKeyCookie):
    """The session cookie, with the forgery check on everything that writes."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any:
        """Nobody's request is unauthenticated before it is a forgery."""
        return super().__call__(request) if request.user.is_authenticated else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ARG002
        """The actor of the signed-in user."""
        request.asker = f"user:{request.user.pk}"  # type: ignore[attr-defined]
        return request.actor  # type: ignore[attr-defined]


def _note_use(secret: str, digest: str, today: date) -> None:
    """Once a day and process: reading must not take SQLite's one write lock every time."""
    if caches["process"].add(f"api-token-used:{digest}:{today}", 1, 24 * 3600):
        note_token_use(secret=secret, today=today)
