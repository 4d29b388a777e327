"""An installation of the demo, served on one day after another."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.browser.served import COMMAND, ROOT, SECONDS_TO_END, free_port, wait_for
from tests.house.books import Books


class Days:
    """Its books stay; its clock moves on with every `serve_on`."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = kept | {
            "DIEUHANH_HOME": str(home),
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        self.server: subprocess.Popen[bytes] | None = None
        Books(home).demo()

    @property
    def address(self) -> str:
        """Where it is served, the same on every day."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str) -> str:
        """Run a program on the books; what it printed."""
        done = subprocess.run(
            words, env=self.environment, cwd=ROOT, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def serve_on(self, day: str) -> None:
        """Serve with the installation's today set to a day."""
        self.stop()
        with (self.home / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [COMMAND, "serve", "--port", str(self.port)],
                env=self.environment | {"DIEUHANH_TODAY": day}, stdout=log, stderr=log,
            )  # fmt: skip
        wait_for(self.address, self.server)

    def stop(self) -> None:
        """End the server, if one runs."""
        if self.server is not None:
            self.server.terminate()
            self.server.wait(timeout=SECONDS_TO_END)
            self.server = None

    def end(self) -> None:
        """Stop, and see that nothing broke meanwhile."""
        self.stop()
        said = (self.home / "server.log").read_text("utf-8")
        assert "Traceback" not in said, said[-3000:]
