"""`dieuhanh assess PLAN`"""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from dieuhanh.domain.conventions import DEFAULT_CONVENTION

from .frame import at_machine, day, open_books, say_json, seal

if TYPE_CHECKING:
    from dieuhanh.assessment.queries import Board
    from dieuhanh.domain.numbers import Lang


HEADS = {
    "vi": ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "%", "Đánh giá", "Căn cứ"),
    "en": ("No.", "Target", "Plan", "Actual", "%", "Verdict", "Basis"),
}
BASES = {
    "vi": {"computed": "tính", "as_published": "theo công bố", "none": ""},
    "en": {"computed": "computed", "as_published": "as published", "none": ""},
}
SCORE = {
    "vi": ("chỉ tiêu đạt và vượt", "công bố"),
    "en": ("targets met or exceeded", "published"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to judge, as known when, on which areas, how read."""
    parser.add_argument("plan", metavar="PLAN", help="mã kế hoạch, như ca-mau-2021")
    parser.add_argument("--as-known-on", metavar="DATE", help="mặc định: hôm nay")
    parser.add_argument("--areas-of", metavar="DATE", help="địa bàn của ngày nào")
    parser.add_argument("--convention", default=DEFAULT_CONVENTION, metavar="NAME")
    parser.add_argument("--freeze", action="store_true", help="chốt thành bản đánh giá")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Judge, freeze if asked, print."""
    open_books()
    from dieuhanh.assessment.actions import freeze  # noqa: PLC0415
    from dieuhanh.assessment.queries import board, board_json  # noqa: PLC0415
    from dieuhanh.config.clock import today  # noqa: PLC0415

    asked: dict[str, Any] = {
        "as_known_on": day(options.as_known_on) if options.as_known_on else today(),
        "areas_of": day(options.areas_of) if options.areas_of else None,
        "convention": options.convention,
    }
    judged = board(options.plan, seen_by=at_machine(), **asked)
    run_id = None
    if options.freeze:
        run_id = freeze(by=at_machine(), plan=options.plan, **asked).pk
        seal()
    if options.json:
        return say_json(board_json(judged, run=run_id, lang=options.lang))
    print_board(judged, options.lang)
    if options.areas_of:
        print(_on_other_areas(judged, options.lang))
    if run_id is not None:
        told = "Frozen as assessment" if options.lang == "en" else "Đã chốt thành bản đánh giá số"
        print(f"{told} {run_id}.")
    return 0


def _on_other_areas(judged: Board, lang: Lang) -> str:
    """Where the plan's area went by the day asked for; its total is carried, never moved."""
    from dieuhanh.bodies.queries import Atlas  # noqa: PLC0415
    from dieuhanh.domain.wording.areas import tell_made  # noqa: PLC0415
    from dieuhanh.domain.wording.spans import day_name  # noqa: PLC0415

    area, on = judged.plan.area, judged.areas_of
    atlas = Atlas()
    heirs = [heir for heir in atlas.heirs(area, on) if heir.pk != area.pk]
    told = f"{'On the areas of' if lang == 'en' else 'Trên địa bàn ngày'} {day_name(on, lang)}: "
    if not heirs:
        return told + area.name
    of_which = tell_made("partial", present=[area.name.removeprefix("Tỉnh ")], lang=lang)
    return told + "; ".join(f"{heir.name} ({of_which})" for heir in heirs)


def print_board(judged: Board, lang: Lang) -> None:
    """The scoreboard on a terminal."""
    from dieuhanh.assessment.queries import board_json  # noqa: PLC0415
    from dieuhanh.domain.verdicts import Verdict  # noqa: PLC0415
    from dieuhanh.domain.wording.spans import day_name  # noqa: PLC0415
    from dieuhanh.domain.wording.verdicts import verdict_label  # noqa: PLC0415

    shape = board_json(judged, lang=lang)
    tally = shape["tally"]
    console = Console(highlight=False)
    known = day_name(judged.as_known_on, lang)
    plan_name = judged.plan.name_en if lang == "en" and judged.plan.name_en else judged.plan.name
    console.print(f"{plan_name} · {'as known on' if lang == 'en' else 'biết đến'} {known}")
    table = Table(*HEADS[lang], box=None)
    for row in shape["verdicts"]:
        label = verdict_label(Verdict(row["verdict"]), lang)
        basis = BASES[lang][row["basis"]]
        cells = (row["plan"], row["actual"], row["plan_ratio_pct"])
        shown = [_local(cell, lang) for cell in cells]
        table.add_row(row["no"], row["indicator"], shown[0], shown[1], shown[2], label, basis)
    console.print(table)
    met, total = tally["met_or_exceeded"], tally["total"]
    words, published = SCORE[lang]
    console.print(f"[bold]{met}/{total} {words}[/bold]" + _published(tally, published))


def _published(tally: dict[str, Any], word: str) -> str:
    told = tally["published"]
    return f" ({word}: {told['met']}/{told['total']})" if told else ""


def _local(text: str | None, lang: Lang) -> str:
    """Numbers with a decimal point as the language writes them, also within "6.6-6.8"."""
    from dieuhanh.domain.numbers import read_plain, write  # noqa: PLC0415

    if not text:
        return "–"
    return re.sub(r"\d+(?:\.\d+)?", lambda found: write(read_plain(found[0]), lang), text)
