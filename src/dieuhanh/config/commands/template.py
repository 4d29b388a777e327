"""`dieuhanh template NAME`"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which template, and where to."""
    parser.add_argument("name", nargs="?", default="", metavar="NAME")
    parser.add_argument("--xlsx", action="store_true", help="sổ tính thay vì CSV")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """Write an empty table whose first line declares template and number format."""
    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415
    from dieuhanh.exchange.catalogue import CATALOGUE  # noqa: PLC0415

    if not options.name:
        for template in CATALOGUE.values():
            print(f"{template.name:<12} {template.title}")
        return 0
    if options.name not in CATALOGUE:
        raise BadInput("template.no_such", name=options.name, names=", ".join(CATALOGUE))
    template = CATALOGUE[options.name]
    output: Path | None = options.output
    workbook = options.xlsx or (output is not None and output.suffix == ".xlsx")
    content = template.as_workbook() if workbook else template.as_csv().encode()
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
    return 0
