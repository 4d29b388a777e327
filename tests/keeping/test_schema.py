"""Books begun in one go are the books that every migration in turn would have made."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.house.books import Books
from tests.keeping.conftest import Emptied

ROOT = Path(__file__).resolve().parents[2]
DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


def drawn(books: Books, how: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.keeping.tables", how],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env=books.environment | {"DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", DATABASES)
def test_begun_in_one_go_or_step_by_step(without_books: Emptied, kind: str) -> None:
    at_once, in_steps = drawn(without_books(kind), "begin"), drawn(without_books(kind), "migrate")
    assert at_once["applied"] == in_steps["applied"]
    assert at_once["tables"].keys() == in_steps["tables"].keys()
    for table, told in in_steps["tables"].items():
        assert at_once["tables"][table] == told, table
