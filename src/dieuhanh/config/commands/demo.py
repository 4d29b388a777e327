"""`dieuhanh demo [--no-serve]`"""

from __future__ import annotations

import argparse

from .frame import at_machine, open_books, progress, seal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Serve or not, and where."""
    parser.add_argument("--no-serve", action="store_true", help="chỉ dựng và in bảng điểm")
    parser.add_argument("--port", type=int, default=8000)


def run(options: argparse.Namespace) -> int:
    """Fill an installation with the examples, print the scoreboard, serve. Twice is safe."""
    from dieuhanh.config import demo  # noqa: PLC0415

    demo.prepare_home()
    open_books(create=True)
    load()
    from dieuhanh.assessment.queries import board  # noqa: PLC0415

    from .assess import print_board  # noqa: PLC0415

    actor = at_machine()
    print_board(board("ca-mau-2021", seen_by=actor, as_known_on=demo.DEMO_DAY), options.lang)
    if options.no_serve:
        return 0
    from .serve import serve  # noqa: PLC0415

    return serve("127.0.0.1", options.port)


def load() -> None:
    """Import the examples and seat the five offices; what is there already stays."""
    from dieuhanh.config.clock import machine_day  # noqa: PLC0415
    from dieuhanh.config.demo import example_files, seat_everyone  # noqa: PLC0415
    from dieuhanh.config.importing import import_files  # noqa: PLC0415

    paths = list(example_files())
    with progress() as bar:
        task = bar.add_task("dữ liệu mẫu", total=len(paths))
        import_files(
            paths, by=at_machine(), machine_day=machine_day(),
            progress=lambda name: bar.update(task, advance=1, description=name),
        )  # fmt: skip
    seat_everyone(at_machine())
    seal()
