"""An installation with the examples, in a home of its own, for benchmarks that need books."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from typing import NamedTuple

COMMAND = [sys.executable, "-m", "dieuhanh.config.command"]


class Installation(NamedTuple):
    """Where it lies and how long `dieuhanh demo --no-serve` took to make it from nothing."""

    home: str
    seconds: float


@cache
def installation() -> Installation:
    """Make it once, open Django on it, and remove it in the end."""
    home = tempfile.mkdtemp(prefix="dieuhanh-bench-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["DIEUHANH_HOME"] = home
    os.environ.pop("DATABASE_URL", None)
    start = time.perf_counter()
    subprocess.run([*COMMAND, "demo", "--no-serve"], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    os.environ["DJANGO_SETTINGS_MODULE"] = "dieuhanh.config.settings"
    import django  # noqa: PLC0415 - its settings read the home

    django.setup()
    return Installation(home, seconds)
