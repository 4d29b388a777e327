"""The process apart: one job on one file, told as JSON.

Standard input holds a line of options and then the file.
"""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from typing import Any

from dieuhanh.domain.errors import BadInput

MEMORY = 1536 * 1024 * 1024
SECONDS_OF_WORK = 25
OUT_OF_MEMORY = 3
JOBS = {
    "pdf-text": ("dieuhanh.paper.reading.files.pdf_open", "read_pages"),
    "pdf-signatures": ("dieuhanh.paper.signed.checking", "check"),
}


def main() -> int:
    """Run the job; 0 with its answer or its fault, else the file has beaten the library."""
    _bind()
    module, function = JOBS[sys.argv[1]]
    work = getattr(import_module(module), function)
    options, _, content = sys.stdin.buffer.read().partition(b"\n")
    told: dict[str, Any]
    try:
        told = {"done": work(content, **json.loads(options))}
    except BadInput as fault:
        told = {"fault": {"code": fault.code, "values": fault.values}}
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.write(json.dumps(told))
    return 0


def _bind() -> None:
    """No more memory, work, files or core dumps than the job may need."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_WORK, SECONDS_OF_WORK))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
