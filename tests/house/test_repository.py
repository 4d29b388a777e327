"""What is kept in the repository, and how long its modules and functions may grow."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.house.repository import ROOT, SOURCE, modules, project, texts, tracked

# Written in pieces, so that this file does not name what it looks for.
HOSTS = ["pypi." + "org", "python" + "hosted.org", "npm" + "js.org", "proxy.golang." + "org"]
MACHINE = re.compile(r"(?<![\w.:])/(?:work|home|root|Users|opt/pypi)" + "/")
LOCKS = sorted(ROOT.glob("requirements*.lock"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
LONGEST_TEST_MODULE, LONGEST_TEST_FUNCTION = 500, 60


def test_no_tracked_file_names_a_package_index() -> None:
    found = [(name, host) for name, text in texts() for host in HOSTS if host in text]
    assert found == []


def test_no_tracked_file_names_a_path_of_some_machine() -> None:
    found = [
        f"{name}: {match.group()}" for name, text in texts() for match in MACHINE.finditer(text)
    ]
    assert found == []


def test_made_things_are_not_tracked() -> None:
    made = re.compile(r"(^|/)(\.venv|var|__pycache__)/|\.(mo|pyc|sqlite3)$|(^|/)(uv|pylock)\.\w+$")
    assert [p for p in tracked() if made.search(str(p.relative_to(ROOT)))] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_holds_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    bare = [e.splitlines()[0] for e in entries if "--hash=sha256:" not in e or "==" not in e]
    assert bare == []


def test_every_dependency_is_locked_and_both_locks_agree() -> None:
    pinned = {lock.name: _pinned(lock) for lock in LOCKS}
    run, develop = pinned["requirements.lock"], pinned["requirements-dev.lock"]
    assert run.items() <= develop.items()
    told = project()["project"]
    assert isinstance(told, dict)
    assert {_name(d) for d in told["dependencies"]} <= run.keys()
    assert {_name(d) for d in told["optional-dependencies"]["dev"]} <= develop.keys()


def _pinned(lock: Path) -> dict[str, str]:
    return dict(
        re.findall(r"^([a-z0-9._-]+)(?:\[[^]]+\])?==(\S+)", lock.read_text("utf-8"), re.MULTILINE)
    )


def _name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match
    return match.group().lower()


def test_modules_stay_short() -> None:
    limits = {"src": LONGEST_MODULE, "tests": LONGEST_TEST_MODULE, "benchmarks": LONGEST_MODULE}
    suffixes = (".py", ".js", ".css", ".html")
    long = [
        f"{name}: {lines}"
        for name, text in texts()
        if name.endswith(suffixes) and "/migrations/" not in name
        if (lines := text.count("\n")) >= limits.get(name.split("/")[0], LONGEST_TEST_MODULE)
    ]
    assert long == []


@pytest.mark.parametrize(
    ("folder", "limit"),
    [
        (SOURCE, LONGEST_FUNCTION),
        (ROOT / "benchmarks", LONGEST_FUNCTION),
        (ROOT / "examples", LONGEST_TEST_FUNCTION),
        (ROOT / "tests", LONGEST_TEST_FUNCTION),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_functions_stay_short(folder: Path, limit: int) -> None:
    long = [
        f"{name}:{node.lineno} {node.name} ({size})"
        for name, tree in modules(folder)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (size := (node.end_lineno or 0) - node.lineno + 1) > limit
    ]
    assert long == []


def test_nothing_is_left_unfinished() -> None:
    marks = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|raise NotImplemented" r"Error")
    python = [(name, text) for name, text in texts() if name.endswith(".py")]
    assert [name for name, text in python if marks.search(text)] == []


def test_every_test_can_fail() -> None:
    """Each test function holds an assertion of some kind, its own or one it calls."""
    telling = re.compile(r"assert|raises|expect\(|check|verify|refused|golden|fail\(")
    empty = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in modules(ROOT / "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if not telling.search(ast.unparse(node))
    ]
    assert empty == []
