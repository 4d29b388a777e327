"""A demo's books with forms sent out. Run in a home of its own; prints the submissions' numbers."""

from __future__ import annotations

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")

FORMS = (
    "keys", "undo", "paste", "telex", "offline", "reload", "expired", "two", "filing", "missing",
    "money", "plain", "phone", "fault", "window", "filed", "workbook", "early",
)  # fmt: skip
LINES = 60
SECOND_PASSWORD = "mot-cau-dai-de-nho"  # noqa: S105 - a demo of the test alone


def main() -> None:
    """One form a test for the commune, a long one for paper, one for the health department."""
    django.setup()
    from tests.reports.entry_books import (  # noqa: PLC0415 - once Django is set up
        COMMUNE_ROWS,
        form_sent,
        health_form,
        last_year,
        owed,
        second_officer,
    )

    second_officer(SECOND_PASSWORD)

    told = {"health": owed(health_form(), "so-y-te-ca-mau").pk}
    commune = {"owner": "so-khdt-ca-mau", "filler": ("ubnd", "commune")}
    for name in FORMS:
        found = owed(form_sent(name, COMMUNE_ROWS, **commune), "ubnd-32248", ["ubnd-973"])  # type: ignore[arg-type]
        last_year(found, "thu-ngan-sach", "4,0")
        told[name] = found.pk
    long = [
        {
            "key": f"dong-{n}", "no": str(n), "kind": "entry", "unit": "người", "decimals": 0,
            "label": f"Chỉ tiêu thứ {n}",
        }
        for n in range(1, LINES + 1)
    ]  # fmt: skip
    told["long"] = owed(form_sent("long", long, **commune), "ubnd-32248", ["ubnd-973"]).pk  # type: ignore[arg-type]
    print(json.dumps(told))


if __name__ == "__main__":
    main()
