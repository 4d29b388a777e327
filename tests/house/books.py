"""The `dieuhanh` command as a user runs it: its own process, a home of its own, the example in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

COMMAND = str(Path(sys.executable).with_name("dieuhanh"))


class Said(NamedTuple):
    """What a run of the command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must be JSON alone."""
        return json.loads(self.out)


class Books:
    """An installation, and the command run on it."""

    def __init__(self, home: Path, **environment: str) -> None:
        kept = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        self.home = home
        self.environment = {**kept, "DIEUHANH_HOME": str(home), **environment}

    def run(self, *words: str) -> Said:
        """Run `dieuhanh` with these words."""
        done = subprocess.run(
            [COMMAND, *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def demo(self) -> Books:
        """The same, with the example in it."""
        said = self.run("demo", "--no-serve")
        assert said.code == 0, said.err
        return self
