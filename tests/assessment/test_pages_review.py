"""The review of the year: composed from the board, every number leading to its passport."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.models import door_open
from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]
REVIEW = "/ke-hoach/ca-mau-2021/kiem-diem/"


def body(client: Client, address: str = REVIEW) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", re.sub(r"</(td|th|p|h\d|li)>", " ", page)))


def province(indicator: str, **of: str) -> Figure:
    return Figure.objects.get(
        indicator__code=indicator, area__code="96", source__code="ubnd-ca-mau", **of
    )


def state(figure: Figure, **values: object) -> None:
    """The same source states something else of the same key, and the books take it last."""
    for name, value in {**values, "pk": None, "recorded_at": timezone.now()}.items():
        setattr(figure, name, value)
    figure._state.adding = True
    with door_open():
        figure.save()


def row_of(page: str, no: int) -> str:
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return words(table.split("<tr>")[no])


def test_the_opening_is_the_board_in_words(client_as: Seats) -> None:
    page = words(body(client_as("chu-tich")))
    assert (
        "Theo số liệu biết được đến ngày 12/01/2022, trong 22 chỉ tiêu chủ yếu của Kế hoạch phát "
        "triển kinh tế - xã hội tỉnh Cà Mau năm 2021 có 12 chỉ tiêu đạt và vượt kế hoạch "
        "(6 chỉ tiêu vượt kế hoạch; 6 chỉ tiêu được công bố là đạt hoặc vượt mà không tách "
        "riêng); 2 chỉ tiêu không đạt; 8 chỉ tiêu chưa đủ số liệu để đánh giá." in page
    )
    assert "6 chỉ tiêu được tính lại" in page
    assert "trùng với tỷ số 12/22 đã công bố (Ban Biên tập camau.dcs.vn, 12/01/2022)" in page


def test_december_is_told_by_what_was_known_in_december(client_as: Seats) -> None:
    page = words(body(client_as("chu-tich"), f"{REVIEW}?date=31/12/2021"))
    assert "Tỷ số đã công bố là 11/22" in page
    assert "31/12/2021 (ngày ước định)" in page
    assert "Chưa có ghi nhận về kết quả nổi bật." in page
    assert "5.851" not in page


def test_every_figure_leads_to_its_passport(client_as: Seats) -> None:
    page = body(client_as("chu-tich"))
    for code in ("thu-ngan-sach", "kim-ngach-xuat-khau", "giuong-benh"):
        figure = province(code, period="2021", status="preliminary")
        address = reverse("reports:figure", args=[figure.pk])
        assert page.count(f'class="figure" href="{address}"') >= 2, "in the sentence and the table"
    before = province("thu-ngan-sach", period="2020")
    assert reverse("reports:figure", args=[before.pk]) in page


def test_years_of_two_kinds_are_not_compared_and_the_reason_is_told(client_as: Seats) -> None:
    page = body(client_as("chu-tich"))
    assert "không so sánh được(1)" in row_of(page, 1)
    assert (
        "(1) Không so sánh với năm trước: số năm trước là số ước, số năm nay là số sơ bộ." in page
    )
    december = body(client_as("chu-tich"), f"{REVIEW}?date=31/12/2021")
    assert "−17,3%" in row_of(december, 1), "5.220 of 6.311, both estimates"
    assert "giảm 17,3% so với năm trước" in words(december)
    assert "−0,17 điểm %" in row_of(december, 13)


def test_a_changed_figure_changes_sentence_table_and_count(client_as: Seats) -> None:
    state(province("thu-ngan-sach", period="2021", status="preliminary"), value=Decimal(5400))
    page = body(client_as("chu-tich"))
    assert "có 11 chỉ tiêu đạt và vượt kế hoạch" in words(page)
    assert "khác với kết quả 11/22" in words(page)
    assert "5.400 tỷ đồng, bằng 98,6% kế hoạch (tối thiểu 5.478 tỷ đồng)" in words(page)
    assert "không đạt" in row_of(page, 1)


def test_a_changed_plan_value_changes_sentence_table_and_count(client_as: Seats) -> None:
    beds = Target.objects.filter(version__plan__code="ca-mau-2021", no="5")
    QuerySet.update(beds, value=Decimal(34))
    page = body(client_as("chu-tich"))
    assert "có 11 chỉ tiêu đạt và vượt kế hoạch" in words(page)
    assert "(tối thiểu 34 giường/10.000 dân)" in words(page)
    assert "98,2%" in row_of(page, 5)


def test_a_simulated_figure_is_never_passed_off_as_reported(client_as: Seats) -> None:
    assert "mô phỏng, không cơ quan nào báo cáo" not in body(client_as("chu-tich"))
    figure = province("giuong-benh", period="2021", status="preliminary")
    state(figure, simulated=True, document=None)
    page = words(body(client_as("chu-tich")))
    assert "1 số liệu trong báo cáo này là mô phỏng, không cơ quan nào báo cáo." in page


def test_findings_stand_by_field_with_who_answers_and_the_sources_sentence(
    client_as: Seats,
) -> None:
    page = body(client_as("chu-tich"))
    told = page.partition("III. Tồn tại, hạn chế")[2].partition("IV. Nguyên nhân")[0]
    shortcomings = Finding.objects.filter(kind="shortcoming", plan__code="ca-mau-2021")
    assert shortcomings.count() == 13
    for finding in shortcomings:
        assert finding.sentence in told
    assert told.count("#trich") == 26
    assert "Trách nhiệm: Sở Nông nghiệp và Phát triển nông thôn tỉnh Cà Mau" in words(told)
    assert told.count("<h3") == len(set(shortcomings.values_list("field", flat=True)))


def test_what_no_source_gives_is_said_to_be_missing(client_as: Seats) -> None:
    page = words(body(client_as("chu-tich")))
    assert "Chưa có ghi nhận về nguyên nhân" in page
    assert "Chưa có ghi nhận về bài học kinh nghiệm" in page
    assert "18/NQ-HĐND" in page.partition("VI. Nguồn")[2]


def test_the_planner_alone_is_offered_to_freeze_it(client_as: Seats) -> None:
    assert "Chốt bản đánh giá này" in body(client_as("chuyen-vien"))
    assert "Chốt bản đánh giá này" not in body(client_as("chu-tich"))


def test_a_citizen_reads_the_same_published_review(client_as: Seats) -> None:
    page = words(body(client_as("nguoi-dan")))
    assert "có 12 chỉ tiêu đạt và vượt kế hoạch" in page
    assert client_as("nguoi-dan").get("/ke-hoach/khong-co/kiem-diem/").status_code == 404


def test_it_is_made_of_few_questions_to_the_books(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chu-tich")
    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        client.get(REVIEW)


def test_it_is_whole_in_english(client_as: Seats) -> None:
    client = client_as("chu-tich")
    client.cookies["django_language"] = "en"
    page = words(body(client))
    assert "12 of the 22 main targets of the Socio-economic development plan" in page
    assert "State budget revenue: 5,851 billion dong, 106.8% of the plan" in page
    assert "last year's is an estimate, this year's a preliminary figure" in page
    assert "No causes have been recorded" in page
