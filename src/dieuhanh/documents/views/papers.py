"""The list of papers written here, and one of them as it will look."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, BadInputs
from dieuhanh.domain.papers import PaperState
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.paper_life import STATES, step_text
from dieuhanh.domain.wording.signatures import copy_marks, copy_texts
from dieuhanh.paper.writing.by_hand import with_typed_marked
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang

from ..actions.drafting import begin_paper
from ..forms.papers import NewPaperForm, initial_of, type_choices, type_name
from ..models import Paper, PaperVersion
from ..queries import papers as queries
from ..queries.blank import blank, left_blank
from ..queries.by_hand import by_hand
from ..queries.copies import NO_COPY, Copy, copies_of, copy_of
from ..queries.derivations import derivation
from ..queries.opinions import asked_about
from ..queries.places import drafters_for, issuers_open
from ..queries.sheet import sheet
from ..queries.sources import Books, Line, changed_in, papers_using, sources_of
from ..queries.usage import head_choices
from .frame import framed

PER_PAGE = 50
MOST_KEYS = 500


def paper_list(request: Asked, books: Books) -> HttpResponse:
    """The papers the reader has a part in, those open to everybody too, filtered in the address."""
    asked = queries.PaperFilter.read(request.GET)
    found = queries.found_papers(asked, seen_by=request.actor)
    pages = Paginator(found, PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    rows = list(page.object_list)
    copies = copies_of(rows)
    moved = changed_in(rows, books, seen_by=request.actor, on=request.today)
    lang = page_lang() == "en"
    held = queries.counts(asked, seen_by=request.actor)
    context = {
        "asked": asked, "page": page, "total": pages.count,
        "numbers": pages.get_elided_page_range(page.number),
        "rows": [
            _row(each, moved.get(each.pk, 0), copies.get(each.pk, NO_COPY)) for each in rows
        ],
        "states": [
            (state.value, words[lang], held[state.value], asked.query(state=state.value))
            for state, words in STATES.items()
            if held.get(state.value)
        ],
        "all_query": asked.query(state=""),
        "kinds": type_choices(),
        "may_begin": request.actor.bodies(Permission.PAPER_EDIT) != frozenset(),
    }  # fmt: skip
    return render(request, "documents/papers/list.html", context)


def _row(paper: Paper, moved: int, copy: Copy = NO_COPY) -> dict[str, Any]:
    state = STATES[PaperState(paper.state)][page_lang() == "en"]
    return {
        "paper": paper, "kind": type_name(paper.kind), "printed": queries.printed(paper), "state": state,
        "moved": moved, "copy": copy_marks(*copy, page_lang()),
    }  # fmt: skip


def new(request: Asked) -> HttpResponse:
    """Begin a paper by hand; those composed from the books begin where the books are."""
    request.actor.require(Permission.PAPER_EDIT)
    drafters = drafters_for(seen_by=request.actor, on=request.today)
    issuers = issuers_open(seen_by=request.actor, on=request.today)
    proposed = initial_of(request.GET, ("kind", "title", "issuer", "drafter"))
    form = NewPaperForm(request.POST or None, initial=proposed, drafters=drafters, issuers=issuers)
    if request.method == "POST" and form.is_valid():
        made = _begun(request, form)
        if made is not None:
            return redirect("documents:paper", made.pk)
    status = 400 if form.errors else 200
    return render(request, "documents/papers/new.html", {"form": form}, status=status)


def _begun(request: Asked, form: NewPaperForm) -> Paper | None:
    """The draft, or what is wrong told on the form with what was typed."""
    told = form.told()
    try:
        content = blank(told["issuer"], told["kind"], told["title"], told["text"], request.today)
        return begin_paper(
            by=request.actor, content=content, issuer=told["issuer"], drafter=told["drafter"],
            today=request.today,
        )  # fmt: skip
    except BadInputs as faults:
        for fault in faults.faults:
            form.add_error(None, message(fault, page_lang()))
    except BadInput as fault:
        form.add_error(None, message(fault, page_lang()))
    return None


def one(request: Asked, pk: int, books: Books) -> HttpResponse:
    """A paper as it will look, where it stands, and what comes next."""
    found = queries.paper(pk, seen_by=request.actor)
    version = shown_version(request, found)
    lines, content = _lines(request, version, books), queries.content_of(version)
    context = framed(
        request, found, version=version, standing=version.number == found.version,
        moved=[line for line in lines if line.changed], source_count=len(lines),
        signed=queries.signed_of(found), mended_by=queries.mended_by(found, seen_by=request.actor),
        asked=asked_about(found, seen_by=request.actor, today=request.today),
    )  # fmt: skip
    if context["signed"]:
        context["copy"] = copy_texts(*copy_of(context["signed"][0]), page_lang())
    if context["makes"]:
        context["by_hand"] = by_hand(found, version, content)
    marked = with_typed_marked(content) if found.recipe and context["makes"] else content
    context["sheet"] = sheet(marked, lines)
    if context["may_write"] and context["standing"]:
        context |= head_choices(found, content.signature) | {"blanks": left_blank(content)}
    if context["makes"]:
        lang = page_lang()
        context["steps"] = [
            (each, step_text(each.kind, lang), queries.printed(each.other) if each.other else "")  # type: ignore[arg-type]
            for each in queries.steps_of(found)
        ]
    return render(request, "documents/papers/one.html", context)


def _lines(request: Asked, version: PaperVersion, books: Books) -> list[Line]:
    return sources_of(version, books, seen_by=request.actor, on=request.today)


def shown_version(request: Asked, paper: Paper) -> PaperVersion:
    """The version the address asks for, as far as the reader may see it."""
    told = request.GET.get("ban", "")
    asked = int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else 0
    return queries.version_shown(paper, asked, seen_by=request.actor)


@require_GET
def sources(request: Asked, pk: int, books: Books) -> HttpResponse:
    """What the numbers rest on, each with its value as printed and as it is today."""
    found = queries.paper(pk, seen_by=request.actor)
    version = shown_version(request, found)
    told = by_hand(found, version, queries.content_of(version))
    lines = _lines(request, version, books)
    context = framed(request, found, version=version, lines=lines, by_hand=told)
    return render(request, "documents/papers/sources.html", context)


@require_GET
def source(request: Asked, pk: int, position: int, books: Books) -> HttpResponse:
    """A number that stands in no record: what it was made of, then and now."""
    found = queries.paper(pk, seen_by=request.actor)
    version = shown_version(request, found)
    told = derivation(version, position, books, seen_by=request.actor, on=request.today)
    context = framed(request, found, version=version, told=told)
    return render(request, "documents/papers/source.html", context)


@require_GET
def using(request: Asked, kind: str, key: str) -> HttpResponse:
    """The papers that rest on one record, for the page of that record to show; of a figure, on
    any of its vintages, their keys parted by commas."""
    found = papers_using(kind, key.split(",")[:MOST_KEYS], seen_by=request.actor)[:PER_PAGE]
    rows = [_row(each, 0) for each in found]
    return render(request, "documents/papers/using.html", {"rows": rows})


__all__ = ["new", "one", "paper_list", "shown_version", "source", "sources", "using"]
