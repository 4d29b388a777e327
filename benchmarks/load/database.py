"""A PostgreSQL server of our own: its own folder, loopback, fsync on, killed and started at will."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

LONGEST_START = 60.0


def programs() -> Path | None:
    """Where PostgreSQL's own programs are, the newest; None when it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    return Path(there).resolve().parent if there else None


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Postgres:
    """One server for one benchmark. Nothing is tuned: fsync and synchronous_commit are on."""

    def __init__(self) -> None:
        folder = programs()
        if folder is None:
            raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
        self.bin = folder
        self.folder = Path(tempfile.mkdtemp(prefix="dieuhanh-postgres-"))
        self.port = free_port()
        self.data = self.folder / "data"
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._run(
            "initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8",
        )  # fmt: skip
        self.start()

    @property
    def address(self) -> str:
        """For DATABASE_URL."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, or start it again after a kill: it recovers from its log, then answers."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self._run(
            "pg_ctl", "-D", str(self.data), "-w", "-t", str(int(LONGEST_START)),
            "-l", str(self.folder / "log"), "-o", options, "start",
        )  # fmt: skip

    def kill(self) -> None:
        """kill -9 of the server and of every process it has begun."""
        first = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        ours = [first, *children(first)]
        for pid in ours:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        until = time.monotonic() + LONGEST_START
        while any(_alive(pid) for pid in ours):
            if time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL outlived its kill: {ours}")
            time.sleep(0.02)
        # Nobody may have waited for the dead yet; a new server would take them for a living one.
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for left in self.folder.glob(".s.PGSQL.*"):
            left.unlink()

    def stop(self) -> None:
        """Stop it and take its folder away."""
        with contextlib.suppress(RuntimeError):
            self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *words: str) -> None:
        command = [str(self.bin / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        quiet = subprocess.DEVNULL
        done = subprocess.run(
            command, check=False, cwd="/", stdin=quiet, stdout=quiet, stderr=quiet
        )
        if done.returncode:
            log = self.folder / "log"
            told = log.read_text(errors="replace")[-1500:] if log.exists() else ""
            raise RuntimeError(f"{program} failed\n{told}")


def children(parent: int) -> list[int]:
    """The processes a process has begun, and theirs."""
    found: list[int] = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            told = path.read_text().rpartition(")")[2].split()
            if int(told[1]) == parent:
                pid = int(path.parent.name)
                found += [pid, *children(pid)]
    return found


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def processor_seconds(parent: int) -> float:
    """What a process and all it has begun have used of the processors, in seconds."""
    ticks = 0
    for pid in [parent, *children(parent)]:
        with contextlib.suppress(OSError):
            told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")
