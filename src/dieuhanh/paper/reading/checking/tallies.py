"""The tally of targets held against its own groups and against the books' counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..records import Claim, Reading, Scoreboard
from .claims import Checked
from .reasons import Mark, Reason, Value

_GROUP = re.compile(
    r"(?<![\d.,/])(?P<count>\d{1,3})(?:\s+chỉ tiêu)?\s+"
    r"(?P<verdict>(?:không|chưa|khó|cơ bản|xấp xỉ)\s+(?:đạt|hoàn thành|vượt)|"
    r"đạt|vượt|hoàn thành)(?!\s+\d)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:trong|trên|tổng số|tổng cộng)\s+(?:tổng số\s+|số\s+)?(?P<total>\d{1,3})\s+chỉ tiêu",
    re.IGNORECASE,
)
_REACHED = frozenset({"đạt", "vượt", "hoàn thành"})
_SENTENCE = re.compile(r"[^\n.;]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
UNIT = "chỉ tiêu"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many targets the books say were reached."""

    met: int
    total: int
    judged: bool = False
    """Come to by the figures, not published."""
    link: str = ""


def check_tally(
    text: str, reading: Reading, counts: Callable[[Claim], Sequence[Count]]
) -> Checked | None:
    """The text's tally marked; None where it tells none. `counts` is asked only where it does."""
    claim = tally_claim(text, reading)
    return Checked(claim, None, tally_reasons(text, claim, counts(claim))) if claim else None


def tally_claim(text: str, reading: Reading) -> Claim | None:
    """The text's tally of targets as a claim: read whole, or in groups that do not add up."""
    board = reading.scoreboard
    if board is not None and board.unit == UNIT:
        return _claim(board.met, board.total, board.start, board.end, text)
    if board is None:
        for sentence in _SENTENCE.finditer(text):
            if found := _groups(sentence[0]):
                reached, _failed, total = found
                return _claim(sum(reached), total, sentence.start(), sentence.end(), text)
    return None


def tally_reasons(text: str, claim: Claim, counts: Sequence[Count]) -> tuple[Reason, ...]:
    """Worst first. Of a published and a judged count, agreeing with either is agreeing."""
    return (*_adds_up(text, claim), *_by_the_books(claim, counts))


def years_of(board: Scoreboard | Claim | None) -> frozenset[int]:
    """The years that the words of a tally name."""
    return frozenset(int(year) for year in _YEAR.findall(board.quote)) if board else frozenset()


def _by_the_books(claim: Claim, counts: Sequence[Count]) -> Iterator[Reason]:
    same = [c for c in counts if claim.numerator == c.met and claim.denominator == c.total]
    for each in same or counts:
        code = "tally_judged" if each.judged else "tally"
        code += "" if each.judged and same else ("_agrees" if same else "_differs")
        values: dict[str, Value] = {
            "value": claim.value, "of": claim.denominator or 0, "met": each.met,
            "total": each.total,
        }  # fmt: skip
        yield Reason(Mark.AGREES if same else Mark.DISAGREES, code, values, each.link)
    if not counts:
        yield Reason(Mark.UNKNOWN, "tally_unheld")


def _adds_up(text: str, claim: Claim) -> Iterator[Reason]:
    for sentence in _SENTENCE.finditer(text):
        if not sentence.start() <= claim.start < sentence.end() + 1:
            continue
        if (found := _groups(sentence[0])) and _beyond(*found):
            values: dict[str, Value] = {"sum": sum(found[0]) + sum(found[1]), "total": found[2]}
            yield Reason(Mark.INCONSISTENT, "tally_sum", values)


def _groups(sentence: str) -> tuple[list[int], list[int], int] | None:
    """Reached, not reached, and of how many; None where the sentence does not tell all three."""
    total = _TOTAL.search(sentence)
    reached: list[int] = []
    failed: list[int] = []
    for group in _GROUP.finditer(sentence):
        if total and group.start("count") == total.start("total"):
            continue
        of = reached if group["verdict"].lower() in _REACHED else failed
        of.append(int(group["count"]))
    if total is None or not reached or not failed:
        return None
    return reached, failed, int(total["total"])


def _beyond(reached: Sequence[int], failed: Sequence[int], total: int) -> bool:
    """Whether the groups are more than all, and no group may be a part of another."""
    every, nested = sum(reached) + sum(failed), max(reached) + sum(failed)
    return every > total and nested != total


def _claim(met: int, total: int, start: int, end: int, text: str) -> Claim:
    top, bottom = Decimal(met), Decimal(total)
    return Claim(
        indicator="chỉ tiêu đạt và vượt", value=top, unit=UNIT, kind="count", numerator=top,
        denominator=bottom, numerator_unit=UNIT, quote=text[start:end], start=start, end=end,
    )  # fmt: skip


__all__ = ["UNIT", "Count", "check_tally", "tally_claim", "tally_reasons", "years_of"]
