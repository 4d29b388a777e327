"""Three papers side by side: composed, typed into, composed anew; no typed word is lost unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.paper.writing.editing import edited
from dieuhanh.paper.writing.merging import Keep, Moved, merged, parts
from dieuhanh.paper.writing.model import (
    Appendix,
    Cell,
    Column,
    Paper,
    Paragraph,
    Role,
    Row,
    Table,
    plain,
    words,
)
from tests.paper.composed import FRAME

REVENUE, POOR, END = (
    "Thu ngân sách đạt 5.851 tỷ đồng.",
    "Tỷ lệ hộ nghèo giảm 0,33.",
    "Trên đây là báo cáo.",
)


def made(*lines: str, table: str = "", appendix: str = "") -> Paper:
    blocks: list[Paragraph | Table] = [Paragraph(words(line)) for line in lines]
    if table:
        blocks.insert(1, Table((Column("Số", 1),), (Row((Cell(words(table)),)),), caption="Bảng"))
    extra = (Appendix("Phụ lục", (Paragraph(words(appendix)),)),) if appendix else ()
    return Paper(
        "bao-cao", FRAME.letterhead, words("Tình hình"), tuple(blocks), FRAME.signature,
        appendices=extra,
    )  # fmt: skip


def lines(of: Paper) -> list[str]:
    return [plain(each.text) for each in of.blocks if isinstance(each, Paragraph)]


WAS = made(REVENUE, POOR, END, table="5.851")
FRESH = made(REVENUE.replace("5.851", "5.400"), POOR, END, table="5.400")


def test_what_only_the_books_moved_follows_them() -> None:
    found = parts(WAS, WAS, FRESH)
    assert [each for each in found if each.asks] == []
    assert [each.moved for each in found].count(Moved.BOOKS) == 1
    assert merged(found, WAS, FRESH, {}) == FRESH


@pytest.mark.parametrize(
    ("keep", "told"),
    [
        (Keep.TYPED, ["Thu đạt 5.851, vượt kế hoạch."]),
        (Keep.BOOKS, ["Thu ngân sách đạt 5.400 tỷ đồng."]),
        (Keep.BOTH, ["Thu ngân sách đạt 5.400 tỷ đồng.", "Thu đạt 5.851, vượt kế hoạch."]),
    ],
)
def test_where_both_moved_a_person_chooses(keep: Keep, told: list[str]) -> None:
    typed = edited(WAS, {"body-0": "Thu đạt 5.851, vượt kế hoạch."})
    found = parts(WAS, typed, FRESH)
    (asked,) = [each for each in found if each.asks]
    assert asked.moved is Moved.BOTH
    out = merged(found, typed, FRESH, {asked.key: keep})
    assert lines(out) == [*told, POOR, END]
    (table,) = [each for each in out.blocks if isinstance(each, Table)]
    assert plain(table.rows[0].cells[0].text) == "5.400"  # tables are the books'


def test_a_paragraph_added_split_or_deleted_by_hand_stays_so() -> None:
    typed = edited(WAS, {"body-2": f"{POOR}\nNguyên nhân: dịch bệnh.", "body-3": ""})
    typed = replace(
        typed, blocks=tuple(b for b in typed.blocks if isinstance(b, Table) or plain(b.text))
    )
    found = parts(WAS, typed, FRESH)
    out = merged(found, typed, FRESH, {})
    assert lines(out) == ["Thu ngân sách đạt 5.400 tỷ đồng.", POOR, "Nguyên nhân: dịch bệnh."]
    back = merged(found, typed, FRESH, {each.key: Keep.BOOKS for each in found})
    assert back == FRESH


def test_subject_bases_and_appendices_are_chosen_of_too() -> None:
    was = replace(made(REVENUE, appendix="Ghi chú."), bases=(words("Căn cứ A."),))
    typed = edited(
        was,
        {"subject": "Tình hình năm 2021", "basis-0": "Căn cứ B.", "appendix-0-0": "Ghi chú tay."},
    )
    fresh = made(REVENUE, END)
    found = parts(was, typed, fresh)
    assert {each.key.partition(".")[0] for each in found if each.asks} == {
        "subject", "bases", "appendix-0",
    }  # fmt: skip
    out = merged(found, typed, fresh, {})
    assert plain(out.subject) == "Tình hình năm 2021"
    assert [plain(each) for each in out.bases] == ["Căn cứ B."]
    assert plain(out.appendices[0].blocks[0].text) == "Ghi chú tay."  # type: ignore[union-attr]
    assert merged(found, typed, fresh, {each.key: Keep.BOOKS for each in found}) == fresh


def test_a_heading_nobody_typed_into_follows_the_books() -> None:
    head = Paragraph(words("Chỉ tiêu vượt (06)"), Role.HEADED_CLAUSE, "2.")
    fresh_head = replace(head, text=words("Chỉ tiêu vượt (05)"))
    one, mine = Paragraph(words("Thu đạt 5.851.")), Paragraph(words("Thu đạt, theo tôi."))
    end = Paragraph(words(END))
    was, typed, fresh = (
        replace(WAS, blocks=blocks)
        for blocks in ((head, one, end), (head, mine, end), (fresh_head, end))
    )
    out = merged(parts(was, typed, fresh), typed, fresh, {})
    assert lines(out) == ["Chỉ tiêu vượt (05)", "Thu đạt, theo tôi.", END]


TEXTS = st.lists(st.sampled_from("ABCDEFGH"), max_size=7)


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_typed_is_lost_and_the_books_can_always_be_had_whole(
    was: list[str], typed: list[str], fresh: list[str]
) -> None:
    papers = [made(*each) for each in (was, typed, fresh)]
    found = parts(*papers)
    kept = lines(merged(found, papers[1], papers[2], {}))
    for word in set(typed) - set(was):
        assert kept.count(word) >= 1
    everything = {each.key: Keep.BOOKS for each in found}
    assert lines(merged(found, papers[1], papers[2], everything)) == fresh
    if was == fresh:
        assert kept == typed
    if was == typed:
        assert kept == fresh
