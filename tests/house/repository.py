"""The repository as its own tests read it: tracked files, source trees, the layer order."""

from __future__ import annotations

import ast
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "dieuhanh"
NOT_OURS = {".git", ".venv", "var", "__pycache__", ".hypothesis", "htmlcov", ".coverage"}


@cache
def tracked() -> tuple[Path, ...]:
    """Every tracked file; in a copy without git, every file that is not made by running."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        told = subprocess.run(
            ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout.decode()  # fmt: skip
        return tuple(path for name in told.split("\0") if name and (path := ROOT / name).is_file())
    return tuple(p for p in sorted(ROOT.rglob("*")) if p.is_file() and not _made(p))


def _made(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    made = any(part in NOT_OURS or part.endswith("_cache") for part in parts)
    return made or path.suffix in {".mo", ".pyc"}


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of every tracked text file."""
    for path in tracked():
        try:
            yield str(path.relative_to(ROOT)), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def modules(folder: Path = SOURCE) -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of every Python module under a folder, migrations left out."""
    for path in sorted(folder.rglob("*.py")):
        if "migrations" not in path.parts:
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


@cache
def project() -> dict[str, object]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def layers() -> dict[str, int]:
    """Package name → its height; packages side by side share one."""
    tool = project()["tool"]
    assert isinstance(tool, dict)
    cycle = next(c for c in tool["importlinter"]["contracts"] if c["id"] == "cycle")
    rows = [[name.strip() for name in row.split("|")] for row in reversed(cycle["layers"])]
    return {name: height for height, row in enumerate(rows) for name in row}
