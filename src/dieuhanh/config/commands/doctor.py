"""`dieuhanh doctor`: what is configured, what is missing, in words."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator
from typing import NamedTuple

from .frame import OUR_FAULT, say_json


class Finding(NamedTuple):
    """One thing looked at. `needed` says whether the system cannot work without it."""

    name: str
    ok: bool
    told: str
    needed: bool = True


def arguments(parser: argparse.ArgumentParser) -> None:
    """Only how to print."""
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Look at everything and say it; 1 when something needed is missing."""
    found = list(look())
    sound = all(finding.ok for finding in found if finding.needed)
    if options.json:
        say_json([finding._asdict() for finding in found])
    else:
        for finding in found:
            mark = "✓" if finding.ok else ("✗" if finding.needed else "–")
            print(f"{mark} {finding.name}: {finding.told}")
    return 0 if sound else OUR_FAULT


def look() -> Iterator[Finding]:
    """Every part of an installation."""
    from dieuhanh.config.home import home, installation  # noqa: PLC0415
    from dieuhanh.exchange.law import load_conventions  # noqa: PLC0415

    folder = home()
    writable = os.access(folder if folder.exists() else folder.parent, os.W_OK)
    yield Finding(
        "Thư mục dữ liệu", writable, f"{folder}" if writable else f"{folder}: không ghi được"
    )
    yield Finding(
        "Bản cài đặt", True, "dữ liệu mẫu" if installation().get("demo") else "làm việc thật"
    )
    yield Finding("Quy ước đánh giá", True, ", ".join(load_conventions()))
    yield from _books()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    told = chromium or "chưa có; chỉ cần để chạy kiểm thử trình duyệt (apt-get install chromium)"
    yield Finding("Chromium", bool(chromium), told, needed=False)
    mo = shutil.which("pg_ctl") or shutil.which("psql")
    told = "có" if mo else "chưa có; chỉ cần khi dùng DATABASE_URL=postgresql://…"
    yield Finding("PostgreSQL", bool(mo), told, needed=False)


def _books() -> Iterator[Finding]:
    """The database: reachable, tables up to date, chain sealed."""
    import django  # noqa: PLC0415
    from django.db import DatabaseError, connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    from dieuhanh.config.databases import books_open  # noqa: PLC0415

    django.setup()
    kind = connection.vendor
    try:
        if not books_open():
            told = f"{kind}: chưa có sổ; chạy `dieuhanh demo` hoặc `import`"
            yield Finding("Cơ sở dữ liệu", False, told)
            return
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Finding("Cơ sở dữ liệu", False, f"{kind}: không mở được ({error})")
        return
    told = kind if not waiting else f"{kind}: chưa dựng bảng; chạy `dieuhanh demo` hoặc `import`"
    yield Finding("Cơ sở dữ liệu", not waiting, told)
    if not waiting:
        from dieuhanh.plans.models import Plan  # noqa: PLC0415
        from dieuhanh.reports.models import Figure  # noqa: PLC0415

        plans, figures = Plan.objects.count(), Figure.objects.count()
        yield Finding("Sổ", True, f"{plans} kế hoạch, {figures} số liệu", needed=False)
