"""Two versions of a text told apart: nothing lost, nothing invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.text_changes import Kind, changes, paragraphs

WORDS = st.text(alphabet="abđờ .,", min_size=0, max_size=30)
TEXTS = st.lists(WORDS, max_size=8).map("\n\n".join)


def side(was: str, now: str, kept: Kind) -> list[str]:
    """The paragraphs of one version, put together again from the runs that belong to it."""
    told = (
        "".join(run.text for run in each if run.kind in {Kind.SAME, kept})
        for each in changes(was, now)
    )
    return [text for text in told if text]


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_off_the_changes(was: str, now: str) -> None:
    assert side(was, now, Kind.GONE) == paragraphs(was)
    assert side(was, now, Kind.NEW) == paragraphs(now)


@given(TEXTS)
def test_the_same_text_has_no_change(text: str) -> None:
    assert all(run.kind is Kind.SAME for each in changes(text, text) for run in each)


def test_a_word_that_changed_is_told_within_its_paragraph() -> None:
    [runs] = changes("Giao Sở Y tế báo cáo.", "Giao Sở Công Thương báo cáo.")
    assert [(run.kind.value, run.text) for run in runs if run.kind is not Kind.SAME] == [
        ("gone", "Y"), ("new", "Công"), ("gone", "tế"), ("new", "Thương"),
    ]  # fmt: skip


def test_paragraphs_that_have_nothing_in_common_are_told_whole() -> None:
    told = changes("Một hai ba.", "Bốn năm sáu.")
    assert [[run.kind.value for run in each] for each in told] == [["gone"], ["new"]]
