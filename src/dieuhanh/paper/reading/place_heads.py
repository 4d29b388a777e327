"""The place whose paper it is, as its head prints it: "UBND TỈNH BẠC LIÊU", "Báo cáo … huyện U Minh"."""

from __future__ import annotations

import re

from dieuhanh.domain.place_names import same_place_name
from dieuhanh.domain.text import nfc

from .lexicon import lexicon
from .own_head import own_head

_KINDS = "tỉnh|thành phố|tp\\.?|huyện|thị xã|quận|xã|phường|thị trấn"
_OF_BODY = re.compile(
    rf"^(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|sở|cục|ban)\b.*?)?"
    rf"\b({_KINDS})\s+([^\W\d_][\w' ]*(?:[-–] [\w ]+)?|[0-9]{{1,2}})$",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"^(tỉnh|thành|huyện|thị|đảng) (?:ủy|uỷ)\s+(?:(xã|phường)\s+)?(.+)$", re.IGNORECASE
)
_OF_PARTY = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "thị": "thị xã"}
_SHORT = re.compile(r"^(tp|tx|tt)\s+", re.IGNORECASE)
_UNNAMED = frozenset({"hội", "đoàn", "ủy", "uỷ"})
_PROVINCES: dict[str, str] = {
    name.strip().casefold(): name.strip()
    for line in lexicon("bodies")["places"]["provinces"].split("\n")
    for name in line.split("|")
    if name.strip()
}
_IN_TITLE = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|thị xã)\s+(?:[A-ZĐÀ-Ỹ]\w*)(?:\s+[A-ZĐÀ-Ỹ]\w*){0,3}"
)
_LINES = 12
_LONGEST_NAME = 4


def head_place(text: str, own: str) -> str:
    """The place in whose name a text is written, "" where that is `own` or none is told.

    >>> head_place("UBND TỈNH BẠC LIÊU\\nBÁO CÁO\\nKinh tế năm 2021", "Tỉnh Cà Mau")
    'tỉnh Bạc Liêu'
    """
    found = [name for line in _first_lines(text) if (name := _of_line(line))]
    if not found and (head := own_head(text)).type:
        found = _IN_TITLE.findall(head.title)
    lowest = max(reversed(found), key=_depth, default="")
    return "" if not lowest or is_place(lowest, own) else lowest


def _depth(name: str) -> int:
    """A commune's paper prints its district and province above it, or beneath."""
    if name.startswith(("xã ", "phường ", "thị trấn ")):
        return 3
    return 0 if name.startswith("tỉnh ") else 1 if name.startswith(("thành phố ", "tp")) else 2


def is_place(name: str, own: str) -> bool:
    """Whether a name as a text writes it is that of an area.

    >>> is_place("TP Cần Thơ", "Thành phố Cần Thơ"), is_place("TP. Cà Mau", "Tỉnh Cà Mau")
    (True, False)
    """
    return same_place_name(_SHORT.sub(r"\1. ", name), own)


def _first_lines(text: str) -> list[str]:
    lines = [
        " ".join(part.strip(" *#_|").split())
        for line in nfc(text[:3_000]).splitlines()
        for part in line.split("\t")
    ]
    return [line for line in lines if line][:_LINES]


def _of_line(line: str) -> str:
    """The place of a line in capitals: a body's, or a place's alone."""
    if not line.isupper():
        return ""
    party = _PARTY.match(line)
    if party:
        kind = (party[2] or _OF_PARTY.get(party[1].lower(), "")).lower()
        return f"{kind} {_name(party[3])}" if kind and _name(party[3]) else ""
    found = _OF_BODY.match(line)
    if found is None or found[2].casefold().split()[0] in _UNNAMED:
        return ""
    name = _name(found[2])
    return f"{found[1].lower()} {name}" if name else ""


def _name(words: str) -> str:
    """A province a line goes on behind, else the whole as long as it is one name."""
    low = f"{words.casefold()} "
    known = [full for key, full in _PROVINCES.items() if low.startswith(f"{key} ")]
    if known:
        return max(known, key=len)
    name = re.split(r"\s+[-–]\s+", words)[0]
    return name.title() if len(name.split()) <= _LONGEST_NAME else ""


__all__ = ["head_place", "is_place"]
