"""`dieuhanh export board|areas|figures|allocations PLAN`"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .frame import at_machine, day, open_books

if TYPE_CHECKING:
    from dieuhanh.exchange.writing import Table


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which table of which plan, as known when, into what."""
    parser.add_argument("table", choices=("board", "areas", "figures", "allocations"))
    parser.add_argument("plan", metavar="PLAN")
    parser.add_argument("--no", metavar="TT", help="chỉ tiêu số mấy, cho bảng areas")
    parser.add_argument("--as-known-on", metavar="DATE")
    parser.add_argument("--areas-of", metavar="DATE", help="quy về địa bàn của ngày nào")
    parser.add_argument("--convention", default="practice", metavar="NAME")
    parser.add_argument("--format", choices=("csv", "xlsx", "json"), default="csv")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """Write what the screen shows, whole."""
    open_books()
    from dieuhanh.exchange.writing import write_table  # noqa: PLC0415

    output: Path | None = options.output
    kind = output.suffix.lstrip(".").lower() if output else options.format
    content = write_table(_table(options), kind)
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
    return 0


def _table(options: argparse.Namespace) -> Table:
    from dieuhanh.assessment.queries import board  # noqa: PLC0415
    from dieuhanh.assessment.queries.area_section import area_section  # noqa: PLC0415
    from dieuhanh.assessment.queries.tables import (  # noqa: PLC0415
        areas_table,
        board_table,
        figures_table,
        restated_table,
    )
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.domain.errors import BadInput, Missing  # noqa: PLC0415
    from dieuhanh.plans.queries import target, targets  # noqa: PLC0415
    from dieuhanh.plans.queries.tables import allocations_table  # noqa: PLC0415

    known = day(options.as_known_on) if options.as_known_on else today()
    by = at_machine()
    judged = board(options.plan, seen_by=by, as_known_on=known, convention=options.convention)
    if options.table == "board":
        return board_table(judged, options.lang)
    if options.table == "figures":
        return figures_table(targets(judged.version), seen_by=by)
    if options.table == "allocations":
        return allocations_table(judged.version, options.lang)
    if not options.no:
        raise BadInput("export.no_target")
    chosen = target(judged.version, options.no)
    if chosen.indicator is None:
        raise Missing("target.missing", no=options.no)
    section = area_section(
        chosen.indicator, judged.plan, seen_by=by, as_known_on=known,
        areas_of=day(options.areas_of) if options.areas_of else None,
    )  # fmt: skip
    return (
        restated_table(section, options.lang)
        if section.restated
        else areas_table(section, options.lang)
    )
