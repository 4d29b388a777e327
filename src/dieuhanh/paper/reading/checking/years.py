"""Papers cited for a plan: a resolution of 2022 is not where the plan of 2024 was set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import CitedDocument, Claim
from ..wordlists import words_of
from .reasons import Mark, Reason, Value

_SETTING = frozenset({"nghị quyết", "quyết định"})
_YEAR = re.compile(r"(?<![0-9])(19[3-9][0-9]|20[0-9]{2})(?![0-9])")
_LONG_TERM = (
    "giai đoạn",
    "5 năm",
    "05 năm",
    "năm năm",
    "trung hạn",
    "nhiệm kỳ",
    "tầm nhìn",
    "định hướng",
)
FARTHEST = 1
"""A year's plan is set in the year before, or in its own."""


def cited_for_plans(
    text: str, claims: Sequence[Claim], documents: Sequence[CitedDocument]
) -> Iterator[tuple[int, Reason]]:
    """Claims of a plan, or measured by one, in whose sentence a paper of an older year is cited."""
    for document in documents:
        year = _year_of(document)
        if year is None or " ".join(words_of(document.type)) not in _SETTING:
            continue
        first, last = _sentence(text, document.start, document.end)
        sentence = " ".join(words_of(text[first:last]))
        if any(word in sentence for word in _LONG_TERM):
            continue
        for index, claim in enumerate(claims):
            if not first <= claim.start < last or not _of_a_plan(claim):
                continue
            planned = _planned_year(claim)
            if planned is not None and (planned - year > FARTHEST or planned < year):
                values: dict[str, Value] = {
                    "document": document.number or document.type,
                    "year": year,
                    "planned": planned,
                }
                yield index, Reason(Mark.INCONSISTENT, "plan_year", values)


def _of_a_plan(claim: Claim) -> bool:
    stated = (claim.plan_value, claim.vs_plan_pct, claim.plan_ratio_pct)
    return claim.role == "plan" or any(value is not None for value in stated)


def _planned_year(claim: Claim) -> int | None:
    """The year of the claim's period; None for none, or a span of years."""
    years = set(_YEAR.findall(claim.period or ""))
    return int(years.pop()) if len(years) == 1 else None


def _year_of(document: CitedDocument) -> int | None:
    told = document.date[:4] if document.date else ""
    found = _YEAR.search(told or (document.number or ""))
    return int(found[1]) if found else None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch: between full stops before a space, and line ends."""
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    ends = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    return first, min(ends, default=len(text))


__all__ = ["cited_for_plans"]
