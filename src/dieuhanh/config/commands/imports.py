"""`dieuhanh import FILE…`"""

from __future__ import annotations

import argparse
from pathlib import Path

from .frame import at_machine, err, open_books, progress, say_json, seal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Files to import, together."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".csv hoặc .xlsx")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Import all files in one transaction, or change nothing."""
    open_books(create=True)
    from dieuhanh.config.clock import machine_day  # noqa: PLC0415
    from dieuhanh.config.importing import import_files  # noqa: PLC0415

    with progress() as bar:
        task = bar.add_task("nhập", total=len(options.files))
        done = import_files(
            options.files, by=at_machine(), machine_day=machine_day(),
            progress=lambda name: bar.update(task, advance=1, description=name),
        )  # fmt: skip
    seal()
    if options.json:
        return say_json([{"file": d.name, "template": d.template, **vars(d.tally)} for d in done])
    for each in done:
        t = each.tally
        err.print(f"{each.name}: thêm {t.added}, đổi {t.changed}, đã có {t.same}", markup=False)
    return 0
