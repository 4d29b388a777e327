"""What a conference agreed: ballots with their results, and its conclusions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query, Router, Schema

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of

from ..models import Ballot, Conclusion
from ..queries import conference as find_conference
from ..queries.reading import ballot_of, ballots_of, choices_of, conclusions_of

agreed_router = Router(tags=["conferences"])


class BallotOut(Schema):
    """One question asked once. `counts`, an option's votes by its place, is there once closed.

    `quorum` and `threshold` are whole per cent; `could` is how many could vote.
    """

    id: int
    item: int | None
    question: str
    mode: str
    by: str
    options: list[Any]
    quorum: int
    threshold: int
    state: str
    opened_at: datetime
    closed_at: datetime | None
    could: int
    counts: list[int] | dict[str, int] | None
    passed: bool | None


class ChoiceOut(Schema):
    """What a site, or a delegate in their office, chose: the place of the option."""

    site: str
    office: str | None
    choice: int


class BallotStory(BallotOut):
    """A ballot; of an open or named one, once closed, who chose what. Of a secret one never."""

    choices: list[ChoiceOut]


class ConclusionOut(Schema):
    """A conclusion with what it rests on. `number` is null while it is a draft."""

    id: int
    number: int | None
    group: str
    text: str
    field: str
    state: str
    item: int | None
    body: str | None
    due_on: date | None
    targets: list[dict[str, str]]
    findings: list[int]
    contributions: list[int]


@agreed_router.get("/{code}/ballots", response=Page[BallotOut], operation_id="list_ballots")
def list_ballots(request: Asked, code: str, asked: Query[Listed]) -> dict[str, Any]:
    """What was put to agreement, and how it ended."""
    return page_of(ballots_of(find_conference(code, seen_by=request.actor)), asked, _ballot)


@agreed_router.get("/{code}/ballots/{int:pk}", response=BallotStory, operation_id="get_ballot")
def get_ballot(request: Asked, code: str, pk: int) -> dict[str, Any]:
    """One ballot with its result."""
    found = ballot_of(find_conference(code, seen_by=request.actor), pk)
    return {
        **_ballot(found),
        "choices": [
            {
                "site": elector.site.body.code,
                "office": elector.delegate.office if elector.delegate else None,
                "choice": choice,
            }
            for elector, choice in choices_of(found)
        ],
    }


@agreed_router.get(
    "/{code}/conclusions", response=Page[ConclusionOut], operation_id="list_conclusions"
)
def list_conclusions(request: Asked, code: str, asked: Query[Listed]) -> dict[str, Any]:
    """The conclusions; drafts too for whoever runs the conference or writes them."""
    found = find_conference(code, seen_by=request.actor)
    return page_of(conclusions_of(found, seen_by=request.actor), asked, conclusion_shape)


def _ballot(found: Ballot) -> dict[str, Any]:
    names = set(BallotOut.model_fields) - {"id", "item"}
    told = {name: getattr(found, name) for name in names}
    return {**told, "id": found.pk, "item": found.item_id}


def conclusion_shape(found: Conclusion) -> dict[str, Any]:
    """A conclusion as a line of a list."""
    as_is = ("number", "group", "text", "field", "state", "due_on")
    return {
        **{name: getattr(found, name) for name in as_is},
        "id": found.pk,
        "item": found.item_id,
        "body": found.body.code if found.body else None,
        "targets": [
            {"plan": each.version.plan.code, "no": each.no} for each in found.targets.all()
        ],
        "findings": [each.pk for each in found.findings.all()],
        "contributions": [each.pk for each in found.contributions.all()],
    }


__all__ = ["ConclusionOut", "agreed_router", "conclusion_shape"]
