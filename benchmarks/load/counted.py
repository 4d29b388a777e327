"""Run inside an installation: what the books hold of one turn, against what was typed. Prints JSON.

python -m benchmarks.load.counted FILE TURN
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import django

django.setup()

from dieuhanh.audit.jobs import seal  # noqa: E402
from dieuhanh.audit.models import Entry  # noqa: E402
from dieuhanh.audit.queries import walk  # noqa: E402
from dieuhanh.reports.models import Filing, Step, Submission  # noqa: E402

from .officers import text_of  # noqa: E402


def main(told: dict[str, Any], turn: int) -> dict[str, Any]:
    """Officers whose form is not in, is in twice, or holds other figures than they typed."""
    owed = {me["owes"][turn]: number for number, me in enumerate(told["officers"])}
    filings = Filing.objects.filter(submission__in=owed)
    handed_in = Counter(filings.values_list("submission_id", flat=True))
    states = dict(Submission.objects.filter(pk__in=owed).values_list("pk", "state"))
    steps = Counter(
        Step.objects.filter(submission__in=owed, kind="filed").values_list(
            "submission_id", flat=True
        )
    )
    other = []
    for filing in filings:
        officer = owed[filing.submission_id]
        wanted = {row: text_of(officer, n, turn) for n, row in enumerate(told["rows"])}
        if {cell["row"]: cell["text"] for cell in filing.cells} != wanted:
            other.append(officer)
    seal()
    report = walk()
    recorded = Entry.objects.filter(verb="submission.filed").count()
    return {
        "missing": [n for pk, n in owed.items() if not handed_in[pk]],
        "doubled": [n for pk, n in owed.items() if handed_in[pk] > 1 or steps[pk] > 1],
        "not_submitted": [n for pk, n in owed.items() if states[pk] != "submitted"],
        "other_figures": other,
        "record_sound": report.sound,
        "lines_of_filing": recorded,
        "filings": Filing.objects.count(),
    }


if __name__ == "__main__":
    handed = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    print(json.dumps(main(handed, int(sys.argv[2]))))
