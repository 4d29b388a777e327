"""Run inside an installation: what the books hold of a ballot. Prints JSON.

python -m benchmarks.voters.counted BALLOT
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

django.setup()

from dieuhanh.audit.jobs import seal  # noqa: E402
from dieuhanh.audit.queries import walk  # noqa: E402
from dieuhanh.conferences.models import Ballot, RoomEvent, Vote  # noqa: E402
from dieuhanh.conferences.queries.ballots import choices_now  # noqa: E402


def main(pk: int) -> dict[str, Any]:
    """The counts written at closing, the rows there are, how often the room was told."""
    ballot = Ballot.objects.get(pk=pk)
    seal()
    told = RoomEvent.objects.filter(kind="ballot.turnout", data__ballot=pk)
    return {
        "counts": ballot.counts,
        "rows": Vote.objects.filter(ballot=ballot).count(),
        "choices": [choice for _place, choice in sorted(choices_now(ballot))],
        "told": told.count(),
        "record_sound": walk().sound,
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
