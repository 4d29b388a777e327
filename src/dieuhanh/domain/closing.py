"""Rules of what a meeting leaves: the order of conclusions, their numbers, when a text may be."""

from __future__ import annotations

from .errors import BadInput
from .text import storable

LONGEST_CONCLUSION = 4000
LONGEST_TEXT = 400_000
TEXT_KINDS = ("minutes", "directing", "concluding", "notice")
SPEECHES = frozenset({"directing", "concluding"})


def said(text: str, *, most: int = LONGEST_CONCLUSION) -> str:
    """The words as they are kept. Raises BadInput("conclusion.empty", "conclusion.long").

    >>> said("  Giao Sở Y tế. ")
    'Giao Sở Y tế.'
    """
    kept = storable(text).strip()
    if not kept:
        raise BadInput("conclusion.empty")
    if len(kept) > most:
        raise BadInput("conclusion.long", length=len(kept), most=most)
    return kept


def check_draft(state: str, *, dropped: bool = False) -> None:
    """A final conclusion is worded anew, not edited; a dropped one is taken up again first.

    Raises BadInput("conclusion.final", "conclusion.dropped").
    """
    if state == "final":
        raise BadInput("conclusion.final")
    if dropped:
        raise BadInput("conclusion.dropped")


def check_writable(state: str) -> None:
    """Texts are of a meeting that has begun. Raises BadInput("text.too_early")."""
    if state not in {"open", "closed"}:
        raise BadInput("text.too_early")


def check_version(last: int, seen: int, was: str, now: str) -> None:
    """A new version is written over the one its writer saw, and says something else.

    Raises BadInput("text.newer", "text.same").

    >>> check_version(2, 2, "Một.", "Hai.")
    """
    if last != seen:
        raise BadInput("text.newer", version=last)
    if was == now:
        raise BadInput("text.same")


__all__ = [
    "LONGEST_CONCLUSION",
    "LONGEST_TEXT",
    "SPEECHES",
    "TEXT_KINDS",
    "check_draft",
    "check_version",
    "check_writable",
    "said",
]
