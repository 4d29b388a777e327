"""Voting by programs: whom one votes for on a ballot, and a vote cast once."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Field, Router, Schema
from ninja.params.functions import Header

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.ballots import Mode
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.ui.asked import Asked

from ..actions.voting import cast
from ..models import Ballot
from ..queries import conference as find_conference
from ..queries.ballots import Mine, mine
from ..queries.reading import ballot_of

votes_router = Router(tags=["conferences"])


class ElectorOut(Schema):
    """A site, or a delegate in their office, you vote for. `choice` is the place of the option
    that stands now; of a secret ballot it is told to nobody."""

    id: int
    site: str
    office: str | None
    voted: bool
    choice: int | None


class VoteIn(Schema):
    """A vote: the place of the option. A secret one cannot be changed, so it must be `sure`."""

    elector: int = Field(ge=1, lt=2**62)
    choice: int = Field(ge=0, lt=2**15)
    sure: bool = False


class VoteOut(Schema):
    """The vote is in the books. `again`: it was there already, and nothing was written."""

    ballot: int
    elector: int
    again: bool


@votes_router.get(
    "/{code}/ballots/{int:pk}/electors", response=list[ElectorOut], operation_id="list_electors"
)
def list_electors(request: Asked, code: str, pk: int) -> list[dict[str, Any]]:
    """Whom you vote for on a ballot, and whether their vote is in."""
    return [_elector(each) for each in mine(_ballot(request, code, pk), seen_by=request.actor)]


@votes_router.post(
    "/{code}/ballots/{int:pk}/votes", response=VoteOut, operation_id="cast_vote"
)  # fmt: skip
def post_vote(
    request: Asked,
    code: str,
    pk: int,
    told: VoteIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80)] = "",
) -> dict[str, Any]:
    """Vote, or until the end vote otherwise; sent again with its key it changes nothing."""
    found = _ballot(request, code, pk)
    _require_voice(request)
    if found.mode == Mode.SECRET and not told.sure:
        raise BadInput("ballot.not_sure")
    done = cast(
        by=request.actor, ballot=found.pk, elector=told.elector, choice=told.choice,
        key=idempotency_key,
    )  # fmt: skip
    return {"ballot": found.pk, "elector": done.elector.pk, "again": done.again}


def _require_voice(request: Asked) -> None:
    """A token votes only where it was given the voice of a site, also for its owner in person:
    one made to read figures must not. Raises Refused."""
    by_token = getattr(request, "asker", "").startswith("token:")
    if by_token and request.actor.bodies(Permission.SITE_KEEP) == frozenset():
        raise Refused("refused")


def _ballot(request: Asked, code: str, pk: int) -> Ballot:
    return ballot_of(find_conference(code, seen_by=request.actor), pk)


def _elector(each: Mine) -> dict[str, Any]:
    found = each.elector
    return {
        "id": found.pk,
        "site": found.site.body.code,
        "office": found.delegate.office if found.delegate else None,
        "voted": each.voted,
        "choice": each.choice,
    }
