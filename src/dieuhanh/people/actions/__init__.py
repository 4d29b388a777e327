"""Every write about people: users, posts, grants, delegations, tokens, identities."""

from .delegations import delegate, end_delegation
from .grants import Where, end_grant, give_grant
from .posts import appoint, end_post
from .tokens import make_token, note_token_use, revoke_token
from .users import (
    close_account,
    create_user,
    link_identity,
    make_entry_link,
    open_account,
    put_details,
    reset_second_factor,
    unlink_identity,
    use_entry_link,
)

__all__ = [
    "Where",
    "appoint",
    "close_account",
    "create_user",
    "delegate",
    "end_delegation",
    "end_grant",
    "end_post",
    "give_grant",
    "link_identity",
    "make_entry_link",
    "make_token",
    "note_token_use",
    "open_account",
    "put_details",
    "reset_second_factor",
    "revoke_token",
    "unlink_identity",
    "use_entry_link",
]
