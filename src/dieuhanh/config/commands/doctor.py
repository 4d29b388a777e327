"""`dieuhanh doctor`: what is configured, what is missing, in words."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.domain.errors import BadInput, Broken
from dieuhanh.domain.numbers import Lang

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
    found = list(look(english=options.lang == "en"))
    sound = all(finding.ok for finding in found if finding.needed)
    if options.json:
        say_json([finding._asdict() for finding in found])
    else:
        for finding in found:
            mark = "✓" if finding.ok else ("✗" if finding.needed else "–")
            print(f"{mark} {finding.name}: {finding.told}")
    return 0 if sound else OUR_FAULT


DATA = ("Thư mục dữ liệu", "Data folder")
KIND = ("Bản cài đặt", "Installation")
CONVENTIONS = ("Quy ước đánh giá", "Conventions of judging")
OWN_LAW = ("Quy định riêng của tỉnh", "The province's own provisions")
DATABASE = ("Cơ sở dữ liệu", "Database")
BOOKS = ("Sổ", "Books")
UNWRITABLE = (": không ghi được", ": cannot be written")
SAMPLE, WORK = ("dữ liệu mẫu", "sample data"), ("làm việc thật", "real work")
NO_CHROMIUM = (
    "chưa có; chỉ cần để chạy kiểm thử trình duyệt (apt-get install chromium)",
    "missing; needed for browser tests alone (apt-get install chromium)",
)
HERE = ("có", "there")
NO_POSTGRES = (
    "chưa có; chỉ cần khi dùng DATABASE_URL=postgresql://…",
    "missing; needed with DATABASE_URL=postgresql://… alone",
)
PAPERS = ("Mẫu và phông văn bản", "Template and font of papers")
NO_TWIN = (
    "{font}, không rộng bằng Times New Roman nên PDF xuống dòng chỗ khác; apt-get install fonts-liberation2",
    "{font}, not as wide as Times New Roman, so PDF breaks lines elsewhere; apt-get install fonts-liberation2",
)
NO_BOOKS = (
    ": chưa có sổ; chạy `dieuhanh demo` hoặc `import`",
    ": no books yet; run `dieuhanh demo` or `import`",
)
NO_TABLES = (
    ": chưa dựng bảng; chạy `dieuhanh demo` hoặc `import`",
    ": tables are not up to date; run `dieuhanh demo` or `import`",
)
UNUSABLE = (": không mở được", ": cannot be opened")
HELD = ("{plans} kế hoạch, {figures} số liệu", "{plans} plans, {figures} figures")


def look(*, english: bool) -> Iterator[Finding]:
    """Every part of an installation."""
    from dieuhanh.config.home import home, installation  # noqa: PLC0415
    from dieuhanh.exchange.law import load_conventions  # noqa: PLC0415

    folder = home()
    writable = os.access(folder if folder.exists() else folder.parent, os.W_OK)
    yield Finding(DATA[english], writable, f"{folder}{'' if writable else UNWRITABLE[english]}")
    yield Finding(KIND[english], True, (SAMPLE if installation().get("demo") else WORK)[english])
    yield Finding(CONVENTIONS[english], True, ", ".join(load_conventions()))
    yield from _own_law(english=english)
    yield from _books(english=english)
    yield _papers(english=english)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    yield Finding("Chromium", bool(chromium), chromium or NO_CHROMIUM[english], needed=False)
    postgres = bool(shutil.which("pg_ctl") or shutil.which("psql"))
    told = (HERE if postgres else NO_POSTGRES)[english]
    yield Finding("PostgreSQL", postgres, told, needed=False)


def _papers(*, english: bool) -> Finding:
    """Whether the template of papers keeps the decree, and the font a PDF is set in here."""
    from dieuhanh.config.home import paper_templates_folder  # noqa: PLC0415
    from dieuhanh.domain.errors import BadInput, BadInputs  # noqa: PLC0415
    from dieuhanh.domain.wording import message  # noqa: PLC0415
    from dieuhanh.paper.writing.look import look as look_of  # noqa: PLC0415
    from dieuhanh.paper.writing.pdf import is_twin, typeface  # noqa: PLC0415

    name = PAPERS[english]
    try:
        font = typeface(look_of(paper_templates_folder()))
    except (BadInput, BadInputs) as fault:
        faults = fault.faults if isinstance(fault, BadInputs) else (fault,)
        lang = "en" if english else "vi"
        return Finding(name, False, "; ".join(message(each, lang) for each in faults))
    if is_twin(font):
        return Finding(name, True, font)
    return Finding(name, False, NO_TWIN[english].format(font=font), needed=False)


def _own_law(*, english: bool) -> Iterator[Finding]:
    """The province's own provisions, where the home keeps some: read whole, or where they fail."""
    from dieuhanh.config.home import own_law_folder  # noqa: PLC0415
    from dieuhanh.domain.wording import message  # noqa: PLC0415
    from dieuhanh.exchange import law  # noqa: PLC0415

    own = own_law_folder()
    readers = {
        law.TASKS: law.load_task_law, law.CONFERENCES: law.load_meeting_terms,
        law.REPORTING: law.load_reporting, law.PAPERS: law.load_units,
    }  # fmt: skip
    lang: Lang = "en" if english else "vi"
    for name in sorted(path.name for path in own.glob("*.toml")):
        if name not in readers:
            fault = BadInput("law.unknown_file", name=name, known=", ".join(sorted(readers)))
            yield Finding(OWN_LAW[english], False, message(fault, lang))
            continue
        try:
            count = len(readers[name](own=own)) - len(readers[name]())
        except (BadInput, Broken) as told:
            yield Finding(OWN_LAW[english], False, message(told, lang))
        else:
            yield Finding(OWN_LAW[english], True, f"{name}: {count}")


def _books(*, english: bool) -> Iterator[Finding]:
    """The database: reachable, tables up to date, what it holds."""
    import django  # noqa: PLC0415
    from django.db import DatabaseError, connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    from dieuhanh.config.databases import books_open  # noqa: PLC0415

    django.setup()
    kind, name = connection.vendor, DATABASE[english]
    try:
        if not books_open():
            yield Finding(name, False, kind + NO_BOOKS[english])
            return
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Finding(name, False, f"{kind}{UNUSABLE[english]} ({error})")
        return
    yield Finding(name, not waiting, kind + NO_TABLES[english] if waiting else kind)
    if not waiting:
        from dieuhanh.plans.models import Plan  # noqa: PLC0415
        from dieuhanh.reports.models import Figure  # noqa: PLC0415

        held = HELD[english].format(plans=Plan.objects.count(), figures=Figure.objects.count())
        yield Finding(BOOKS[english], True, held, needed=False)
