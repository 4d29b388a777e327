"""Books with the example, made once for all tests that run the command."""

from __future__ import annotations

import pytest

from tests.house.books import Books


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """An installation with the example, in the embedded database."""
    return Books(tmp_path_factory.mktemp("home")).demo()
