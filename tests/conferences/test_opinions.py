"""A draft is asked about, answered by bodies, and every opinion taken up or explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.agenda import add_item
from dieuhanh.conferences.actions.opinions import ask_opinions, give_opinion, reply_opinion
from dieuhanh.conferences.actions.papers import upload_paper
from dieuhanh.conferences.models import Conference, Opinion, OpinionRequest, Paper
from dieuhanh.conferences.queries.opinions import asked_in
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from tests.conferences.conferences_made import made_by
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
Of = Callable[[str], Actor]
TODAY = date(2022, 1, 5)
DUE = date(2022, 1, 10)
HEALTH, DISTRICT = "so-y-te-ca-mau", "ubnd-973"


def bodies(*codes: str) -> list[Body]:
    return list(Body.objects.filter(code__in=codes))


@pytest.fixture
def draft(example: None, at_machine: Actor) -> Paper:
    """The draft of a conference in preparation, asked of a department and a district."""
    made = made_by(at_machine)
    item = add_item(by=at_machine, conference=made, title="Chương trình hành động")
    file = ("du-thao.txt", "Dự thảo chương trình".encode())
    paper = upload_paper(
        by=at_machine, item=item, title="Dự thảo chương trình", file=file, on=TODAY, draft=True
    )
    ask_opinions(
        by=at_machine, paper=paper, bodies=bodies(HEALTH, DISTRICT), due_on=DUE, today=TODAY,
        question="Thời hạn ở mục 2",
    )  # fmt: skip
    return paper


def asked_of(code: str) -> OpinionRequest:
    return OpinionRequest.objects.get(body__code=code)


def states(of: Conference, by: Actor, today: date = TODAY) -> dict[str, str]:
    told = asked_in(of, seen_by=by, today=today)
    return {each.request.body.code: each.state.value for each in told}


def test_each_opinion_goes_its_way(draft: Paper, actor: Of) -> None:
    office, of = actor("van-phong"), draft.item.conference
    assert states(of, office) == {HEALTH: "waiting", DISTRICT: "waiting"}
    assert states(of, office, date(2022, 1, 11)) == {HEALTH: "late", DISTRICT: "late"}
    give_opinion(by=actor("so-y-te"), request=asked_of(HEALTH), agrees=True)
    said = give_opinion(
        by=actor("can-bo-huyen"), request=asked_of(DISTRICT), agrees=False, text="Lùi thời hạn."
    )
    assert states(of, office) == {HEALTH: "agrees", DISTRICT: "open"}
    reply_opinion(by=office, opinion=said, accepted=False, text="Thời hạn theo nghị quyết.")
    assert states(of, office) == {HEALTH: "agrees", DISTRICT: "explained"}
    reply_opinion(by=office, opinion=said, accepted=True, text="Đã lùi đến tháng 6.")
    assert states(of, office) == {HEALTH: "agrees", DISTRICT: "accepted"}
    give_opinion(by=actor("can-bo-huyen"), request=asked_of(DISTRICT), agrees=True)
    assert states(of, office) == {HEALTH: "agrees", DISTRICT: "agrees"}
    assert [o.number for o in Opinion.objects.filter(request=asked_of(DISTRICT))] == [1, 2]


def test_what_says_nothing_is_refused(draft: Paper, at_machine: Actor, actor: Of) -> None:
    with pytest.raises(BadInput, match=r"opinion\.words"):
        give_opinion(by=actor("so-y-te"), request=asked_of(HEALTH), agrees=False, text=" ")
    said = give_opinion(by=actor("so-y-te"), request=asked_of(HEALTH), agrees=True)
    with pytest.raises(BadInput, match=r"opinion\.reply"):
        reply_opinion(by=at_machine, opinion=said, accepted=True, text="")
    asking: dict[str, Any] = {"by": at_machine, "paper": draft, "today": TODAY}
    with pytest.raises(BadInput, match=r"opinion\.past"):
        ask_opinions(**asking, bodies=bodies(HEALTH), due_on=date(2022, 1, 4))
    with pytest.raises(BadInput, match=r"opinion\.nobody"):
        ask_opinions(**asking, bodies=[], due_on=DUE)
    assert ask_opinions(**asking, bodies=bodies(HEALTH), due_on=DUE) == 0
    final = upload_paper(
        by=at_machine, item=draft.item, title="Bản chính", file=("a.txt", b"x"), on=TODAY
    )
    with pytest.raises(BadInput, match=r"opinion\.not_draft"):
        ask_opinions(by=at_machine, paper=final, bodies=bodies(HEALTH), due_on=DUE, today=TODAY)


def test_nobody_answers_for_another_nor_replies_but_the_host(draft: Paper, actor: Of) -> None:
    with pytest.raises(Refused):
        give_opinion(by=actor("so-y-te"), request=asked_of(DISTRICT), agrees=True)
    with pytest.raises(Refused):
        give_opinion(by=actor("van-phong"), request=asked_of(DISTRICT), agrees=True)
    said = give_opinion(by=actor("so-y-te"), request=asked_of(HEALTH), agrees=True)
    for seat in ("so-y-te", "chu-tich"):
        with pytest.raises(Refused):
            reply_opinion(by=actor(seat), opinion=said, accepted=True, text="x")


def test_a_body_sees_the_draft_and_nothing_else_while_it_is_prepared(
    draft: Paper, client_as: As, actor: Of
) -> None:
    health, of = client_as("so-y-te"), draft.item.conference
    assert "Dự thảo chương trình" in words(page(health, "/hoi-nghi/gop-y/"))
    here = f"/hoi-nghi/gop-y/{asked_of(HEALTH).pk}/"
    assert "Thời hạn ở mục 2" in words(page(health, here))
    assert b"".join(health.get(f"{here}tep/").streaming_content)  # type: ignore[attr-defined]
    assert health.get(f"/hoi-nghi/gop-y/{asked_of(DISTRICT).pk}/").status_code == 404
    assert health.get(f"/hoi-nghi/{of.code}/y-kien/").status_code == 404
    assert states(of, actor("so-y-te")) == {HEALTH: "waiting"}
    assert "Không có dự thảo nào" in words(page(client_as("can-bo-xa"), "/hoi-nghi/gop-y/"))


def test_pages_ask_answer_reply_and_export(draft: Paper, client_as: As) -> None:
    office, of = client_as("van-phong"), draft.item.conference
    base = f"/hoi-nghi/{of.code}/"
    typed = {"due_on": "20/01/2022", "bodies": ["so-tai-chinh-ca-mau"], "question": ""}
    assert office.post(f"{base}tai-lieu/{draft.pk}/lay-y-kien/", typed).status_code == 302
    wrong = office.post(f"{base}tai-lieu/{draft.pk}/lay-y-kien/", typed | {"due_on": "01/01/2022"})
    assert wrong.status_code == 400
    here = f"/hoi-nghi/gop-y/{asked_of(HEALTH).pk}/"
    client_as("so-y-te").post(here, {"agrees": "no", "text": "=1+1 thêm mục y tế"})
    assert "có ý kiến, chờ xử lý" in words(page(office, f"{base}y-kien/"))
    opinion = Opinion.objects.get()
    office.post(f"/hoi-nghi/gop-y/{opinion.pk}/xu-ly/", {"accepted": "yes", "text": "Đã thêm."})
    told = office.get(f"{base}y-kien/tai-ve.csv").content.decode()
    assert "Đã thêm." in told
    assert "'=1+1" in told
    assert office.get(f"{base}y-kien/tai-ve.exe").status_code == 400


def test_the_table_asks_a_fixed_number_of_times(
    draft: Paper, at_machine: Actor, client_as: As,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    codes = list(Body.objects.filter(kind="ubnd").values_list("code", flat=True))[:40]
    ask_opinions(by=at_machine, paper=draft, bodies=bodies(*codes), due_on=DUE, today=TODAY)
    office = client_as("van-phong")
    page(office, f"/hoi-nghi/{draft.item.conference.code}/y-kien/")
    with django_assert_max_num_queries(13):
        page(office, f"/hoi-nghi/{draft.item.conference.code}/y-kien/")


def test_pages_of_opinions_name_bodies_in_the_readers_language(
    draft: Paper, client_as: As, actor: Of
) -> None:
    give_opinion(by=actor("so-y-te"), request=asked_of(HEALTH), agrees=False, text="Lùi thời hạn.")
    office = client_as("van-phong")
    office.post("/ngon-ngu/", {"language": "en"})
    code = draft.item.conference.code
    for address in (f"/hoi-nghi/{code}/y-kien/", f"/hoi-nghi/gop-y/{asked_of(HEALTH).pk}/"):
        source = page(office, address)
        assert "Department of Health of Cà Mau Province" in words(source)
        assert "Sở Y tế tỉnh Cà Mau" not in words(source)
        assert '<span lang="vi">Dự thảo chương trình</span>' in source
