"""What a hand changed in a composed paper: numbers typed over, words beside those that stayed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieuhanh.paper.writing.by_hand import TYPED, reworded, typed, with_typed_marked
from dieuhanh.paper.writing.editing import edited
from dieuhanh.paper.writing.model import Paper, Paragraph, Span, plain, texts, words
from dieuhanh.paper.writing.papers import as_text
from tests.documents.papers_made import report


def after(text: str) -> Paper:
    """The report with its sentence about the revenue typed over."""
    return edited(report(), {"body-1": text})


def test_a_number_typed_over_is_told_with_its_words() -> None:
    assert typed(report()) == []
    (told,) = typed(after("Thu ngân sách đạt 5.999 tỷ đồng, vượt 6,8% dự toán."))
    assert told == ("Thu ngân sách đạt ", "5.999", " tỷ đồng, vượt 6,8% dự toán.")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/01/2022, theo Quyết định số 12/QĐ-UBND, năm 2021 và tháng 6/2022",
        "Họp lúc 14 giờ 30, ngày 15 tháng 6",
        "1. Về thu ngân sách",
        "Theo Điều 5, khoản chi của quý 2 năm 2021",
    ],
)
def test_days_papers_and_sections_need_no_source(text: str) -> None:
    assert [each.text for each in typed(after(text))] == []


def test_the_marked_paper_says_the_same_with_each_number_once() -> None:
    paper = after("Thu 5.999 tỷ đồng, 12 xã xong; ngày 12/01/2022 họp.")
    marked = with_typed_marked(paper)
    assert as_text(marked) == as_text(paper)
    found = [
        (span.source.key, span.text)
        for text in texts(marked)
        for span in text
        if span.source is not None and span.source.kind == TYPED
    ]
    assert found == [("1", "5.999"), ("2", "12")]


def test_a_number_in_two_faces_is_one() -> None:
    two = Paragraph((*words("Thu 5."), Span("999", bold=True), *words(" tỷ đồng")))
    marked = with_typed_marked(replace(report(), blocks=(two,)))
    block = marked.blocks[0]
    assert isinstance(block, Paragraph)
    assert plain(block.text) == "Thu 5.999 tỷ đồng"
    assert [s.source.key for s in block.text if s.source] == ["1", ""]


def test_words_turned_beside_a_number_that_kept_its_source_are_told() -> None:
    assert reworded(report(), report()) == []
    turned = after("Thu ngân sách đạt 5.851 tỷ đồng, thiếu 6,8% dự toán.")
    assert [each.text for each in reworded(report(), turned)] == ["6,8%"]
    turned = after("Thu ngân sách không đạt 5.851 tỷ đồng, vượt 6,8% dự toán.")
    assert [each.text for each in reworded(report(), turned)] == ["5.851"]


def test_words_of_another_sentence_are_no_concern() -> None:
    more = after("Năm qua khó khăn. Thu ngân sách đạt 5.851 tỷ đồng, vượt 6,8% dự toán. Rất tốt.")
    assert reworded(report(), more) == []
