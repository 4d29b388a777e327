"""A paper as a file: Word to go on with elsewhere, PDF to print and sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

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

from ..models import Paper, PaperSource, PaperVersion
from .papers import content_of, printed
from .sources import Books, Cited, derivation_page

WRITERS = {"docx": write_word, "pdf": write_pdf}


@dataclass(frozen=True)
class PaperFile:
    """What is written, under which name."""

    content: bytes
    name: str
    media_type: str


@dataclass(frozen=True)
class Linked:
    """That each number is to lead to its page: who knows the pages, and their whole addresses,
    for a file is read anywhere."""

    books: Books
    whole: Callable[[str], str]

    def of(self, content: Content, version: PaperVersion) -> Link:
        """The address of each source that has a page; of a derived number what it was made of."""
        cited = {each: Cited(each.kind, each.key, "") for each in sources(content)}
        hrefs = self.books.hrefs(set(cited.values()))
        rows = PaperSource.objects.filter(version=version, derived=True)
        made = {(kind, key): at for kind, key, at in rows.values_list("kind", "key", "position")}

        def link(source: Source) -> str | None:
            at = made.get((source.kind, source.key))
            href = hrefs.get(cited[source]) if at is None else derivation_page(version, at)
            return self.whole(href) if href else None

        return link


def file_of(
    paper: Paper, version: PaperVersion, ext: str, linked: Linked | None = None
) -> PaperFile:
    """A version in a file, in the office's own look where it has one; with `linked` the list of
    sources is its last appendix. Raises Missing for a type that is not written."""
    if ext not in WRITERS:
        raise Missing("export.type", text=ext)
    content, link = content_of(version), None
    if linked is not None:
        link, content = linked.of(content, version), with_source_list(content)
    written = WRITERS[ext](content, templates=settings.PAPER_TEMPLATES_FOLDER, link=link)
    told = fold(printed(paper) or f"du thao {paper.pk}").replace("/", " ")
    return PaperFile(written, "-".join(told.split()) + f".{ext}", MEDIA_TYPES[f".{ext}"])


__all__ = ["Linked", "PaperFile", "file_of"]
