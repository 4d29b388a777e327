"""Tests reach no network, live in a home of their own, and leave no part out where it is asked for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from dieuhanh.config.home import CHECKOUT, home
from tests.house.repository import ROOT, texts

DOCUMENTATION_ADDRESS = "192.0.2.1"
NEEDS_CHROMIUM = "import pytest\n\n\n@pytest.mark.browser\ndef test_page():\n    assert True\n"


@pytest.mark.filterwarnings("ignore:A test tried")
def test_the_network_is_out_of_reach() -> None:
    with socket.socket() as knock, pytest.raises(SocketConnectBlockedError):
        knock.connect((DOCUMENTATION_ADDRESS, 80))


def test_loopback_is_in_reach() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as knock,
    ):
        assert knock.getpeername() == server.getsockname()


def test_no_test_lifts_the_ban() -> None:
    lifts = "enable" + "_socket"
    assert [name for name, text in texts() if name.endswith(".py") and lifts in text] == []


def test_tests_live_in_a_home_of_their_own() -> None:
    assert home() != CHECKOUT / "var"
    assert "dieuhanh-tests-" in home().name


def run_without_chromium(folder: Path, required: str) -> subprocess.CompletedProcess[str]:
    """Run one browser test where no program is on the path."""
    test = folder / "test_planted.py"
    test.write_text(NEEDS_CHROMIUM, "utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), str(test)]
    environment = {**os.environ, "PATH": str(folder), "DIEUHANH_REQUIRE": required}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_a_missing_part_is_skipped_with_its_reason(tmp_path: Path) -> None:
    told = run_without_chromium(tmp_path, "")
    assert told.returncode == 0, told.stdout
    assert "chromium is missing (apt-get install chromium)" in told.stdout


def test_a_missing_part_that_is_required_fails(tmp_path: Path) -> None:
    told = run_without_chromium(tmp_path, "chromium postgres")
    assert told.returncode == 1
    assert "DIEUHANH_REQUIRE asks for it" in told.stdout
