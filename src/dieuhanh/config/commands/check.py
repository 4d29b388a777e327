"""`dieuhanh check FILE`: which figures of a paper agree with the books, with themselves, with neither."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from dieuhanh.domain.wording.paper_checks import SIGNS

from .frame import at_machine, day, err, open_books, say_json

if TYPE_CHECKING:
    from dieuhanh.desk.queries.text_checks import CheckedText
    from dieuhanh.domain.numbers import Lang
    from dieuhanh.paper.reading.checking import Checked

CONTRADICTED = 3
"""The exit code when a figure disagrees with the books or with itself."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The paper, the plan and the day it is held against."""
    parser.add_argument("file", type=Path, metavar="FILE", help=".txt, .html, .docx, .pdf")
    parser.add_argument("--plan", default="", metavar="PLAN", help="mặc định: kế hoạch của năm")
    parser.add_argument("--year", type=int, metavar="YEAR", help="năm của số không ghi năm")
    parser.add_argument("--as-known-on", metavar="DATE", help="mặc định: hôm nay")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Print every figure with its mark and reason; 3 when one is contradicted."""
    open_books()
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.desk.queries.text_checks import check_json, check_text  # noqa: PLC0415
    from dieuhanh.domain.wording import message  # noqa: PLC0415

    from .read import source_of  # noqa: PLC0415

    source = source_of(options.file)
    for note in source.notes:
        err.print(message(note, options.lang), markup=False)
    found = check_text(
        source.text, seen_by=at_machine(), plan=options.plan, year=options.year,
        as_known_on=day(options.as_known_on) if options.as_known_on else today(),
    )  # fmt: skip
    if options.json:
        say_json(check_json(found, options.lang))
    else:
        _show(Console(highlight=False, soft_wrap=True), found, options.lang)
    return CONTRADICTED if found.contradicted else 0


def _show(console: Console, found: CheckedText, lang: Lang) -> None:
    from dieuhanh.domain.wording.paper_checks import held_against, mark_in_words  # noqa: PLC0415

    plan = found.plan.name_en if lang == "en" and found.plan.name_en else found.plan.name
    console.print(held_against(plan, found.as_known_on, lang), markup=False)
    for checked in (*found.claims, *filter(None, [found.tally])):
        for line in _lines(checked, lang):
            console.print(line, markup=False)
    counts = (
        f"{SIGNS[mark]} {mark_in_words(mark, lang)}: {count}"
        for mark, count in found.counts.items()
    )
    console.print("\n" + " · ".join(counts), markup=False)


def _lines(checked: Checked, lang: Lang) -> list[str]:
    from dieuhanh.domain.wording.paper_checks import reason_in_words  # noqa: PLC0415

    quote = " ".join(checked.claim.quote.split())
    told = [
        f"    {SIGNS[reason.mark]} {reason_in_words(reason.code, reason.values, lang)}"
        + (f" ({'; '.join(filter(None, [reason.vintage, reason.link]))})" if reason.link else "")
        for reason in checked.reasons
    ]
    return [f"\n{SIGNS[checked.mark]} “{quote}”", *told]
