"""The one folder in which an installation keeps its data, and what it says about itself."""

from __future__ import annotations

import os
import secrets
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[3]


def home() -> Path:
    """`$DIEUHANH_HOME`, by default `var/` of the checkout, wherever the command is run."""
    return Path(os.environ.get("DIEUHANH_HOME") or CHECKOUT / "var").resolve()


def database_file() -> Path:
    """The SQLite file of the embedded default."""
    return home() / "dieuhanh.sqlite3"


def paper_templates_folder() -> Path:
    """Where an office puts its own templates of papers; what is missing there is ours."""
    return home() / "templates"


def files_folder() -> Path:
    """Where the register of papers keeps its files, named by checksum."""
    return home() / "files"


def urn_keys_folder() -> Path:
    """Where the keys of secret ballots lie while they run; no backup takes it."""
    return home() / "urn-keys"


def trust_roots_folder() -> Path | None:
    """Where the certificates lie by which signatures are judged; None when none is named."""
    told = os.environ.get("DIEUHANH_TRUST_ROOTS") or installation().get("trust_roots", "")
    return home() / str(told) if told else None


def own_law_folder() -> Path:
    """Where a province keeps provisions of its own, in files named as those of `law/`."""
    return home() / "law"


@cache
def installation() -> dict[str, Any]:
    """What `dieuhanh.toml` of the home says: `demo`, `today`, `first_plan`… Empty when new."""
    path = home() / "dieuhanh.toml"
    if not path.exists():
        return {}
    return tomllib.loads(path.read_text("utf-8"))


def secret_key() -> str:
    """The installation's own key, made on first use and readable by its owner alone."""
    if given := os.environ.get("DIEUHANH_SECRET_KEY"):
        return given
    path = home() / "secret_key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text("utf-8")
