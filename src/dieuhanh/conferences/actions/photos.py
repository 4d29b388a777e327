"""Photos of the day: a picture with what it shows, in the register of papers."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.db.models import Max

from dieuhanh.audit.actions import record, verb
from dieuhanh.documents.actions import keep_attachment
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import storable
from dieuhanh.exchange.picture_traces import without_traces

from ..models import Conference, Photo
from .conclusions import hold
from .events import tell

LONGEST_CAPTION = 300
MOST_PHOTOS = 500


@verb
def add_photo(
    *, by: Actor, conference: Conference, caption: str, file: tuple[str, bytes], today: date
) -> Photo:
    """Add a picture, told by its caption to those who do not see it.

    Raises Refused, BadInput("photo.no_caption" | "photo.many" | "picture.…").
    """
    by.require(Permission.CONFERENCE_EDIT, body=conference.host_id)
    words = _caption(caption)
    kept = _keep(conference, words, file, today)
    held, room = hold(conference)
    there = Photo.objects.filter(conference=held)
    if there.count() >= MOST_PHOTOS:
        raise BadInput("photo.many", most=MOST_PHOTOS)
    last = there.aggregate(n=Max("position"))["n"] or 0
    made = Photo.objects.create(conference=held, document=kept, caption=words, position=last + 1)
    if room is not None:
        tell(room, "photo.added", photo=made.pk)
    record(
        by=by, verb="photo.added", subject=_subject(made), now={"caption": words},
        checksum=kept.sha256,
    )  # fmt: skip
    return made


@verb
def fill_photo(*, by: Actor, photo: Photo, file: tuple[str, bytes], today: date) -> Photo:
    """Hand in the picture of a caption that has none.

    Raises Refused, BadInput("photo.filled" | "picture.…").
    """
    by.require(Permission.CONFERENCE_EDIT, body=photo.conference.host_id)
    kept = _keep(photo.conference, photo.caption, file, today)
    held = Photo.objects.select_for_update().get(pk=photo.pk)
    if held.document_id is not None:
        raise BadInput("photo.filled")
    held.document = kept
    held.save(update_fields=["document"])
    record(by=by, verb="photo.filled", subject=_subject(held), checksum=kept.sha256)
    return held


@verb
def change_photo(
    *, by: Actor, photo: Photo, caption: str | None = None, removed: bool | None = None
) -> Photo:
    """Word a caption anew, take a photo away or put it back; the file is kept either way.

    Raises Refused, BadInput("photo.no_caption").
    """
    by.require(Permission.CONFERENCE_EDIT, body=photo.conference.host_id)
    held = Photo.objects.select_for_update().get(pk=photo.pk)
    was = {"caption": held.caption, "removed": held.removed}
    if caption is not None:
        held.caption = _caption(caption)
    if removed is not None:
        held.removed = removed
    now = {"caption": held.caption, "removed": held.removed}
    if was != now:
        held.save(update_fields=list(now))
        record(by=by, verb="photo.changed", subject=_subject(held), was=was, now=now)
    return held


def _keep(of: Conference, caption: str, file: tuple[str, bytes], today: date) -> Document:
    """The picture in the register, under the name of what its bytes are, and nothing of where,
    when and with what it was taken."""
    suffix, content = without_traces(*file)
    code = f"anh-{uuid4().hex}"
    return keep_attachment(
        code=code, title=caption, file=(f"{code}{suffix}", content), issuer=of.host, on=today,
    )  # fmt: skip


def _caption(text: str) -> str:
    words = " ".join(storable(text).split())[:LONGEST_CAPTION]
    if not words:
        raise BadInput("photo.no_caption")
    return words


def _subject(of: Photo) -> str:
    return f"{of.conference.code}/photo/{of.pk}"


__all__ = ["add_photo", "change_photo", "fill_photo"]
