"""TCVN3 and VNI text is recognised and converted; Unicode and other languages are left alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieuhanh.domain.legacy_text import (
    Encoding,
    convert,
    is_syllable,
    recognise,
    to_unicode,
)

TCVN3, VNI = Encoding.TCVN3, Encoding.VNI
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

# As they stand in old files of the two encodings.
SENTENCES = [
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", TCVN3),
    ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", TCVN3),
    ("Tæng s¶n phÈm trªn ®Þa bµn", "Tổng sản phẩm trên địa bàn", TCVN3),
    ("Thu ng©n s¸ch nhµ n\xadíc n¨m 2021", "Thu ngân sách nhà nước năm 2021", TCVN3),
    ("gi¶m nghÌo: 1,2% (v\xadît kÕ ho¹ch)", "giảm nghèo: 1,2% (vượt kế hoạch)", TCVN3),
    ("UBND HUYÖN NGäC HIÓN", "UBND HUYỆN NGỌC HIỂN", TCVN3),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", VNI),
    ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", VNI),
    ("Toång saûn phaåm treân ñòa baøn", "Tổng sản phẩm trên địa bàn", VNI),
    ("Thu ngaân saùch nhaø nöôùc naêm 2021", "Thu ngân sách nhà nước năm 2021", VNI),
    ("UÛY BAN NHAÂN DAÂN XAÕ ÑAÁT MUÕI", "ỦY BAN NHÂN DÂN XÃ ĐẤT MŨI", VNI),
]
NOT_OLD = [
    "Đất Mũi", "Cà Mau", "là", "có", "Thu ngân sách nhà nước", "xã", "không có gì thêm",
    "10 µm", "có 10 µm", "5 £m", "25°C", "½", "2 × 3 ÷ 6", "kW·h", "m²", "© 2021", "«nam»",
    "naïve café", "Zürich, dû août", "São Paulo", "señor mañana", "à la carte", "Löw für",
    "hôtel de ville", "Königsberg", "Ærø", "smørrebrød", "Malmö", "Kraków i Łódź",
    "Москва", "東京", "", "12.345,6", "=SUM(A1:A2)", "…", "x",
]  # fmt: skip

SYLLABLES = st.sampled_from(
    [
        "đất",
        "mũi",
        "ngọc",
        "hiển",
        "năm",
        "căn",
        "đầm",
        "dơi",
        "trần",
        "văn",
        "thời",
        "uống",
        "nước",
        "nhớ",
        "nguồn",
        "quyết",
        "định",
        "giường",
        "bệnh",
        "tỷ",
        "lệ",
        "hộ",
        "nghèo",
        "giảm",
        "tăng",
        "trưởng",
        "thủy",
        "sản",
        "khương",
        "quỳnh",
        "lưỡi",
        "nghĩa",
        "huỳnh",
        "thuở",
        "ngoằng",
        "đường",
        "điện",
        "trường",
        "trạm",
        "kế",
        "hoạch",
        "ước",
        "thực",
        "hiện",
        "được",
        "phê",
        "duyệt",
    ]
)
PHRASES = st.lists(SYLLABLES, min_size=6, max_size=14).map(" ".join)


def encoded(text: str, encoding: Encoding) -> str:
    """A small-letter text in an old encoding, by searching for what converts to each letter."""
    return "".join(CODES[encoding].get(letter, letter) for letter in text)


def codes(encoding: Encoding) -> dict[str, str]:
    """For every Vietnamese small letter the shortest code that converts to it."""
    high = [chr(code) for code in range(0xA1, 0x100)]
    candidates = [*high, *(base + mark for base in "aeioôöuy" for mark in high)]
    found: dict[str, str] = {}
    for code in candidates:
        letter = convert(code, encoding)
        if (
            letter != code
            and len(letter) == 1
            and letter.islower()
            and code.islower() | (encoding is TCVN3)
        ):
            found.setdefault(letter, code)
    return found


CODES = {encoding: codes(encoding) for encoding in Encoding}


@pytest.mark.parametrize(("old", "now", "encoding"), SENTENCES)
def test_old_sentences_are_recognised_and_converted(old: str, now: str, encoding: Encoding) -> None:
    assert to_unicode(old) == (now, encoding)


@pytest.mark.parametrize("text", NOT_OLD)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert to_unicode(text) == (text, None)


@pytest.mark.parametrize("encoding", Encoding)
def test_every_vietnamese_letter_has_its_code(encoding: Encoding) -> None:
    vowels = [
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưy"
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    ]
    wanted = {letter for letter in (*vowels, "đ") if not letter.isascii()}
    same = {TCVN3: {"ý"}, VNI: {"í", "ì"}}  # letters that are their own code
    assert wanted - same[encoding] <= CODES[encoding].keys()
    assert all(convert(letter, encoding) == letter for letter in same[encoding])


@settings(deadline=None)
@given(PHRASES, st.sampled_from(list(Encoding)))
def test_there_and_back(phrase: str, encoding: Encoding) -> None:
    old = encoded(phrase, encoding)
    assert convert(old, encoding) == phrase
    assert to_unicode(old) == (phrase, encoding) or (recognise(phrase) is None and old == phrase)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_what_is_recognised_is_never_unicode_vietnamese(text: str) -> None:
    if recognise(text):
        assert any(0xA1 <= ord(letter) <= 0xFF for letter in text)
        assert not all(is_syllable(word) for word in text.split())


def test_no_line_of_our_own_texts_is_taken_for_an_old_encoding() -> None:
    files = [*EXAMPLES.rglob("*.csv"), *EXAMPLES.rglob("*.txt"), *EXAMPLES.rglob("*.md")]
    lines = {line for file in files for line in file.read_text("utf-8").splitlines()}
    phrases = {phrase.strip() for line in lines for phrase in line.replace(";", ",").split(",")}
    assert len(phrases) > 2000
    assert [phrase for phrase in phrases if recognise(phrase)] == []


def test_a_hint_is_needed_for_a_single_doubtful_word() -> None:
    assert recognise("nhiÖm vô") is None
    assert recognise("nhiÖm vô", hint=TCVN3) is TCVN3
    assert recognise("nhiệm vụ", hint=TCVN3) is None
    assert recognise("café", hint=VNI) is None


def test_a_syllable_has_an_onset_a_rhyme_and_a_tone_they_allow() -> None:
    assert all(is_syllable(word) for word in ("nghiêng", "quỳnh", "gì", "giếng", "Ở", "uống"))
    assert not any(is_syllable(word) for word in ("hòc", "Ñaát", "cafe", "aá", "b", "ngh"))
