"""A paper downloaded as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from dieuhanh.ui.asked import Asked

from ..queries import papers as queries
from ..queries.files import Linked, file_of
from ..queries.sources import Books
from .papers import shown_version


@require_GET
def file(request: Asked, pk: int, ext: str, books: Books) -> HttpResponse:
    """The version shown, in a file, in the office's own look where it has one.

    `?nguon=x`: each number is a link to its page, and the list of sources is the last appendix.
    """
    found = queries.paper(pk, seen_by=request.actor)
    linked = Linked(books, request.build_absolute_uri) if request.GET.get("nguon") else None
    made = file_of(found, shown_version(request, found), ext, linked)
    answer = HttpResponse(made.content, content_type=made.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return answer


__all__ = ["file"]
