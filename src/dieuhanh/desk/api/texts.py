"""A text read, or held against the books, while one waits; nothing of it is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.files import text_of
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import LARGEST, dropped

from ..actions.reading import one_newline
from ..forms.reading import LONGEST_TEXT
from ..queries.text_checks import check_json, check_text

texts_router = Router(tags=["texts"])
NONE: list[UploadedFile] = []
"""So that a file dropped for its size is told as too large and not as missing."""


class TextIn(Schema):
    """The text itself, or a part named `file` (.docx, .pdf, .html, .txt, 10 MiB): one of the two."""

    text: str = Field("", max_length=LONGEST_TEXT)


class CheckIn(TextIn):
    """Also the plan it is held against (the one of the text's year if none), the year of figures
    that name none, and the day as known on which the books are asked (today if none)."""

    plan: str = Field("", max_length=80)
    year: int | None = Field(None, ge=1900, le=2200)
    as_known_on: date | None = None


@texts_router.post("/read", response=dict[str, Any], operation_id="read_text")
def post_read(
    request: Asked, told: Form[TextIn], file: File[list[UploadedFile]] = NONE
) -> dict[str, Any]:
    """Read a paper: its figures, people, cited papers, tasks and tally, each with its words.

    The answer is what `dieuhanh read --json` prints, by `read-output.schema.json`, with the `text`
    its offsets count in. Nothing is stored.
    """
    request.actor.require(Permission.BOARD_VIEW)
    text = _text(request, told, file)
    return {"text": text, **read(text).as_json()}


@texts_router.post("/check", response=dict[str, Any], operation_id="check_text")
def post_check(
    request: Asked, told: Form[CheckIn], file: File[list[UploadedFile]] = NONE
) -> dict[str, Any]:
    """Hold a text against the books: each figure agrees, disagrees, contradicts itself or is unknown.

    The answer is what `dieuhanh check --json` prints, by `check-output.schema.json`, as far as the
    figures are yours to see. Nothing is stored.
    """
    request.actor.require(Permission.BOARD_VIEW)
    found = check_text(
        _text(request, told, file), seen_by=request.actor, plan=told.plan, year=told.year,
        as_known_on=told.as_known_on or request.today,
    )  # fmt: skip
    return check_json(found, page_lang())


def _text(request: Asked, told: TextIn, files: list[UploadedFile]) -> str:
    """The text sent. Raises BadInput("file.too_large" | "paper.one_of_two" | "paper.…")."""
    if size := dropped(request):
        raise BadInput("file.too_large", size=size, limit=LARGEST)
    if len(files) + bool(told.text.strip()) != 1:
        raise BadInput("paper.one_of_two")
    [(name, content)] = [(each.name or "?", each.read()) for each in files] or [
        ("", told.text.encode())
    ]
    return one_newline(text_of(name, content)).text


__all__ = ["texts_router"]
