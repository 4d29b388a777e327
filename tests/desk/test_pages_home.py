"""The first screen: one sentence, one date handle, every target a tile that says why."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from dieuhanh.plans.models import Target
from dieuhanh.reports.models import Figure
from tests.pages import addresses, between, page, words

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]
DECEMBER = "/?date=31/12/2021"
TARGETS = "/ke-hoach/ca-mau-2021/chi-tieu/"


def tiles(source: str) -> list[str]:
    """Each target's tile, its mark-up kept."""
    return re.findall(r'<article class="tile .*?</article>', source, flags=re.DOTALL)


def test_the_first_screen_says_the_year_in_one_sentence(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), "/")
    heading = words(between(source, '<h1 class="score-words"', "</h1>"))
    assert heading.endswith(
        "12/22 chỉ tiêu chủ yếu đạt và vượt kế hoạch năm 2021: "
        "6 tính lại từ số liệu, 6 giữ theo công bố."
    )
    assert "Công bố: 12/22 (Ban Biên tập camau.dcs.vn, 12/01/2022)" in words(source)


def test_every_target_is_a_tile_in_the_plans_order(client_as: Seats) -> None:
    found = tiles(page(client_as("chu-tich"), "/"))
    assert [words(tile).split(".")[0] for tile in found] == [str(no) for no in range(1, 23)]
    for no, tile in enumerate(found, 1):
        address = reverse("assessment:target", args=["ca-mau-2021", str(no)])
        assert f'href="{address}"' in tile


def test_a_derived_plan_value_says_that_it_is_derived(client_as: Seats) -> None:
    found = tiles(page(client_as("chu-tich"), "/"))
    told = [no for no, tile in enumerate(found, 1) if "suy ra từ bài báo" in tile]
    assert told == [1, 2]
    assert "tối thiểu 5.478 tỷ đồng (suy ra từ bài báo 12/01/2022)" in words(found[0])


def test_what_is_kept_as_published_is_marked_and_what_is_computed_is_not(
    client_as: Seats,
) -> None:
    found = tiles(page(client_as("chu-tich"), "/"))
    marked = [no for no, tile in enumerate(found, 1) if "aside-published" in tile]
    assert marked == [4, 7, 9, 10, 11, 12, 15, 16]
    met = [no for no, tile in enumerate(found, 1) if 'data-verdict="exceeded"' in tile]
    assert met == [1, 2, 3, 5, 6, 8]


def test_targets_no_source_names_are_said_to_be_unnamed(client_as: Seats) -> None:
    found = tiles(page(client_as("chu-tich"), "/"))
    for tile in found[20:]:
        assert "chưa rõ tên" in tile
        assert "Kế hoạch: không rõ" in words(tile)
        assert 'data-verdict="no_data"' in tile
        assert "/so-lieu/" not in tile


def test_why_eight_have_no_verdict_is_told(client_as: Seats) -> None:
    reasons = words(between(page(client_as("chu-tich"), "/"), "panel gaps", "</details>"))
    assert "Vì sao 8 trong 22 chỉ tiêu chưa có đánh giá" in reasons
    assert "không nêu tên, số kế hoạch và kết quả. Số 21 , 22" in reasons


def test_december_shows_what_december_knew(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), DECEMBER)
    heading = words(between(source, '<h1 class="score-words"', "</h1>"))
    assert "Công bố 11/22 chỉ tiêu chủ yếu đạt và vượt kế hoạch năm 2021" in heading
    assert "1/22" in heading, "the books' own count stands beside the published one"
    revenue = words(tiles(source)[0])
    assert "5.220 tỷ đồng (ước)" in revenue
    assert "không đạt" in revenue
    assert "95,3%" in revenue
    assert "5.851" not in revenue


def test_december_says_why_most_tiles_have_no_figure_yet(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), DECEMBER)
    assert re.search(r'<details class="panel gaps" open>', source)
    reasons = words(between(source, "panel gaps", "</details>"))
    assert "Vì sao 19 trong 22 chỉ tiêu chưa có đánh giá" in reasons
    assert (
        "10 Đến ngày xem chưa có số liệu nào; số đầu tiên được nêu 12/01/2022. "
        "Số 3 , 4 , 5 , 6 , 7 , 8 , 9 , 10 , 11 , 12" in reasons
    )


def test_the_comparison_names_revenue_from_both_days(client_as: Seats) -> None:
    turned = (
        "Thu ngân sách nhà nước trên địa bàn: không đạt → vượt "
        "(số liệu: 5.220 tỷ đồng → 5.851 tỷ đồng)"
    )
    january = words(page(client_as("chu-tich"), "/"))
    assert "Đổi từ 31/12/2021: Công bố 11/22" in january
    assert turned in january
    december = words(page(client_as("chu-tich"), DECEMBER))
    assert "Sẽ đổi vào 12/01/2022" in december
    assert turned in december


def test_the_day_is_kept_in_the_links(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), DECEMBER)
    assert all("?date=31/12/2021" in tile for tile in tiles(source))
    assert "kiem-diem/?date=31/12/2021" in source
    assert "kiem-diem/?date" not in page(client_as("chu-tich"), "/")


