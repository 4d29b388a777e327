"""The table of targets and the page of one: rule, reason, versions, trend, areas."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.plans.models import Target
from tests.pages import addresses, between, page, words

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]


def address(no: int | str, query: str = "") -> str:
    return reverse("assessment:target", args=["ca-mau-2021", str(no)]) + query


def section(source: str, title: str) -> str:
    """What a section headed by an element of this id says."""
    return words(between(source, f'aria-labelledby="{title}"', "</section>").partition(">")[2])


def rows(source: str) -> list[str]:
    body = between(source, "<tbody>", "</tbody>")
    return [words(row) for row in re.split(r"<tr[^>]*>", body)[1:]]


def test_the_table_has_every_target_with_its_basis(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), reverse("assessment:targets", args=["ca-mau-2021"]))
    found = rows(source)
    assert len(found) == 22
    assert "tối thiểu 5.478 tỷ đồng (suy ra từ bài báo 12/01/2022) 5.851 tỷ đồng 106,8%" in found[0]
    assert "(suy ra từ bài báo 12/01/2022)" in found[1]
    assert [no for no, row in enumerate(found, 1) if "suy ra" in row] == [1, 2]
    kept = [no for no, row in enumerate(found, 1) if "theo công bố" in row]
    assert kept == [4, 7, 9, 10, 11, 12, 15, 16]
    assert [no for no, row in enumerate(found, 1) if "dự kiến" in row] == list(range(13, 23))
    assert all("chưa rõ tên" in row for row in found[20:])


def test_the_table_stands_by_the_day_asked_for(client_as: Seats) -> None:
    client = client_as("chu-tich")
    plan = reverse("assessment:targets", args=["ca-mau-2021"])
    source = page(client, f"{plan}?date=31/12/2021")
    assert "như đã biết vào ngày 31/12/2021" in words(source)
    assert "5.220 tỷ đồng (ước) 95,3% không đạt" in rows(source)[0]
    assert address(1, "?date=31/12/2021") in source


def test_the_table_asks_the_books_no_more_for_more_targets(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chu-tich")
    with django_assert_max_num_queries(15):  # type: ignore[attr-defined]
        client.get(reverse("assessment:targets", args=["ca-mau-2021"]))


def test_only_who_may_freeze_is_offered_to(client_as: Seats) -> None:
    plan = reverse("assessment:targets", args=["ca-mau-2021"])
    freeze = reverse("assessment:freeze", args=["ca-mau-2021"])
    assert freeze in page(client_as("chuyen-vien"), plan)
    assert freeze not in page(client_as("chu-tich"), plan)


def test_a_target_tells_its_rule_and_its_reason_in_words(client_as: Seats) -> None:
    told = words(page(client_as("chu-tich"), address(1)))
    assert "Kế hoạch tối thiểu 5.478 tỷ đồng suy ra từ bài báo 12/01/2022" in told
    assert "5.851/1,068; trong khoảng 5.476 đến 5.481" in told
    assert (
        "Thực hiện 5.851 tỷ đồng, vượt mức kế hoạch tối thiểu 5.478 tỷ đồng là 373 tỷ đồng "
        "(bằng 106,8% kế hoạch)." in told
    )
    poverty = words(page(client_as("chu-tich"), address(3)))
    assert "giảm tối thiểu 0,3 điểm %" in poverty


def test_the_versions_of_both_days_stand_with_the_one_in_use_marked(client_as: Seats) -> None:
    january = section(page(client_as("chu-tich"), address(1)), "vintages-title")
    assert re.search(r"tháng 12/2021 \(không rõ ngày\) 5\.220 tỷ đồng \(ước\)", january)
    assert re.search(r"12/01/2022 · đang dùng 5\.851 tỷ đồng \(sơ bộ\)", january)
    source = page(client_as("chu-tich"), address(1, "?date=31/12/2021"))
    december = section(source, "vintages-title")
    assert "tháng 12/2021 (không rõ ngày) · đang dùng 5.220 tỷ đồng" in december
    assert "5.851 tỷ đồng" not in december
    assert (
        "không đạt" in words(between(source, "<h1>", "</h1>") + source.partition("</h1>")[2])[:90]
    )


def test_the_trend_is_drawn_and_told_in_a_table(client_as: Seats) -> None:
    figure = between(page(client_as("chu-tich"), address(1)), '<figure class="chart"', "</figure>")
    assert figure.count("<svg") == 2, "one drawing for wide screens, one for narrow"
    assert rows(figure) == ["năm 2020 6.311 ước", "năm 2021 5.851 sơ bộ"]
    assert '<figure class="chart"' not in page(client_as("chu-tich"), address(5)), "one year only"


def test_the_districts_add_up_and_all_of_them_are_counted(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), address(1))
    found = [
        row for row in rows(source[source.index("Độ phủ") :]) if "Huyện" in row or "phố" in row
    ]
    assert len(found) == 9
    whole = words(source)
    assert "9/9" in whole
    assert "9 trên 9 đã báo cáo" in whole
    assert "Chênh lệch: 0,00 tỷ đồng" in whole
    assert all("mô phỏng" in row for row in found)


def test_the_past_is_restated_on_the_new_map_without_new_totals(client_as: Seats) -> None:
    told = words(page(client_as("chu-tich"), address(1, "?areas=2025-07-01")))
    assert "Tỉnh Cà Mau: 5.851 tỷ đồng" in told
    assert "trong đó Cà Mau cũ" in told
    assert "Quy đổi không bao giờ làm thay đổi tổng của kỳ đã qua" in told
    assert "trong đó Cà Mau cũ" not in words(page(client_as("chu-tich"), address(1)))


@pytest.mark.parametrize(
    ("no", "reporter"), [(13, "Cục Thống kê tỉnh Cà Mau"), (5, "Sở Y tế tỉnh Cà Mau")]
)
def test_where_nobody_counts_lower_the_page_says_who_reports(
    client_as: Seats, no: int, reporter: str
) -> None:
    told = words(page(client_as("chu-tich"), address(no)))
    assert (
        f"{reporter} báo cáo cho toàn địa bàn; huyện và xã không thống kê chỉ tiêu này "
        "nên không có số liệu cấp dưới." in told
    )


def test_jobs_show_nine_months_and_the_two_sources_of_2020(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), address(16))
    others = section(source, "others-title")
    assert "năm 2020: 40.982 lượt người (ước) Ủy ban nhân dân tỉnh Cà Mau" in others
    assert "năm 2020: 34.651 lượt người" in others
    assert "Báo Dân trí" in others
    assert "9 tháng năm 2021" in words(source)
    assert "giữ theo công bố “không đạt”" in words(source).lower()


def test_a_label_of_another_set_is_shown_but_not_used(client_as: Seats) -> None:
    labels = section(page(client_as("chu-tich"), address(13)), "labels-title")
    assert "thuộc bộ chỉ tiêu khác" in labels
    assert "không dùng" in labels


def test_a_guessed_number_is_as_absent_as_a_guessed_plan(client_as: Seats) -> None:
    client = client_as("chu-tich")
    for absent in (address(23), address("x"), "/ke-hoach/khong-co/chi-tieu/1/"):
        assert client.get(absent).status_code == 404
    assert client.get("/ke-hoach/khong-co/chi-tieu/").status_code == 404


def test_a_citizen_reads_no_simulated_figure_of_a_district(client_as: Seats) -> None:
    source = page(client_as("nguoi-dan"), address(1))
    told = words(source)
    assert "5.851 tỷ đồng" in told
    assert "3.105" not in told, "the simulated revenue of the city"
    client = client_as("nguoi-dan")
    for figure in addresses(source, "/so-lieu/"):
        assert client.get(figure).status_code == 200, figure


@pytest.mark.parametrize("no", [1, 2, 9, 13, 16, 21])
def test_every_link_of_a_target_resolves(client_as: Seats, no: int) -> None:
    client = client_as("chu-tich")
    source = page(client, address(no))
    numbers = sorted(addresses(source, "/so-lieu/"))
    assert numbers or no == 21
    others = addresses(source) - addresses(source, "/static/") - set(numbers)
    for link in [*numbers[:20], *(link for link in others if not link.startswith("/dia-ban/"))]:
        assert client.get(link).status_code == 200, link


def test_a_target_page_speaks_english(client_as: Seats) -> None:
    client = client_as("chu-tich")
    client.cookies["django_language"] = "en"
    told = words(page(client, address(1)))
    assert "State budget revenue" in told
    assert "5,851 billion dong" in told
    assert "Các phiên bản số liệu" not in told
    assert "Theo địa bàn" not in told


def test_who_reports_is_named_in_english_too(client_as: Seats) -> None:
    client = client_as("chu-tich")
    client.cookies["django_language"] = "en"
    told = words(page(client, address(13)).partition('id="by-area"')[2])
    target = Target.objects.get(version__plan__code="ca-mau-2021", no="13")
    assert target.indicator is not None
    reporter = target.indicator.reported_by
    assert reporter is not None
    assert reporter.name_en
    assert reporter.name_en in told
    assert reporter.name not in told
