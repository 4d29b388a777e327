"""What conferences ask of an officer is on their list until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.agenda import add_item
from dieuhanh.conferences.actions.attendance import expect, register
from dieuhanh.conferences.actions.delegates import invite_posts
from dieuhanh.conferences.actions.inviting import invite
from dieuhanh.conferences.actions.opinions import ask_opinions, give_opinion
from dieuhanh.conferences.actions.papers import upload_paper
from dieuhanh.conferences.models import Conference, Delegate, OpinionRequest, Site
from dieuhanh.desk.queries.meeting_errands import meeting_errands
from dieuhanh.domain.actors import Actor
from dieuhanh.people.models import Post
from tests.conferences.conferences_made import made_by, seat
from tests.pages import page, words

pytestmark = pytest.mark.django_db
Of = Callable[[str], Actor]
TODAY = date(2022, 1, 7)


def told(actor: Actor, today: date = TODAY) -> list[tuple[str, str, date | None]]:
    found = meeting_errands(seen_by=actor, today=today)
    return [(each.kind, each.name, each.due) for each in found]


@pytest.fixture
def asked(example: None, at_machine: Actor) -> Conference:
    """A conference that asks a department about a draft, and whose sites are not invited yet."""
    made = made_by(at_machine)
    for n, body in enumerate(("ubnd-ca-mau", "ubnd-32248"), 1):
        seat(made, body, n)
    post = Post.objects.get(user__username="so-y-te").pk
    invite_posts(by=at_machine, conference=made, posts=[post])
    item = add_item(by=at_machine, conference=made, title="Chương trình")
    paper = upload_paper(
        by=at_machine, item=item, title="Dự thảo", file=("a.txt", b"x"), on=TODAY, draft=True
    )
    body = Body.objects.get(code="so-y-te-ca-mau")
    ask_opinions(by=at_machine, paper=paper, bodies=[body], due_on=TODAY, today=TODAY)
    return made


def test_each_is_asked_until_they_answered(asked: Conference, at_machine: Actor, actor: Of) -> None:
    opinion = ("opinion", "Dự thảo", TODAY)
    coming = ("register", asked.name, date(2022, 1, 12))
    assert told(actor("so-y-te")) == [opinion]
    assert told(actor("can-bo-xa")) == []
    invite(by=at_machine, conference=asked, today=TODAY)
    assert told(actor("so-y-te")) == [opinion, coming]
    assert told(actor("can-bo-xa")) == [coming]
    assert told(actor("can-bo-huyen")) == []
    assert told(actor("can-bo-xa"), date(2022, 1, 13)) == []

    give_opinion(by=actor("so-y-te"), request=OpinionRequest.objects.get(), agrees=True)
    related = Delegate.objects.select_related("conference__host", "site")
    register(by=actor("so-y-te"), delegate=related.get(conference=asked))
    assert told(actor("so-y-te")) == []
    sites = Site.objects.select_related("conference__host", "body")
    site = sites.get(conference=asked, body__code="ubnd-32248")
    expect(by=actor("can-bo-xa"), site=site, people="12")
    assert told(actor("can-bo-xa")) == []


def test_the_page_leads_to_the_answer(
    asked: Conference, client_as: Callable[[str], Client]
) -> None:
    source = page(client_as("so-y-te"), "/viec-cua-toi/")
    assert "Góp ý dự thảo" in words(source)
    assert f"/hoi-nghi/gop-y/{OpinionRequest.objects.get().pk}/" in source
