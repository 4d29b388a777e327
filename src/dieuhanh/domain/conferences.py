"""Rules of preparing a conference: its states, its address, when it opens and closes."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import StrEnum

from .errors import BadInput
from .text import fold

LONGEST_CODE = 48
RESERVED = frozenset({"lap-moi", "gop-y", "ket-luan"})


class State(StrEnum):
    """How far a conference has come; it only goes forward."""

    PREPARING = "preparing"
    INVITED = "invited"
    OPEN = "open"
    CLOSED = "closed"


def code_of(name: str, taken: Container[str]) -> str:
    """The address of a new conference: its name in plain letters, numbered where taken.

    >>> code_of("Hội nghị tổng kết năm 2021", set())
    'hoi-nghi-tong-ket-nam-2021'
    >>> code_of("Hội nghị tổng kết năm 2021", {"hoi-nghi-tong-ket-nam-2021"})
    'hoi-nghi-tong-ket-nam-2021-2'
    """
    plain = "-".join(re.findall(r"[a-z0-9]+", fold(name)))
    base = plain[:LONGEST_CODE].strip("-") or "hoi-nghi"
    number, code = 1, base
    while code in taken or code in RESERVED:
        number += 1
        code = f"{base}-{number}"
    return code


def check_changeable(state: str) -> None:
    """A conference that has ended is not changed any more. Raises BadInput("conference.closed")."""
    if state == State.CLOSED:
        raise BadInput("conference.closed")


def check_opening(state: str, sites: int) -> None:
    """Whether the meeting may begin: not begun before, and somebody can be there.

    Raises BadInput("conference.closed", "conference.opened", "conference.no_site").

    >>> check_opening("invited", sites=3)
    """
    check_changeable(state)
    if state == State.OPEN:
        raise BadInput("conference.opened")
    if not sites:
        raise BadInput("conference.no_site")


def check_closing(*, speaking: bool, voting: bool) -> None:
    """The meeting ends when nobody speaks and nothing is being voted on.

    Raises BadInput("conference.floor_held", "conference.vote_open").
    """
    if speaking:
        raise BadInput("conference.floor_held")
    if voting:
        raise BadInput("conference.vote_open")


def check_answering(state: str, answered: str) -> None:
    """Whether somebody's answer can still be noted: not once the meeting has ended, nor for
    whom somebody stands in. Raises BadInput("conference.closed", "delegate.replaced").
    """
    check_changeable(state)
    if answered == "replaced":
        raise BadInput("delegate.replaced")


def check_video(url: str) -> str:
    """A link to the video beside the meeting, empty for none. Raises BadInput("conference.video").

    >>> check_video(" https://hop.example.vn/phong-1 ")
    'https://hop.example.vn/phong-1'
    """
    link = url.strip()
    if link and not video_origin(link):
        raise BadInput("conference.video", text=link[:80])
    return link


def video_origin(url: str) -> str:
    """Where an embedded video comes from, as a content policy names it; "" if not http(s).

    >>> video_origin("https://hop.example.vn:8443/phong-1?a=b"), video_origin("javascript:1")
    ('https://hop.example.vn:8443', '')
    """
    found = re.match(r"(https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)(?:[/?#]|$)", url)
    return found[1] if found and not re.search(r"[\s;,\x00-\x1f\"'<>]", url) else ""


def delegate_key(name: str, office: str) -> str:
    """By what somebody is found, however the words are typed.

    >>> delegate_key("", "Chủ tịch UBND huyện Năm Căn")
    'chu tich ubnd huyen nam can'
    """
    return fold(f"{name} {office}").strip()


__all__ = [
    "State",
    "check_answering",
    "check_changeable",
    "check_closing",
    "check_opening",
    "check_video",
    "code_of",
    "delegate_key",
    "video_origin",
]
