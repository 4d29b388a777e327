"""Pages of agreement: what was put to the vote and what came of it; the fragment of the room."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dieuhanh.domain.ballots import Result
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.wording.ballots import (
    mode_word,
    option_label,
    outcome_words,
    per_cent_of,
    share_words,
    void_words,
    voters_word,
)
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.tables import TableState

from ..models import Ballot, Conference, Elector
from ..queries import conference, runs
from ..queries.ballots import (
    ballot_in,
    ballots_listed,
    choices_read_out,
    could_vote,
    counts_of,
    latest,
    mine,
    result_shown,
    turnout_of,
)
from ..queries.events import moved_on
from .frame import framed

PER_PAGE = 200


def ballots(request: Asked, code: str) -> HttpResponse:
    """Everything put to the vote, with the one under way on top."""
    found = conference(code, seen_by=request.actor)
    listed = [(each, shown(each)) for each in ballots_listed(found)]
    return render(request, "conferences/ballots.html", framed(request, found, ballots=listed))


def ballot(request: Asked, code: str, pk: int) -> HttpResponse:
    """One ballot: who could vote, how many did, the result, and of one not secret who chose what."""
    found = conference(code, seen_by=request.actor)
    held = ballot_in(found, pk)
    return render(request, "conferences/ballot.html", ballot_context(request, found, held))


def now(request: Asked, code: str) -> HttpResponse:
    """The ballot under way with one's own vote, or the last result: a part of other pages."""
    found = conference(code, seen_by=request.actor)
    context = {"conference": found, **standing(request, found, latest(found))}
    return render(request, "conferences/_ballot_now.html", context)


def turnout(request: Asked, code: str, pk: int) -> HttpResponse:
    """How many have voted: what the console asks every other second."""
    found = conference(code, seen_by=request.actor)
    held = ballot_in(found, pk)
    context = {"conference": found, "ballot": held, **_numbers(held)}
    return render(request, "conferences/_ballot_turnout.html", context)


def export(request: Asked, code: str, pk: int, ext: str) -> HttpResponse:
    """The choices read out, as the page shows them."""
    if ext not in CONTENT_TYPES:
        raise Missing("export.type", text=ext)
    found = conference(code, seen_by=request.actor)
    held = ballot_in(found, pk)
    lines = [_line(held, each) for each in choices_read_out(held)]
    kept = TableState.read(request.GET).arrange(
        lines, COLUMNS, lambda line: " ".join(line.values())
    )
    heads = [("site", _("Điểm cầu")), ("delegate", _("Đại biểu")), ("choice", _("Lựa chọn"))]
    name = f"{found.code}-bieu-quyet-{held.pk}"
    notes = [_("Dữ liệu mô phỏng.")] if found.simulated else []
    table = Table(name, held.question, heads, [dict(line) for line in kept], notes)
    response = HttpResponse(write_table(table, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="{name}.{ext}"'
    return response


COLUMNS = {
    "site": lambda line: line["site"],
    "delegate": lambda line: line["delegate"],
    "choice": lambda line: line["choice"],
}


def ballot_context(request: Asked, found: Conference, held: Ballot) -> dict[str, Any]:
    """What the page of a ballot shows."""
    pages = Paginator(choices_read_out(held), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    return framed(
        request, found, **standing(request, found, held), page=page,
        lines=[_line(held, each) for each in page],
        numbers=pages.get_elided_page_range(page.number),
        exports=[(ext.upper(), f"tai.{ext}") for ext in ("csv", "xlsx")],
    )  # fmt: skip


def standing(request: Asked, found: Conference, held: Ballot | None) -> dict[str, Any]:
    """Where a ballot stands for this reader. A fixed number of queries."""
    if held is None:
        return {"ballot": None, "may_run": runs(found, seen_by=request.actor)}
    running = held.state == "open"
    return {
        "ballot": held,
        "may_run": runs(found, seen_by=request.actor),
        "mine": mine(held, seen_by=request.actor) if running else [],
        "past": held.closed_at is not None and moved_on(found.pk, held.closed_at),
        "options": [option_label(each, page_lang()) for each in held.options],
        **shown(held),
        **_numbers(held),
    }


def shown(held: Ballot) -> dict[str, Any]:
    """A ballot in words: how it is asked, and what came of it if it was counted."""
    lang, result = page_lang(), result_shown(held)
    return {
        "mode": mode_word(held.mode, lang),
        "voters": voters_word(held.by, lang),
        "quorum": share_words(held.quorum, lang) if held.quorum else "",
        "threshold": share_words(held.threshold, lang),
        "result": result,
        "outcome": outcome_words(result, held.options, lang) if result else "",
        "parts": _parts(held, result) if result else [],
        "void": void_words(held.note, lang) if held.state == "void" else "",
    }


def _numbers(held: Ballot) -> dict[str, Any]:
    """How many could vote and have; while an open ballot runs, what for."""
    lang, could, voted = page_lang(), could_vote(held), turnout_of(held)
    told: dict[str, Any] = {
        "could": could, "voted": voted, "share": per_cent_of(voted, could, lang),
    }  # fmt: skip
    if held.state == "open" and held.mode == "open":
        counts = counts_of(held)
        told["running"] = [
            (option_label(option, lang), count, per_cent_of(count, voted, lang))
            for option, count in zip(held.options, counts, strict=True)
        ]
    return told


def _parts(held: Ballot, result: Result) -> list[tuple[str, int, int, str]]:
    lang = page_lang()
    return [
        (option_label(option, lang), count, result.voted, per_cent_of(count, result.voted, lang))
        for option, count in zip(held.options, result.counts, strict=True)
    ]


def _line(held: Ballot, elector: Elector) -> dict[str, str]:
    choice: int | None = elector.choice  # type: ignore[attr-defined] # annotated by the query
    delegate = elector.delegate
    said = option_label(held.options[choice], page_lang()) if choice is not None else ""
    return {
        "site": elector.site.name,
        "delegate": ", ".join(filter(None, (delegate.name, delegate.office))) if delegate else "",
        "choice": said or _("không tham gia"),
    }


__all__ = ["ballot", "ballot_context", "ballots", "export", "now", "standing", "turnout"]
