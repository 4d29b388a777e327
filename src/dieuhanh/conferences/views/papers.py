"""The papers of a conference, one paper, and its file."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dieuhanh.documents.queries import stored_file, text_of
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.kept_files import kept_file
from dieuhanh.ui.language import page_lang

from ..actions.papers import take_paper_away
from ..queries import conference as find_conference
from ..queries.agenda import own_note, paper_of, papers_of
from .frame import framed


def paper_list(request: Asked, code: str) -> HttpResponse:
    """Every paper, by the item it is laid before."""
    found = find_conference(code, seen_by=request.actor)
    return render(
        request, "conferences/papers.html", framed(request, found, papers=papers_of(found))
    )


def one(request: Asked, code: str, pk: int) -> HttpResponse:
    """One paper: its text where it is plain, its file, the reader's own note."""
    paper = paper_of(code, pk, seen_by=request.actor)
    context = framed(
        request, paper.item.conference, paper=paper, text=text_of(paper.document),
        note=own_note(paper.item, paper=paper, seen_by=request.actor),
    )  # fmt: skip
    return render(request, "conferences/paper.html", context)


def file(request: Asked, code: str, pk: int) -> FileResponse:
    """The file itself, to keep: never opened within our pages."""
    document = paper_of(code, pk, seen_by=request.actor).document
    if not document.sha256:
        raise Missing("conference.missing")
    name = document.file_name or document.code
    return kept_file(stored_file(document), name, document.media_type)


@require_POST
def take_away(request: Asked, code: str, pk: int) -> HttpResponse:
    """Take a paper off the table."""
    paper = paper_of(code, pk, seen_by=request.actor)
    try:
        take_paper_away(by=request.actor, paper=paper)
    except BadInput as fault:
        messages.error(request, message(fault, page_lang()))
    return redirect("conferences:item", code, paper.item_id)
