"""`dieuhanh read FILE`: what a Vietnamese paper says, with its source words; no database."""

from __future__ import annotations

import argparse
import sys
from decimal import Decimal
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.numbers import Lang, write
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.reading import (
    bound_word,
    heading,
    kind_word,
    rider_text,
    role_word,
    tally_line,
)
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.files import MAX_BYTES, SourceText, text_of
from dieuhanh.paper.reading.records import Claim, Reading

from .frame import err, say_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """The paper, the shape of the answer."""
    parser.add_argument("file", type=Path, metavar="FILE", help=".txt, .html, .docx, .pdf")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--text", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Print what is found in the paper."""
    source = source_of(options.file)
    for note in source.notes:
        err.print(message(note, options.lang), markup=False)
    if options.text:
        sys.stdout.buffer.write(source.text.encode())
        return 0
    reading = read(source.text)
    if options.json:
        return say_json(reading.as_json())
    _show(Console(highlight=False), reading, options.lang)
    return 0


def source_of(path: Path) -> SourceText:
    """The text of a file. Raises BadInput, located at the file."""
    if not path.is_file():
        raise BadInput("file.missing", place=Place(file=str(path)))
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    return text_of(path.name, content)


def _show(console: Console, reading: Reading, lang: Lang) -> None:
    if reading.scoreboard:
        board = reading.scoreboard
        console.print(tally_line(board.met, board.total, board.unit, lang), markup=False)
    if reading.claims:
        console.print(_claims(reading.claims, lang))
    parts = (
        ("people", [f"{p.name}: {'; '.join(p.titles)}".rstrip(": ") for p in reading.people]),
        ("documents", [
            " · ".join(part for part in (d.type, d.number, d.date, d.issuer) if part)
            for d in reading.documents
        ]),
        ("tasks", [
            " · ".join(part for part in (t.lead, t.deadline, t.text) if part)
            for t in reading.tasks
        ]),
    )  # fmt: skip
    for name, lines in parts:
        if lines:
            console.print(f"\n{heading(name, lang)} ({len(lines)})", markup=False)
            for line in lines:
                console.print(f"  {line}", markup=False)
    if reading == Reading():
        console.print(heading("nothing", lang), markup=False)


def _claims(claims: tuple[Claim, ...], lang: Lang) -> Table:
    heads = (heading(name, lang) for name in ("indicator", "value", "kind", "role", "beside"))
    table = Table(
        *heads, box=None, title=f"{heading('claims', lang)} ({len(claims)})", title_justify="left"
    )
    table.columns[1].justify = "right"
    for claim in claims:
        table.add_row(
            claim.indicator, _value(claim, lang), kind_word(claim.kind, claim.direction, lang),
            role_word(claim.role, lang, estimate=claim.estimate), _beside(claim, lang),
        )  # fmt: skip
    return table


def _value(claim: Claim, lang: Lang) -> str:
    high = f" - {write(claim.value_high, lang)}" if claim.value_high is not None else ""
    bound = bound_word(claim.bound, lang)
    return f"{bound} {write(claim.value, lang)}{high} {claim.unit}".strip()


def _beside(claim: Claim, lang: Lang) -> str:
    """The figures that ride along."""
    told: list[str] = []
    for name in (
        "vs_plan_pct",
        "plan_ratio_pct",
        "yoy_pct",
        "plan_value",
        "prev_value",
    ):
        value: Decimal | None = getattr(claim, name)
        if value is not None:
            told.append(rider_text(name, write(value, lang), lang))
    if claim.numerator is not None:
        whole = f"/{write(claim.denominator, lang)}" if claim.denominator is not None else ""
        told.append(f"{write(claim.numerator, lang)}{whole} {claim.numerator_unit or ''}".strip())
    return "; ".join(told)
