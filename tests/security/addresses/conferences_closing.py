"""What a meeting leaves: seen with the conference, drafts and writing only by its host's officers."""

from tests.security.doors import READERS, Door, open_door, shut

MEETING, ONE = {"code": "meeting"}, {"pk": "conclusion"}
DOORS: tuple[Door, ...] = (
    shut("conferences:conclusions", **MEETING),
    shut("conferences:conclusions-now", **MEETING),
    shut("conferences:conclusion-note", readers=READERS, sent={"text": "x"}, **MEETING),
    shut("conferences:conclusions-final", readers=READERS, sent={"chon": "conclusion"}, **MEETING),
    shut("conferences:conclusion", readers=READERS, sent={"text": "x", "reason": "x"}, **ONE),
    shut("conferences:conclusion-links", readers=READERS, **ONE),
    shut("conferences:conclusion-place", readers=READERS, sent={"lam": "bo"}, **ONE),
    open_door("conferences:resting", kind="contribution", key="contribution"),
    shut("conferences:texts", **MEETING),
    shut("conferences:text", **MEETING, kind="minutes"),
    shut("conferences:text-write", readers=READERS, sent={"text": "x"}, **MEETING, kind="minutes"),
    shut("conferences:photos", readers=READERS, sent={"caption": "x"}, **MEETING),
    shut("conferences:photo", **MEETING, pk="photo"),
    shut("conferences:photo-change", readers=READERS, sent={"caption": "x"}, **MEETING, pk="photo"),
)
