"""`dieuhanh restore FILE`"""

from __future__ import annotations

import argparse
from pathlib import Path

from .backup import tell
from .frame import at_machine, progress, seal, start


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which archive, and the checksum its backup told."""
    parser.add_argument("file", type=Path, metavar="FILE", help="bản sao lưu")
    parser.add_argument("--checksum", default="", metavar="HEX", help="mã kiểm lúc sao lưu")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Fill an installation without books, or change nothing."""
    start()
    from dieuhanh.config.keeping.restoring import restore  # noqa: PLC0415

    with progress() as bar:
        task = bar.add_task("khôi phục", total=None)
        kept = restore(
            options.file, by=at_machine(), checksum=options.checksum.lower(),
            progress=lambda name: bar.update(task, description=name),
        )  # fmt: skip
    seal()
    return tell(kept, options)
