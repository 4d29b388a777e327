"""The books of the walk. Run in a home with the demo: `walk_site.py prepare`, later `late`."""

from __future__ import annotations

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")


def main(what: str) -> None:
    """Do it, and print what the walk must know."""
    django.setup()
    from tests.reports.walk_books import arrive, prepare  # noqa: PLC0415 - once Django is set up

    print(json.dumps({"prepare": prepare, "late": arrive}[what]()))


if __name__ == "__main__":
    main(sys.argv[1])
