"""A secret ballot on an installation, step by step, in processes of its own: prints JSON.

Run as `python -m tests.conferences.voting_there open | vote PLACE CHOICE | look`.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main(what: str, *more: str) -> dict[str, Any]:
    """Open it, cast one vote, or tell what the books hold of it."""
    from dieuhanh.conferences.models import Ballot, Urn  # noqa: PLC0415
    from dieuhanh.domain.ballots import Mode  # noqa: PLC0415
    from tests.conferences.ballots_made import asked, electors, meeting, vote  # noqa: PLC0415

    if what == "open":
        asked(meeting("kin", sites=6), Mode.SECRET)
    ballot = Ballot.objects.get(conference__code="kin")
    if what == "vote":
        place, choice = map(int, more)
        vote(elector=electors(ballot)[place], choice=choice)
    return {
        "state": ballot.state, "note": ballot.note, "counts": ballot.counts,
        "key": Urn.objects.get(ballot=ballot).key_name,
    }  # fmt: skip


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "dieuhanh.config.settings"
    import django

    django.setup()
    sys.stdout.write(json.dumps(main(*sys.argv[1:])))
