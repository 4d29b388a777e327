"""Agreement asked and given: who could vote, what a question must say, what the votes amount to.

A share is a whole per cent, compared in whole numbers: `part × 100 ≥ per cent × whole`. Two shares
are read as the rules of committees write them: 50 is "more than half", 67 is "two thirds".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .errors import BadInput
from .text import storable

OPTIONS = ("Tán thành", "Không tán thành", "Không có ý kiến")
"""The first option is always the one that is asked to be agreed to."""
MORE_THAN_HALF, TWO_THIRDS = 50, 67
LONGEST_QUESTION, LONGEST_OPTION, MOST_OPTIONS = 1000, 120, 12
LEAST_SECRET = 3
"""With fewer, the count itself tells one voter what the other chose."""


class Mode(StrEnum):
    """How a vote is given: seen while it runs, read out after closing, or never told."""

    OPEN = "open"
    NAMED = "named"
    SECRET = "secret"  # noqa: S105 - no password


class By(StrEnum):
    """Who answers: each site once, or each delegate."""

    SITE = "site"
    DELEGATE = "delegate"


@dataclass(frozen=True)
class Question:
    """What is asked, and what it takes: shares of those who could vote, of those who voted."""

    text: str
    mode: Mode = Mode.NAMED
    by: By = By.SITE
    options: tuple[str, ...] = OPTIONS
    quorum: int = MORE_THAN_HALF
    threshold: int = MORE_THAN_HALF


@dataclass(frozen=True)
class SiteSeat:
    """A site as it is when a ballot opens. `present`: a page of it is open, or people are there."""

    site: int
    registered: bool = False
    present: bool = False


@dataclass(frozen=True)
class DelegateSeat:
    """A delegate as they are when a ballot opens."""

    delegate: int
    site: int
    kind: str = "delegate"
    state: str = "registered"
    votes: bool = True
    stands_in_for: int | None = None
    account: bool = True


@dataclass(frozen=True)
class Result:
    """What the votes of a ballot amount to.

    `leading` is the place of the option with the most votes, None where two share them; `tied`
    says that the first option is one of those.
    """

    could: int
    counts: tuple[int, ...]
    quorum_met: bool
    passed: bool
    leading: int | None
    tied: bool

    @property
    def voted(self) -> int:
        """How many took part."""
        return sum(self.counts)


def checked(question: Question) -> Question:
    """The question with its blanks taken off. Raises BadInput("ballot.…")."""
    text = " ".join(storable(question.text).split())
    typed = (" ".join(storable(each).split()) for each in question.options)
    options = tuple(filter(None, typed))
    if not text:
        raise BadInput("ballot.no_question")
    if len(text) > LONGEST_QUESTION:
        raise BadInput("ballot.long_question", most=LONGEST_QUESTION)
    if not 2 <= len(options) <= MOST_OPTIONS or len(set(map(str.casefold, options))) < len(options):
        raise BadInput("ballot.options", most=MOST_OPTIONS)
    if too_long := next((each for each in options if len(each) > LONGEST_OPTION), ""):
        raise BadInput("ballot.long_option", option=too_long[:40], most=LONGEST_OPTION)
    for share in (question.quorum, question.threshold):
        if not 0 <= share <= 100:
            raise BadInput("ballot.share", share=share)
    if question.threshold == 0:
        raise BadInput("ballot.share", share=0)
    return Question(text, question.mode, question.by, options, question.quorum, question.threshold)


def reaches(part: int, whole: int, per_cent: int) -> bool:
    """Whether a part is the asked share of a whole, in whole numbers; none of nothing reaches 0.

    >>> reaches(50, 100, 50), reaches(51, 100, 50), reaches(0, 0, 50), reaches(0, 0, 0)
    (False, True, False, True)
    >>> reaches(74, 111, 67), reaches(73, 111, 67), reaches(60, 100, 60), reaches(59, 100, 60)
    (True, False, True, False)
    """
    if per_cent == 0:
        return True
    if whole == 0:
        return False
    if per_cent == MORE_THAN_HALF:
        return 2 * part > whole
    if per_cent == TWO_THIRDS:
        return 3 * part >= 2 * whole
    return 100 * part >= per_cent * whole


def electing_sites(sites: Iterable[SiteSeat]) -> list[int]:
    """The sites that could vote, in the order given: registered, or there.

    >>> electing_sites([SiteSeat(1, registered=True), SiteSeat(2), SiteSeat(3, present=True)])
    [1, 3]
    """
    return [each.site for each in sites if each.registered or each.present]


def electing_delegates(delegates: Sequence[DelegateSeat], *, secret: bool) -> list[int]:
    """The delegates that could vote, in the order given.

    Registered ones with a voice, no guest; who stands in has the voice of whom they replace, and
    the replaced and the absent have none. Without an account nobody can put a paper in a secret
    urn, and nobody may for them.

    >>> chief, deputy = DelegateSeat(1, 1, state="replaced"), DelegateSeat(2, 1, votes=False, stands_in_for=1)
    >>> electing_delegates([chief, deputy, DelegateSeat(3, 1, state="absent")], secret=False)
    [2]
    >>> electing_delegates([DelegateSeat(4, 1, kind="guest")], secret=False)
    []
    """
    seats = {each.delegate: each for each in delegates}
    return [
        each.delegate
        for each in delegates
        if each.state == "registered" and _has_voice(each, seats) and (each.account or not secret)
    ]


def _has_voice(seat: DelegateSeat, seats: dict[int, DelegateSeat]) -> bool:
    replaced = seats.get(seat.stands_in_for) if seat.stands_in_for is not None else None
    if replaced is None:
        return seat.votes and seat.kind != "guest"
    return replaced.state == "replaced" and replaced.votes and replaced.kind != "guest"


def require_electors(count: int, mode: Mode) -> None:
    """Raise BadInput where nobody could vote, or too few for a secret to stay one."""
    if count == 0:
        raise BadInput("ballot.nobody")
    if mode is Mode.SECRET and count < LEAST_SECRET:
        raise BadInput("ballot.few", least=LEAST_SECRET, count=count)


def counted(choices: Iterable[int], options: int) -> tuple[int, ...]:
    """How many chose each option, by its place.

    >>> counted([0, 2, 0], 3)
    (2, 0, 1)
    """
    counts = [0] * options
    for choice in choices:
        counts[choice] += 1
    return tuple(counts)


def tells_a_voter(counts: Sequence[int]) -> bool:
    """Whether so few took part in a secret ballot that its count would tell what they chose.

    >>> tells_a_voter([1, 1]), tells_a_voter([2, 1]), tells_a_voter([0, 0])
    (True, False, False)
    """
    return 0 < sum(counts) < LEAST_SECRET


def result_of(counts: Sequence[int], *, could: int, quorum: int, threshold: int) -> Result:
    """What the counts amount to. With a tie at the top nothing is decided by itself.

    >>> result_of([98, 10, 3], could=111, quorum=50, threshold=50).passed
    True
    >>> tie = result_of([50, 50, 0], could=111, quorum=50, threshold=50)
    >>> tie.passed, tie.leading, tie.tied
    (False, None, True)
    >>> result_of([40, 0, 0], could=111, quorum=50, threshold=50).quorum_met
    False
    """
    voted, most = sum(counts), max(counts)
    at_top = [place for place, count in enumerate(counts) if count == most and count]
    met = reaches(voted, could, quorum)
    return Result(
        could=could,
        counts=tuple(counts),
        quorum_met=met,
        passed=met and voted > 0 and reaches(counts[0], voted, threshold),
        leading=at_top[0] if len(at_top) == 1 else None,
        tied=len(at_top) > 1 and at_top[0] == 0,
    )


def no_votes_yet(electors: int) -> bytes:
    """A list of who has voted, one bit an elector, with nobody on it.

    >>> no_votes_yet(9)
    b'\\x00\\x00'
    """
    return bytes(-(-electors // 8))


def has_voted(voted: bytes, place: int) -> bool:
    """Whether the elector at a place is on the list."""
    return bool(voted[place // 8] >> place % 8 & 1)


def with_vote(voted: bytes, place: int) -> bytes:
    """The list with the elector at a place on it.

    >>> has_voted(with_vote(b"\\x00\\x00", 9), 9), with_vote(b"\\x00", 0)
    (True, b'\\x01')
    """
    changed = bytearray(voted)
    changed[place // 8] |= 1 << place % 8
    return bytes(changed)


def turnout(voted: bytes) -> int:
    """How many are on the list.

    >>> turnout(b"\\x03\\x01")
    3
    """
    return int.from_bytes(voted).bit_count()


__all__ = [
    "LEAST_SECRET",
    "OPTIONS",
    "By",
    "DelegateSeat",
    "Mode",
    "Question",
    "Result",
    "SiteSeat",
    "checked",
    "counted",
    "electing_delegates",
    "electing_sites",
    "has_voted",
    "no_votes_yet",
    "reaches",
    "require_electors",
    "result_of",
    "tells_a_voter",
    "turnout",
    "with_vote",
]
