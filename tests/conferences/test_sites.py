"""The tree of sites, made in one step from the bodies of the day, or one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body
from dieuhanh.conferences.actions.delegates import add_delegate
from dieuhanh.conferences.actions.floor import ask_floor, withdraw
from dieuhanh.conferences.actions.noting import count_heads, note_contribution
from dieuhanh.conferences.actions.preparing import open_conference
from dieuhanh.conferences.actions.sites import add_site, lay_sites, remove_site, rename_site
from dieuhanh.conferences.models import Conference, Presence, RoomEvent, Site
from dieuhanh.conferences.queries.prepared import numbers_of
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.sites import SiteLevel
from tests.conferences.conferences_made import made_by
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
WHOLE = tuple(SiteLevel)


def test_one_step_seats_the_province_its_districts_and_communes(
    example: None, actor: Callable[[str], Actor]
) -> None:
    made = made_by(actor("van-phong"))
    laid = lay_sites(by=actor("van-phong"), conference=made, levels=WHOLE)
    sites = list(Site.objects.filter(conference=made).select_related("parent__body", "body"))
    by_level = {level: sum(site.level == level for site in sites) for level in SiteLevel}
    assert by_level == {"central": 1, "district": 9, "commune": 101, "other": 0}
    assert laid.made == len(sites) == 111
    centre = next(site for site in sites if site.level == "central")
    assert centre.parent is None
    assert {site.parent for site in sites if site.level == "district"} == {centre}
    dat_mui = next(site for site in sites if site.body.code == "ubnd-32248")
    assert dat_mui.parent is not None
    assert dat_mui.parent.body.code == "ubnd-973"
    assert sorted(site.position for site in sites) == list(range(1, 112))
    assert dat_mui.position > dat_mui.parent.position


def test_laying_again_makes_only_what_is_missing(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    assert lay_sites(by=at_machine, conference=made, levels=[SiteLevel.DISTRICT]).made == 10
    again = lay_sites(by=at_machine, conference=made, levels=WHOLE)
    assert (again.made, again.there) == (101, 10)
    commune = Site.objects.get(conference=made, body__code="ubnd-32248")
    assert commune.parent is not None
    assert commune.parent.body.code == "ubnd-973"
    assert lay_sites(by=at_machine, conference=made, levels=WHOLE).made == 0


def test_communes_without_districts_sit_under_the_centre(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=[SiteLevel.COMMUNE])
    sites = Site.objects.filter(conference=made).select_related("parent")
    assert {site.parent.level for site in sites if site.parent} == {"central"}


def test_the_tree_is_that_of_the_day(example: None, at_machine: Actor) -> None:
    after = datetime(2025, 12, 1, 1, 0, tzinfo=UTC)
    made = made_by(at_machine, starts_at=after)
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    levels = set(Site.objects.filter(conference=made).values_list("level", flat=True))
    assert "district" not in levels


def test_one_body_is_seated_once(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    health = Body.objects.get(code="so-y-te-ca-mau")
    site = add_site(by=at_machine, conference=made, body=health, level=SiteLevel.OTHER, name="")
    assert site.name == health.name
    with pytest.raises(BadInput, match=r"site\.twice"):
        add_site(by=at_machine, conference=made, body=health, level=SiteLevel.OTHER)
    other = made_by(at_machine)
    with pytest.raises(BadInput, match=r"site\.parent"):
        add_site(by=at_machine, conference=other, body=health, level=SiteLevel.OTHER, parent=site)
    assert rename_site(by=at_machine, site=site, name="Hội trường Sở").name == "Hội trường Sở"
    with pytest.raises(BadInput, match=r"site\.name"):
        rename_site(by=at_machine, site=site, name="  ")


def test_an_open_meeting_is_told_of_a_new_site(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=[SiteLevel.DISTRICT])
    open_conference(by=at_machine, conference=made)
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    kinds = RoomEvent.objects.filter(conference=made).order_by("number")
    assert [event.kind for event in kinds] == ["opened", "sites"]


@pytest.mark.parametrize("seat_of", ["chu-tich", "can-bo-huyen", "so-y-te"])
def test_others_lay_nothing(
    example: None, at_machine: Actor, actor: Callable[[str], Actor], seat_of: str
) -> None:
    made = made_by(at_machine)
    with pytest.raises(Refused):
        lay_sites(by=actor(seat_of), conference=made, levels=WHOLE)
    assert not Site.objects.filter(conference=made).exists()


def test_the_page_offers_the_tree_and_shows_it(
    example: None, at_machine: Actor, client_as: As
) -> None:
    made, office = made_by(at_machine), client_as("van-phong")
    address = f"/hoi-nghi/{made.code}/diem-cau/"
    assert "101 cơ quan, 101 chưa có điểm cầu" in words(page(office, f"{address}lap/"))
    office.post(f"{address}lap/ca-cay/", {"levels": ["district", "commune"]})
    assert "Ủy ban nhân dân xã Đất Mũi" in words(page(office, f"{address}?q=Đất Mũi"))
    narrowed = words(page(office, f"{address}?level=district"))
    assert "Ủy ban nhân dân huyện Ngọc Hiển" in narrowed
    assert "Đất Mũi" not in narrowed
    added = office.post(
        f"{address}lap/mot/", {"body": "so-y-te-ca-mau", "level": "other"}, follow=True
    )
    assert "Đã thêm điểm cầu" in added.content.decode()
    refused = office.post(f"{address}lap/mot/", {"body": "khong-co", "level": "other"}, follow=True)
    assert "Chọn cơ quan có điểm cầu trong danh sách." in refused.content.decode()


def test_a_site_has_its_page_and_is_renamed_there(
    example: None, at_machine: Actor, client_as: As
) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    site = Site.objects.get(conference=made, body__code="ubnd-32248")
    address = f"/hoi-nghi/{made.code}/diem-cau/{site.pk}/"
    told = words(page(client_as("van-phong"), address))
    assert "Ủy ban nhân dân huyện Ngọc Hiển" in told
    assert "chưa gửi" in told
    client_as("van-phong").post(address, {"name": "Nhà văn hóa xã Đất Mũi"})
    assert "Nhà văn hóa xã Đất Mũi" in words(page(client_as("van-phong"), address))
    assert client_as("chu-tich").post(address, {"name": "x"}).status_code == 403
    assert Site.objects.get(pk=site.pk).name == "Nhà văn hóa xã Đất Mũi"


def test_the_list_of_sites_asks_a_fixed_number_of_times(
    example: None, at_machine: Actor, client_as: As,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    made, office = made_by(at_machine), client_as("van-phong")
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    page(office, f"/hoi-nghi/{made.code}/diem-cau/")
    with django_assert_max_num_queries(12):
        page(office, f"/hoi-nghi/{made.code}/diem-cau/")


def at(made: Conference, body: str) -> Site:
    return Site.objects.get(conference=made, body__code=body)


def test_a_district_goes_with_its_communes_and_can_be_laid_again(
    example: None, at_machine: Actor
) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    communes = Site.objects.filter(parent=at(made, "ubnd-973")).count()
    assert remove_site(by=at_machine, site=at(made, "ubnd-973")) == communes + 1 > 5
    assert numbers_of(made).sites == 111 - communes - 1
    assert not Site.objects.filter(conference=made, body__code="ubnd-32248").exists()
    again = lay_sites(by=at_machine, conference=made, levels=WHOLE)
    assert again.made == communes + 1
    assert at(made, "ubnd-32248").parent == at(made, "ubnd-973")


def test_a_site_removed_is_not_removed_twice(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    site = at(made, "ubnd-32248")
    assert remove_site(by=at_machine, site=site) == 1
    with pytest.raises(BadInput, match=r"site\.removed"):
        remove_site(by=at_machine, site=site)


@verb
def come(*, by: Actor, site: Site) -> None:
    """A page of the site is open."""
    Presence.objects.create(
        conference=site.conference, site=site, process="p", pages=1, seen_at=timezone.now()
    )


def with_a_delegate(by: Actor, site: Site) -> None:
    add_delegate(by=by, conference=site.conference, site=site, office="Chủ tịch UBND xã")


def with_a_page_open(by: Actor, site: Site) -> None:
    come(by=by, site=site)


def with_heads_counted(by: Actor, site: Site) -> None:
    count_heads(by=by, conference=site.conference, site=site, heads=0)


def with_a_request(by: Actor, site: Site) -> None:
    asked = ask_floor(by=by, conference=site.conference, site=site)
    withdraw(by=by, conference=site.conference, request=asked.pk)


def with_words_noted(by: Actor, site: Site) -> None:
    note_contribution(by=by, conference=site.conference, site=site, text="Xin vốn", office="Bí thư")


@pytest.mark.parametrize(
    ("put", "code"),
    [
        (with_a_delegate, "site.has_delegates"), (with_a_page_open, "site.is_present"),
        (with_heads_counted, "site.is_present"), (with_a_request, "site.was_heard"),
        (with_words_noted, "site.was_heard"),
    ],
)  # fmt: skip
def test_what_hangs_on_it_keeps_a_site_and_all_above_it(
    example: None, at_machine: Actor, put: Callable[[Actor, Site], None], code: str
) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    open_conference(by=at_machine, conference=made)
    put(at_machine, at(made, "ubnd-32248"))
    for body in ("ubnd-32248", "ubnd-973"):
        with pytest.raises(BadInput, match=code.replace(".", r"\.")):
            remove_site(by=at_machine, site=at(made, body))
    assert Site.objects.filter(conference=made).count() == 111
    assert remove_site(by=at_machine, site=at(made, "ubnd-971")) > 1, "another district may go"


def test_a_meeting_under_way_is_told_and_keeps_one_site(example: None, at_machine: Actor) -> None:
    made = made_by(at_machine)
    lay_sites(by=at_machine, conference=made, levels=[SiteLevel.DISTRICT])
    open_conference(by=at_machine, conference=made)
    gone = at(made, "ubnd-971")
    remove_site(by=at_machine, site=gone)
    kinds = RoomEvent.objects.filter(conference=made).order_by("number")
    assert [event.kind for event in kinds] == ["opened", "sites"]
    with pytest.raises(BadInput, match=r"site\.last"):
        remove_site(by=at_machine, site=Site.objects.get(conference=made, level="central"))
    with pytest.raises(BadInput, match=r"site\.removed"):
        ask_floor(by=at_machine, conference=made, site=gone)


def test_it_is_removed_on_its_page(example: None, at_machine: Actor, client_as: As) -> None:
    made, office = made_by(at_machine), client_as("van-phong")
    lay_sites(by=at_machine, conference=made, levels=WHOLE)
    site = at(made, "ubnd-973")
    address = f"/hoi-nghi/{made.code}/diem-cau/{site.pk}/"
    below = Site.objects.filter(parent=site).count()
    assert f"Bỏ cả {below} điểm cầu trực thuộc." in words(page(office, address))
    assert client_as("chu-tich").post(f"{address}bo/").status_code == 403
    with_a_delegate(at_machine, at(made, "ubnd-32248"))
    kept = words(office.post(f"{address}bo/", follow=True).content.decode())
    assert "còn 1 người được mời ngồi tại đó" in kept
    other = f"/hoi-nghi/{made.code}/diem-cau/{at(made, 'ubnd-971').pk}/"
    gone = words(office.post(f"{other}bo/", follow=True).content.decode())
    assert "Đã bỏ" in gone
    assert "Năm Căn" not in words(page(office, f"/hoi-nghi/{made.code}/diem-cau/?level=district"))
    assert office.get(other).status_code == 404
