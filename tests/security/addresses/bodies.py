"""Areas are public knowledge."""

from tests.security.doors import Door, open_door

DOORS: tuple[Door, ...] = (
    open_door("bodies:areas"),
    open_door("bodies:area", code="96", since="2020-01-01"),
)
