"""Many hands on one report in the same moment, in a process of its own: prints what each got.

Run on an installation with the example: `python -m tests.reports.at_once approve|file|correct`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.hands import six_hands, tell

TODAY = date(2022, 1, 12)
TYPED = {"thu-ngan-sach": "1.112,5", "trong-do-noi-dia": "890", "viec-lam": "12"}


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
        told = six_hands(file)
    elif what == "file-with-key":
        told = six_hands(lambda hand: file(hand, "one-key"))
    else:
        file(0)
        told = six_hands(decide)
    if what == "correct":
        told = six_hands(correct)
    return {
        "told": told,
        "filings": Filing.objects.filter(submission=found).count(),
        "steps": Step.objects.filter(submission=found).count(),
        "figures": Figure.objects.filter(filing__submission=found).count(),
    }


if __name__ == "__main__":
    tell(outcome)
