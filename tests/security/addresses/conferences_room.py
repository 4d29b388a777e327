"""The live room: of a meeting that is none of theirs, strangers hear nothing and do nothing."""

from tests.security.doors import READERS, Door, shut

MEETING = {"code": "meeting"}
DOORS: tuple[Door, ...] = (
    shut("conferences:room", **MEETING),
    shut("conferences:projector", **MEETING),
    shut("conferences:stream", **MEETING),
    shut("conferences:since", **MEETING),
    shut("conferences:presence", **MEETING),
    shut("conferences:screen", **MEETING),
    shut("conferences:ask", readers=READERS, sent={"diem-cau": "seat"}, **MEETING),
    shut("conferences:withdraw", sent={"luot": "request"}, **MEETING),
    shut(
        "conferences:heads", readers=READERS, sent={"diem-cau": "seat", "so-nguoi": "9"}, **MEETING
    ),
    shut("conferences:console", readers=READERS, **MEETING),
    shut("conferences:noted", readers=READERS, **MEETING),
    shut("conferences:voices", readers=READERS, **MEETING),
    shut("conferences:begin-item", readers=READERS, sent={"noi-dung": "talked"}, **MEETING),
    shut("conferences:floor", readers=READERS, sent={"luot": "request"}, **MEETING),
    shut("conferences:call", readers=READERS, sent={"ai": "s:1"}, **MEETING),
    shut("conferences:floor-end", readers=READERS, sent={"luot": "request"}, **MEETING),
    shut("conferences:turn", readers=READERS, sent={"giay": "60"}, **MEETING),
    shut("conferences:queue", readers=READERS, sent={"dung": "1"}, **MEETING),
    shut("conferences:show", readers=READERS, sent={"chieu": "blank:"}, **MEETING),
    shut(
        "conferences:contribute",
        readers=READERS,
        sent={"luot": "request", "y-kien": "x"},
        **MEETING,
    ),
)
