"""The cycle flows one way: in imports, in foreign keys, and no view reaches past the queries."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.house.repository import ROOT, SOURCE, layers, modules

LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]


def climbing(tables: Iterable[type[models.Model]]) -> list[str]:
    """Relations from a lower package to a higher one, string ones resolved."""
    height = layers()
    found = []
    for table in tables:
        own = _package(table)
        for field in table._meta.get_fields():
            if field.auto_created or not field.is_relation or field.related_model is None:
                continue
            related = field.related_model
            other = _package(related) if isinstance(related, type) else related.split(".")[0]
            if height.get(other, -1) > height[own]:
                found.append(f"{own}.{table.__name__}.{field.name} → {other}")
    return found


def _package(table: type[models.Model]) -> str:
    top, _, rest = table.__module__.partition(".")
    return rest.split(".")[0] if top == "dieuhanh" else ""


def test_every_package_has_its_place() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages <= layers().keys()


def test_no_foreign_key_climbs() -> None:
    ours = [table for table in apps.get_models() if _package(table)]
    assert len(ours) > 10
    assert climbing(ours) == []


@isolate_apps("dieuhanh.bodies")
def test_a_climbing_string_key_is_seen() -> None:
    class Planted(models.Model):
        figure = models.ForeignKey("reports.Figure", models.PROTECT)

        class Meta:
            app_label = "bodies"

        def __str__(self) -> str:
            return ""

    Planted.__module__ = "dieuhanh.bodies.models"
    assert climbing([Planted]) == ["bodies.Planted.figure → reports"]


def reaching(tree: ast.Module) -> list[str]:
    """`.objects`, `.save(` and `.delete(` in a module that may only ask queries and verbs."""
    return [
        f".{node.attr} in line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "save", "delete"}
    ]


def test_views_touch_no_table() -> None:
    rooms = ("views", "api", "templatetags")
    found = {
        name: reached
        for name, tree in modules()
        if any(part.removesuffix(".py") in rooms for part in Path(name).parts)
        if (reached := reaching(tree))
    }
    assert found == {}


def test_a_view_that_touches_a_table_is_seen() -> None:
    planted = "def page(request):\n    Plan.objects.first().delete()\n    row.save()"
    assert len(reaching(ast.parse(planted))) == 3


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts on the source in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [*LINT, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_the_import_contracts_hold() -> None:
    told = lint(ROOT)
    assert told.returncode == 0, told.stdout
    assert "0 broken" in told.stdout


PLANTED = [
    ("domain/text.py", "import django", "The pure packages know no web"),
    ("domain/text.py", "import openpyxl", "The domain knows nothing but the standard library"),
    ("bodies/models.py", "import dieuhanh.plans.models", "The cycle flows one way"),
    ("ui/tables.py", "import dieuhanh.audit.models", "The cycle flows one way"),
    ("exchange/files.py", "import dieuhanh.engine.tables", "The cycle flows one way"),
    ("exchange/files.py", "import duckdb", "Only the engine speaks DuckDB"),
    ("documents/queries/register.py", "import openpyxl", "Only exchange speaks workbooks"),
    ("documents/queries/register.py", "import dieuhanh.documents.actions", "the same rooms"),
    ("assessment/queries/rules.py", "import dieuhanh.people.views", "Views and APIs are entered"),
]


@pytest.mark.parametrize(("module", "line", "contract"), PLANTED)
def test_a_planted_violation_is_caught(
    tmp_path: Path, module: str, line: str, contract: str
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(SOURCE, tmp_path / "src" / "dieuhanh", ignore=shutil.ignore_patterns("static"))
    path = tmp_path / "src" / "dieuhanh" / module
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    told = lint(tmp_path)
    assert told.returncode != 0
    broken = [row for row in told.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(contract in row for row in broken), told.stdout
