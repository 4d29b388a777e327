"""How the sources of what a board says are keyed: the plan, and the convention it was judged by.

"ca-mau-2021/1/past" is judged by the usual convention, "ca-mau-2021~literal/1/past" by another.
"""

from __future__ import annotations

from typing import NamedTuple

from dieuhanh.assessment.queries.board import Board
from dieuhanh.domain.conventions import DEFAULT_CONVENTION

OTHER = "~"


class Judging(NamedTuple):
    """A plan and the convention it is judged by."""

    plan: str
    convention: str = DEFAULT_CONVENTION


def key_of(plan: str, convention: str) -> str:
    """What opens the keys of a board.

    >>> key_of("ca-mau-2021", "practice"), key_of("ca-mau-2021", "literal")
    ('ca-mau-2021', 'ca-mau-2021~literal')
    """
    return plan if convention == DEFAULT_CONVENTION else f"{plan}{OTHER}{convention}"


def judging_of(key: str) -> Judging:
    """The plan and the convention of a key.

    >>> judging_of("ca-mau-2021~literal/1/past")
    Judging(plan='ca-mau-2021', convention='literal')
    """
    plan, _, convention = key.partition("/")[0].partition(OTHER)
    return Judging(plan, convention or DEFAULT_CONVENTION)


def known_by(board: Board) -> str:
    """As known when and by which convention, as the list of sources says it."""
    named = board.convention.title["vi"]
    return f"biết đến {board.as_known_on:%d/%m/%Y}; quy ước “{named}”"


__all__ = ["Judging", "judging_of", "key_of", "known_by"]
