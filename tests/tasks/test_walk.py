"""From the conference of 12 January 2022 to a task and its evidence, and all the way back again,
by nothing but the links on the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.conclusions import note_conclusion
from dieuhanh.conferences.actions.delegates import add_delegate
from dieuhanh.conferences.actions.finals import finalize_conclusions
from dieuhanh.conferences.actions.inviting import invite
from dieuhanh.conferences.actions.preparing import make_conference
from dieuhanh.conferences.actions.sites import lay_sites
from dieuhanh.conferences.models import Conclusion, Conference, Site
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.sites import SiteLevel
from dieuhanh.tasks.models import Task
from tests.pages import addresses, between, page, words
from tests.tasks.given import HEALTH, PROVINCE, given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
CONFERENCE = "hoi-nghi-2022-01-12"
HTMX = {"HX-Request": "true"}


def one(found: set[str], start: str, *, inside: str = "") -> str:
    """The one address of a page that begins and goes on so."""
    fitting = sorted(each for each in found if each.startswith(start) and inside in each)
    assert fitting, (start, sorted(found))
    return fitting[0]


def fragments(source: str) -> list[str]:
    """What the page fetches by itself."""
    return [part.partition('"')[0] for part in source.split('hx-get="')[1:]]


def test_both_ways_by_links_alone(client_as: Callable[[str], Client]) -> None:
    client = client_as("van-phong")
    conference = one(addresses(page(client, "/hoi-nghi/")), f"/hoi-nghi/{CONFERENCE}/")
    listed = one(addresses(page(client, conference)), conference, inside="ket-luan")
    wanted = Conclusion.objects.filter(conference__code=CONFERENCE, number=1).get()
    assert f"/hoi-nghi/ket-luan/{wanted.pk}/" in addresses(page(client, listed))
    conclusion = f"/hoi-nghi/ket-luan/{wanted.pk}/"

    came = next(each for each in fragments(page(client, conclusion)) if "/nhiem-vu/tu/" in each)
    new = one(addresses(page(client, came, **HTMX)), "/nhiem-vu/giao/")
    source = page(client, new)
    assert wanted.text in source
    filled = {
        "assigner": PROVINCE, "title": wanted.text, "lead": HEALTH, "due_on": "31/03/2022",
        "priority": "normal", "field": "", "repeats": "", "programme": "", "quote": wanted.text,
    }  # fmt: skip
    client.post(new, filled)
    made = Task.objects.filter(conclusion=wanted).latest("pk")
    task = one(addresses(page(client, came, **HTMX)), f"/nhiem-vu/{made.code}/")

    health = client_as("so-y-te")
    for kind, said in (
        ("accepted", {}),
        ("progress", {"text": "Đã làm", "paper": "bai-bao-2022-01-12"}),
    ):
        assert health.post(f"{task}buoc/{kind}/", said).status_code == 302

    source = page(client, task)
    assert "/van-ban/bai-bao-2022-01-12/" in addresses(between(source, "story-title", "</section>"))
    back = addresses(between(source, 'id="chain-title"', "</section>"))
    assert conclusion in back
    one(back, f"/hoi-nghi/{CONFERENCE}/", inside="chuong-trinh")
    assert f"/hoi-nghi/{CONFERENCE}/" in back
    one(back, "/van-ban/")
    finding = one(back, "/nhan-dinh/")
    target = one(back, "/ke-hoach/ca-mau-2021/chi-tieu/15/")
    figure = one(back, "/so-lieu/")

    assert target.partition("?")[0] in {
        each.partition("?")[0] for each in addresses(page(client, finding))
    }
    assert figure in addresses(page(client, target))
    passport = page(client, figure)
    assert "Ủy ban nhân dân tỉnh Cà Mau" in words(passport)
    uses = next(each for each in fragments(passport) if "dung-o-dau" in each)
    forward = addresses(page(client, uses, **HTMX))
    again = one(forward, "/ke-hoach/ca-mau-2021/chi-tieu/15/")
    resting = next(
        each for each in fragments(page(client, again)) if "/ket-luan/tu/target/" in each
    )
    assert conclusion in addresses(page(client, resting, **HTMX))
    assert task in addresses(page(client, came, **HTMX))


def test_a_department_walks_back_from_its_task_to_what_the_meeting_concluded(
    client_as: Callable[[str], Client], at_machine: Actor
) -> None:
    """It sat at the centre, sent by its body, without a site of its own."""
    concluded = Conclusion.objects.filter(conference__code=CONFERENCE, number=4).get()
    led = given(at_machine, "conclusion", str(concluded.pk))
    health = client_as("so-y-te")
    assert f"/hoi-nghi/ket-luan/{concluded.pk}/" in addresses(
        page(health, f"/nhiem-vu/{led.code}/")
    )
    conclusion = page(health, f"/hoi-nghi/ket-luan/{concluded.pk}/")
    assert f"/hoi-nghi/{CONFERENCE}/" in addresses(conclusion)
    assert client_as("nguoi-dan").get(f"/hoi-nghi/ket-luan/{concluded.pk}/").status_code == 404


def test_whose_body_sends_somebody_sees_nothing_before_the_invitation(
    client_as: Callable[[str], Client], at_machine: Actor
) -> None:
    host = Body.objects.get(code=PROVINCE)
    made = make_conference(
        by=at_machine, host=host, name="Họp", starts_at=datetime(2022, 2, 10, 1, tzinfo=UTC)
    )
    lay_sites(by=at_machine, conference=made, levels=(SiteLevel.CENTRAL,))
    add_delegate(
        by=at_machine, conference=made, site=Site.objects.get(conference=made),
        office="Đại diện lãnh đạo", body=Body.objects.get(code=HEALTH),
    )  # fmt: skip
    health, address = client_as("so-y-te"), f"/hoi-nghi/{made.code}/"
    assert health.get(address).status_code == 404
    invite(by=at_machine, conference=made, today=date(2022, 1, 12))
    assert health.get(address).status_code == 200


def test_a_draft_gives_no_task_until_it_is_final(
    client_as: Callable[[str], Client], at_machine: Actor
) -> None:
    """It may yet be worded anew or set aside, and whoever leads the task could not read it."""
    of = Conference.objects.get(code=CONFERENCE)
    draft = note_conclusion(by=at_machine, conference=of, text="Giao Sở Y tế củng cố trạm y tế.")
    offer, address = f"/nhiem-vu/tu/conclusion/{draft.pk}/", f"/hoi-nghi/ket-luan/{draft.pk}/"
    office = client_as("van-phong")
    assert offer not in page(office, address)
    assert office.get(f"/nhiem-vu/giao/?tu=conclusion&khoa={draft.pk}").status_code == 404
    with pytest.raises(Missing):
        given(at_machine, "conclusion", str(draft.pk))
    finalize_conclusions(by=at_machine, conference=of, chosen=[draft.pk])
    assert offer in page(office, address)
    assert given(at_machine, "conclusion", str(draft.pk)).conclusion_id == draft.pk
