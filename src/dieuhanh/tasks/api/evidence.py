"""Files shown for progress, sent and fetched by programs, held to what the pages take."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any

from django.http import FileResponse
from ninja import Field, File, Form, Schema
from ninja.files import UploadedFile
from ninja.params.functions import Header

from dieuhanh.audit.actions import once
from dieuhanh.documents.queries import stored_file
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.tasks import StepKind
from dieuhanh.exchange.sheets import MAX_BYTES
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.kept_files import kept_file
from dieuhanh.ui.uploads import dropped

from ..actions.frame import MOST_FILES, Shown
from ..actions.steps import Said, take_step
from ..queries import task as find_task
from ..queries.page import evidence_file
from .shapes import TaskStory
from .tasks import story_shape, tasks_router

NONE: list[UploadedFile] = []
"""So that a file dropped for its size is told as too large and not as missing."""


class ShownIn(Schema):
    """A step with files. `words` say of the files what they show; the rest is as in `take_step`."""

    kind: StepKind = Field(description="progress or reported: the steps that take evidence")
    text: str = Field("", max_length=5000)
    percent: int | None = None
    words: str = Field("", max_length=300)
    documents: list[str] = Field(default_factory=list, max_length=50, description="codes of papers")
    figures: list[int] = Field(default_factory=list, max_length=50)
    revision: int | None = Field(None, ge=0, lt=2**31)


@tasks_router.post("/{code}/evidence", response=TaskStory, operation_id="show_evidence")
def post_evidence(
    request: Asked,
    code: str,
    told: Form[ShownIn],
    file: File[list[UploadedFile]] = NONE,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> dict[str, Any]:
    """Report progress, or a task done, with files that show it: multipart, five files of 10 MiB."""
    if lost := dropped(request):
        raise BadInput("file.too_large", size=lost, limit=MAX_BYTES)
    if len(file) > MOST_FILES:
        raise BadInput("task.files", most=MOST_FILES)
    files = [(each.name or "", each.read()) for each in file]
    shown = [Shown(file=each, words=told.words) for each in files]
    shown += [Shown(document=each) for each in told.documents]
    shown += [Shown(figure=each) for each in told.figures]
    said = Said(
        text=told.text, percent=told.percent, evidence=tuple(shown), seen=told.revision
    )  # fmt: skip

    def work() -> dict[str, Any]:
        take_step(by=request.actor, task=code, kind=told.kind, said=said, today=request.today)
        return {"code": code}

    asked = [code, told.model_dump(mode="json")]
    asked += [[name, hashlib.sha256(content).hexdigest()] for name, content in files]
    once(by=request.actor, key=idempotency_key, asked=json.dumps(asked).encode(), work=work)
    return story_shape(find_task(code, seen_by=request.actor), seen_by=request.actor)


@tasks_router.get("/{code}/evidence/{int:pk}/file", operation_id="get_evidence_file")
def get_evidence(request: Asked, code: str, pk: int) -> FileResponse:
    """The file a step shows, to be saved."""
    shown = evidence_file(code, pk, seen_by=request.actor)
    return kept_file(stored_file(shown), shown.file_name, shown.media_type)


__all__ = ["get_evidence", "post_evidence"]
