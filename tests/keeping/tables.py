"""Print the tables of an installation as JSON; with "migrate", after walking every migration."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import django

NAMELESS = re.compile(r"^(__unnamed|fk_).*")  # numbered by SQLite in the order it meets them


def drawn() -> dict[str, Any]:
    """Columns, and what they are held to, by table."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    told: dict[str, Any] = {}
    with connection.cursor() as cursor:
        ask = connection.introspection
        for table in ask.table_names(cursor):
            columns = {
                row.name: [str(row.type_code), row.null_ok, row.internal_size, row.precision]
                for row in ask.get_table_description(cursor, table)
            }
            held = sorted(
                json.dumps([NAMELESS.sub("", name), facts], default=str)
                for name, facts in ask.get_constraints(cursor, table).items()
            )
            told[table] = {"columns": columns, "held": held}
    return told


if __name__ == "__main__":
    Path(os.environ["DIEUHANH_HOME"]).mkdir(parents=True, exist_ok=True)
    django.setup()
    from django.core.management import call_command

    from dieuhanh.config.keeping.schema import applied, begin

    if "migrate" in sys.argv:
        call_command("migrate", verbosity=0, interactive=False)
    else:
        begin()
    print(json.dumps({"tables": drawn(), "applied": sorted(applied())}))
