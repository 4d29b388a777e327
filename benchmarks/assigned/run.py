"""Run inside an installation with the example: plant tasks, fetch pages, tell. Prints JSON.

python -m benchmarks.assigned.run TASKS
"""

from __future__ import annotations

import json
import re
import sys
import time
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.assigned.plant import plant  # noqa: E402
from benchmarks.lines import median_ms  # noqa: E402
from dieuhanh.config.clock import today  # noqa: E402
from dieuhanh.desk.jobs import tell_all  # noqa: E402
from dieuhanh.desk.models import TaskTold  # noqa: E402
from dieuhanh.people.models import User  # noqa: E402

LIST, SCORES = "/nhiem-vu/", "/nhiem-vu/phieu-diem/"
PAGES = {
    "overdue": f"{LIST}?tinh-trang=open_overdue",
    "overdue, page 40": f"{LIST}?tinh-trang=open_overdue&page=40",
    "search": f"{LIST}?q=quy+hoach+dat+500",
    "all": LIST,
    "scores": f"{SCORES}?ky=2021",
    "score of a body": f"{SCORES}ubnd-ca-mau/?ky=2021",
    "by body": f"{LIST}theo-co-quan/",
    "my work": "/viec-cua-toi/",
}


def main(count: int) -> dict[str, Any]:
    """What was measured, and what must be true of it."""
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(username="van-phong"))
    there = {name: counted(client.get(PAGES[name]).content.decode()) for name in ("overdue", "all")}
    held = plant(count, today())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the database keeps for itself when rows come slowly
    pages = {name: fetched(client, address) for name, address in PAGES.items()}
    start = time.perf_counter()
    written = tell_all(today=today())
    first = time.perf_counter() - start
    alerts = TaskTold.objects.filter(what="alert").count()
    start = time.perf_counter()
    again = tell_all(today=today())
    second = time.perf_counter() - start
    start = time.perf_counter()
    rows = client.get(f"{LIST}tai.csv").content.count(b"\r\n") - 2
    export = time.perf_counter() - start
    return {
        "ms": {name: ms for name, (ms, _) in pages.items()},
        "overdue": [counted(pages["overdue"][1]), there["overdue"] + held["overdue"]],
        "all": [counted(pages["all"][1]), there["all"] + held["counted"]],
        "tell": [round(first, 2), round(second, 2)],
        "told": [written, alerts, again],
        "export": [round(export, 2), rows],
    }


def fetched(client: Client, address: str) -> tuple[float, str]:
    """The median time of nine, in milliseconds, and the page."""
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    ms = median_ms(lambda: client.get(address), rounds=9, warm_up=2)
    return ms, answer.content.decode()


def counted(source: str) -> int:
    """The number in the page's heading."""
    heading = source.partition("<h1>")[2].partition("</h1>")[0]
    return int(re.sub(r"\D", "", heading.split("nhiệm")[0]))


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
