"""Documents cited by number: each spelling the papers use, and what only looks like one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieuhanh.paper.reading.cited import cited_in
from dieuhanh.paper.reading.layout import Page

SEED = Path(__file__).parents[3] / "examples/ca-mau-2021/documents/bai-bao-2022-01-12"

ONE = [
    ("Nghị quyết số 45/2020/NQ-HĐND ngày 09/12/2020 của HĐND tỉnh",
     "Nghị quyết", "45/2020/NQ-HĐND", "2020-12-09", "HĐND tỉnh"),
    ("Quyết định 2361/QĐ-UBND", "Quyết định", "2361/QĐ-UBND", None, None),
    ("Luật Đầu tư công số 39/2019/QH14", "Luật", "39/2019/QH14", None, None),
    ("Bộ luật Lao động số 45/2019/QH14", "Bộ luật", "45/2019/QH14", None, None),
    ("Nghị quyết số 05-NQ/TU, ngày 5-1-2021 của Tỉnh ủy",
     "Nghị quyết", "05-NQ/TU", "2021-01-05", "Tỉnh ủy"),
    ("Kết luận 12 - KL/TU ngày 3.4.2021 của Ban Thường vụ Tỉnh ủy",
     "Kết luận", "12-KL/TU", "2021-04-03", "Ban Thường vụ Tỉnh ủy"),
    ("Thông báo kết luận số 2927 -TB/TU ngày 4/2/2020", "Thông báo", "2927-TB/TU", "2020-02-04", None),
    ("Tờ trình số 66/TTr-SYT ngày 17 tháng 5 năm 2013", "Tờ trình", "66/TTr-SYT", "2013-05-17", None),
    ("Công văn số 5205 /UBND-TH", "Công văn", "5205/UBND-TH", None, None),
    ("công văn hỏa tốc số 12/UBND-KT", "Công văn", "12/UBND-KT", None, None),
    ("Nghị quyết số 30a/2008/NQ-CP", "Nghị quyết", "30a/2008/NQ-CP", None, None),
    ("(Nghị quyết 45/2020/NQ–HĐND)", "Nghị quyết", "45/2020/NQ-HĐND", None, None),
    ("Nghị định số 30/2020/NĐ-CP (ngày 05/3/2020) của Chính phủ",
     "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ"),
    ("Quyết định số 123/QĐ-UBND của Chủ tịch UBND huyện Thới Bình ngày 01/02/2021",
     "Quyết định", "123/QĐ-UBND", "2021-02-01", "Chủ tịch UBND huyện Thới Bình"),
    ("Báo cáo thẩm tra số 25/BC-KTNS của Ban Kinh tế - Ngân sách HĐND tỉnh",
     "Báo cáo", "25/BC-KTNS", None, "Ban Kinh tế - Ngân sách HĐND tỉnh"),
    ("Nghị quyết số 1252/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội",
     "Nghị quyết", "1252/NQ-UBTVQH15", None, "Ủy ban Thường vụ Quốc hội"),
    ("Chương trình hành động số 12-CTr/TU", "Chương trình hành động", "12-CTr/TU", None, None),
    ("Nghị quyết số 23 của Bộ Chính trị", "Nghị quyết", "23", None, "Bộ Chính trị"),
    ("theo Chỉ thị 16.", "Chỉ thị", "16", None, None),
    ("Kế hoạch số 12/KH-UBND năm 2021", "Kế hoạch", "12/KH-UBND", "2021", None),
    ("Nghị quyết số 05/NQ-CP - UBND tỉnh đã", "Nghị quyết", "05/NQ-CP", None, None),
    ("Quyết định số 45 /QĐ - UBND ngày 1/2/2023", "Quyết định", "45/QĐ-UBND", "2023-02-01", None),
    ("Kế hoạch 437 ngày 10/10/2014 của UBND tỉnh", "Kế hoạch", "437", "2014-10-10", "UBND tỉnh"),
    ("Quyết định số **77/QĐ-UBND** ngày 30/2/2021", "Quyết định", "77/QĐ-UBND", None, None),
    ("Quyết định số 1.588/QĐ-TTg do Thủ tướng Chính phủ ban hành",
     "Quyết định", "1.588/QĐ-TTg", None, "Thủ tướng Chính phủ"),
]  # fmt: skip

NONE = [
    "Số: 15/CT-UBND",
    "Kế hoạch 5 năm 2021-2025, Chương trình 135, giai đoạn 2021-2025",
    "có 46/82 xã, tỷ lệ bản đồ 1/500, sau COVID-19, ngày 12/01/2022",
    "Quyết định 3 nội dung; Nghị quyết 2021; các Nghị quyết của Đảng",
    "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
]


@pytest.mark.parametrize(("text", "kind", "number", "day", "issuer"), ONE)
def test_a_document_is_read_as_cited(
    text: str, kind: str, number: str, day: str | None, issuer: str | None
) -> None:
    found = cited_in(Page(f"Thực hiện {text}"))
    assert [(d.type, d.number, d.date, d.issuer) for d in found] == [(kind, number, day, issuer)]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert cited_in(Page(text)) == ()


def _numbers(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(found.type, found.number, found.date) for found in cited_in(Page(text))]


def test_a_list_gives_its_type_date_and_issuer_to_each() -> None:
    text = "các Nghị quyết số 10/NQ-HĐND, 11/NQ-HĐND và số 12/NQ-HĐND ngày 9/12/2021 của HĐND tỉnh"
    assert _numbers(text) == [
        ("Nghị quyết", f"{number}/NQ-HĐND", "2021-12-09") for number in (10, 11, 12)
    ]


def test_documents_in_a_row_keep_their_own_types() -> None:
    text = "Nghị quyết số 01/NQ-CP ngày 05/01/2022, Quyết định số 22/QĐ-TTg, Tờ trình số 3/TTr-STC"
    assert _numbers(text) == [
        ("Nghị quyết", "01/NQ-CP", "2022-01-05"),
        ("Quyết định", "22/QĐ-TTg", None),
        ("Tờ trình", "3/TTr-STC", None),
    ]


def test_cited_twice_is_told_once_and_filled_from_both() -> None:
    text = "Nghị quyết số 5/NQ-HĐND.\nTheo Nghị quyết số 5/NQ-HĐND ngày 01/02/2021, tỉnh"
    assert _numbers(text) == [("Nghị quyết", "5/NQ-HĐND", "2021-02-01")]


def test_the_numbered_document_of_the_seed_exactly() -> None:
    text = SEED.with_suffix(".txt").read_text("utf-8")
    labels = json.loads(SEED.with_suffix(".labels.json").read_text("utf-8"))["documents"]
    asked = [{k: v for k, v in d.items() if k != "optional"} for d in labels if not d["optional"]]
    assert [document.as_json() for document in cited_in(Page(text))] == asked


PIECES = ["Nghị quyết", "số", "45", "/2020", "/NQ-HĐND", "-NQ/TU", "ngày", "9/12/2021", "của", "HĐND",
          "tỉnh", ",", "và", "các", "Luật", "\n", "30a", " - ", "KL", ":", "(", ")", "tháng", "năm"]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map(" ".join))
def test_reading_citations_never_raises_and_quotes_the_text(text: str) -> None:
    for found in cited_in(Page(text)):
        assert found.quote == text[found.start : found.end]
        assert found.number
