"""A text held against the books: each claim told to an indicator, and marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.functional import cached_property

from dieuhanh.assessment.queries import board
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.numbers import Lang
from dieuhanh.domain.period_words import period_said
from dieuhanh.domain.periods import Period
from dieuhanh.domain.wording.paper_checks import reason_in_words
from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.checking import (
    Checked,
    Count,
    Mark,
    check_reading,
    check_tally,
    years_of,
)
from dieuhanh.paper.reading.matching import Catalogue
from dieuhanh.paper.reading.records import Claim, Reading
from dieuhanh.paper.reading.whose import told_of_places
from dieuhanh.plans.models import Plan
from dieuhanh.plans.queries.plans import plans

from .reading_match import Shelves
from .text_books import PlanBooks

SURE = 70
"""A likeness of names from which a claim is taken to mean an indicator, unless two are as like."""


@dataclass(frozen=True)
class CheckedText:
    """A text with every claim marked, by the books of a plan's area as known on a day."""

    text: str
    reading: Reading
    claims: tuple[Checked, ...]
    plan: Plan
    year: int
    as_known_on: date
    tally: Checked | None = None
    """The text's count of targets reached, "12/22", marked; it is no figure and not in `counts`."""

    @cached_property
    def counts(self) -> dict[Mark, int]:
        """How many claims bear each mark, none left out."""
        found = Counter(each.mark for each in self.claims)
        return {mark: found[mark] for mark in Mark}

    @property
    def contradicted(self) -> bool:
        """Whether a claim or the tally disagrees with the books or with itself."""
        marks = {each.mark for each in (*self.claims, *filter(None, [self.tally]))}
        return bool(marks & {Mark.DISAGREES, Mark.INCONSISTENT})


def check_text(
    text: str, *, seen_by: Actor, as_known_on: date, plan: str = "", year: int | None = None
) -> CheckedText:
    """Read the text and mark its claims; nothing is stored.

    Without `plan` the newest plan of the text's year is taken, else the newest of all; without
    `year`, the year most claims name, else the plan's. Raises Missing for a plan not there or not
    for this reader, BadInput("check.no_plan") when there is none at all.
    """
    if not seen_by.may(Permission.BOARD_VIEW):
        raise Missing("plan.missing", plan=plan, known="")
    reading = read(text)
    named = year or _year_named(reading)
    chosen = _plan(plan, named, seen_by)
    of_year = named or Period.parse(chosen.period).start.year
    shelves = Shelves(chosen.area, as_known_on)
    told = told_of_places(text, reading.claims, chosen.area.name)
    reading = replace(reading, claims=tuple(each.claim for each in told))
    books = PlanBooks(chosen, year=of_year, on=as_known_on, seen_by=seen_by, place=shelves.place)
    claims = check_reading(text, reading, _indicator_of(shelves.indicators), books)
    books_of = (chosen, seen_by, as_known_on)
    tally = check_tally(text, reading, lambda claim: _counts(text, claim, books_of))
    return CheckedText(text, reading, claims, chosen, of_year, as_known_on, tally)


def check_json(found: CheckedText, lang: Lang) -> dict[str, object]:
    """The whole check for machines, each reason with its sentence."""
    return {
        "plan": found.plan.code, "year": found.year, "as_known_on": found.as_known_on.isoformat(),
        "counts": {mark.value: count for mark, count in found.counts.items()},
        "claims": [_as_json(each, lang) for each in found.claims],
        "tally": _as_json(found.tally, lang) if found.tally else None,
    }  # fmt: skip


def _as_json(checked: Checked, lang: Lang) -> dict[str, object]:
    told = checked.as_json()
    told["reasons"] = [
        reason.as_json() | {"text": reason_in_words(reason.code, reason.values, lang)}
        for reason in checked.reasons
    ]
    return told


def _counts(text: str, claim: Claim, books_of: tuple[Plan, Actor, date]) -> list[Count]:
    """What was published of the plan's targets, and what its figures come to.

    None for a tally of another year or another place.
    """
    plan, seen_by, on = books_of
    years, year = years_of(claim), Period.parse(plan.period).start.year
    about = told_of_places(text, [claim], plan.area.name)[0].claim.about
    if about or (years and year not in years):
        return []
    judged = board(plan.code, seen_by=seen_by, as_known_on=on)
    link = f"{reverse('desk:home')}?plan={plan.code}"
    told = judged.published
    counts = [Count(told.met, told.total, link=link)] if told else []
    tally = judged.counts
    if not tally.no_data and not tally.not_due and tally.total:
        counts.append(Count(tally.met_or_exceeded, tally.total, judged=True, link=link))
    return counts


def _year_named(reading: Reading) -> int | None:
    """The year that most results of the text are of."""
    spans = (period_said(each.period, None) for each in reading.claims if each.role == "actual")
    years = Counter(span.start.year for span in spans if span and span.months <= 12)
    if years:
        return years.most_common(1)[0][0]
    return max(years_of(reading.scoreboard), default=None)


def _plan(code: str, year: int | None, seen_by: Actor) -> Plan:
    known = list(plans(seen_by=seen_by))
    if code:
        for each in known:
            if each.code == code:
                return each
        raise Missing("plan.missing", plan=code, known=", ".join(each.code for each in known))
    of_year = [each for each in known if year and each.period == str(Period.of_year(year))]
    if not known:
        raise BadInput("check.no_plan")
    return (of_year or known)[0]


def _indicator_of(catalogue: Catalogue) -> Callable[[Claim], str | None]:
    """The one indicator a claim surely means."""

    def surely(claim: Claim) -> str | None:
        first, *others = catalogue.matches(claim, most=2) or (None,)
        if first is None or first.score < SURE:
            return None
        return None if others and others[0].score == first.score else first.code

    return surely


__all__ = ["SURE", "CheckedText", "check_json", "check_text"]
