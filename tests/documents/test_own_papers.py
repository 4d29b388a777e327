"""Nobody approves a paper of their own: who drafts and who decides are two people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.audit.models import Entry
from dieuhanh.documents.actions.deciding import approve_paper, submit_paper
from dieuhanh.documents.actions.drafting import edit_paper
from dieuhanh.documents.models import Paper
from dieuhanh.domain.actors import Actor, Grant, Permission
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.people.models import GrantRow, Post, User
from dieuhanh.people.queries.actors import held_by
from tests.documents.papers_made import TODAY, body, drafted
from tests.pages import page

pytestmark = pytest.mark.django_db
Of = Callable[[str], Actor]
HEALTH = "so-y-te-ca-mau"


def again(of: Paper) -> Paper:
    return Paper.objects.get(pk=of.pk)


def both(one: Actor, other: Actor, **more: Any) -> Actor:
    """Who holds two posts: the rights of both in one hand."""
    return replace(one, grants=(*one.grants, *other.grants), **more)


def test_nobody_approves_what_they_began_wrote_or_submitted(actor: Of) -> None:
    planner, chairman = actor("chuyen-vien"), actor("chu-tich")
    two_posts = both(planner, chairman)
    stand_in = replace(chairman, id=planner.id, for_whom=chairman.id)
    made = drafted(planner)
    submit_paper(by=planner, paper=made, seen=1, today=TODAY)
    before = Entry.objects.count()
    for own in (two_posts, stand_in):
        with pytest.raises(BadInput, match=r"paper\.own"):
            approve_paper(by=own, paper=made, seen=1, today=TODAY)
    assert Entry.objects.count() == before
    approve_paper(by=chairman, paper=made, seen=1, today=TODAY)
    assert again(made).state == "approved"


def test_whoever_edited_a_draft_of_another_does_not_approve_it(actor: Of) -> None:
    office, chairman = actor("van-phong"), actor("chu-tich")
    made = drafted(office, drafter=body("van-phong-ubnd-ca-mau"))
    editor = both(chairman, office, id="user:99")
    edit_paper(by=editor, paper=made, typed={"subject": "Tình hình năm 2021"}, seen=1)
    submit_paper(by=office, paper=made, seen=2, today=TODAY)
    with pytest.raises(BadInput, match=r"paper\.own"):
        approve_paper(by=editor, paper=made, seen=2, today=TODAY)
    approve_paper(by=chairman, paper=made, seen=2, today=TODAY)
    assert again(made).approved == 2


def test_a_right_to_approve_given_by_name_lets_its_holder_approve_their_own(actor: Of) -> None:
    planner = actor("chuyen-vien")
    given = Grant(Permission.PAPER_APPROVE, bodies=frozenset({body("ubnd-ca-mau").pk}), both=True)
    elsewhere = replace(given, bodies=frozenset({body(HEALTH).pk}))
    made = drafted(planner)
    submit_paper(by=planner, paper=made, seen=1, today=TODAY)
    with pytest.raises(Refused):
        approve_paper(by=replace(planner, grants=(*planner.grants, elsewhere)), paper=made, seen=1,
                      today=TODAY)  # fmt: skip
    approve_paper(
        by=replace(planner, grants=(*planner.grants, given)), paper=made, seen=1, today=TODAY
    )
    assert again(made).state == "approved"


def test_a_right_given_by_name_is_told_from_the_rights_of_a_post() -> None:
    user = User(pk=7)
    chair = Post(user=user, body=body("ubnd-ca-mau"), role="leader", title="Phó Chủ tịch")
    row = GrantRow(user=user, permission="paper.approve", body=body("ubnd-ca-mau"))
    of_post, of_row = (
        Actor("user:7", "x", tuple(each.grant for each in held))
        for held in (held_by([chair], [], user=user, on=TODAY), held_by([], [row], user=user, on=TODAY))
    )  # fmt: skip
    issuer = body("ubnd-ca-mau").pk
    assert of_post.may(Permission.PAPER_APPROVE, body=issuer)
    assert not of_post.may_approve_own(issuer)
    assert of_row.may_approve_own(issuer)


def test_the_page_says_why_the_drafter_does_not_approve(
    client_as: Callable[[str], Client], actor: Of
) -> None:
    drafter, chairman = actor("chuyen-vien"), actor("chu-tich")
    others = drafted(drafter)
    own = drafted(both(drafter, chairman, id=chairman.id))
    for made in (others, own):
        submit_paper(by=drafter, paper=made, seen=1, today=TODAY)
    head = client_as("chu-tich")
    assert 'value="duyet"' in page(head, reverse("documents:paper", args=[others.pk]))
    shown = page(head, reverse("documents:paper", args=[own.pk]))
    assert 'value="duyet"' not in shown
    assert "không tự duyệt" in shown
