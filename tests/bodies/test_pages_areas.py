"""Areas through time: the tree of a day, the mergers, one area's own history."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.bodies.queries import Atlas
from dieuhanh.bodies.views.area_page import share_text

pytestmark = pytest.mark.django_db
Seats = Callable[[str], Client]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", html.unescape(response.content.decode()))


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def tree(client: Client, day: str, **more: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in {"areas": day, **more}.items())
    return words(body(client, f"{reverse('bodies:areas')}?{query}"))


def test_the_number_of_levels_comes_from_the_tree(client_as: Seats) -> None:
    client = client_as("nguoi-dan")
    assert "Ngày 31/12/2021: 3 cấp chính quyền địa phương" in tree(client, "31/12/2021")
    after = tree(client, "2025-07-01")
    assert "Ngày 01/07/2025: 2 cấp chính quyền địa phương" in after
    assert "Huyện Ngọc Hiển" not in after.partition("Thay đổi ngày")[0], "districts have ended"


def test_the_ward_merger_and_the_reform_are_counted_and_told(client_as: Seats) -> None:
    client = client_as("nguoi-dan")
    merger = tree(client, "15/01/2025")
    assert "Thay đổi ngày 01/12/2024" in merger
    assert "cấp xã: 165 → 164" in merger
    assert re.search(r"Phường 2 Phường 2 Phường 4 sáp nhập", merger)
    reform = tree(client, "01/07/2025")
    assert "cấp xã: 164 → 64" in reform
    assert "cấp tỉnh: 2 → 1" in reform
    assert "Kết thúc, không có đơn vị kế tục: 16 cấp huyện" in reform
    assert "sổ chưa ghi thay đổi nào" in tree(client, "31/12/2021")


def test_names_stand_in_vietnamese_order(client_as: Seats) -> None:
    page = tree(client_as("nguoi-dan"), "31/12/2021")
    city = page[page.index("Thành phố Cà Mau") :]
    wards = re.findall(r"Phường \d+", city)[:8]
    assert wards == sorted(wards, key=lambda name: int(name.split()[1]))
    districts = [page.index(f"Huyện {name}") for name in ("Cái Nước", "Đầm Dơi", "Năm Căn")]
    assert districts == sorted(districts)


def test_an_area_is_found_without_accents_in_any_time(client_as: Seats) -> None:
    found = tree(client_as("nguoi-dan"), "31/12/2021", q="an xuyen")
    assert "Xã An Xuyên" in found
    assert "Phường An Xuyên 32002 · từ 01/07/2025 đến nay" in found
    assert "0 địa bàn khớp" in tree(client_as("nguoi-dan"), "31/12/2021", q="zzz")


def test_one_code_has_meant_three_places(client_as: Seats) -> None:
    page = words(body(client_as("nguoi-dan"), reverse("bodies:area", args=["32002", "2024-12-01"])))
    assert "Mã 32002 từng chỉ Phường 4 đến 30/11/2024 (chưa rõ ngày bắt đầu) Phường 2" in page
    came, went = page.partition("Về sau thành gì")[::2]
    assert "Phường 4 32002 01/12/2024 · sáp nhập" in came
    assert "Phường 2 32011 01/12/2024 · sáp nhập" in came
    assert "Phường An Xuyên 32002 01/07/2025" in went


def test_an_old_ward_is_followed_over_both_reforms(client_as: Seats) -> None:
    address = reverse("bodies:area", args=["32011", "2021-01-01"])
    page = words(body(client_as("nguoi-dan"), address))
    assert "Đến lần thay đổi cuối cùng trong sổ Phường An Xuyên" in page
    back = reverse("bodies:area", args=["32002", "2025-07-01"])
    origins = words(body(client_as("nguoi-dan"), back)).partition("Truy về những địa bàn")[2]
    assert "Phường 4 32002" in origins
    assert "Phường 2 32011" in origins


def test_a_split_is_marked_and_its_unstated_share_told(client_as: Seats) -> None:
    split = next(edge for edge in Atlas().successions if edge.kind == "split")
    code, _, since = split.before.partition("@")
    page = words(body(client_as("nguoi-dan"), reverse("bodies:area", args=[code, since])))
    assert "tách" in page
    assert "nguồn không nêu tỷ lệ" in page


@pytest.mark.parametrize(("share", "told"), [("2/5", "40%"), ("1/3", "33,33%"), ("1", "")])
def test_a_stated_share_is_told_in_percent(share: str, told: str) -> None:
    from fractions import Fraction  # noqa: PLC0415

    assert share_text(Fraction(share)) == told


@pytest.mark.parametrize("address", ["32002/2023-01-01/", "khong/2021-01-01/", "32002/hom-qua/"])
def test_a_code_on_another_day_is_no_area(client_as: Seats, address: str) -> None:
    assert client_as("nguoi-dan").get(f"/dia-ban/{address}").status_code == 404


def test_a_day_that_is_no_day_is_refused_in_words(client_as: Seats) -> None:
    answer = client_as("nguoi-dan").get("/dia-ban/?areas=31/13/2021")
    assert answer.status_code == 400
    assert "31/13/2021" in html.unescape(answer.content.decode())


def test_the_tree_of_a_hundred_areas_asks_the_books_a_few_times(
    client_as: Seats, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = client_as("chu-tich")
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        client.get("/dia-ban/?areas=01/07/2025&q=xa")
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        client.get("/dia-ban/96/2025-07-01/")


def test_it_speaks_english(client_as: Seats) -> None:
    client = client_as("nguoi-dan")
    client.cookies["django_language"] = "en"
    page = tree(client, "01/07/2025")
    assert "On 1 July 2025: 2 levels of local government" in page
    assert "commune level: 164 → 64" in page
    one = words(body(client, reverse("bodies:area", args=["32002", "2024-12-01"])))
    assert "1 December 2024 to 30 June 2025" in one
