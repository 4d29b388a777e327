"""`dieuhanh serve`"""

from __future__ import annotations

import argparse
import logging
import resource
import socket
import threading
from collections.abc import Callable

from .frame import err, open_books, seal

log = logging.getLogger(__name__)
SEAL_EVERY = 2.0
WAITING = 4096  # connections the system keeps for us while all is taken
LONGEST_END = 25  # seconds that what has been asked is given when the server stops
TELL_EVERY = 30.0
MAIL_EVERY = 300.0
KEYS_EVERY = 60.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen; this machine only unless told otherwise."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1, help="số tiến trình / processes")


def run(options: argparse.Namespace) -> int:
    """Serve the pages until interrupted."""
    open_books()
    return serve(options.host, options.port, options.workers)


def serve(host: str, port: int, workers: int = 1) -> int:
    """Run the server, the sealer beside it. A taken port is said, not fought over."""
    import uvicorn  # noqa: PLC0415

    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadInput("serve.port", port=port) from error
    _allow_many_lines()
    stop = threading.Event()
    for name, every, work in BESIDE:
        threading.Thread(target=_keep, args=(name, every, work, stop), daemon=True).start()
    err.print(f"Mở http://{host}:{port} (dừng bằng Ctrl+C)", markup=False)
    try:
        uvicorn.run(
            "dieuhanh.config.asgi:application", host=host, port=port, log_level="warning",
            server_header=False, workers=max(1, workers), backlog=WAITING,
            timeout_graceful_shutdown=LONGEST_END,
        )  # fmt: skip
    finally:
        stop.set()
    return 0


def _allow_many_lines() -> None:
    """As many open connections as the system lets us have: each live page holds one."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _tell() -> None:
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.desk.jobs import tell_all  # noqa: PLC0415

    tell_all(today=today())


def _tasks() -> None:
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.tasks.jobs import keep_tasks  # noqa: PLC0415

    keep_tasks(today=today())


def _mail() -> None:
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.desk.jobs import mail_digests  # noqa: PLC0415

    mail_digests(today=today())


def _destroy_keys() -> None:
    from dieuhanh.conferences.jobs.keys import destroy_spent_keys  # noqa: PLC0415

    destroy_spent_keys()


BESIDE = (
    ("Niêm sổ ghi", SEAL_EVERY, seal),
    ("Giữ nhiệm vụ", TELL_EVERY, _tasks),
    ("Viết thông báo", TELL_EVERY, _tell),
    ("Gửi thư", MAIL_EVERY, _mail),
    ("Hủy khóa hòm phiếu", KEYS_EVERY, _destroy_keys),
)


def _keep(name: str, every: float, work: Callable[[], None], stop: threading.Event) -> None:
    """Do something again and again beside the pages; what fails once is told and tried again."""
    from django.db import connection  # noqa: PLC0415

    while not stop.wait(every):
        try:
            work()
        except Exception as error:  # a thread that dies would end it silently, for good
            log.exception("%s", name)
            err.print(f"{name} chưa được, sẽ thử lại: {error!r}", markup=False)
        finally:
            connection.close()
