"""Tokens and layout: offsets of the text handed in, whatever its Unicode form and line breaks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.paper.reading.layout import Page
from dieuhanh.paper.reading.tokens import Kind, tokens_of

SENTENCE = "Thu ngân sách đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch."


def folded(text: str) -> list[str]:
    return [token.folded for token in tokens_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", SENTENCE),
        SENTENCE.replace(" ", "  "),
        SENTENCE.replace(" ", "\u00a0"),
        "**Thu ngân sách** đạt *5.851 tỷ đồng*, vượt __6,8%__ kế hoạch.",
        SENTENCE.replace("ngân", "ng\u00adân").replace("đạt", "đạt\u200b"),
        SENTENCE.replace("đ", "ð"),
    ],
)
def test_one_sentence_written_in_many_ways_is_one(text: str) -> None:
    assert folded(text) == folded(SENTENCE)
    for token in tokens_of(text):
        assert text[token.start : token.end].strip() == text[token.start : token.end]


def test_both_spellings_of_tone_marks_are_one() -> None:
    assert folded("Hoà thuỷ uỷ khoẻ quý toàn") == folded("Hòa thủy ủy khỏe quý toàn")


def test_numbers_keep_their_separators_and_thousands_apart_by_space() -> None:
    numbers = [
        t.text
        for t in tokens_of("5 851 tỷ; 1.112,5; năm 2021 100 xã; 10-13")
        if t.kind is Kind.NUMBER
    ]
    assert numbers == ["5 851", "1.112,5", "2021", "100", "10", "13"]


@given(st.text(st.characters(), max_size=300))
def test_any_text_is_laid_out_and_its_offsets_hold(text: str) -> None:
    page = Page(text)
    ends = 0
    for token in page.tokens:
        assert ends <= token.start < token.end <= len(text)
        ends = token.end
    for paragraph in page.paragraphs:
        assert paragraph.first <= paragraph.body <= paragraph.last
        quote, start, end = page.span(paragraph.first, paragraph.last)
        assert quote == text[start:end]


def said(text: str) -> list[str]:
    page = Page(text)
    return [page.said(p.first, p.last) for p in page.paragraphs]


def test_a_hard_line_break_inside_a_sentence_joins_and_a_list_does_not() -> None:
    assert said("Thu ngân sách đạt\n5.851 tỷ\nđồng.\n- Chi\n- Vay\n2. Nợ") == [
        "Thu ngân sách đạt 5.851 tỷ đồng.", "- Chi", "- Vay", "2. Nợ",
    ]  # fmt: skip


def test_a_margin_breaks_before_the_word_that_did_not_fit() -> None:
    text = (
        "Hội nghị ghi nhận sự cố gắng của toàn thể cán bộ, nhân dân tỉnh\n"
        "Cà Mau trong năm qua và đề nghị tiếp tục phấn đấu hơn nữa trong\n"
        "năm tới."
    )
    assert len(said(text)) == 1


def test_items_know_the_headings_and_list_heads_above_them() -> None:
    page = Page(
        "II. NHIỆM VỤ NĂM 2022\n1. Mục tiêu:\n- GRDP tăng 7%\n- Thu 5 tỷ\nIII. GIẢI PHÁP\n- Làm"
    )
    heads = [
        [page.said(page.paragraphs[i].first, page.paragraphs[i].last) for i in p.heads]
        for p in page.paragraphs
    ]
    assert heads[2] == ["II. NHIỆM VỤ NĂM 2022", "1. Mục tiêu:"]
    assert heads[3] == heads[2]
    assert heads[5] == ["III. GIẢI PHÁP"]


def test_short_words_with_a_stop_end_no_sentence() -> None:
    page = Page(
        "Tại TP. Cà Mau và TX. Năm Căn đã họp. Sau đó làm 3 việc: a, b v.v. Cuối cùng nghỉ."
    )
    assert len(page.paragraphs[0].sentences) == 3


def test_clauses_part_at_semicolons_outside_brackets() -> None:
    page = Page("Thu đạt 5 tỷ (kế hoạch 4; năm trước 3); chi đạt 6 tỷ")
    sentence = page.paragraphs[0].sentences[0]
    assert [page.said(c.first, c.last) for c in page.clauses(sentence)] == [
        "Thu đạt 5 tỷ (kế hoạch 4; năm trước 3)", "chi đạt 6 tỷ",
    ]  # fmt: skip
