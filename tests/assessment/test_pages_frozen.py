"""Freezing the board from a page, the list, one assessment as kept, and two side by side."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.models import Assessment
from dieuhanh.audit.models import Entry, door_open
from dieuhanh.config.demo import DEMO_DAY
from dieuhanh.domain.actors import Actor
from dieuhanh.reports.models import Figure

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]
PLAN = "ca-mau-2021"
FREEZE = "/ke-hoach/ca-mau-2021/chot/"


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def state_revenue(value: str) -> None:
    """The same source states another revenue on the demo's day."""
    figure = Figure.objects.get(
        indicator__code="thu-ngan-sach", period="2021", area__code="96", status="preliminary"
    )
    figure.pk, figure.value, figure.recorded_at = None, Decimal(value), timezone.now()
    figure._state.adding = True
    with door_open():
        figure.save()


def test_the_planner_freezes_and_lands_on_what_was_kept(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    answer = client.post(FREEZE, {"date": "12/01/2022"})
    kept = Assessment.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("assessment:one", args=[kept.pk])
    page = words(body(client, answer["Location"]))
    assert f"Bản đánh giá số {kept.pk}: 12/22 chỉ tiêu đạt và vượt" in page
    assert "Chuyên viên kế hoạch" in page
    assert kept.inputs_sha256 in page
    assert f"Đã chốt bản đánh giá số {kept.pk}." in page


@pytest.mark.parametrize("seat", ["chu-tich", "van-phong", "can-bo-xa", "nguoi-dan"])
def test_nobody_else_may_freeze(client_as: Seats, seat: str) -> None:
    assert client_as(seat).post(FREEZE, {"date": "12/01/2022"}).status_code == 403
    assert not Assessment.objects.exists()
    assert "Chốt bản đánh giá<" not in body(client_as(seat), reverse("assessment:list"))


def test_freezing_is_never_done_by_looking(client_as: Seats) -> None:
    assert client_as("chuyen-vien").get(FREEZE).status_code == 405
    unknown = client_as("chuyen-vien").post("/ke-hoach/khong-co/chot/")
    assert unknown.status_code == 404


def test_two_presses_keep_one_board_and_one_line_of_record(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    first, second = (client.post(FREEZE, {"date": "12/01/2022"})["Location"] for _ in range(2))
    assert first == second
    assert Assessment.objects.count() == 1
    assert Entry.objects.filter(verb="assessment.frozen").count() == 1
    client.post(FREEZE, {"date": "31/12/2021"})
    client.post(FREEZE, {"date": "12/01/2022", "convention": "literal"})
    assert Assessment.objects.count() == 3, "another day or convention is another board"


def test_a_changed_figure_makes_another_board_at_once(client_as: Seats) -> None:
    client = client_as("chuyen-vien")
    client.post(FREEZE)
    state_revenue("5400")
    client.post(FREEZE)
    assert Assessment.objects.count() == 2


def test_the_command_freezes_each_time_it_is_told(at_machine: Actor) -> None:
    kept = [freeze(by=at_machine, plan=PLAN, as_known_on=DEMO_DAY) for _ in range(2)]
    assert kept[0].pk != kept[1].pk
    again = freeze(
        by=at_machine, plan=PLAN, as_known_on=DEMO_DAY, repeat_within=timedelta(minutes=1)
    )
    assert again.pk == kept[1].pk
    later = freeze(
        by=at_machine, plan=PLAN, as_known_on=DEMO_DAY, repeat_within=timedelta(microseconds=1)
    )
    assert later.pk not in {each.pk for each in kept}


def test_what_was_kept_does_not_change_with_the_books(client_as: Seats, at_machine: Actor) -> None:
    kept = freeze(by=at_machine, plan=PLAN, as_known_on=DEMO_DAY)
    state_revenue("5400")
    page = words(body(client_as("chu-tich"), reverse("assessment:one", args=[kept.pk])))
    assert "5.851" in page
    assert "5.400" not in page
    address = f"{reverse('assessment:compare')}?left={kept.pk}&right=12/01/2022"
    compared = words(body(client_as("chu-tich"), address))
    assert "vượt → không đạt (số liệu: 5.851 tỷ đồng → 5.400 tỷ đồng)" in compared


def test_a_citizen_sees_no_frozen_assessment_and_learns_nothing_by_guessing(
    client_as: Seats, at_machine: Actor
) -> None:
    kept = freeze(by=at_machine, plan=PLAN, as_known_on=DEMO_DAY)
    client = client_as("nguoi-dan")
    guessed = client.get(reverse("assessment:one", args=[kept.pk]))
    absent = client.get(reverse("assessment:one", args=[kept.pk + 1000]))
    assert guessed.status_code == absent.status_code == 404
    assert words(guessed.content.decode()) == words(absent.content.decode())
    assert "Chưa chốt bản đánh giá nào" in body(client, reverse("assessment:list"))
    assert client.get(f"{reverse('assessment:compare')}?left={kept.pk}").status_code == 404
    officer = client_as("can-bo-xa")
    assert officer.get(reverse("assessment:one", args=[kept.pk])).status_code == 404


def test_the_comparison_of_december_and_january(client_as: Seats) -> None:
    page = body(client_as("chu-tich"), reverse("assessment:compare"))
    told = words(page)
    assert re.search(r"11 /22 → chuyển thành 12 /22", told)
    assert "không đạt → vượt (số liệu: 5.220 tỷ đồng → 5.851 tỷ đồng)" in told
    assert "11 chỉ tiêu nữa đã có đánh giá" in told
    flipped = page.partition("Đánh giá đảo chiều</h2>")[2].partition("</section>")[0]
    for value in ("5220", "5851"):
        figure = Figure.objects.get(
            indicator__code="thu-ngan-sach", area__code="96", period="2021", value=value
        )
        assert f'href="{reverse("reports:figure", args=[figure.pk])}"' in flipped
    assert "9 chỉ tiêu không đổi" in told


def test_conventions_are_compared_on_one_day(client_as: Seats) -> None:
    address = (
        f"{reverse('assessment:compare')}?left=2022-01-12&right=12/01/2022&right_convention=literal"
    )
    page = body(client_as("chu-tich"), address)
    assert '<option value="literal" selected>' in page
    assert "22 chỉ tiêu không đổi" in words(page)


@pytest.mark.parametrize(
    ("query", "status"),
    [("left=hom-qua", 400), ("left_convention=x", 400), ("plan=khong-co", 404), ("left=999", 404)],
)
def test_what_cannot_be_compared_is_refused_in_words(
    client_as: Seats, query: str, status: int
) -> None:
    assert client_as("chu-tich").get(f"/danh-gia/so-sanh/?{query}").status_code == status


def test_lists_ask_the_books_as_often_for_many_as_for_few(
    client_as: Seats, at_machine: Actor, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for _ in range(6):
        freeze(by=at_machine, plan=PLAN, as_known_on=DEMO_DAY)
    client = client_as("chu-tich")
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        page = body(client, reverse("assessment:list"))
    assert page.count("Bản số ") >= 6
    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        client.get(reverse("assessment:compare"))


def test_it_speaks_english(client_as: Seats, at_machine: Actor) -> None:
    kept = freeze(by=at_machine, plan=PLAN, as_known_on=DEMO_DAY)
    client = client_as("chu-tich")
    client.cookies["django_language"] = "en"
    one = words(body(client, reverse("assessment:one", args=[kept.pk])))
    assert "State budget revenue" in one
    assert "Achieved 5,851 billion dong; the plan was at least 5,478 billion dong" in one
    compared = words(body(client, reverse("assessment:compare")))
    assert "State budget revenue: not met → exceeded" in compared
