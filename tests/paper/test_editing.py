"""A draft edited as text: what was not touched keeps its sources, tables stay, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing.checking import faults
from dieuhanh.paper.writing.editing import edited, places
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Paragraph, Role, Source, Table, plain, texts, words
from tests.documents.papers_made import BEDS, GROWTH, REVENUE, report

SENTENCE = "Thu ngân sách đạt 5.851 tỷ đồng, vượt 6,8% dự toán."


def rests_on(paper: Content) -> list[tuple[str, Source]]:
    return [(span.text, span.source) for text in texts(paper) for span in text if span.source]


def test_every_place_is_offered_in_reading_order() -> None:
    told = [(each.key, each.role) for each in places(report())]
    assert told == [
        ("subject", "subject"), ("addressed_to", "lines"), ("body-0", "group"), ("body-1", "body"),
        ("body-2", "table"), ("body-3", "body"), ("appendix-0", "appendix"),
        ("appendix-0-0", "body"), ("post", "line"), ("name", "line"), ("recipients", "lines"),
    ]  # fmt: skip


def test_a_paper_read_back_as_it_was_shown_is_the_same() -> None:
    shown = {each.key: each.text for each in places(report()) if not each.table}
    assert edited(report(), shown) == report()
    assert edited(report(), {key: text.replace("\n", "\r\n") for key, text in shown.items()}) == (
        report()
    )


def test_numbers_keep_their_sources_where_the_sentence_was_left() -> None:
    typed = SENTENCE.replace("Thu ngân sách đạt", "Tổng thu ngân sách đạt").replace("6,8%", "7,8%")
    made = edited(report(), {"body-1": typed})
    assert plain(made.blocks[1].text) == typed  # type: ignore[union-attr]
    assert rests_on(made) == [("5.851", REVENUE), ("5.851", REVENUE), ("28,5", BEDS)]
    assert GROWTH not in {source for _, source in rests_on(made)}


def test_a_line_break_makes_a_paragraph_and_an_empty_one_goes() -> None:
    made = edited(report(), {"body-1": f"Mở đầu.\n\n{SENTENCE}\n Kết.  ", "body-3": "  \n"})
    lines = [plain(each.text) for each in made.blocks if isinstance(each, Paragraph)]
    assert lines == ["KẾT QUẢ", "Mở đầu.", SENTENCE, "Kết."]
    assert rests_on(made) == rests_on(report())
    parted = edited(report(), {"body-0": "KẾT QUẢ\nthêm"}).blocks
    assert parted[0] == report().blocks[0]
    assert parted[1] == Paragraph(words("thêm"), Role.BODY)


def test_tables_come_from_the_books() -> None:
    made = edited(report(), {"body-2": "sửa bảng"})
    assert made == report()
    assert isinstance(made.blocks[2], Table)


def test_lines_and_names_are_edited_too() -> None:
    made = edited(report(), {
        "recipients": "Như trên\n\n Sở Y tế ", "addressed_to": "", "name": " Họ  Tên", "post": "",
        "appendix-0-0": "Bỏ số.",
    })  # fmt: skip
    assert made.recipients == ("Như trên", "Sở Y tế")
    assert made.addressed_to == ()
    assert (made.signature.name, made.signature.post) == ("Họ Tên", "CHỦ TỊCH")
    assert rests_on(made) == rests_on(report())[:3]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"subject": " \n "}, r"paper\.no_title"),
        ({"body-0": "x" * 400_001}, r"paper\.long"),
    ],
)
def test_what_leaves_no_paper_is_refused(typed: dict[str, str], code: str) -> None:
    with pytest.raises(BadInput, match=code):
        edited(report(), typed)


def test_a_paper_keeps_some_words() -> None:
    bare = report(blocks=(Paragraph(words("Một.")),))
    with pytest.raises(BadInput, match=r"paper\.no_words_left"):
        edited(bare, {"body-0": ""})


KEYS = st.sampled_from([each.key for each in places(report())] + ["body-99", "lạ"])
PARTS = st.sampled_from(
    [SENTENCE, "5.851", "6,8%", " tỷ đồng", "\n", "\r\n", "  ", "a", "\x00", "1"]
)
TYPED = st.dictionaries(KEYS, st.lists(PARTS, max_size=8).map("".join), max_size=8)


@given(TYPED)
def test_whatever_is_typed_no_source_stands_under_another_number(typed: dict[str, str]) -> None:
    if "subject" in typed and not typed["subject"].replace("\x00", "x").strip():
        with pytest.raises(BadInput, match=r"paper\.no_title"):
            edited(report(), typed)
        return
    made = edited(report(), typed)
    assert faults(made) == ()
    assert set(rests_on(made)) <= set(rests_on(report()))
    written = [block for block in made.blocks if isinstance(block, Paragraph)]
    assert all("\n" not in plain(each.text) and plain(each.text).strip() for each in written)
