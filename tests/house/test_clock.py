"""The domain reads no clock, rolls no dice and opens no file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.repository import ROOT

DOMAIN = "src/dieuhanh/domain"
PLANTED = [
    "from datetime import date\n\n\nTODAY = date.today()\n",
    "import datetime\n\nNOW = datetime.datetime.now()\n",
    "from datetime import datetime\n\nNOW = datetime.utcnow()\n",
    "import time\n\nSTART = time.time()\n",
    "from random import random\n\nDICE = random()\n",
    "import uuid\n\nNAME = uuid.uuid4()\n",
    "from pathlib import Path\n\nTEXT = Path('x').read_text()\n",
    "import os\n\nHOME = os.environ['HOME']\n",
]


def ruff(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the linter of this environment from the checkout."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise"]
    return subprocess.run(
        [*command, *arguments], cwd=ROOT, input=text, capture_output=True, text=True, check=False
    )


def test_the_domain_is_clean() -> None:
    told = ruff("--select=TID251,DTZ", DOMAIN)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("text", PLANTED)
def test_a_planted_clock_is_caught(text: str) -> None:
    told = ruff("--stdin-filename", f"{DOMAIN}/planted.py", "-", text=text)
    assert "TID251" in told.stdout


def test_the_ban_is_the_domain_s_alone() -> None:
    told = ruff("--stdin-filename", "src/dieuhanh/config/planted.py", "-", text=PLANTED[3])
    assert "TID251" not in told.stdout
