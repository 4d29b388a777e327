"""Outgoing mail: any SMTP server, told by one address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

PORTS = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True)
class Mail:
    """Where mail goes; with no host none is sent."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    ssl: bool = False
    starttls: bool = False
    sender: str = ""


def read_mail(address: str) -> Mail:
    """The server in `smtp://user:password@host:port?from=…` (or `smtps://`, or `&starttls=1`).

    Raises ValueError for any other kind of address.

    >>> read_mail("smtp://127.0.0.1:2525?from=dieuhanh@camau.gov.vn").sender
    'dieuhanh@camau.gov.vn'
    """
    if not address:
        return Mail()
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(f"DIEUHANH_SMTP: smtp://host:port or smtps://host:port, not {address!r}")
    asked = parse_qs(parts.query)
    return Mail(
        parts.hostname,
        parts.port or PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        ssl=parts.scheme == "smtps",
        starttls=asked.get("starttls") == ["1"],
        sender=asked.get("from", [f"dieuhanh@{parts.hostname}"])[0],
    )
