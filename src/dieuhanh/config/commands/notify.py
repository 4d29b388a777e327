"""`dieuhanh notify`"""

from __future__ import annotations

import argparse

from .frame import err, open_books, seal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose: what is new is told once, whoever asks."""
    parser.add_argument("--no-mail", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Keep recurring and handed-over tasks, write the notices that are due, send the day's digests.

    As `serve` does beside itself.
    """
    open_books()
    from dieuhanh.config.clock import today  # noqa: PLC0415 - Django first
    from dieuhanh.desk.jobs import mail_digests, tell_all  # noqa: PLC0415
    from dieuhanh.tasks.jobs import keep_tasks  # noqa: PLC0415

    keep_tasks(today=today())
    told = tell_all(today=today())
    sent = 0 if options.no_mail else mail_digests(today=today())
    seal()
    words = "{} thông báo mới, {} thư." if options.lang == "vi" else "{} new notices, {} e-mails."
    err.print(words.format(told, sent), markup=False)
    return 0
