"""What papers are composed from, read off the books of every app; seen by whoever composes."""

from .choices import choices
from .frames import Choice
from .kinds import (
    COMPOSED,
    Kind,
    Wanted,
    again,
    composed,
    is_simulated,
    not_to_come,
    position_of,
    wanted_of,
)

__all__ = [
    "COMPOSED",
    "Choice",
    "Kind",
    "Wanted",
    "again",
    "choices",
    "composed",
    "is_simulated",
    "not_to_come",
    "position_of",
    "wanted_of",
]
