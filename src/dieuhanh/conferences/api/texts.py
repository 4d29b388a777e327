"""Texts of a conference in their versions, and how a conclusion was worded and when."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Router, Schema
from ninja.params.functions import Header

from dieuhanh.audit.actions import once
from dieuhanh.documents.queries import document as find_document
from dieuhanh.domain.closing import LONGEST_TEXT
from dieuhanh.ui.asked import Asked

from ..actions.texts import LONGEST_OFFICE, write_text
from ..models import Text
from ..queries import conference as find_conference
from ..queries.reading import conclusion_in
from ..queries.texts import versions_of
from .agreed import ConclusionOut, conclusion_shape

texts_router = Router(tags=["conferences"])


class TextOut(Schema):
    """A version of the minutes, a speech or the notice of conclusions; the highest stands."""

    kind: str
    version: int
    text: str
    office: str
    document: str | None
    written_at: datetime


class TextIn(Schema):
    """The next version. `seen` is the version that was read, 0 for none: what somebody wrote since
    is not passed over. A speech names the office of whoever gives it."""

    text: str = Field(max_length=LONGEST_TEXT)
    seen: int = Field(ge=0, lt=2**15)
    office: str = Field("", max_length=LONGEST_OFFICE)
    document: str = Field("", max_length=80, description="code of the paper it became")


class WordingOut(Schema):
    """How a conclusion was worded; a later one says why."""

    number: int
    text: str
    body: str | None
    due_on: date | None
    reason: str
    written_at: datetime


class ConclusionStory(ConclusionOut):
    """A conclusion with every wording since it became final, the latest first."""

    wordings: list[WordingOut]


@texts_router.get("/{code}/texts/{kind}", response=list[TextOut], operation_id="list_text_versions")
def list_versions(request: Asked, code: str, kind: str) -> list[dict[str, Any]]:
    """Every version of a text (minutes, directing, concluding, notice), the newest first."""
    found = find_conference(code, seen_by=request.actor)
    return [text_shape(each) for each in versions_of(found, kind)]


@texts_router.post("/{code}/texts/{kind}", response={201: TextOut}, operation_id="write_text")
def post_text(
    request: Asked,
    code: str,
    kind: str,
    told: TextIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> Any:
    """Write the next version of a text; the ones before are kept."""
    found = find_conference(code, seen_by=request.actor)

    def work() -> dict[str, Any]:
        paper = find_document(told.document, seen_by=request.actor) if told.document else None
        made = write_text(
            by=request.actor, conference=found, kind=kind, text=told.text, seen=told.seen,
            office=told.office, document=paper,
        )  # fmt: skip
        return {"version": made.version}

    asked = json.dumps([code, kind, told.model_dump(mode="json")], sort_keys=True).encode()
    answer = once(by=request.actor, key=idempotency_key, asked=asked, work=work)
    versions = versions_of(found, kind)
    return text_shape(next(each for each in versions if each.version == answer.told["version"]))


@texts_router.get(
    "/{code}/conclusions/{int:pk}", response=ConclusionStory, operation_id="get_conclusion"
)
def get_conclusion(request: Asked, code: str, pk: int) -> dict[str, Any]:
    """One conclusion with its wordings."""
    found = conclusion_in(
        find_conference(code, seen_by=request.actor), pk, seen_by=request.actor
    )  # fmt: skip
    as_is = set(WordingOut.model_fields) - {"body"}
    wordings = sorted(found.wordings.all(), key=lambda each: -each.number)
    return {
        **conclusion_shape(found),
        "wordings": [
            {
                **{name: getattr(each, name) for name in as_is},
                "body": each.body.code if each.body else None,
            }
            for each in wordings
        ],
    }


def text_shape(each: Text) -> dict[str, Any]:
    """A version of a text."""
    as_is = set(TextOut.model_fields) - {"document"}
    return {
        **{name: getattr(each, name) for name in as_is},
        "document": each.document.code if each.document else None,
    }


__all__ = ["TextOut", "text_shape", "texts_router"]
