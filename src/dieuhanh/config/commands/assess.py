"""`dieuhanh assess PLAN`"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from dieuhanh.domain.conventions import DEFAULT_CONVENTION

from .frame import at_machine, day, open_books, say_json, seal

if TYPE_CHECKING:
    from dieuhanh.assessment.queries import Board
    from dieuhanh.domain.numbers import Lang


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
        print(f"Đã chốt thành bản đánh giá số {run_id}.")
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
    console.print(f"{judged.plan.name} · {'as known on' if lang == 'en' else 'biết đến'} {known}")
    table = Table("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "%", "Đánh giá", "Căn cứ", box=None)
    for row in shape["verdicts"]:
        label = verdict_label(Verdict(row["verdict"]), lang)
        basis = {"computed": "tính", "as_published": "theo công bố", "none": ""}[row["basis"]]
        cells = (row["plan"], row["actual"], row["plan_ratio_pct"])
        shown = [_local(cell) for cell in cells]
        table.add_row(row["no"], row["indicator"], shown[0], shown[1], shown[2], label, basis)
    console.print(table)
    met, total = tally["met_or_exceeded"], tally["total"]
    console.print(f"[bold]{met}/{total} chỉ tiêu đạt và vượt[/bold]" + _published(tally))


def _published(tally: dict[str, Any]) -> str:
    told = tally["published"]
    return f" (công bố: {told['met']}/{told['total']})" if told else ""


def _local(text: str | None) -> str:
    """A plain number the Vietnamese way; ranges and words stay as they are."""
    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415
    from dieuhanh.domain.numbers import read_plain, write_vi  # noqa: PLC0415

    try:
        return write_vi(read_plain(text)) if text else "–"
    except BadInput:
        return (text or "").replace(".", ",")
