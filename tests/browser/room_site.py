"""The books of the live room: open conferences of the province. Prints their codes."""

from __future__ import annotations

import json
import os

import django

MEETINGS = 4


def main() -> None:
    """Make and open them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")
    django.setup()
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415 - once Django is set up
    from tests.conferences.room_books import meeting  # noqa: PLC0415

    held = [meeting(keeper("kiểm thử"), simulated=True) for _ in range(MEETINGS)]
    print(json.dumps([each.conference.code for each in held]))


if __name__ == "__main__":
    main()
