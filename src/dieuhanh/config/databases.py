"""Which database: the embedded SQLite file, or PostgreSQL by `DATABASE_URL`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from dieuhanh.domain.errors import BadInput

from .home import database_file, home

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


# Our joins follow foreign keys in the order they are written. Trying every order of eight tables took
# the planner ten times as long as the query; compiling such queries would take longer still.
PLANNING = "-c join_collapse_limit=4 -c jit=off"


def default_database() -> dict[str, Any]:
    """Django's settings of the one database.

    Raises ValueError for an address that is neither postgresql:// nor sqlite:///.
    """
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        return sqlite(str(database_file()))
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(parts.path)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL: postgresql://… or sqlite:///…, not {parts.scheme}://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # a connection kept from before the server was started again
        "OPTIONS": {"options": PLANNING},
    }


def sqlite(path: str) -> dict[str, Any]:
    """WAL and full synchronisation: what was acknowledged survives a pulled plug."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": SQLITE}


def books_begun() -> bool:
    """Whether an installation's books were begun, asked without Django's settings.

    The demo asks before it writes down that this is a demo, which the settings read.
    """
    address = default_database()
    if address["ENGINE"].endswith("sqlite3"):
        return Path(address["NAME"]).exists()
    import psycopg  # noqa: PLC0415 - only where PostgreSQL is configured

    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        found = server.execute("select to_regclass('assessment_assessment')").fetchone()
    return found is not None and found[0] is not None


def books_open() -> bool:
    """Whether the configured database holds our tables; a SQLite file is not made by asking."""
    from django.db import connection  # noqa: PLC0415 - settings come first

    name = str(connection.settings_dict["NAME"])
    in_file = connection.vendor == "sqlite" and "memory" not in name
    if in_file and not Path(name).exists():
        return False
    return "assessment_assessment" in connection.introspection.table_names()


def require_books() -> None:
    """Raise BadInput("books.none") where the configured database holds no books."""
    if not books_open():
        raise BadInput("books.none", home=str(home()))
