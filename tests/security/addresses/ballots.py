"""Ballots: of a district's meeting they are nobody else's; who sees them may not do the deeds."""

from tests.security.doors import READERS, Door, shut

MEETING = {"code": "meeting"}
BALLOT = {**MEETING, "pk": "ballot"}
ASKED = {
    "question": "x", "mode": "open", "by": "site", "options": "a\nb", "quorum": "0",
    "threshold": "50",
}  # fmt: skip
VOTE = {"elector": "elector", "choice": "1"}
DOORS: tuple[Door, ...] = (
    shut("conferences:ballots", **MEETING),
    shut("conferences:ballot-new", readers=READERS, sent=ASKED, **MEETING),
    shut("conferences:ballot-now", **MEETING),
    shut("conferences:ballot", **BALLOT),
    shut("conferences:ballot-turnout", **BALLOT),
    shut("conferences:ballot-vote", readers=READERS, sent=VOTE, **BALLOT),
    shut("conferences:ballot-close", readers=READERS, **BALLOT),
    shut("conferences:ballot-void", readers=READERS, sent={"reason": "x"}, **BALLOT),
    shut("conferences:ballot-export", ext="csv", **BALLOT),
)
