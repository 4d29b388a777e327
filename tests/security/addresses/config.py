"""What belongs to no app."""

from tests.security.doors import Door, public

DOORS: tuple[Door, ...] = public("set_language")
