"""What may be chosen where a record of a paper is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from dieuhanh.bodies.models import Area, Body
from dieuhanh.bodies.queries import areas_within, bodies_by_code
from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import documents
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.text import vi_key
from dieuhanh.people.models import Post
from dieuhanh.people.queries.actors import in_force
from dieuhanh.plans.models import Indicator
from dieuhanh.plans.queries import indicators_by_code
from dieuhanh.tasks.queries.choices import assigners
from dieuhanh.tasks.queries.leads import may_lead
from dieuhanh.ui.language import pick

PRESS = "press"
MOST_HANDS = 4


class Choice(NamedTuple):
    """A key and what is shown for it."""

    key: str
    name: str


def reading_areas(*, seen_by: Actor, on: date) -> list[Area]:
    """The areas in which the actor keeps papers, the widest first: codes grow with depth."""
    held = areas_within(seen_by.areas(Permission.DOCUMENT_EDIT), on)
    return sorted(held, key=lambda area: (len(area.code), vi_key(area.name)))


def sources() -> list[Choice]:
    """Everybody who may state a figure: bodies and publications."""
    rows = bodies_by_code().values()
    return _by_name(Choice(row.code, pick(row.name, row.name_en)) for row in rows)


def issuers() -> list[Choice]:
    """Bodies that issue papers: no press."""
    rows = bodies_by_code().values()
    return _by_name(
        Choice(row.code, pick(row.name, row.name_en)) for row in rows if row.kind != PRESS
    )


def indicator_choices() -> list[Choice]:
    """The catalogue, each with its unit."""
    rows = indicators_by_code().values()
    return _by_name(Choice(row.code, f"{row.name} ({row.unit})") for row in rows)


def catalogue(codes: Iterable[str]) -> dict[str, Indicator]:
    """The indicators of some codes, for a page that shows what would be written."""
    return {row.code: row for row in Indicator.objects.filter(code__in=set(codes))}


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Bodies' names by code, in the page's language."""
    rows = Body.objects.filter(code__in=set(codes)).values_list("code", "name", "name_en")
    return {code: pick(name, name_en) for code, name, name_en in rows}


def register_choices(*, seen_by: Actor) -> list[Choice]:
    """The papers of the register."""
    return [Choice(row.code, _paper(row)) for row in documents(seen_by=seen_by)]


def _paper(row: Document) -> str:
    return f"{row.number}: {row.title}" if row.number else row.title


class Hand(NamedTuple):
    """A body in whose name tasks may be assigned, and whom it may give them: name by code."""

    body: Body
    leads: dict[str, str]


def assigning_hands(*, seen_by: Actor, on: date) -> list[Hand]:
    """In whose name the actor may assign, the highest first, some few; none for who may for nobody."""
    if not seen_by.may(Permission.TASK_ASSIGN):
        return []
    held = assigners(seen_by=seen_by, today=on)[:MOST_HANDS]
    return [Hand(body, dict(may_lead(body, on).values_list("code", "name"))) for body in held]


def lead_choices(hands: Iterable[Hand]) -> list[Choice]:
    """Everybody whom one of those bodies may give a task."""
    known = {code: name for hand in hands for code, name in hand.leads.items()}
    return _by_name(Choice(code, name) for code, name in known.items())


def post_choices(*, seen_by: Actor, on: date) -> list[Choice]:
    """Posts held on a day at bodies of the areas in which the actor keeps papers."""
    areas = seen_by.areas(Permission.DOCUMENT_EDIT)
    here = Q() if areas is None else Q(body__area_id__in=areas)
    rows = Post.objects.filter(in_force(on), here, user__is_active=True)
    found = rows.select_related("user", "body")
    return _by_name(
        Choice(str(row.pk), f"{row.user}, {row.title}" + (f" {row.body}" if row.body else ""))
        for row in found
    )


def _by_name(found: Iterable[Choice]) -> list[Choice]:
    return sorted(found, key=lambda each: vi_key(each.name))


__all__ = [
    "Choice", "Hand", "assigning_hands", "catalogue", "indicator_choices", "issuers", "lead_choices",
    "names_of", "post_choices", "reading_areas", "register_choices", "sources",
]  # fmt: skip
