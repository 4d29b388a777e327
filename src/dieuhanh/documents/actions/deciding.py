"""Trình, duyệt, trả lại: the steps between a draft and its number."""

from __future__ import annotations

from datetime import date

from dieuhanh.audit.actions import verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.papers import PaperState, PaperStep, check_opinions, check_step
from dieuhanh.domain.text import storable

from ..models import Paper
from ..queries.opinions import standings
from ..queries.papers import MAKING, is_own, may
from .held import LONGEST_WORDS, hold, require, step


@verb
def submit_paper(*, by: Actor, paper: Paper, seen: int, today: date, words: str = "") -> None:
    """Trình ký the version that was seen; from now on nobody changes it unless it is returned.

    `words` tell why one does not wait for opinions still awaited. Raises Refused,
    BadInput("paper.newer" | "paper.opinions_open" | "paper.opinions_awaited" | …).
    """
    held = hold(paper)
    require(by, Permission.PAPER_EDIT, held)
    told = _told(words)
    check_step(PaperState(held.state), PaperStep.SUBMITTED)
    _check_seen(held, seen)
    check_opinions(standings(held, today), words=told)
    step(by, held, PaperStep.SUBMITTED, today, words=told)
    held.save(update_fields=["state", "changed_at"])


@verb
def approve_paper(*, by: Actor, paper: Paper, seen: int, today: date, words: str = "") -> None:
    """Duyệt the version that was submitted: it, and no other, may be issued.

    Nobody approves what they drafted, unless one post or a grant in their name gives them both.
    Raises Refused, BadInput("paper.newer" | "paper.wrong_step" | "paper.own" | …).
    """
    held = hold(paper)
    require(by, Permission.PAPER_APPROVE, held)
    check_step(PaperState(held.state), PaperStep.APPROVED)
    if is_own(held, by):
        raise BadInput("paper.own")
    _check_seen(held, seen)
    step(by, held, PaperStep.APPROVED, today, words=_told(words))
    held.approved, held.approved_on = held.version, today
    held.save(update_fields=["state", "changed_at", "approved", "approved_on"])


@verb
def return_paper(*, by: Actor, paper: Paper, words: str, today: date) -> None:
    """Trả lại for redrafting, with a reason: by whoever approves, issues, or takes it back.

    An approval there was is void. Raises Refused, BadInput("paper.no_words" | …).
    """
    held = hold(paper)
    if not any(may(permission, held, seen_by=by) for permission in MAKING):
        raise Refused("refused")
    told = _told(words)
    check_step(PaperState(held.state), PaperStep.RETURNED, told)
    step(by, held, PaperStep.RETURNED, today, words=told)
    held.approved = held.approved_on = None
    held.save(update_fields=["state", "changed_at", "approved", "approved_on"])


def _told(words: str) -> str:
    return storable(words).strip()[:LONGEST_WORDS]


def _check_seen(held: Paper, seen: int) -> None:
    if held.version != seen:
        raise BadInput("paper.newer", version=held.version)


__all__ = ["approve_paper", "return_paper", "submit_paper"]
