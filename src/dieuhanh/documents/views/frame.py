"""What every page of a paper wears: its head, where it stands, what the reader may do with it."""

from __future__ import annotations

from typing import Any

from dieuhanh.domain.actors import Permission as P
from dieuhanh.domain.papers import OUT, WRITABLE, PaperState
from dieuhanh.domain.wording.paper_life import state_text
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..forms.papers import type_name
from ..models import Paper
from ..queries.papers import is_own, makes, may, printed


def framed(request: Asked, paper: Paper, **more: Any) -> dict[str, Any]:
    """The context of a paper's page."""
    state, by = PaperState(paper.state), request.actor
    edits = may(P.PAPER_EDIT, paper, seen_by=by)
    return {
        "paper": paper,
        "kind": type_name(paper.kind),
        "printed": printed(paper),
        "state": state_text(state, page_lang()),
        "makes": makes(paper, seen_by=by),
        "may_write": edits and state in WRITABLE,
        "may_edit": edits,
        "may_approve": (approves := may(P.PAPER_APPROVE, paper, seen_by=by)),
        "own": approves and state is PaperState.SUBMITTED and is_own(paper, by),
        "may_issue": may(P.PAPER_ISSUE, paper, seen_by=by),
        "out": state in OUT,
        **more,
    }


__all__ = ["framed"]
