"""`dieuhanh demo [--no-serve]`"""

from __future__ import annotations

import argparse
from datetime import date

from dieuhanh.domain.actors import keeper
from dieuhanh.domain.dates import read_vi_date

from .frame import at_machine, open_books, progress, seal, start


def arguments(parser: argparse.ArgumentParser) -> None:
    """Serve or not, where, and on which day."""
    parser.add_argument("--no-serve", action="store_true", help="chỉ dựng và in bảng điểm")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--today", default="", help="ngày của bản mẫu, dd/mm/yyyy")


def run(options: argparse.Namespace) -> int:
    """Fill an installation with the examples, print the scoreboard, serve. Twice is safe."""
    from dieuhanh.config import demo  # noqa: PLC0415

    today = demo.prepare_home(read_vi_date(options.today) if options.today else None)
    bring_up_to_date()
    open_books(create=True)
    load(today)
    from dieuhanh.assessment.queries import board  # noqa: PLC0415

    from .assess import print_board  # noqa: PLC0415

    actor = at_machine()
    print_board(board("ca-mau-2021", seen_by=actor, as_known_on=demo.DEMO_DAY), options.lang)
    if options.no_serve:
        return 0
    from dieuhanh.desk.jobs import tell_all  # noqa: PLC0415

    from .serve import serve  # noqa: PLC0415

    tell_all(today=today)
    return serve("127.0.0.1", options.port)


def bring_up_to_date() -> None:
    """Sample data of an earlier release are upgraded without being asked about."""
    start()
    from dieuhanh.config.databases import books_open  # noqa: PLC0415
    from dieuhanh.config.keeping.upgrading import upgrade  # noqa: PLC0415

    if books_open():
        upgrade(by=at_machine())


def load(today: date) -> None:
    """Import the examples, seat the offices, hand a plan down, open a round, assign tasks, write
    papers, and follow both up to the day; what is there already stays."""
    from dieuhanh.config.clock import machine_day  # noqa: PLC0415
    from dieuhanh.config.demo import DEMO_DAY, example_files, seat_everyone  # noqa: PLC0415
    from dieuhanh.config.demo_papers import set_up as set_up_papers  # noqa: PLC0415
    from dieuhanh.config.demo_plan import set_up as set_up_plan  # noqa: PLC0415
    from dieuhanh.config.demo_reporting import set_up  # noqa: PLC0415
    from dieuhanh.config.demo_tasks import set_up as set_up_tasks  # noqa: PLC0415
    from dieuhanh.config.importing import import_files  # noqa: PLC0415

    paths, filler = list(example_files()), keeper("dữ liệu mẫu")
    with progress() as bar:
        task = bar.add_task("dữ liệu mẫu", total=len(paths))
        import_files(
            paths, by=filler, machine_day=machine_day(),
            progress=lambda name: bar.update(task, advance=1, description=name),
        )  # fmt: skip
    seat_everyone(filler)
    set_up_plan(filler)
    set_up(filler, DEMO_DAY)
    set_up_tasks(filler, DEMO_DAY)
    set_up_papers(filler, today)  # before tasks go on: a notice tells the deadlines of its day
    set_up_tasks(filler, today)
    seal()
