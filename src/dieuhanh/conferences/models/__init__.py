"""Conferences as rows: prepared, held, closed."""

from .ballots import Ballot, Elector, Urn, Vote
from .closing import Conclusion, Photo, Text, Wording
from .conferences import AgendaItem, Conference, Delegate, Invitation, Site
from .papers import Exhibit, Opinion, OpinionReply, OpinionRequest, Paper, PrivateNote
from .room import Contribution, Presence, Room, RoomEvent, SpeakRequest

__all__ = [
    "AgendaItem",
    "Ballot",
    "Conclusion",
    "Conference",
    "Contribution",
    "Delegate",
    "Elector",
    "Exhibit",
    "Invitation",
    "Opinion",
    "OpinionReply",
    "OpinionRequest",
    "Paper",
    "Photo",
    "Presence",
    "PrivateNote",
    "Room",
    "RoomEvent",
    "Site",
    "SpeakRequest",
    "Text",
    "Urn",
    "Vote",
    "Wording",
]
