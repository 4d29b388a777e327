"""Run inside an installation: put a question to the meeting, everybody there. Prints JSON.

python -m benchmarks.voters.opened CONFERENCE MODE
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402

from benchmarks.load.prepare import BY  # noqa: E402
from dieuhanh.conferences.actions.ballots import open_ballot  # noqa: E402
from dieuhanh.conferences.models import Conference, Elector, Presence, Site  # noqa: E402
from dieuhanh.domain.ballots import Mode, Question  # noqa: E402


def main(code: str, mode: str) -> dict[str, Any]:
    """The ballot, and by body the elector its keeper votes for."""
    of = Conference.objects.get(code=code)
    Presence.objects.filter(conference=of).delete()
    Presence.objects.bulk_create(
        Presence(conference=of, site=site, process="do-tai", pages=1, seen_at=timezone.now())
        for site in Site.objects.filter(conference=of)
    )
    ballot = open_ballot(
        by=BY, conference=of, question=Question("Thông qua chương trình?", Mode(mode))
    )
    found = Elector.objects.filter(ballot=ballot).values_list("site__body__code", "pk")
    return {"ballot": ballot.pk, "electors": dict(found)}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2])))