def test_an_unreadable_day_is_told_as_the_readers_mistake(client_as: Seats) -> None:
    assert client_as("chu-tich").get("/?date=31/13/2021").status_code == 400
    assert client_as("chu-tich").get("/?plan=khong-co").status_code == 404


def test_a_day_before_the_plan_is_told_with_the_first_that_will_do(client_as: Seats) -> None:
    answer = client_as("chu-tich").get("/?date=01/06/2020")
    assert answer.status_code == 404
    told = words(html.unescape(answer.content.decode()))
    assert "chưa có hiệu lực ngày 01/06/2020: hãy chọn ngày từ 01/01/2021 trở đi." in told


def test_a_day_that_only_passes_judges_nothing_more(client_as: Seats) -> None:
    """From not yet due to no data there is still no verdict: three of 22 got one."""
    told = words(page(client_as("chu-tich"), "/?date=01/06/2021"))
    assert "Sẽ đổi vào 31/12/2021: 0/22 (01/06/2021) → Công bố 11/22" in told
    assert "3 chỉ tiêu nữa đã có đánh giá." in told
    sides = reverse("assessment:compare") + "?left=01/06/2021&right=31/12/2021"
    compared = between(
        page(client_as("chu-tich"), sides), "<h2>Vẫn chưa có đánh giá</h2>", "</section>"
    )
    assert compared.count('<th scope="row">') == 19


@pytest.mark.parametrize("address", ["/", TARGETS, f"{TARGETS}1/"])
def test_another_convention_is_named_with_the_way_back(client_as: Seats, address: str) -> None:
    usual = page(client_as("chu-tich"), address)
    assert "Đánh giá theo quy ước" not in usual
    source = page(client_as("chu-tich"), f"{address}?date=31/12/2021&convention=literal")
    assert "Đánh giá theo quy ước: Đúng dấu toán học. Về quy ước mặc định" in words(source)
    assert 'href="?date=31/12/2021"' in source.replace("%2F", "/")


def test_the_comparison_keeps_the_convention(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), "/?convention=literal")
    link = next(a for a in addresses(source) if a.startswith(reverse("assessment:compare") + "?"))
    assert "left_convention=literal&right_convention=literal" in link
    assert words(page(client_as("chu-tich"), link)).count("Đúng dấu toán học") >= 2


def test_the_sentence_follows_the_books(client_as: Seats) -> None:
    beds = Target.objects.filter(version__plan__code="ca-mau-2021", no="5")
    QuerySet.update(beds, value=Decimal(34))
    source = page(client_as("chu-tich"), "/")
    heading = words(between(source, '<h1 class="score-words"', "</h1>"))
    assert "Công bố 12/22" in heading
    assert "trong sổ mới thấy 11/22" in heading
    assert "Trong sổ: 11/22 (5 tính lại từ số liệu, 6 giữ theo công bố" in words(source)
    assert 'data-verdict="not_met"' in tiles(source)[4]


def test_every_link_of_the_first_screen_resolves(client_as: Seats) -> None:
    client = client_as("chu-tich")
    january, december = page(client, "/"), page(client, DECEMBER)
    numbers = addresses(january + december, "/so-lieu/")
    assert len(numbers) >= 17
    for address in addresses(january + december) - addresses(january, "/static/"):
        assert client.get(address).status_code == 200, address


def test_every_value_on_a_tile_is_a_link_to_its_figure(client_as: Seats) -> None:
    for tile in tiles(page(client_as("chu-tich"), "/")):
        for before, pk in re.findall(
            r"(<p class=\"tile-value\">.*?)(?:/so-lieu/(\d+)/|</p>)", tile
        ):
            assert pk, before
            assert Figure.objects.get(pk=pk).area.code == "96"


def test_the_first_screen_asks_the_books_little(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chu-tich")
    for address in ("/", DECEMBER):
        with django_assert_max_num_queries(15):  # type: ignore[attr-defined]
            assert client.get(address).status_code == 200


def test_the_switch_turns_the_first_screen_english(client_as: Seats) -> None:
    client = client_as("chu-tich")
    switched = client.post(reverse("set_language"), {"language": "en", "next": "/"})
    assert switched.cookies["django_language"].value == "en"
    source = page(client, "/")
    assert '<html lang="en"' in source
    told = words(source)
    assert (
        "12/22 main targets of the plan for 2021 met or exceeded: "
        "6 computed from figures, 6 kept as published." in told
    )
    assert "5,851 billion dong" in told
    assert "State budget revenue: not met → exceeded" in told
    assert "Name unknown" in told
    for left in ("Kế hoạch", "tỷ đồng", "chưa đủ số liệu", "Chỉ tiêu"):
        assert left not in told, left


def test_the_browser_is_not_asked_for_its_language(client_as: Seats) -> None:
    source = page(client_as("chu-tich"), "/", **{"Accept-Language": "en"})
    assert '<html lang="vi"' in source


def test_a_citizen_sees_the_same_published_year(client_as: Seats) -> None:
    source = page(client_as("nguoi-dan"), "/")
    assert "12/22 chỉ tiêu chủ yếu đạt và vượt" in words(source)
    assert len(tiles(source)) == 22
    client = client_as("nguoi-dan")
    for address in addresses(source, "/so-lieu/"):
        assert client.get(address).status_code == 200
