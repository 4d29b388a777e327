"""Papers: listed, read with all that belongs to them, downloaded."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpResponse
from ninja import Field, Query, Router, Schema

from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries import papers as queries
from dieuhanh.documents.queries import stored_file
from dieuhanh.documents.queries.files import Linked, file_of
from dieuhanh.documents.queries.opinions import asked_about
from dieuhanh.documents.queries.sources import changed_in, sources_of
from dieuhanh.domain.errors import Missing
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of

from ..queries.paper_books import PaperBooks
from .paper_shapes import (
    PaperOut,
    PaperStory,
    SourceOut,
    VersionText,
    opinion_shape,
    paper_shape,
    signed_shape,
    source_shape,
    step_shape,
    version_shape,
)

papers_router = Router(tags=["papers"])
FILTERS = {
    "state": "state", "kind": "kind", "issuer": "issuer__code", "drafter": "drafter__code",
    "document": "document__code",
}  # fmt: skip


class PapersAsked(Listed):
    """Which papers; `mine` are those that wait for you, `words` are looked for without accents."""

    state: str = ""
    kind: str = ""
    issuer: str = ""
    drafter: str = ""
    document: str = ""
    words: str = Field("", max_length=120)
    mine: bool = False


class VersionAsked(Schema):
    """Which version; 0 is the one that stands. Others are told to whoever makes the paper."""

    version: int = Field(0, ge=0, lt=2**31)


class FileAsked(VersionAsked):
    """`sources`: each number leads to its page, and the list of sources is the last appendix."""

    sources: bool = False


@papers_router.get("", response=Page[PaperOut], operation_id="list_papers")
def list_papers(request: Asked, asked: Query[PapersAsked]) -> dict[str, Any]:
    """The papers you have a part in, and the issued ones open to everybody."""
    wanted = queries.PaperFilter(words=asked.words, mine=asked.mine)
    given = {column: told for name, column in FILTERS.items() if (told := getattr(asked, name))}
    found = queries.found_papers(wanted, seen_by=request.actor).filter(**given)
    page = page_of(found, asked, lambda paper: paper)
    moved = _moved(request, page["items"])
    return page | {"items": [paper_shape(each, moved.get(each.pk, 0)) for each in page["items"]]}


@papers_router.get("/{int:pk}", response=PaperStory, operation_id="get_paper")
def get_paper(request: Asked, pk: int) -> dict[str, Any]:
    """One paper with its words, versions, steps, opinions and signed copies."""
    return story_of(request, pk)


@papers_router.get(
    "/{int:pk}/versions/{int:number}", response=VersionText, operation_id="get_paper_version"
)
def get_paper_version(request: Asked, pk: int, number: int) -> dict[str, Any]:
    """One version with its words; of a paper you do not make, the standing one alone."""
    found = queries.paper(pk, seen_by=request.actor)
    if number != found.version and not queries.makes(found, seen_by=request.actor):
        raise Missing("paper.missing")
    version = queries.version_of(found, number)
    return {**version_shape(version), "text": version.text}


@papers_router.get("/{int:pk}/sources", response=list[SourceOut], operation_id="list_paper_sources")
def list_paper_sources(request: Asked, pk: int, asked: Query[VersionAsked]) -> Any:
    """What the numbers of a version rest on: as printed, and as the books would have it today."""
    found = queries.paper(pk, seen_by=request.actor)
    version = queries.version_shown(found, asked.version, seen_by=request.actor)
    lines = sources_of(version, PaperBooks(), seen_by=request.actor, on=request.today)
    return [source_shape(each) for each in lines]


@papers_router.get("/{int:pk}/files/{ext}", operation_id="get_paper_file")
def get_paper_file(request: Asked, pk: int, ext: str, asked: Query[FileAsked]) -> HttpResponse:
    """The paper as `docx` or `pdf`, set by the decree or in the office's own template."""
    found = queries.paper(pk, seen_by=request.actor)
    version = queries.version_shown(found, asked.version, seen_by=request.actor)
    linked = Linked(PaperBooks(), request.build_absolute_uri) if asked.sources else None
    made = file_of(found, version, ext, linked)
    answer = HttpResponse(made.content, content_type=made.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return answer


@papers_router.get("/{int:pk}/signed/{int:signed}/file", operation_id="get_signed_copy")
def get_signed_copy(request: Asked, pk: int, signed: int) -> FileResponse:
    """A signed copy that came back, to be saved."""
    found = queries.paper(pk, seen_by=request.actor)
    kept = queries.signed_copy(found, signed)
    return FileResponse(
        stored_file(kept).open("rb"), as_attachment=True, filename=kept.file_name,
        content_type=kept.media_type,
    )  # fmt: skip


def story_of(request: Asked, pk: int) -> dict[str, Any]:
    """A paper as `get_paper` tells it. Raises Missing."""
    by, today = request.actor, request.today
    found = queries.paper(pk, seen_by=by)
    makes = queries.makes(found, seen_by=by)
    return {
        **paper_shape(found, _moved(request, [found]).get(found.pk, 0)),
        "text": queries.version_of(found, found.version).text,
        "versions": [version_shape(each) for each in queries.versions_of(found)] if makes else [],
        "steps": [step_shape(each) for each in queries.steps_of(found)] if makes else [],
        "opinions": [opinion_shape(each) for each in asked_about(found, seen_by=by, today=today)],
        "signed": [signed_shape(each) for each in queries.signed_of(found)],
        "mended_by": [each.pk for each in queries.mended_by(found, seen_by=by)],
    }


def _moved(request: Asked, found: list[Paper]) -> dict[int, int]:
    return changed_in(found, PaperBooks(), seen_by=request.actor, on=request.today)


__all__ = ["papers_router", "story_of"]
