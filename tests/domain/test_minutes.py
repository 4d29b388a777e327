"""Minutes and the notice as drafted: plain Vietnamese, and nothing said that is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.meeting_terms import TermKind, notice_due, read_meeting_terms, term_on
from dieuhanh.domain.wording.minutes import (
    Asked,
    Came,
    Concluded,
    Meeting,
    Sat,
    Spoke,
    Went,
    minutes,
    notice,
)
from dieuhanh.domain.working_days import WorkCalendar
from dieuhanh.exchange.law import load_meeting_terms

MEETING = Meeting(
    name="Hội nghị quý I", host="Ủy ban nhân dân huyện", place="Hội trường huyện",
    opened=datetime(2022, 4, 1, 8, 5, tzinfo=UTC), closed=datetime(2022, 4, 1, 11, 0, tzinfo=UTC),
    sites=(Sat("Trung tâm", 30), Sat("Xã Một", 12), Sat("Xã Hai")),
    people=(
        Came("Chủ tịch", "", "chair"),
        Came("Phó Giám đốc Sở Y tế", stands_in_for="Giám đốc Sở Y tế"),
        Came("Giám đốc Sở Y tế", state="replaced"),
        Came("Trưởng phòng Tài chính", state="absent", reason="đi công tác"),
        Came("Trưởng phòng Nội vụ", state="absent"),
        Came("Chủ tịch Xã Hai", state="invited"),
    ),
    items=(
        Went(
            "Kiểm điểm quý I", "Phòng Tài chính",
            (Spoke("Xã Một", "Chủ tịch xã", "Đề nghị thêm vốn."),),
            (Asked("Thông qua chương trình?", (("tán thành", 40), ("không tán thành", 2)), 45, True),
             Asked("Bầu tổ thư ký?", passed=None)),
        ),
        Went("Việc khác"),
    ),
    conclusions=(
        Concluded(1, "Bổ sung vốn.", "I. Vốn", "Phòng Tài chính", "30/06/2022"),
        Concluded(2, "Rà soát dự án.", "I. Vốn"),
        Concluded(3, "Giữ trật tự.", "II. An ninh"),
    ),
)  # fmt: skip


def test_minutes_tell_who_came_what_was_said_asked_and_concluded() -> None:
    told = minutes(MEETING).split("\n\n")
    assert told[:5] == [
        "BIÊN BẢN", "Hội nghị quý I", "Thời gian khai mạc: 8 giờ 05 ngày 01/04/2022.",
        "Địa điểm: Hội trường huyện.", "Cơ quan tổ chức: Ủy ban nhân dân huyện.",
    ]  # fmt: skip
    assert "Đại biểu: Phó Giám đốc Sở Y tế (dự thay Giám đốc Sở Y tế)." in told
    assert "Được mời, chưa đăng ký dự: 01 người." in told
    assert (
        "Vắng mặt: Trưởng phòng Tài chính (đi công tác); Trưởng phòng Nội vụ (không ghi lý do)."
        in told
    )
    assert (
        "Hội nghị họp tại 03 điểm cầu; 02 điểm cầu báo có 42 người dự, các điểm cầu khác không báo."
        in told
    )
    assert "1. Kiểm điểm quý I (Phòng Tài chính trình bày)" in told
    assert "- Chủ tịch xã (Xã Một): Đề nghị thêm vốn." in told
    assert (
        "- Biểu quyết: Thông qua chương trình? Kết quả: tán thành 40, không tán thành 02 "
        "(có 42 trên 45 phiếu), được thông qua." in told
    )
    assert "- Biểu quyết: Bầu tổ thư ký? Cuộc biểu quyết không có kết quả." in told
    assert told[-6:] == [
        "I. Vốn", "1. Bổ sung vốn. Cơ quan: Phòng Tài chính. Thời hạn: 30/06/2022.",
        "2. Rà soát dự án.", "II. An ninh", "3. Giữ trật tự.", "Hội nghị bế mạc lúc 11 giờ cùng ngày.",
    ]  # fmt: skip


def test_what_nobody_noted_is_said_to_be_so() -> None:
    bare = Meeting("Hội nghị", "Ủy ban", "", None, None, sites=(Sat("A"),), items=(Went("Việc"),))
    told = minutes(bare)
    assert "Thời gian khai mạc" not in told
    assert "Hội nghị họp tại 01 điểm cầu; số người tại các điểm cầu không được báo." in told
    assert "Không có ý kiến nào được ghi." in told
    assert "Chưa có kết luận nào được ghi chính thức." in told


def test_a_meeting_that_ends_another_day_says_which() -> None:
    later = replace(MEETING, closed=datetime(2022, 4, 2, 9, 30, tzinfo=UTC))
    assert "Hội nghị bế mạc lúc 9 giờ 30 ngày 02/04/2022." in minutes(later)


def test_the_notice_names_who_concluded_or_the_conference() -> None:
    assert "Chủ tịch kết luận như sau:" in notice(MEETING, by="Chủ tịch")
    assert "Hội nghị kết luận như sau:" in notice(MEETING, by="")
    assert "2. Rà soát dự án." in notice(MEETING, by="")


def test_the_notice_is_due_by_law_over_a_weekend_and_holidays() -> None:
    term = term_on(load_meeting_terms(), TermKind.NOTICE, date(2022, 1, 12))
    assert term is not None
    assert (term.working_days, bool(term.citation)) == (5, True)
    tet = WorkCalendar(frozenset({date(2022, 1, 31), date(2022, 2, 1)}))
    assert notice_due(term, date(2022, 1, 27), tet) == date(2022, 2, 7)
    assert term_on(load_meeting_terms(), TermKind.NOTICE, date(2015, 1, 1)) is None


def test_a_provinces_own_term_goes_before_the_countrys() -> None:
    rows = [
        {"kind": "notice", "working_days": 5, "citation": "a", "in_force_from": date(2019, 1, 1)},
        {"kind": "notice", "working_days": 3, "citation": "b", "in_force_from": date(2018, 1, 1),
         "scope": "Tỉnh Cà Mau"},
    ]  # fmt: skip
    terms = read_meeting_terms({"terms": rows})
    on = date(2022, 1, 12)
    assert [
        (found := term_on(terms, TermKind.NOTICE, on, scope)) and found.working_days
        for scope in ("Tỉnh Cà Mau", "Tỉnh khác")
    ] == [3, 5]


@pytest.mark.parametrize("row", [{}, {"kind": "x"}, {"kind": "notice", "days": 5}])
def test_a_provision_that_is_not_whole_is_told(row: dict[str, object]) -> None:
    with pytest.raises(BadInput, match=r"law\.term"):
        read_meeting_terms({"terms": [row]})
