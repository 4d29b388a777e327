"""Điểm cầu: which bodies sit at a conference, one under another, and who comes before whom.

The tree follows the areas as they stood on the day: the centre, each district, its communes.
Where a level has ended (districts, from 1 July 2025) its children sit under the next above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from .errors import BadInput
from .indicators import Level
from .text import fold


class SiteLevel(StrEnum):
    """What a site is: the centre, a district's, a commune's, or another body's."""

    CENTRAL = "central"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"


class Kind(StrEnum):
    """As what somebody comes."""

    CHAIR = "chair"
    GUEST = "guest"
    DELEGATE = "delegate"


class Seat(NamedTuple):
    """A body's seat, the body whose seat is above it (None: the centre), and its level."""

    body: int
    above: int | None
    level: SiteLevel


OF_AREA = {Level.DISTRICT: SiteLevel.DISTRICT, Level.COMMUNE: SiteLevel.COMMUNE}


def site_tree(
    host: int,
    area: int | None,
    *,
    below: Mapping[int, Sequence[int]],
    levels: Mapping[int, Level],
    bodies: Mapping[int, int],
    wanted: frozenset[SiteLevel],
) -> list[Seat]:
    """The host's seat, then each area's body behind the one above it, as a reader walks a tree.

    `below` are the areas right under each, in order; `bodies` the committee of each. An area
    whose level is not wanted, or that has no body, is passed over and what is below it moves up.

    >>> whole = frozenset(SiteLevel)
    >>> [(s.body, s.above, s.level.value) for s in site_tree(
    ...     1, 96, below={96: [973], 973: [32248]}, bodies={96: 1, 973: 2, 32248: 3},
    ...     levels={973: Level.DISTRICT, 32248: Level.COMMUNE}, wanted=whole)]
    [(1, None, 'central'), (2, 1, 'district'), (3, 2, 'commune')]
    """
    seated = {host}

    def walk(here: int, above: int) -> Iterator[Seat]:
        for one in below.get(here, ()):
            body, level = bodies.get(one), OF_AREA.get(levels[one], SiteLevel.OTHER)
            under = above
            if body is not None and level in wanted and body not in seated:
                seated.add(body)
                yield Seat(body, above, level)
                under = body
            yield from walk(one, under)

    return [
        Seat(host, None, SiteLevel.CENTRAL),
        *(walk(area, host) if area is not None else ()),
    ]


KINDS = (Kind.CHAIR, Kind.GUEST, Kind.DELEGATE)
OFFICES = (
    ("bi thu",),
    ("chu tich",),
    ("giam doc", "cuc truong", "chanh van phong", "chanh thanh tra", "truong ban", "chi huy truong",
     "vien truong", "chanh an", "tong bien tap"),
    ("truong phong", "truong"),
)  # fmt: skip


def protocol_key(kind: str, site: int, office: str) -> tuple[int, int, int, bool]:
    """Where somebody stands in the order of protocol: chairs, guests, delegates; the sites in
    their order; in one room heads before deputies and higher offices before lower.

    An office is read by its words; one that is not known comes last in its room, and the
    order so made can be changed by hand.

    >>> offices = ["Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế", "Chủ tịch UBND tỉnh"]
    >>> sorted(offices, key=lambda office: protocol_key("delegate", 1, office))
    ['Chủ tịch UBND tỉnh', 'Phó Chủ tịch UBND tỉnh', 'Giám đốc Sở Y tế']
    """
    words = fold(office)
    found = [
        (rank, f"pho {name}" in words)
        for rank, names in enumerate(OFFICES)
        for name in names
        if name in words
    ]
    rank, deputy = min(found, default=(len(OFFICES), False))
    return KINDS.index(Kind(kind)), site, rank, deputy


class Hanging(NamedTuple):
    """What hangs on some sites: who is to come to them, who is there now, what was done there."""

    delegates: int = 0
    present: int = 0
    deeds: int = 0


def check_removable(name: str, held: Hanging, *, only: bool) -> None:
    """Whether a site, with those below it, may be removed; `only` says that nothing would be left
    of a meeting that has begun.

    Raises BadInput("site.has_delegates" | "site.is_present" | "site.was_heard" | "site.last").

    >>> check_removable("Điểm cầu xã", Hanging(), only=False)
    """
    if held.deeds:
        raise BadInput("site.was_heard", site=name)
    if held.present:
        raise BadInput("site.is_present", site=name, n=held.present)
    if held.delegates:
        raise BadInput("site.has_delegates", site=name, n=held.delegates)
    if only:
        raise BadInput("site.last", site=name)


__all__ = [
    "Hanging",
    "Kind",
    "Seat",
    "SiteLevel",
    "check_removable",
    "protocol_key",
    "site_tree",
]
