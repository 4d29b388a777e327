"""The register of papers, and one paper with its text opened at a sentence."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.wording import message
from dieuhanh.paper.reading.blocks import blocks_of, is_figure
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.kept_files import kept_file
from dieuhanh.ui.language import page_lang

from .. import queries
from ..actions import register_paper
from ..forms import PaperForm
from ..queries.readings import originals_of
from ..queries.signatures import may_be_signed


class Paragraph(NamedTuple):
    """A paragraph or cell of the text around the part of it that is quoted; mostly none is."""

    before: str
    quoted: str = ""
    after: str = ""
    first: bool = False

    @property
    def number(self) -> bool:
        """Whether it is a figure, which stands to the right in a table."""
        return is_figure(self.before + self.quoted + self.after)


class Table(NamedTuple):
    """A table of the text: the rows of its heads, and the others."""

    heads: list[list[Paragraph]]
    rows: list[list[Paragraph]]


def register(request: Asked) -> HttpResponse:
    """Every paper the reader may see."""
    found = queries.documents(seen_by=request.actor)
    may_register = request.actor.may(Permission.DOCUMENT_EDIT)
    context = {"documents": found, "may_register": may_register}
    return render(request, "documents/list.html", context)


def new(request: Asked) -> HttpResponse:
    """Register one paper; a reader sent here from another page goes back to it."""
    request.actor.require(Permission.DOCUMENT_EDIT)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            made = register_paper(by=request.actor, **told)
        except BadInput as fault:
            form.add_error(None, message(fault, page_lang()))
        else:
            messages.success(request, _("Đã ghi văn bản “%(paper)s” vào sổ.") % {"paper": made})
            back = request.GET.get("next", "")
            safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
            return redirect(back if safe else "documents:list")
    return render(request, "documents/new.html", {"form": form})


def one(request: Asked, code: str) -> HttpResponse:
    """One paper: what is known of it, its text, the sentence that was asked for."""
    document = queries.document(code, seen_by=request.actor)
    text = queries.text_of(document)
    start, end = queries.quoted_part(text, request.GET.get("trich", ""))
    context = {
        "document": document,
        "paragraphs": paragraphs(text, start, end),
        "quote": text[start:end],
        "may_be_signed": may_be_signed(document),
        "sees_tasks": request.actor.may(Permission.TASK_VIEW),
        "originals": originals_of(document, seen_by=request.actor),
        "asked": f"?trich={start}-{end}" if end else "",
    }
    return render(request, "documents/one.html", context)


@require_GET
def file(request: Asked, code: str) -> HttpResponseBase:
    """The paper's kept file, for whoever may see the paper."""
    document = queries.document(code, seen_by=request.actor)
    if not document.sha256:
        raise Missing("document.missing")
    return kept_file(queries.stored_file(document), document.file_name, document.media_type)


def cited(request: Asked, code: str) -> HttpResponse:
    """How a paper is named where something below the register cites it."""
    document = queries.document(code, seen_by=request.actor)
    return render(request, "documents/cited.html", {"document": document})


def paragraphs(text: str, start: int, end: int) -> list[Paragraph | Table]:
    """The text by lines and tables, empty lines dropped, the quoted part set apart wherever it runs."""
    told = False

    def part(span: tuple[int, int]) -> Paragraph:
        nonlocal told
        line = text[slice(*span)]
        cut = [min(max(0, edge - span[0]), len(line)) for edge in (start, end)]
        before, quoted, after = line[: cut[0]], line[cut[0] : cut[1]], line[cut[1] :]
        first = bool(quoted) and not told
        told = told or first
        return Paragraph(before, quoted, after, first)

    made: list[Paragraph | Table] = []
    for block in blocks_of(text):
        if block.rows:
            rows = [[part(cell) for cell in row] for row in block.rows]
            made.append(Table(rows[: block.heads], rows[block.heads :]))
        else:
            made.append(part((block.start, block.end)))
    return made
