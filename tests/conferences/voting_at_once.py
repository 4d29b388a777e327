"""Votes on an installation, in a process of its own: prints what each hand got, as JSON.

Run on an installation with the example: `python -m tests.conferences.voting_at_once WHAT MODE`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.hands import HANDS, at_once, tell

SITES = 24


def main(what: str, mode: str) -> dict[str, Any]:
    """Open a ballot, let the hands at it, and tell what is in the books afterwards."""
    from dieuhanh.conferences.models import Ballot, Vote  # noqa: PLC0415
    from dieuhanh.conferences.queries.ballots import turnout_of  # noqa: PLC0415
    from dieuhanh.domain.ballots import Mode  # noqa: PLC0415
    from tests.conferences.ballots_made import asked, meeting  # noqa: PLC0415

    of = meeting(f"{what}-{mode}", sites=SITES)
    ballot = asked(of, Mode(mode))
    told = at_once(WORKS[what](ballot))
    held = Ballot.objects.get(pk=ballot.pk)
    return {
        "told": told,
        "state": held.state,
        "counts": held.counts,
        "voted": turnout_of(held),
        "rows": Vote.objects.filter(ballot=ballot).count(),
        "running": Ballot.objects.filter(conference=of, state="open").count(),
    }


Work = Callable[[], object]


def votes(ballot: Any, place: int, choice: int) -> Work:
    """The vote of the elector at a place."""
    from tests.conferences.ballots_made import electors, vote  # noqa: PLC0415

    elector = electors(ballot)[place]
    return lambda: vote(elector=elector, choice=choice).again


def counts(ballot: Any) -> Work:
    """The count."""
    from dieuhanh.conferences.actions.ballots import close_ballot  # noqa: PLC0415
    from tests.conferences.ballots_made import BY  # noqa: PLC0415

    return lambda: close_ballot(by=BY, ballot=ballot.pk).state


def one_elector(ballot: Any) -> list[Work]:
    """One elector's six presses."""
    return [votes(ballot, 0, hand % 3) for hand in range(HANDS)]


def everybody(ballot: Any) -> list[Work]:
    """Every elector once."""
    return [votes(ballot, place, place % 3) for place in range(SITES)]


def voting_while_counted(ballot: Any) -> list[Work]:
    """Three have voted; the others vote while the chair counts."""
    for place in range(3):
        votes(ballot, place, 0)()
    return [*(votes(ballot, place, 1) for place in range(3, SITES)), counts(ballot)]


def two_chairs(ballot: Any) -> list[Work]:
    """Two count, a third declares it void."""
    from dieuhanh.conferences.actions.ballots import void_ballot  # noqa: PLC0415
    from tests.conferences.ballots_made import BY  # noqa: PLC0415

    for place in range(3):
        votes(ballot, place, 0)()
    void = lambda: void_ballot(by=BY, ballot=ballot.pk, reason="x").state  # noqa: E731
    return [counts(ballot), counts(ballot), void]


def opening(ballot: Any) -> list[Work]:
    """Six open a ballot where none runs any more."""
    from tests.conferences.ballots_made import asked  # noqa: PLC0415

    counts(ballot)()
    return [lambda: asked(ballot.conference).state for _ in range(HANDS)]


WORKS: dict[str, Callable[[Any], list[Work]]] = {
    "same": one_elector, "many": everybody, "closing": voting_while_counted,
    "two-chairs": two_chairs, "opening": opening,
}  # fmt: skip


if __name__ == "__main__":
    tell(main)
