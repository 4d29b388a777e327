"""The first page: how many queries it asks and how long the server works on it."""

from __future__ import annotations

from typing import Any

from benchmarks.installation import installation
from benchmarks.lines import Line, at_most, median_ms

QUERIES, MILLISECONDS = 15, 50


def run() -> list[Line]:
    """The overview as the chairman sees it, signed in, after warm-up."""
    installation()
    from django.test import Client  # noqa: PLC0415 - once Django is set up

    client = Client(SERVER_NAME="127.0.0.1")
    get(client, "/")  # the demo seats a newcomer
    taken = median_ms(lambda: get(client, "/"))
    floor = median_ms(lambda: get(client, "/static/ui/tokens.css"))
    return [
        at_most("overview: queries", queries(client, "/"), "queries", QUERIES),
        at_most("overview: server time", taken, "ms", MILLISECONDS),
        at_most("overview ÷ a static file", round(taken / floor, 1), "times"),
    ]


def get(client: Any, address: str) -> None:
    """Fetch a page whole; anything but the page itself is a fault of the benchmark."""
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")
    b"".join(response) if response.streaming else response.content


def queries(client: Any, address: str) -> int:
    """How often a page asks the database."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        get(client, address)
    return len(asked)
