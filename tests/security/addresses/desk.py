"""The first page, one's own work and notices."""

from tests.security.doors import READERS, STRANGERS, Door, open_door, shut

NOT_PLANNERS = (*STRANGERS, *READERS)
DOORS: tuple[Door, ...] = (
    *(open_door(f"desk:{name}") for name in ("home", "start", "work", "notices", "read", "digest")),
    open_door("desk:changes"),
    open_door("desk:shortcomings", plan="ca-mau-2021"),
    shut("desk:shortcomings-on-screen", code="meeting"),
    shut("desk:area-change", to=NOT_PLANNERS),
    shut("desk:body-change", to=NOT_PLANNERS),
    shut("desk:change-undo", to=NOT_PLANNERS, pk="change"),
    shut("desk:correct", readers=READERS, pk="figure"),
)
