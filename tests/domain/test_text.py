import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.text import fold, nfc, tidy, vi_key


def test_alphabet_before_tone_and_numbers_by_size() -> None:
    in_order = [
        "An", "Án", "Ăn", "Ân", "Ấn", "Dương", "Đầm Dơi", "Đông Hải", "Nam", "Năm Căn",
        "Ơn", "Phường 1", "Phường 2", "Phường 9", "Phường 10", "Phường Tân Xuyên", "U Minh", "Ư",
    ]  # fmt: skip
    for seed in range(20):
        mixed = in_order[:]
        random.Random(seed).shuffle(mixed)  # noqa: S311
        assert sorted(mixed, key=vi_key) == in_order


def test_tone_decides_only_when_the_letters_are_equal() -> None:
    assert sorted(["hạt", "hát", "hàu", "ha"], key=vi_key) == ["ha", "hát", "hạt", "hàu"]


def test_leading_zeros_do_not_change_a_number() -> None:
    assert sorted(["Khóm 8", "Khóm 07", "Khóm 10"], key=vi_key) == ["Khóm 07", "Khóm 8", "Khóm 10"]


def test_tones_stand_in_the_order_of_the_dictionary() -> None:
    mixed = ["mạ", "mã", "ma", "má", "mả", "mà"]
    assert sorted(mixed, key=vi_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_ordered_and_only_equal_ones_tie(a: str, b: str) -> None:
    assert (vi_key(a) < vi_key(b)) or (vi_key(b) < vi_key(a)) or nfc(a) == nfc(b)


@given(st.text(max_size=40))
def test_composed_or_not_is_the_same_text(text: str) -> None:
    assert vi_key(nfc(text)) == vi_key(text)
    assert nfc(nfc(text)) == nfc(text)
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đất Mũi", "dat mui"),
        ("NGUYỄN PHÍCH", "nguyen phich"),
        ("Tru\u031bo\u031bng", "truong"),
        ("Quý III", "quy iii"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
