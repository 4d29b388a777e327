"""Each kind of paper as it is composed: its parts in their order, nothing made up, no faults."""

from __future__ import annotations

from datetime import date

import pytest

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.paper.writing.checking import faults
from dieuhanh.paper.writing.compose.decision import Allocation, Assigned, Holder, Share, decision
from dieuhanh.paper.writing.compose.invitation import invitation
from dieuhanh.paper.writing.compose.meeting import Item, Person, Sites
from dieuhanh.paper.writing.compose.notice import notice
from dieuhanh.paper.writing.compose.press import press_release
from dieuhanh.paper.writing.compose.programme import ActionPoint, Carried, Programme, programme
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.compose.saying import said
from dieuhanh.paper.writing.compose.urging import Late, Owing, Urging, urging
from dieuhanh.paper.writing.compose.year import (
    AreaColumn,
    AreaRow,
    AreaTable,
    Findings,
    PublishedCount,
)
from dieuhanh.paper.writing.model import Paragraph, Role, Source, Table, words
from dieuhanh.paper.writing.papers import as_text, from_json, sources, to_json
from tests.paper.composed import FRAME, cited, meeting, order, point, rate, record, target, year

UNKNOWN = {"name": "chưa rõ tên", "basis": Basis.NONE, "verdict": Verdict.NO_DATA, "actual": (),
           "plan": (), "past": (), "actual_cell": (), "plan_cell": (), "completion": ()}  # fmt: skip
LAW = Source("document", "nq", "Nghị quyết")


def headings(of: object) -> list[str]:
    return [
        f"{block.number} {block.text[0].text}"
        for block in of.blocks  # type: ignore[attr-defined]
        if isinstance(block, Paragraph) and block.role is Role.GROUP
    ]


def test_the_report_has_its_sections_the_board_and_the_appendix() -> None:
    areas = AreaTable(
        (AreaColumn("Thu ngân sách", "tỷ đồng"),),
        (AreaRow("Tỉnh", 0, ((cited("5.851"),),)), AreaRow("Huyện A", 1, (said(cited("70"), "*"),)),
         AreaRow("Xã B", 2, ((),))),
        simulated=True,
    )  # fmt: skip
    made = report(
        year(
            target(), rate(verdict=Verdict.NOT_MET, code="short", past=()), target(no="21", **UNKNOWN),
            areas=areas, findings=Findings(shortcomings=(("y tế", record("Còn chậm.")),)),
        ),
        FRAME,
    )  # fmt: skip
    assert faults(made) == ()
    assert headings(made) == [
        "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU", "II. KẾT QUẢ THEO LĨNH VỰC",
        "III. KẾT QUẢ NỔI BẬT", "IV. TỒN TẠI, HẠN CHẾ", "V. NGUYÊN NHÂN",
        "VI. BÀI HỌC KINH NGHIỆM",
    ]  # fmt: skip
    told = as_text(made)
    for part in (
        ("trong 03 chỉ tiêu chủ yếu có 01 chỉ tiêu vượt kế hoạch; 01 chỉ "
        "tiêu không đạt; 01 chỉ tiêu chưa đủ số liệu để đánh giá."),
        "01 chỉ tiêu chưa rõ tên (số thứ tự 21 của kế hoạch).", "Về y tế: Còn chậm.",
        "(chưa rõ tên)", "Số liệu mô phỏng", "I\tHuyện A\t70*", "1\tXã B\t",
        "Chưa có số liệu năm 2020",
    ):  # fmt: skip
        assert part in told, part
    assert made.appendices[0].landscape
    assert from_json(to_json(made)) == made


def test_a_report_of_nothing_is_still_a_paper_that_says_so() -> None:
    made = report(year(target(**UNKNOWN)), FRAME)
    assert faults(made) == ()
    assert made.appendices == ()
    assert (
        "trong 01 chỉ tiêu chủ yếu chưa có chỉ tiêu nào đạt hoặc vượt kế hoạch; 01 chỉ tiêu chưa đủ"
        in as_text(made)
    )


def test_each_count_has_a_source_of_its_own() -> None:
    made = report(year(target(), rate(code="exactly", verdict=Verdict.MET, past=())), FRAME)
    counts = {each.key: each.label for each in sources(made) if each.kind == "tally"}
    assert counts["ke-hoach/reached"].startswith("Số chỉ tiêu đạt và vượt: đếm từ 2")
    assert "có 02 chỉ tiêu đạt và vượt kế hoạch (01 chỉ tiêu vượt, 01 chỉ tiêu đạt)." in as_text(
        made
    )
    assert counts["ke-hoach/met"].startswith("Số chỉ tiêu đạt:")
    assert "Lĩnh vực tài chính" in counts["ke-hoach/Lĩnh vực tài chính/met"]


