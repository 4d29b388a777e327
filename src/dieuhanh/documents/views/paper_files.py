"""A paper as a file: Word to go on with elsewhere, PDF to print and sign."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from dieuhanh.domain.errors import Missing
from dieuhanh.domain.text import fold
from dieuhanh.exchange.files import MEDIA_TYPES
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Source
from dieuhanh.paper.writing.papers import sources
from dieuhanh.paper.writing.pdf import write_pdf
from dieuhanh.paper.writing.setting import Link
from dieuhanh.paper.writing.source_list import with_source_list
from dieuhanh.paper.writing.word import write_word
from dieuhanh.ui.asked import Asked

from ..queries import papers as queries
from ..queries.sources import Books, Cited
from .frame import printed
from .papers import shown_version

WRITERS = {"docx": write_word, "pdf": write_pdf}


@require_GET
def file(request: Asked, pk: int, ext: str, books: Books) -> HttpResponse:
    """The version shown, in a file, in the office's own look where it has one.

    `?nguon=x`: each number is a link to its page, and the list of sources is the last appendix.
    """
    if ext not in WRITERS:
        raise Missing("export.type", text=ext)
    found = queries.paper(pk, seen_by=request.actor)
    content = queries.content_of(shown_version(request, found))
    link = None
    if request.GET.get("nguon"):
        link, content = _links(request, content, books), with_source_list(content)
    written = WRITERS[ext](content, templates=settings.PAPER_TEMPLATES_FOLDER, link=link)
    answer = HttpResponse(written, content_type=MEDIA_TYPES[f".{ext}"])
    name = "-".join(fold(printed(found) or f"du thao {found.pk}").replace("/", " ").split())
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ext}"'
    return answer


def _links(request: Asked, content: Content, books: Books) -> Link:
    """Whole addresses, for a file is read anywhere."""
    cited = {each: Cited(each.kind, each.key, "") for each in sources(content)}
    hrefs = books.hrefs(set(cited.values()))

    def link(source: Source) -> str | None:
        href = hrefs.get(cited[source])
        return request.build_absolute_uri(href) if href else None

    return link


__all__ = ["file"]
