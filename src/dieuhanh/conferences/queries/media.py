"""Video beside a meeting. The meeting needs none: its state is ours, whatever becomes of the video.

`MediaServer` is the place of a video engine. A server that makes rooms of its own implements the
same one question, asked each time a page is drawn; nothing of the meeting is kept in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conferences import video_origin

from ..models import Conference


@dataclass(frozen=True)
class MediaRoom:
    """Where somebody joins the video. `origin` is filled when it may stand within our page."""

    href: str
    origin: str = ""


class MediaServer(Protocol):
    """What a video engine must answer: where this person joins this conference, None for nowhere.

    `seen_by` has passed the door of the conference already. An engine with rights of its own
    makes its token here; it must answer at once or not at all, and never raise for a conference
    it does not know.
    """

    def room_for(self, conference: Conference, *, seen_by: Actor) -> MediaRoom | None:
        """Where to join, or None."""
        ...


class LinkServer:
    """The one there is: the link set per conference, the same for everybody."""

    def room_for(self, conference: Conference, *, seen_by: Actor) -> MediaRoom | None:  # noqa: ARG002 - the interface's
        """The link; within the page where the conference says so."""
        if not conference.video_url:
            return None
        embedded = video_origin(conference.video_url) if conference.video_embedded else ""
        return MediaRoom(conference.video_url, embedded)


MEDIA: MediaServer = LinkServer()

__all__ = ["MEDIA", "LinkServer", "MediaRoom", "MediaServer"]