def test_a_published_count_is_told_beside_ours() -> None:
    for met, told in (
        (1, "Kết quả này trùng với số đã công bố ngày 12/01/2022: 1/1"),
        (0, "khác với kết quả này: 0/1"),
    ):
        held = PublishedCount(met, 1, "Báo A", date(2022, 1, 12), LAW)
        assert told in as_text(report(year(target(), published=held), FRAME))


def test_the_notice_numbers_conclusions_and_names_who_does_what_by_when() -> None:
    both = (order("nv-1"), order("nv-2", leads=("Sở Tài chính",), title="Bố trí vốn", due=None))
    made = notice(meeting(point(1, *both, group="I. Y tế"), point(2, group="II. Đầu tư")), FRAME)
    assert faults(made) == ()
    assert headings(made) == ["I. Y TẾ", "II. ĐẦU TƯ"]
    told = as_text(made)
    for part in (
        "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại Hội nghị kiểm điểm năm 2021",
        "Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:",
        "1. Củng cố y tế cơ sở:", ("a) Sở Y tế chủ trì xây dựng, trình Kế hoạch củng cố y tế cơ sở; hoàn thành "
        "chậm nhất ngày 30/06/2022;"), "b) Sở Tài chính chủ trì: Bố trí vốn.",
        "2. Củng cố y tế cơ sở.", "không định thời hạn",
    ):  # fmt: skip
        assert part in told, part
    assert made.appendices[0].landscape


def test_one_task_given_to_many_is_told_once() -> None:
    many = [
        order(f"nv-{at}", leads=(f"Ủy ban nhân dân huyện {name}",)) for at, name in enumerate("AB")
    ]
    told = as_text(notice(meeting(point(1, *many)), FRAME))
    assert "Ủy ban nhân dân các huyện A, B trong phạm vi quản lý xây dựng, trình Kế hoạch" in told


def test_what_a_conference_does_not_tell_stays_blank() -> None:
    made = notice(meeting(concluded_by=Person(), chairs=()), FRAME)
    assert faults(made) == ()
    assert "Kết luận của … tại" in as_text(made)
    asked = invitation(meeting(place="", chairs=()), FRAME)
    assert faults(asked) == ()
    assert "…." in as_text(asked)


def test_the_invitation_says_who_when_where_and_what() -> None:
    made = invitation(
        meeting(
            offices=("Chủ tịch Ủy ban nhân dân huyện A", "Chủ tịch Ủy ban nhân dân huyện B"),
            items=(Item("Kiểm điểm", presenter="Giám đốc Sở"),),
            sites=(Sites("trung tâm", "central", (("1", "UBND tỉnh"),)), Sites("cấp huyện", "district", (("2", "Huyện"),) * 9)), papers=("Dự thảo báo cáo",),
        ),
        FRAME,
    )  # fmt: skip
    assert faults(made) == ()
    told = as_text(made)
    for part in (
        "GIẤY MỜI", "Chủ tịch Ủy ban nhân dân các huyện A, B",
        "Bắt đầu lúc 14 giờ 00 phút, ngày 12/01/2022 (thứ Tư).",
        "họp trực tuyến với 09 điểm cầu cấp huyện.", "1\tKiểm điểm\tGiám đốc Sở",
        "Dự thảo báo cáo.",
    ):  # fmt: skip
        assert part in told, part


def test_the_programme_follows_the_points_of_its_resolutions() -> None:
    points = (
        ActionPoint("1", "Phát triển y tế", Source("point", "1", "Điểm 1"), (order(),)),
        ActionPoint("2", "Phát triển giáo dục", Source("point", "2", "Điểm 2")),
    )
    of = Programme(
        "ct", "Chương trình hành động thực hiện Nghị quyết năm 2022", 2022,
        (Carried(words("Nghị quyết số 01/NQ-CP"), points),),
        (order("nv-9", title="Rà soát", field=""),),
    )  # fmt: skip
    made = programme(of, FRAME)
    assert faults(made) == ()
    told = as_text(made)
    for part in (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết năm 2022", "1. Thực hiện Nghị quyết số 01/NQ-CP",
        "1.1. Phát triển y tế:", "1.2. Phát triển giáo dục. Cơ quan chủ trì, thời hạn: ….",
        "2. Nhiệm vụ khác", "02 nhiệm vụ tại Phụ lục kèm theo",
    ):  # fmt: skip
        assert part in told, part


