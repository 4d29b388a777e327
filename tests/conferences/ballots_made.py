"""A meeting under way with as many sites and delegates as a test asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.ballots import open_ballot
from dieuhanh.conferences.actions.voting import Cast, cast
from dieuhanh.conferences.models import Ballot, Conference, Delegate, Elector, Room, Site
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.ballots import By, Mode, Question
from dieuhanh.people.models import User

HOST = "ubnd-ca-mau"
BY = keeper("kiểm thử")
DAY = date(2022, 1, 12)
MORNING = datetime(2022, 1, 12, 1, 0, tzinfo=UTC)
ASKED = "Thông qua chương trình hành động?"


@verb
def meeting(code: str = "hop", *, sites: int = 5, state: str = "open", **more: Any) -> Conference:
    """A conference whose sites, the host's first, all have somebody behind them."""
    made = Conference.objects.create(
        code=code, name="Hội nghị tổng kết", host=Body.objects.get(code=HOST), starts_at=MORNING,
        state=state, opened_at=timezone.now(), **more,
    )  # fmt: skip
    Room.objects.create(conference=made)
    for position, body in enumerate(seats(sites)):
        Site.objects.create(
            conference=made, body=body, name=f"Điểm cầu {body.name}", level="commune",
            position=position, head_count=3,
        )  # fmt: skip
    return made


def seats(count: int) -> list[Body]:
    """The host and the bodies of the demo's seats first, then communes."""
    first = [HOST, "ubnd-973", "ubnd-32248", "so-y-te-ca-mau"][:count]
    known = {body.code: body for body in Body.objects.filter(code__in=first)}
    others = Body.objects.filter(kind="ubnd").exclude(code__in=first).order_by("pk")
    return [*(known[code] for code in first), *others[: count - len(first)]]


@verb
def delegate(site: Site, position: int, *, user: str = "", **more: Any) -> Delegate:
    """A registered delegate."""
    found = User.objects.get(username=user) if user else None
    return Delegate.objects.create(
        conference=site.conference, site=site, office=f"Đại biểu {position}", position=position,
        user=found, **{"state": "registered", **more},
    )  # fmt: skip


def asked(
    of: Conference, mode: Mode = Mode.NAMED, voters: By = By.SITE, by: Actor = BY, **more: Any
) -> Ballot:
    """A question put to the meeting."""
    return open_ballot(by=by, conference=of, question=Question(ASKED, mode, voters, **more))


def electors(ballot: Ballot) -> list[int]:
    """Who could vote, in order."""
    return list(
        Elector.objects.filter(ballot=ballot).order_by("place").values_list("pk", flat=True)
    )


@verb
def change(model: type[Model], pk: int, **values: Any) -> None:
    """Set a row as some other verb would have left it."""
    model._default_manager.filter(pk=pk).update(**values)


def vote(*, elector: int, choice: int, by: Actor = BY) -> Cast:
    """A vote for an elector."""
    ballot = Elector.objects.get(pk=elector).ballot_id
    return cast(by=by, ballot=ballot, elector=elector, choice=choice)
