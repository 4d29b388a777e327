"""The `dieuhanh` command as a user runs it: its own process, a home of its own, the example in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
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
        assert self.out, self.err
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
        """The same, with the example in it: made once a run, then copied where it is one file."""
        empty = not self.home.exists() or not any(self.home.iterdir())
        if empty and "DATABASE_URL" not in self.environment:
            shutil.copytree(_example(), self.home, dirs_exist_ok=True)
            return self
        return self._made()

    def _made(self) -> Books:
        said = self.run("demo", "--no-serve")
        assert said.code == 0, said.err
        return self


@cache
def _example() -> Path:
    """A home with the example, made by the command itself; gone with the run's own home."""
    home = Path(os.environ["DIEUHANH_HOME"]) / "example"
    return Books(home)._made().home
