"""A demo's books with a meeting under way, five sites in it. Run in a home of its own."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")


def main() -> None:
    """The meeting, and a ballot that was counted."""
    django.setup()
    from dieuhanh.conferences.actions.ballots import close_ballot  # noqa: PLC0415 - Django first
    from tests.conferences.ballots_made import BY, asked, electors, meeting, vote  # noqa: PLC0415

    ballot = asked(meeting("hop", sites=5, simulated=True))
    for place, voter in enumerate(electors(ballot)[:4]):
        vote(elector=voter, choice=place // 3)
    close_ballot(by=BY, ballot=ballot.pk)


if __name__ == "__main__":
    main()
