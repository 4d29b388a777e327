"""The life of a paper, its numbers, and what editing keeps of its sources."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.opinions import Answered
from dieuhanh.domain.papers import (
    NEEDS_WORDS,
    OPEN,
    OUT,
    Odd,
    PaperState,
    PaperStep,
    Piece,
    Taken,
    after,
    check_day,
    check_number,
    check_opinions,
    check_step,
    check_symbol,
    check_writing,
    issuer_abbreviation,
    may_follow,
    next_number,
    number_text,
    oddities,
    parse_number,
    respan,
)

DAY = date(2022, 1, 12)


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("UBND tỉnh", "ubnd", "UBND"),
        ("HĐND tỉnh", "hdnd", "HĐND"),
        ("Sở NN&PTNT", "so", "SNNPTNT"),
        ("Sở LĐ-TB&XH", "so", "SLĐTBXH"),
        ("Sở Kế hoạch và Đầu tư", "so", "SKHĐT"),
        ("Cục Thống kê", "cuc", "CTK"),
        ("", "so", ""),
    ],
)
def test_a_body_is_abbreviated(name: str, kind: str, short: str) -> None:
    assert issuer_abbreviation(name, kind) == short


def test_a_symbol_is_letters_and_hyphens() -> None:
    for wrong in ("", "-", "BC UBND", "BC/UBND", "B" * 31, "BC-"):
        with pytest.raises(BadInput, match=r"paper\.symbol"):
            check_symbol(wrong)
    assert check_symbol("SNN&PTNT-VP") == "SNN&PTNT-VP"


STEPS = st.lists(st.sampled_from(list(PaperStep)), max_size=25)


@given(STEPS)
def test_only_an_approved_paper_is_ever_issued(steps: list[PaperStep]) -> None:
    state, approved, out = PaperState.DRAFT, False, False
    for step in steps:
        if not may_follow(state, step):
            with pytest.raises(BadInput):
                check_step(state, step, "vì")
            continue
        if step is PaperStep.ISSUED:
            assert approved
            out = True
        approved = step is PaperStep.APPROVED or (
            approved and step not in {PaperStep.RETURNED, PaperStep.DROPPED}
        )
        state = after(state, step)
        assert (state in OUT) == out, "what is out never comes back"
    assert state in OPEN or state in OUT or state is PaperState.DROPPED


@pytest.mark.parametrize("step", sorted(NEEDS_WORDS))
def test_no_step_back_without_a_reason(step: PaperStep) -> None:
    with pytest.raises(BadInput, match=r"paper\.no_words"):
        check_step(PaperState.SUBMITTED, step, "  ")
    check_step(PaperState.SUBMITTED, step, "Sai số liệu.")


def test_words_change_only_before_it_is_submitted_and_over_what_was_seen() -> None:
    for state in PaperState:
        if state in {PaperState.DRAFT, PaperState.ASKED}:
            check_writing(state, 3, 3)
            with pytest.raises(BadInput, match=r"paper\.newer"):
                check_writing(state, 3, 2)
        else:
            with pytest.raises(BadInput, match=r"paper\.not_writable"):
                check_writing(state, 3, 3)


def test_opinions_are_settled_before_submitting() -> None:
    with pytest.raises(BadInput, match=r"paper\.opinions_open"):
        check_opinions([Answered.OPEN], words="Gấp.")
    with pytest.raises(BadInput, match=r"paper\.opinions_awaited"):
        check_opinions([Answered.WAITING])
    check_opinions([Answered.WAITING], words="Gấp.")
    check_opinions([Answered.LATE, Answered.ACCEPTED])


NUMBERS = st.lists(
    st.builds(Taken, st.integers(1, 60), st.dates(date(2022, 1, 1), date(2022, 12, 31))),
    max_size=30, unique_by=lambda each: each.number,
)  # fmt: skip


@given(NUMBERS, st.dates(date(2022, 1, 1), date(2022, 12, 31)))
def test_the_next_number_is_free_and_leaves_no_gap(taken: list[Taken], on: date) -> None:
    number = next_number(taken)
    check_number(number, taken)
    assert Odd.GAP not in {each.kind for each in oddities(number, on, taken)}
    assert number == 1 or number - 1 in {each.number for each in taken}


@given(st.integers(0, 25), st.dates(date(2022, 1, 1), date(2022, 3, 31)))
def test_given_in_turn_numbers_are_never_odd(count: int, first: date) -> None:
    taken: list[Taken] = []
    for place in range(count):
        on = first + timedelta(days=place // 3)
        assert oddities(next_number(taken), on, taken) == []
        taken.append(Taken(next_number(taken), on))
    assert [each.number for each in taken] == list(range(1, count + 1))


@given(NUMBERS, st.integers(1, 80), st.dates(date(2022, 1, 1), date(2022, 12, 31)))
def test_a_number_taken_by_hand_is_told_what_is_odd(
    taken: list[Taken], number: int, on: date
) -> None:
    if number in {each.number for each in taken}:
        with pytest.raises(BadInput, match=r"paper\.number_taken"):
            check_number(number, taken)
        return
    found = {each.kind: each for each in oddities(number, on, taken)}
    assert (Odd.GAP in found) == (number > next_number(taken))
    disorder = any(
        (each.number < number) != (each.on <= on) for each in taken if each.on and each.on != on
    )
    assert (Odd.BEHIND in found) == disorder


@given(st.integers(1, 99_999), st.sampled_from(["BC-UBND", "UBND-TH", "QyĐ-SYT"]))
def test_a_printed_number_is_read_back(number: int, symbol: str) -> None:
    assert parse_number(number_text(number, symbol)) == (number, symbol)


@pytest.mark.parametrize("number", [0, -1, 100_000])
def test_what_is_no_number(number: int) -> None:
    with pytest.raises(BadInput, match=r"paper\.number_range"):
        check_number(number, [])


def test_a_paper_bears_the_day_it_was_signed() -> None:
    check_day(DAY, approved=DAY, today=DAY)
    with pytest.raises(BadInput, match=r"paper\.day_to_come"):
        check_day(date(2022, 1, 13), approved=DAY, today=DAY)
    with pytest.raises(BadInput, match=r"paper\.day_before_approval"):
        check_day(date(2022, 1, 11), approved=DAY, today=DAY)


WORDS = st.sampled_from(
    [
        "Thu",
        "ngân sách",
        "đạt",
        " ",
        "5.851",
        "46",
        "6,8",
        "%",
        "tỷ đồng",
        ".",
        ",",
        "-",
        "−",
        "so",
        "1",
    ]
)
PIECES = st.lists(
    st.tuples(st.lists(WORDS, min_size=1, max_size=4).map("".join), st.sampled_from(["", "b"])),
    min_size=1, max_size=8,
)  # fmt: skip
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def with_sources(made: list[tuple[str, str]]) -> list[Piece[str, int]]:
    """The pieces, every whole number of a piece of its own resting on a source."""
    found: list[Piece[str, int]] = []
    for text, look in made:
        source = len(found) if NUMBER.fullmatch(text) else None
        found.append(Piece(text, look, source))
    return found


@given(PIECES)
def test_a_paragraph_left_alone_keeps_everything(made: list[tuple[str, str]]) -> None:
    was = with_sources(made)
    text = "".join(each.text for each in was)
    kept = respan(was, text, "")
    assert spread(kept) == spread(was)


def spread(pieces: list[Piece[str, int]]) -> list[tuple[str, str, int | None]]:
    """Every character with its look and its source."""
    return [(letter, each.look, each.source) for each in pieces for letter in each.text]


@given(PIECES, st.lists(WORDS, max_size=12).map("".join))
def test_no_source_ever_stands_under_another_number(made: list[tuple[str, str]], text: str) -> None:
    was = with_sources(made)
    kept = respan(was, text, "")
    assert "".join(each.text for each in kept) == text
    held = {each.source: each.text for each in was if each.source is not None}
    sources = [each for each in kept if each.source is not None]
    assert all(held[each.source] == each.text for each in sources)
    assert len({each.source for each in sources}) == len(sources)


SENTENCE = [
    Piece("Thu ngân sách đạt ", ""), Piece("5.851", "b", "thu"), Piece(" tỷ đồng, tăng ", ""),
    Piece("6,8%", "", "tang"), Piece(" so với dự toán.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edited", "kept"),
    [
        ("Thu ngân sách đạt 5.851 tỷ đồng, tăng 6,8% so với dự toán.", ["thu", "tang"]),
        ("Tổng thu đạt 5.851 tỷ đồng, tăng 6,8% so với dự toán năm.", ["thu", "tang"]),
        ("Thu ngân sách đạt khoảng 5.851 tỷ đồng (tăng 6,8% so với dự toán).", ["thu", "tang"]),
        ("Thu ngân sách đạt 5.852 tỷ đồng, tăng 6,8% so với dự toán.", ["tang"]),
        ("Thu ngân sách đạt 15.851 tỷ đồng, tăng 6,8% so với dự toán.", ["tang"]),
        ("Thu ngân sách đạt 5.851 triệu đồng, tăng 6,8% so với dự toán.", ["tang"]),
        ("Thu ngân sách đạt 5.851 tỷ đồng, tăng -6,8% so với dự toán.", ["thu"]),
        ("Thu ngân sách đạt 5.851,5 tỷ đồng, tăng 6,8 điểm so với dự toán.", []),
        ("", []),
    ],
)
def test_a_number_keeps_its_source_only_where_nothing_beside_it_changed(
    edited: str, kept: list[str]
) -> None:
    told = respan(SENTENCE, edited, "")
    assert "".join(each.text for each in told) == edited
    assert [each.source for each in told if each.source] == kept
    assert all(each.look == "b" for each in told if each.source == "thu")
