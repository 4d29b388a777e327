"""The first page, one's own work and notices."""

from tests.security.doors import NOT_OFFICE, READERS, STRANGERS, Door, open_door, shut

NOT_PLANNERS = (*STRANGERS, *READERS)
NO_KEEPERS = (*STRANGERS, "chu-tich")
"""Seats that keep no papers."""
DOORS: tuple[Door, ...] = (
    *(open_door(f"desk:{name}") for name in ("home", "start", "work", "notices", "read", "digest")),
    open_door("desk:changes"),
    open_door("desk:text-check"),
    open_door("desk:shortcomings", plan="ca-mau-2021"),
    shut("desk:shortcomings-on-screen", code="meeting"),
    shut("desk:area-change", to=NOT_PLANNERS),
    shut("desk:body-change", to=NOT_PLANNERS),
    shut("desk:change-undo", to=NOT_PLANNERS, pk="change"),
    shut("desk:readings", to=NO_KEEPERS, sent={"text": "Thu đạt 5 tỷ đồng.", "area": "area"}),
    shut("desk:reading", to=NO_KEEPERS, pk="reading"),
    shut("desk:reading-file", to=NO_KEEPERS, pk="reading"),
    shut("desk:reading-enter", to=NO_KEEPERS, pk="reading", sent={"title": "x"}),
    shut("desk:reading-item", to=NO_KEEPERS, sent={"lam": "loai"}, pk="reading", position="one"),
    shut("desk:reading-sure", to=NO_KEEPERS, pk="reading"),
    shut("desk:reading-plan", to=NO_KEEPERS, pk="reading"),
    shut("desk:reading-cases", to=NO_KEEPERS),
    shut("desk:wordings", to=NOT_PLANNERS),
    shut("desk:wording-forget", to=NOT_PLANNERS, pk="wording"),
    shut("desk:compose", to=("nguoi-dan", "chu-tich")),
    shut(
        "desk:compose-kind",
        to=("nguoi-dan", "chu-tich"),
        kind="bao-cao-nam",
        sent={"tu": "ca-mau-2021", "ngay": "12/01/2022"},
    ),
    shut("desk:paper-redraft", to=NOT_OFFICE, pk="paper", sent={"seen": "1"}),
    shut("desk:correct", readers=READERS, pk="figure"),
)
