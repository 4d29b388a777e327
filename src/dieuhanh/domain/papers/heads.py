"""The head and the foot of a paper, as they follow from the body that issues it.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, phần I mục II: the issuing body under its direct superior,
the name of the place, the capacity in which one signs.
"""

from __future__ import annotations

from typing import NamedTuple

COMMITTEE, COUNCIL = "Ủy ban nhân dân", "Hội đồng nhân dân"
COLLECTIVE = {"ubnd": COMMITTEE, "hdnd": COUNCIL, "government": "Chính phủ"}
POSTS = {
    "ubnd": "Chủ tịch", "hdnd": "Chủ tịch", "so": "Giám đốc", "van_phong": "Chánh Văn phòng",
    "government": "Thủ tướng", "cuc": "Cục trưởng", "ban": "Trưởng ban", "bhxh": "Giám đốc",
}  # fmt: skip
_PLACES = ("thành phố ", "thị trấn ", "thị xã ", "phường ", "tỉnh ", "huyện ", "quận ", "xã ")


class Signed(NamedTuple):
    """The lines above the name: in whose place, and which post."""

    on_behalf: tuple[str, ...]
    post: str


def issuer_lines(name: str, kind: str) -> str:
    """The issuing body as printed: a committee's place on a line of its own; of a department of
    a province the place is left out, for its superior's line names it.

    >>> issuer_lines("Ủy ban nhân dân tỉnh Cà Mau", "ubnd")
    'Ủy ban nhân dân\\ntỉnh Cà Mau'
    >>> issuer_lines("Sở Y tế tỉnh Cà Mau", "so")
    'Sở Y tế'
    """
    if kind == "government":
        return COLLECTIVE[kind]
    opening = COLLECTIVE.get(kind, "")
    if opening and name.startswith(f"{opening} "):
        return f"{opening}\n{name.removeprefix(opening).strip()}"
    if kind in {"so", "van_phong"} and " tỉnh " in name:
        return name.partition(" tỉnh ")[0]
    return name


def parent_line(name: str, kind: str) -> str:
    """The superior, a committee in short.

    >>> parent_line("Ủy ban nhân dân tỉnh Cà Mau", "ubnd")
    'UBND tỉnh Cà Mau'
    """
    return name.replace(COMMITTEE, "UBND", 1) if kind == "ubnd" else name


def place_of(area: str) -> str:
    """The place of signing: the unit's own name; one that is a number keeps its kind.

    >>> place_of("Tỉnh Cà Mau"), place_of("Phường 9")
    ('Cà Mau', 'Phường 9')
    """
    for opening in _PLACES:
        if area.lower().startswith(opening):
            rest = area[len(opening) :].strip()
            return rest if rest and not rest[0].isdigit() else area
    return area


__all__ = ["COLLECTIVE", "POSTS", "Signed", "issuer_lines", "parent_line", "place_of"]
