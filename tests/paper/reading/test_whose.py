"""Whose a figure is: by the place its own clause names, by the head of its paper, else the reader's."""

from __future__ import annotations

from pathlib import Path

import pytest

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.whose import told_of_places

OWN = "Tỉnh Cà Mau"
ARTICLE = Path(__file__).parents[3] / "examples/ca-mau-2021/documents/bai-bao-2022-01-12.txt"


def _told(text: str, own: str = OWN) -> list[tuple[str, str | None, str]]:
    found = told_of_places(text, read(text).claims, own)
    return [(str(each.claim.value), each.claim.about, each.named) for each in found]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Năm 2021, tỉnh Vĩnh Long thu ngân sách nhà nước 6.100 tỷ đồng.", ["tỉnh Vĩnh Long"]),
        ("Sản lượng lúa của tỉnh Hậu Giang đạt 1.250 nghìn tấn.", ["tỉnh Hậu Giang"]),
        ("Ở Trà Vinh, tỷ lệ hộ nghèo giảm còn 3,1%.", ["Trà Vinh"]),
        ("Sản lượng tôm đạt 90 nghìn tấn tại huyện Đầm Dơi.", ["huyện Đầm Dơi"]),
        ("Thành phố Cà Mau có tỷ lệ đô thị hóa 61%.", ["Thành phố Cà Mau"]),
        ("TP. Cà Mau thu ngân sách 900 tỷ đồng.", ["TP. Cà Mau"]),
        ("Huyện Ngọc Hiển, tỉnh Cà Mau có tỷ lệ hộ nghèo 4%.", ["Huyện Ngọc Hiển"]),
        (
            "Huyện Cái Nước thu ngân sách 150 tỷ đồng, toàn tỉnh thu ngân sách 5.900 tỷ đồng.",
            ["Huyện Cái Nước", None],
        ),
        (
            "Tỉnh Bến Tre thu ngân sách trên địa bàn tỉnh đạt 4.800 tỷ đồng, tỷ lệ hộ nghèo toàn tỉnh còn 3%.",
            ["Tỉnh Bến Tre", "Tỉnh Bến Tre"],
        ),
        (
            "Kim ngạch xuất khẩu đạt 1.050 triệu USD (Bạc Liêu 800 triệu USD), tỷ lệ hộ nghèo còn 2%.",
            [None, "Bạc Liêu", None],
        ),
        ("Tỉnh Cà Mau thu ngân sách 5.900 tỷ đồng.", [None]),
        ("Thu ngân sách của Cà Mau đạt 5.900 tỷ đồng.", [None]),
        ("Tuyến cao tốc Cần Thơ - Cà Mau có tổng vốn 27.000 tỷ đồng.", [None]),
        ("Tỷ lệ tham gia bảo hiểm xã hội đạt 15%.", [None]),
        ("Phó Chủ tịch UBND tỉnh Lê Văn Thử cho biết thu ngân sách đạt 5.900 tỷ đồng.", [None]),
    ],
)
def test_a_clause_says_whose_its_figure_is(text: str, places: list[str | None]) -> None:
    assert [about for _, about, _ in _told(text)] == places


def test_a_place_compared_with_is_named_and_not_told_of() -> None:
    text = "So với Bạc Liêu, thu ngân sách năm 2021 đạt 5.900 tỷ đồng."
    assert _told(text) == [("5900", None, "Bạc Liêu")]


def test_of_a_district_s_own_paper_the_province_is_another_place() -> None:
    text = "Huyện U Minh thu ngân sách 210 tỷ đồng. Tỉnh Cà Mau thu ngân sách 5.900 tỷ đồng."
    assert [about for _, about, _ in _told(text, "Huyện U Minh")] == [None, "Tỉnh Cà Mau"]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("UBND TỈNH BẠC LIÊU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "tỉnh Bạc Liêu"),
        ("ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP", "tỉnh Đồng Tháp"),
        ("SỞ TÀI CHÍNH TỈNH SÓC TRĂNG", "tỉnh Sóc Trăng"),
        ("TỈNH ỦY HẬU GIANG", "tỉnh Hậu Giang"),
        ("UBND HUYỆN THỚI BÌNH", "huyện Thới Bình"),
        ("UBND TỈNH CÀ MAU", None),
        ("TỈNH ỦY CÀ MAU", None),
        ("TỈNH ĐOÀN CÀ MAU", None),
        ("ĐẢNG BỘ TỈNH CÀ MAU\nHUYỆN ỦY NĂM CĂN", "huyện Năm Căn"),
        ("UBND XÃ TÂN HƯNG\nTỈNH CÀ MAU", "xã Tân Hưng"),
        ("UBND THÀNH PHỐ CẦN THƠ\nUBND QUẬN Ô MÔN", "quận Ô Môn"),
        ("THÀNH ỦY CẦN THƠ", "thành phố Cần Thơ"),
        ("UBND TỈNH CÀ MAU\nUBND HUYỆN THỚI BÌNH", "huyện Thới Bình"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM", None),
        ("TỈNH TRÀ VINH CÔNG BỐ SỐ LIỆU CẢ NĂM", "tỉnh Trà Vinh"),
        ("UBND XÃ TÂN HƯNG - TỈNH LONG AN", "xã Tân Hưng"),
    ],
)
def test_the_head_says_whose_paper_it_is(head: str, place: str | None) -> None:
    text = f"{head}\nBÁO CÁO\nTình hình năm 2021\n\nThu ngân sách nhà nước đạt 3.500 tỷ đồng."
    assert [about for _, about, _ in _told(text)] == [place]


@pytest.mark.parametrize("head", ["THÀNH ỦY CẦN THƠ", "UBND TP CẦN THƠ", "UBND THÀNH PHỐ CẦN THƠ"])
def test_a_city_s_short_kind_is_its_own(head: str) -> None:
    text = f"{head}\nBÁO CÁO\n\nTP Cần Thơ thu ngân sách 11.000 tỷ đồng. Tỷ lệ hộ nghèo còn 1,2%."
    assert [about for _, about, _ in _told(text, "Thành phố Cần Thơ")] == [None, None]


def test_a_title_says_whose_paper_it_is() -> None:
    text = (
        "BÁO CÁO\nKết quả phát triển kinh tế của tỉnh Kiên Giang năm 2021\n\n"
        "Kim ngạch xuất khẩu đạt 760 triệu USD."
    )
    assert [about for _, about, _ in _told(text)] == ["tỉnh Kiên Giang"]


def test_every_figure_of_the_article_is_the_province_s_own() -> None:
    found = _told(ARTICLE.read_text("utf-8"))
    assert len(found) > 10
    assert not [each for each in found if each[1] or each[2]]
