"""Named persons with every title: one clause of the language, one line of the table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieuhanh.paper.reading.layout import Page
from dieuhanh.paper.reading.people import people_of

SEED = Path(__file__).parents[3] / "examples/ca-mau-2021/documents/bai-bao-2022-01-12"

# Every name is invented for the test.
ONE = [
    ("Đồng chí Lê Văn Ví, Tỉnh ủy viên, Giám đốc Sở Y tế phát biểu.",
     "Lê Văn Ví", ["Tỉnh ủy viên", "Giám đốc Sở Y tế"]),
    ("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Trần Thị Ví nhấn mạnh.",
     "Trần Thị Ví", ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"]),
    ("Ông Phạm Quang Ví - Phó Chủ tịch UBND tỉnh chủ trì.",
     "Phạm Quang Ví", ["Phó Chủ tịch UBND tỉnh"]),
    ("bà Võ Thị Ví (Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch) trình bày",
     "Võ Thị Ví", ["Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch"]),
    ("Chủ tịch UBND tỉnh Hải Dương Đỗ Hữu Ví yêu cầu",
     "Đỗ Hữu Ví", ["Chủ tịch UBND tỉnh Hải Dương"]),
    ("Bí thư Huyện ủy Năm Căn Trương Ví Nam báo cáo",
     "Trương Ví Nam", ["Bí thư Huyện ủy Năm Căn"]),
    ("Chủ tịch UBND TP. Hồ Chí Minh Phan Ví dự",
     "Phan Ví", ["Chủ tịch UBND TP. Hồ Chí Minh"]),
    ("Giám đốc Sở Công Thương Dương Ví Nam cho biết",
     "Dương Ví Nam", ["Giám đốc Sở Công Thương"]),
    ("Đại tá Nguyễn Ví Lũy, Giám đốc Công an tỉnh",
     "Nguyễn Ví Lũy", ["Đại tá", "Giám đốc Công an tỉnh"]),
    ("Phó Chủ tịch HĐND tỉnh Ayun H’Ví dự họp", "Ayun H’Ví", ["Phó Chủ tịch HĐND tỉnh"]),
    ("PGS, TS. Đinh Văn Ví trao đổi", "Đinh Văn Ví", []),
    ("CHỦ TỊCH UBND TỈNH TRẦN VĂN VÍ: Năm qua", "Trần Văn Ví", ["Chủ tịch UBND tỉnh"]),
    ("**Đồng chí Lý Văn Ví**, **Chủ tịch Hội đồng nhân dân tỉnh**",
     "Lý Văn Ví", ["Chủ tịch Hội đồng nhân dân tỉnh"]),
    ("Dự và phát biểu chỉ đạo tại hội nghị có đồng chí Bùi\nVăn Ví, Phó Chủ tịch Ủy ban\nnhân dân tỉnh",
     "Bùi Văn Ví", ["Phó Chủ tịch Ủy ban nhân dân tỉnh"]),
    ("ông Mai Văn Ví, hiện là Chánh Văn phòng UBND tỉnh", "Mai Văn Ví",
     ["Chánh Văn phòng UBND tỉnh"]),
    ("Nguyễn Văn Ví, Trưởng ban Dân vận Tỉnh ủy kiêm Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
     "Nguyễn Văn Ví", ["Trưởng ban Dân vận Tỉnh ủy", "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"]),
    ("nguyên Phó Bí thư Tỉnh ủy Hà Văn Ví dự", "Hà Văn Ví", ["Nguyên Phó Bí thư Tỉnh ủy"]),
    ("Đ/c Tô Văn Ví, Phó Trưởng ban Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh",
     "Tô Văn Ví", ["Phó Trưởng ban Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh"]),
    ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nLê Văn Ví",
     "Lê Văn Ví", ["Phó Chủ tịch"]),
    ("| Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn Ví |", "Lê Văn Ví", ["Phó Chủ tịch"]),
    ("Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh Vũ Văn Ví",
     "Vũ Văn Ví", ["Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh"]),
    ("Ông Lê Văn Ví được bầu giữ chức Chủ tịch UBND tỉnh.", "Lê Văn Ví", ["Chủ tịch UBND tỉnh"]),
    ("ông Đỗ Văn Ví, Phó Giám đốc Sở Y tế được bổ nhiệm giữ chức vụ Giám đốc Sở Nội vụ",
     "Đỗ Văn Ví", ["Phó Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"]),
    ("| 1 | Lê Văn Ví | Giám đốc Sở Y tế |", "Lê Văn Ví", ["Giám đốc Sở Y tế"]),
    ("đồng chí Ma Thị Ví, UVT.Ư Đảng, Bí thư Tỉnh ủy dự", "Ma Thị Ví",
     ["UVT.Ư Đảng", "Bí thư Tỉnh ủy"]),
    ("Bí thư Đảng ủy xã Lò Văn Ví khẳng định", "Lò Văn Ví", ["Bí thư Đảng ủy xã"]),
]  # fmt: skip

NOBODY = [
    "Khởi công đường Nguyễn Văn Linh, Nguyễn Hữu Thọ và cầu Trần Thị Lý.",
    "Trường THPT Nguyễn Huệ đạt giải thưởng Trần Đại Nghĩa.",
    "Đoàn TNCS Hồ Chí Minh học tập phong cách Hồ Chí Minh.",
    "UBND huyện Trần Văn Thời và thành phố Hồ Chí Minh.",
    "Chủ tịch UBND tỉnh; Giám đốc các sở; Bí thư Tỉnh ủy Hà Nam.",
    "Ảnh: Trần Văn Ví",
    "Tin, ảnh: Lê Thị Ví",
    "Tại Hà Khẩu, Phó Chủ tịch UBND tỉnh kiểm tra.",
    "Sở Kế hoạch và Đầu tư, Cục Thống kê, Bà Rịa - Vũng Tàu, Thừa Thiên - Huế",
    "Lê Văn Ví",  # alone on its line: a byline
]


@pytest.mark.parametrize(("text", "name", "titles"), ONE)
def test_a_person_is_read_with_every_title(text: str, name: str, titles: list[str]) -> None:
    people = people_of(Page(text))
    assert [(p.name, list(p.titles)) for p in people] == [(name, titles)]
    assert people[0].quote == text[people[0].start : people[0].end]


@pytest.mark.parametrize("text", NOBODY)
def test_places_streets_and_offices_are_no_people(text: str) -> None:
    assert people_of(Page(text)) == ()


def _read(text: str) -> dict[str, list[str]]:
    return {person.name: list(person.titles) for person in people_of(Page(text))}


def test_a_title_before_a_list_is_everyones() -> None:
    text = "các phó chủ tịch UBND tỉnh: Lâm Ví Bi, Lê Ví Sử và Đỗ Ví Anh chủ trì"
    assert _read(text) == {
        name: ["Phó Chủ tịch UBND tỉnh"] for name in ("Lâm Ví Bi", "Lê Ví Sử", "Đỗ Ví Anh")
    }


def test_a_title_after_a_list_is_everyones() -> None:
    text = "các đồng chí Lâm Ví Bi, Lê Ví Sử - Phó Chủ tịch UBND tỉnh"
    assert _read(text) == {name: ["Phó Chủ tịch UBND tỉnh"] for name in ("Lâm Ví Bi", "Lê Ví Sử")}


def test_a_body_in_brackets_completes_the_lists_title() -> None:
    text = "các Thứ trưởng: Lê Ví An (Bộ Xây dựng), Đỗ Ví Bình (Bộ Công Thương) cùng dự"
    assert _read(text) == {
        "Lê Ví An": ["Thứ trưởng Bộ Xây dựng"],
        "Đỗ Ví Bình": ["Thứ trưởng Bộ Công Thương"],
    }


def test_in_a_list_with_semicolons_each_has_his_own() -> None:
    text = (
        "các đồng chí: Lại Ví Nguyên, Phó Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh; Đỗ Ví Tuấn, "
        "Chủ tịch UBND tỉnh; Hội nghị lần thứ 25"
    )
    assert _read(text) == {
        "Lại Ví Nguyên": ["Phó Bí thư Tỉnh ủy", "Trưởng đoàn ĐBQH tỉnh"],
        "Đỗ Ví Tuấn": ["Chủ tịch UBND tỉnh"],
    }


def test_one_persons_title_is_not_the_next_ones() -> None:
    text = "Dự có Bí thư Tỉnh ủy Lê Ví An, Chủ tịch UBND tỉnh Hồ Ví Bình."
    assert _read(text) == {"Lê Ví An": ["Bí thư Tỉnh ủy"], "Hồ Ví Bình": ["Chủ tịch UBND tỉnh"]}


def test_mentions_of_one_person_are_merged() -> None:
    text = (
        "CHỦ TỊCH LÊ VÍ HÒA: CẦN QUYẾT LIỆT\n\nĐồng chí Lê Ví Hòa, Chủ tịch UBND tỉnh dự. "
        "Phó Bí thư Tỉnh ủy Lê Ví Hoà nói. Chủ tịch Uỷ ban nhân dân tỉnh Lê Ví Hòa đi."
    )
    assert _read(text) == {"Lê Ví Hòa": ["Chủ tịch UBND tỉnh", "Phó Bí thư Tỉnh ủy"]}


def test_the_six_people_of_the_seed_with_all_titles() -> None:
    text = SEED.with_suffix(".txt").read_text("utf-8")
    labels = json.loads(SEED.with_suffix(".labels.json").read_text("utf-8"))["people"]
    assert [person.as_json() for person in people_of(Page(text))] == labels


PIECES = ["Đồng chí", "Nguyễn", "Văn", "Chủ tịch", "UBND", "tỉnh", ",", ":", ";", " ", "\n", "các",
          "H'", "Bí thư", ".", "(", "kiêm", "là", "Tỉnh ủy", "e\u0301", "KT.", "TRẦN", "-", "và"]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map(" ".join))
def test_reading_people_never_raises_and_quotes_the_text(text: str) -> None:
    for person in people_of(Page(text)):
        assert person.quote == text[person.start : person.end]
        assert person.name.strip()
