"""The identity provider people may sign in by, from the environment or `dieuhanh.toml`."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from .home import installation

PROVIDER = "sso"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def openid_apps() -> list[dict[str, Any]]:
    """The provider as allauth's settings tell it; an empty list where none is configured.

    Raises ValueError for an address that is not https, unless it is this machine's own.
    """
    told = dict(installation().get("openid", {}))
    server = os.environ.get("DIEUHANH_OPENID_SERVER") or told.get("server", "")
    if not server:
        return []
    parts = urlsplit(server)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ValueError("DIEUHANH_OPENID_SERVER: https://…")
    return [
        {
            "provider_id": PROVIDER,
            "name": os.environ.get("DIEUHANH_OPENID_NAME") or told.get("name", parts.hostname),
            "client_id": os.environ.get("DIEUHANH_OPENID_CLIENT") or told.get("client", ""),
            "secret": os.environ.get("DIEUHANH_OPENID_SECRET") or told.get("secret", ""),
            "settings": {"server_url": server, "oauth_pkce_enabled": True},
        }
    ]
