"""Many hands on one report in the same moment, in a process of its own: prints what each got.

Run on an installation with the example: `python -m tests.reports.at_once approve|file|correct`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from datetime import date
from typing import Any

HANDS = 6
TODAY = date(2022, 1, 12)
TYPED = {"thu-ngan-sach": "1.112,5", "trong-do-noi-dia": "890", "viec-lam": "12"}


def at_once(work: Callable[[int], object]) -> list[str]:
    """Do the work from several threads that start together; each one's outcome as a word."""
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    from dieuhanh.domain.errors import DieuHanhError  # noqa: PLC0415

    start, told = threading.Barrier(HANDS), [""] * HANDS

    def run(hand: int) -> None:
        start.wait()
        try:
            told[hand] = f"done {work(hand)}"
        except DieuHanhError as fault:
            told[hand] = fault.code
        except Exception as fault:  # noqa: BLE001 - told to the test, which expects none
            told[hand] = repr(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(hand,)) for hand in range(HANDS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


def outcome(what: str) -> dict[str, Any]:
    """What the hands got, and what is in the books afterwards."""
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415
    from dieuhanh.reports.actions.correcting import correct_figure  # noqa: PLC0415
    from dieuhanh.reports.actions.deciding import approve  # noqa: PLC0415
    from dieuhanh.reports.actions.drafts import CellChange  # noqa: PLC0415
    from dieuhanh.reports.actions.filing import file_submission  # noqa: PLC0415
    from dieuhanh.reports.models import Figure, Filing, Step  # noqa: PLC0415
    from tests.reports.entry_books import (  # noqa: PLC0415
        COMMUNE_ROWS,
        form_sent,
        owed,
        own_area,
    )

    form = f"cung-luc-{what}"
    sent = form_sent(form, COMMUNE_ROWS, owner="so-khdt-ca-mau", filler=("ubnd", "commune"))
    found = owed(sent, "ubnd-32248", ["ubnd-973"])
    cells = [CellChange(row, own_area(found).pk, text) for row, text in TYPED.items()]

    def file(_hand: int, key: str = "") -> int:
        return file_submission(
            by=keeper("xã"), submission=found.pk, today=TODAY, cells=cells, idempotency_key=key
        ).pk

    def decide(hand: int) -> int:
        return approve(by=keeper(f"h{hand}"), submissions=[found.pk], today=TODAY).figures

    def correct(hand: int) -> str:
        held = Figure.objects.get(filing__submission=found, indicator__code="viec-lam", reason="")
        correct_figure(
            by=keeper("t"), figure=held.pk, text=str(hand + 20), status="official", reason="x",
            known_from=TODAY, today=TODAY,
        )  # fmt: skip
        return "corrected"

    if what == "file":
        told = at_once(file)
    elif what == "file-with-key":
        told = at_once(lambda hand: file(hand, "one-key"))
    else:
        file(0)
        told = at_once(decide)
    if what == "correct":
        told = at_once(correct)
    return {
        "told": told,
        "filings": Filing.objects.filter(submission=found).count(),
        "steps": Step.objects.filter(submission=found).count(),
        "figures": Figure.objects.filter(filing__submission=found).count(),
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "dieuhanh.config.settings"
    import django

    django.setup()
    sys.stdout.write(json.dumps(outcome(sys.argv[1])))
