"""An installation in a folder of its own, and `dieuhanh serve` on it, killed and started at will."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from .database import children, free_port

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "dieuhanh.config.command"]
LONGEST_START = 60.0


class Installation:
    """A home with the examples in it, on SQLite or on the database of an address."""

    def __init__(self, address: str = "") -> None:
        self.home = Path(tempfile.mkdtemp(prefix="dieuhanh-load-"))
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DIEUHANH_HOME": str(self.home),
            "DIEUHANH_API_RATE": "1000000",
            "DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
            **({"DATABASE_URL": address} if address else {}),
        }
        self.port = free_port()
        self.server: subprocess.Popen[bytes] | None = None
        self.run("demo", "--no-serve")

    @property
    def url(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str) -> str:
        """Run the `dieuhanh` command; what it printed."""
        return self._run([*COMMAND, *words])

    def script(self, module: str, *words: str) -> Any:
        """Run a module of ours on this installation's books; the JSON it printed."""
        return json.loads(self._run([sys.executable, "-m", module, *words]))

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{command}: {done.stderr[-2000:]}")
        return done.stdout

    def serve(self, workers: int = 1) -> None:
        """Start the server and wait until it answers."""
        words = ["serve", "--port", str(self.port), "--workers", str(workers)]
        with (self.home / "serve.log").open("ab") as log:
            self.server = subprocess.Popen(
                [*COMMAND, *words], env=self.environment, cwd=ROOT, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        until = time.monotonic() + LONGEST_START
        while not self._answers():
            if self.server.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.home / "serve.log").read_text()[-2000:])
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/api/v1/me", timeout=5)  # noqa: S310 - our own server
        except urllib.error.HTTPError as answer:
            return answer.code == 401
        except OSError:
            return False
        return True

    def kill(self, how: int = signal.SIGKILL) -> None:
        """kill -9 of the server with every process it has begun."""
        if self.server is None:
            return
        ours = [self.server.pid, *children(self.server.pid)]
        for pid in ours:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)
        self.server.wait(timeout=LONGEST_START)
        self.server = None

    def remove(self) -> None:
        """Stop the server and take the home away."""
        self.kill()
        shutil.rmtree(self.home, ignore_errors=True)
