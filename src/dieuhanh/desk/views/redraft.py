"""A draft composed anew from the books: at once, or part by part where a person typed into it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dieuhanh.documents.actions.held import require
from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.papers import paper as find_paper
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.domain.text_changes import changes
from dieuhanh.paper.writing.merging import Keep, Moved, Part
from dieuhanh.paper.writing.model import Block, Paragraph, plain
from dieuhanh.ui.asked import Asked

from ..actions.composing import redraft_paper
from ..queries.papers.redrafting import Redraft, redraft_of
from .compose import faults_of

CHOICE = "phan-"


def redraft(request: Asked, pk: int) -> HttpResponse:
    """Compose anew; where a person typed, lay their words beside the books and ask."""
    found = find_paper(pk, seen_by=request.actor)
    require(request.actor, Permission.PAPER_EDIT, found)
    if request.method != "POST":
        return _asking(request, found)
    try:
        made = redraft_paper(
            by=request.actor, paper=found, today=request.today, seen=_seen(request),
            choices=_choices(request), mark=request.POST.get("dau", "")[:16],
        )  # fmt: skip
    except BadInput as fault:
        if fault.code in {"compose.typed", "compose.moved"}:
            return _asking(request, found, fault)
        messages.error(request, faults_of(fault)[0])
    except BadInputs as faults:
        for each in faults_of(faults):
            messages.error(request, each)
    else:
        told = _("Đã soạn lại từ sổ thành bản %(n)s; các bản trước vẫn còn.")
        messages.success(request, told % {"n": made.number})
    return redirect("documents:paper", pk)


def _asking(request: Asked, paper: Paper, fault: BadInput | None = None) -> HttpResponse:
    """The parts a person typed into, each with what the books tell; what else moved beneath."""
    held = redraft_of(paper, seen_by=request.actor, today=request.today)
    chosen = _choices(request) or {}
    context = {
        "paper": paper, "held": held, "faults": faults_of(fault) if fault else [],
        "rows": [_row(each, chosen.get(each.key, Keep.TYPED)) for each in held.asked],
        "others": _others(held),
    }  # fmt: skip
    return render(request, "desk/redraft.html", context, status=400 if fault else 200)


def _row(part: Part, chosen: Keep) -> dict[str, Any]:
    was, typed, fresh = (told(each) for each in (part.was, part.typed, part.fresh))
    return {
        "key": f"{CHOICE}{part.key}", "chosen": chosen.value, "was": was, "typed": typed,
        "fresh": fresh, "by_hand": changes(was, typed), "by_books": changes(was, fresh),
        "both": part.moved is Moved.BOTH,
    }  # fmt: skip


def _others(held: Redraft) -> list[Any]:
    """What the books alone moved, word by word; tables are drawn anew and not told here."""
    moved = (each for each in held.parts if each.moved is Moved.BOOKS)
    return [run for each in moved for run in changes(told(each.was), told(each.fresh))]


def told(blocks: tuple[Block, ...]) -> str:
    """Paragraphs as plain lines, their numbers before them."""
    lines = (each for each in blocks if isinstance(each, Paragraph))
    return "\n".join(f"{each.number} {plain(each.text)}".strip() for each in lines)


def _choices(request: Asked) -> dict[str, Keep] | None:
    """What was chosen of each part; None where nothing was asked yet."""
    given = {
        name.removeprefix(CHOICE): str(value)
        for name, value in request.POST.items()
        if name.startswith(CHOICE)
    }
    if not given and "dau" not in request.POST:
        return None
    return {key: Keep(value) for key, value in given.items() if value in set(Keep)}


def _seen(request: Asked) -> int:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 9 else 0


__all__ = ["redraft", "told"]
