"""`dieuhanh serve`"""

from __future__ import annotations

import argparse
import socket
import threading
import warnings

from .frame import err, open_books, seal

SEAL_EVERY = 2.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen; this machine only unless told otherwise."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)


def run(options: argparse.Namespace) -> int:
    """Serve the pages until interrupted."""
    open_books()
    return serve(options.host, options.port)


def serve(host: str, port: int) -> int:
    """Run the server, the sealer beside it. A taken port is said, not fought over."""
    import uvicorn  # noqa: PLC0415

    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadInput("serve.port", port=port) from error
    # WhiteNoise hands its files over synchronously, which is harmless and not the reader's concern.
    warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")
    stop = threading.Event()
    threading.Thread(target=_keep_sealing, args=(stop,), daemon=True).start()
    err.print(f"Mở http://{host}:{port} (dừng bằng Ctrl+C)", markup=False)
    try:
        uvicorn.run(
            "dieuhanh.config.asgi:application", host=host, port=port, log_level="warning",
            server_header=False,
        )  # fmt: skip
    finally:
        stop.set()
    return 0


def _keep_sealing(stop: threading.Event) -> None:
    from django.db import DatabaseError, connection  # noqa: PLC0415

    while not stop.wait(SEAL_EVERY):
        try:
            seal()
        except DatabaseError as error:
            err.print(f"Niêm sổ ghi chưa được, sẽ thử lại: {error}", markup=False)
        finally:
            connection.close()
