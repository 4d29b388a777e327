"""`dieuhanh judge FILE`: no database, no Django."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dieuhanh.domain.conventions import DEFAULT_CONVENTION, find_convention
from dieuhanh.domain.numbers import write
from dieuhanh.domain.tallies import tally
from dieuhanh.domain.wording.tallies import tally_text
from dieuhanh.domain.wording.verdicts import sentence, verdict_label
from dieuhanh.exchange.judge_files import judge_file, judge_file_json
from dieuhanh.exchange.law import load_conventions

from .frame import say_json

HEADS = {
    "vi": ("TT", "đánh giá", "% kế hoạch", "vì sao"),
    "en": ("no.", "verdict", "% of plan", "why"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The table, the convention."""
    parser.add_argument("file", type=Path, metavar="FILE", help=".json, .csv, .xlsx")
    parser.add_argument("--convention", default=DEFAULT_CONVENTION, metavar="NAME")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Judge every row and print it."""
    convention = find_convention(load_conventions(), options.convention)
    if options.json:
        return say_json(judge_file_json(options.file, convention, options.lang), indent=None)
    judged = judge_file(options.file, convention)
    table = Table(*HEADS[options.lang], box=None)
    for id_, outcome in judged:
        ratio = outcome.plan_ratio_pct
        shown = write(ratio, options.lang) if ratio is not None else ""
        label = verdict_label(outcome.verdict, options.lang)
        table.add_row(str(id_), label, shown, sentence(outcome.reason, options.lang))
    console = Console(highlight=False)
    console.print(table)
    console.print(tally_text(tally(outcome for _, outcome in judged), options.lang))
    return 0
