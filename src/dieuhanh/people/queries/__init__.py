"""Who a user is and what they may do; the seats of a demo."""

from .actors import actor_of, actor_of_token, held_by, posts_in_force, token_digest
from .people import user_named, user_of_address
from .seats import LOOPBACK, SEATS, Seat, demo_user, seats_are_free
from .sessions import signed_out

__all__ = [
    "LOOPBACK",
    "SEATS",
    "Seat",
    "actor_of",
    "actor_of_token",
    "demo_user",
    "held_by",
    "posts_in_force",
    "seats_are_free",
    "signed_out",
    "token_digest",
    "user_named",
    "user_of_address",
]
