"""Work on a file from outside, done in a process of its own: bounded in time, memory and harm.

A library that parses what strangers made may hang, grow or crash. Whatever it does ends with that
process: it holds no settings, no key, no connection, and may write no file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from dieuhanh.domain.errors import BadInput

SECONDS = 60  # of the clock on the wall; the worker's own limit of work is lower
KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
STOPPED = {-9, -24}  # killed for memory, or for work beyond its limit
OUT_OF_MEMORY = 3


def apart(job: str, content: bytes, **options: Any) -> Any:
    """What a job of `paper/worker.py` tells of a file, as JSON.

    Raises BadInput with the job's own code, or "paper.too_heavy" where the work did not end in
    time or memory, "paper.broken" where it ended in a crash.
    """
    command = [sys.executable, "-P", "-m", "dieuhanh.paper.worker", job]
    handed = json.dumps(options).encode() + b"\n" + content
    keep = {name: os.environ[name] for name in KEPT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no word of the file in the command
            command, input=handed, capture_output=True, env=keep, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise BadInput("paper.too_heavy") from None
    if done.returncode in {*STOPPED, OUT_OF_MEMORY}:
        raise BadInput("paper.too_heavy")
    if done.returncode:
        raise BadInput("paper.broken")
    told = json.loads(done.stdout)
    if fault := told.get("fault"):
        raise BadInput(fault["code"], **fault["values"])
    return told["done"]
