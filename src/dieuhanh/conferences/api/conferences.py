"""Conferences with their sites, delegates, agenda and texts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Query, Router, Schema

from dieuhanh.ui.asked import Asked
from dieuhanh.ui.wire import Listed, Page, page_of

from ..models import AgendaItem, Conference, Delegate, Exhibit, Site
from ..queries import conference as find_conference
from ..queries import conferences
from ..queries.agenda import exhibits_of
from ..queries.reading import agenda_of, delegates_of, sites_of, texts_of
from .texts import TextOut, text_shape

conferences_router = Router(tags=["conferences"])


class ConferenceOut(Schema):
    """A meeting of a host. `state` is preparing, invited, open or closed."""

    code: str
    name: str
    name_en: str
    host: str
    place: str
    starts_at: datetime
    ends_at: datetime | None
    state: str
    plan: str | None
    assessment: int | None
    video_url: str
    simulated: bool
    opened_at: datetime | None
    closed_at: datetime | None


class PaperOut(Schema):
    """A document laid before an item; a `draft` one is still asked about."""

    document: str
    title: str
    draft: bool


class ExhibitOut(Schema):
    """What is laid beside an item to be put on the screen: the board, last period's shortcomings,
    a target of a plan by its number, or a finding."""

    id: int
    kind: str
    plan: str | None
    no: str | None
    finding: int | None


class ItemOut(Schema):
    """One item of the agenda, with its papers and what else is shown at it."""

    id: int
    position: int
    title: str
    title_en: str
    kind: str
    minutes: int | None
    presenter: str
    papers: list[PaperOut]
    exhibits: list[ExhibitOut]


class ConferenceStory(ConferenceOut):
    """A conference with its agenda and texts; sites, delegates, ballots have lists of their own."""

    agenda: list[ItemOut]
    texts: list[TextOut]


class SiteOut(Schema):
    """Điểm cầu: one seat in the meeting. `head_count` is what its keeper says; null: not said."""

    id: int
    body: str
    name: str
    level: str
    parent: str | None
    position: int
    head_count: int | None
    head_count_at: datetime | None


class DelegateOut(Schema):
    """Somebody who is to come, with the office of that day; `site` is the body of the seat."""

    id: int
    site: str
    body: str | None
    name: str
    office: str
    kind: str
    votes: bool
    state: str
    stands_in_for: int | None


class ConferencesAsked(Listed):
    """Which conferences."""

    host: str = ""
    state: str = ""
    plan: str = ""


class SitesAsked(Listed):
    """Which sites."""

    level: str = ""


class DelegatesAsked(Listed):
    """Which delegates; `site` is the code of its body."""

    site: str = ""
    kind: str = ""
    state: str = ""


CONFERENCES = {"host": "host__code", "state": "state", "plan": "plan__code"}
DELEGATES = {"site": "site__body__code", "kind": "kind", "state": "state"}


@conferences_router.get("", response=Page[ConferenceOut], operation_id="list_conferences")
def list_conferences(request: Asked, asked: Query[ConferencesAsked]) -> dict[str, Any]:
    """The conferences you may see."""
    given = {column: told for name, column in CONFERENCES.items() if (told := getattr(asked, name))}
    found = conferences(seen_by=request.actor).filter(**given).select_related("host", "plan")
    return page_of(found, asked, _shape)


@conferences_router.get("/{code}", response=ConferenceStory, operation_id="get_conference")
def get_conference(request: Asked, code: str) -> dict[str, Any]:
    """One conference with its agenda, papers and texts."""
    found = find_conference(code, seen_by=request.actor)
    beside: dict[int, list[Exhibit]] = {}
    for each in exhibits_of(found):
        beside.setdefault(each.item_id, []).append(each)
    return {
        **_shape(found),
        "agenda": [_item(each, beside.get(each.pk, [])) for each in agenda_of(found)],
        "texts": [text_shape(each) for each in texts_of(found)],
    }


@conferences_router.get("/{code}/sites", response=Page[SiteOut], operation_id="list_sites")
def list_sites(request: Asked, code: str, asked: Query[SitesAsked]) -> dict[str, Any]:
    """The tree of sites, each naming the body of the one above it."""
    found = sites_of(find_conference(code, seen_by=request.actor))
    return page_of(found.filter(level=asked.level) if asked.level else found, asked, _site)


@conferences_router.get(
    "/{code}/delegates", response=Page[DelegateOut], operation_id="list_delegates"
)
def list_delegates(request: Asked, code: str, asked: Query[DelegatesAsked]) -> dict[str, Any]:
    """Who is to come, chairs and guests among them."""
    given = {column: told for name, column in DELEGATES.items() if (told := getattr(asked, name))}
    found = delegates_of(find_conference(code, seen_by=request.actor)).filter(**given)
    return page_of(found, asked, _delegate)


def _shape(found: Conference) -> dict[str, Any]:
    cited = {"host", "plan", "assessment"}
    return {
        **{name: getattr(found, name) for name in ConferenceOut.model_fields if name not in cited},
        "host": found.host.code,
        "plan": found.plan.code if found.plan else None,
        "assessment": found.assessment_id,
    }


def _item(each: AgendaItem, beside: list[Exhibit]) -> dict[str, Any]:
    as_is = set(ItemOut.model_fields) - {"papers", "exhibits"}
    papers = sorted(
        (paper for paper in each.papers.all() if not paper.removed),
        key=lambda paper: (paper.position, paper.pk),
    )
    return {
        **{name: getattr(each, name) for name in as_is},
        "papers": [
            {"document": paper.document.code, "title": str(paper), "draft": paper.draft}
            for paper in papers
        ],
        "exhibits": [_exhibit(shown) for shown in beside],
    }


def _exhibit(each: Exhibit) -> dict[str, Any]:
    return {
        "id": each.pk,
        "kind": each.kind,
        "plan": each.target.version.plan.code if each.target else None,
        "no": each.target.no if each.target else None,
        "finding": each.finding_id,
    }


def _site(each: Site) -> dict[str, Any]:
    cited = {"body", "parent"}
    return {
        **{name: getattr(each, name) for name in SiteOut.model_fields if name not in cited},
        "body": each.body.code,
        "parent": each.parent.body.code if each.parent else None,
    }


def _delegate(each: Delegate) -> dict[str, Any]:
    cited = {"site", "body", "stands_in_for"}
    return {
        **{name: getattr(each, name) for name in DelegateOut.model_fields if name not in cited},
        "site": each.site.body.code,
        "body": each.body.code if each.body else None,
        "stands_in_for": each.stands_in_for_id,
    }
