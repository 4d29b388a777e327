"""Many hands on one task in the same moment, in a process of its own: prints what each got.

Run on an installation with the example: `python -m tests.tasks.at_once decide|grant|assign|occur`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.hands import six_hands, tell


def outcome(what: str) -> dict[str, Any]:
    """What the hands got, and what is in the books afterwards."""
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415 - once Django is set up
    from dieuhanh.tasks.actions.extending import ask_extension, grant_extension  # noqa: PLC0415
    from dieuhanh.tasks.actions.following import (  # noqa: PLC0415
        accept,
        confirm,
        give_back,
        report_done,
    )
    from dieuhanh.tasks.jobs import keep_tasks  # noqa: PLC0415
    from dieuhanh.tasks.models import Step, Task  # noqa: PLC0415
    from tests.tasks.given import TODAY, again, given  # noqa: PLC0415

    by = keeper("tay")
    found = given(by, repeats="month" if what == "occur" else "")
    if what == "decide":
        accept(by=by, task=found.code, today=TODAY)
        report_done(by=by, task=found.code, today=TODAY, text="xong")
    if what == "grant":
        ask_extension(by=by, task=found.code, until=date(2022, 4, 30), text="x", today=TODAY)
    seen = again(found).revision

    def decide(hand: int) -> str:
        if hand % 2:
            confirm(by=keeper(f"h{hand}"), task=found.code, today=TODAY, seen=seen)
        else:
            give_back(by=keeper(f"h{hand}"), task=found.code, today=TODAY, text="x", seen=seen)
        return "decided"

    def grant(hand: int) -> str:
        grant_extension(by=keeper(f"h{hand}"), task=found.code, today=TODAY)
        return "granted"

    def assign(hand: int) -> str:
        return given(keeper(f"h{hand}"), title=f"Cùng lúc {hand}").code

    def occur(_hand: int) -> str:
        keep_tasks(today=date(2022, 5, 2))
        return "kept"

    told = six_hands({"decide": decide, "grant": grant, "assign": assign, "occur": occur}[what])
    held = again(found)
    return {
        "told": told,
        "steps": Step.objects.filter(task=found).count(),
        "revision": held.revision,
        "extensions": held.extensions,
        "periods": sorted(Task.objects.filter(series=found).values_list("period", flat=True)),
    }


if __name__ == "__main__":
    tell(outcome)
