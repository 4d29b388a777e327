"""The `law/` folder: dated legal data and conventions, as TOML beside the source."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dieuhanh.domain.conventions import parse_conventions
from dieuhanh.domain.errors import BadInput, Broken, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dieuhanh.domain.conventions import Convention

CONVENTIONS = "conventions.toml"


def law_folder() -> Path:
    """Where the installation keeps its law files."""
    return Path(__file__).resolve().parents[3] / "law"


def read_law_file(name: str, folder: Path | None = None) -> dict[str, Any]:
    """A law file, parsed. Raises Broken when it is gone or is not TOML: nobody typed it."""
    path = (folder or law_folder()) / name
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Broken("convention.no_file", file=path.name, detail=str(error)) from error


def load_conventions(folder: Path | None = None) -> Mapping[str, Convention]:
    """The conventions by name, read once. Raises BadInput located in the file."""
    return _conventions(folder or law_folder())


@cache
def _conventions(folder: Path) -> Mapping[str, Convention]:
    try:
        return parse_conventions(read_law_file(CONVENTIONS, folder))
    except BadInput as fault:
        raise fault.at(Place(file=CONVENTIONS)) from fault


__all__ = ["CONVENTIONS", "law_folder", "load_conventions", "read_law_file"]