def test_a_programme_begins_with_a_capital_and_says_what_it_is_for() -> None:
    agreed = said("theo thống nhất tại hội nghị ngày ", cited("12/01/2022"))
    made = programme(Programme("ct", "Chương trình hành động A", 2022, agreed=agreed), FRAME)
    told = as_text(made).splitlines()
    assert any(line.startswith("Theo thống nhất tại hội nghị ngày 12/01/2022, ") for line in told)
    aims = told.index("I. MỤC ĐÍCH, YÊU CẦU")
    assert told[aims + 1].startswith("1. Mục đích: cụ thể hóa nội dung đã thống nhất tại hội nghị")
    assert told[aims + 2].startswith("2. Yêu cầu: ")


def test_the_decision_has_three_articles_and_appendices_by_area_and_body() -> None:
    shares = (Share("1", "Thu ngân sách", "tỷ đồng"),)
    of = Allocation(
        "Kế hoạch năm 2022", "năm 2022",
        (Assigned("1", "Thu ngân sách", "tỷ đồng", (cited("5.478", "target"),), "Sở Tài chính"),),
        bases=(words("Căn cứ Luật A"),), area_columns=shares,
        areas=(Holder("Huyện A", ((cited("100", "allocation"),),)), Holder("Huyện B", ((),))),
        body_columns=shares, bodies=(Holder("Cục Thuế", ((cited("5.000", "allocation"),),)),),
    )  # fmt: skip
    made = decision(of, FRAME)
    assert faults(made) == ()
    assert [block.number for block in made.blocks if isinstance(block, Paragraph)] == [
        "Điều 1.", "Điều 2.", "Điều 3.",
    ]  # fmt: skip
    assert made.enacting == "QUYẾT ĐỊNH:"
    told = as_text(made)
    assert "QUYẾT ĐỊNH\nVề việc giao chỉ tiêu kế hoạch năm 2022\n" in told
    assert "Chánh Văn phòng Ủy ban nhân dân tỉnh Cà Mau, thủ trưởng các cơ quan" in told
    assert [basis[-1].text[-1] for basis in made.bases] == [";", "."]
    assert [each.title for each in made.appendices] == [
        "Chỉ tiêu chủ yếu năm 2022", "Chỉ tiêu giao cho địa phương năm 2022",
        "Chỉ tiêu giao cho cơ quan, đơn vị năm 2022",
    ]  # fmt: skip
    table = made.appendices[1].blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 1  # who gets nothing is no row of zeros


def test_the_letter_urges_by_body_with_days_late() -> None:
    late = Late(order(due=date(2022, 3, 31)), 91, 60, "Kết luận số 4")
    on = date(2022, 6, 30)
    made = urging(
        Urging(on, (Owing("Sở Y tế", "so-y-te", (late,)), Owing("Sở B", "so-b", (late, late)))),
        FRAME,
    )
    assert faults(made) == ()
    told = as_text(made)
    for part in (
        "V/v đôn đốc thực hiện nhiệm vụ quá hạn", "02 cơ quan, địa phương còn 03 nhiệm vụ quá hạn",
        "quá hạn lâu nhất 91 ngày", "2. Sở B (02 nhiệm vụ)",
        "1\tKế hoạch củng cố y tế cơ sở\tKết luận số 4\t31/03/2022\t91\t60", "trước ngày … tháng … năm …",
    ):  # fmt: skip
        assert part in told, part
    one = as_text(urging(Urging(on, (Owing("Sở Y tế", "so-y-te", (late,)),), "Sở Y tế"), FRAME))
    assert "Sở Y tế còn 01 nhiệm vụ quá hạn" in one
    for body in ("Sở Y tế", ""):
        with pytest.raises(BadInput, match=r"compose\.nothing_late"):
            urging(Urging(on, (), body), FRAME)


def test_the_press_release_tells_results_and_says_what_is_simulated() -> None:
    made = press_release(year(target(), rate(simulated=True)), FRAME)
    assert faults(made) == ()
    told = as_text(made)
    assert "THÔNG CÁO BÁO CHÍ" in told
    assert "vượt 6,8% kế hoạch" in told
    assert "Số liệu mô phỏng, không phải số liệu thật." in told
