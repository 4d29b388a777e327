"""One target in a sentence: each way a result stands to its plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieuhanh.domain.verdicts import Basis, Verdict
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.compose.results import (
    against_last_year,
    cause,
    result,
    subject,
)
from dieuhanh.paper.writing.compose.saying import said
from dieuhanh.paper.writing.compose.sentences import spoken
from dieuhanh.paper.writing.compose.year import Compared, Findings, YearTarget
from dieuhanh.paper.writing.model import Table, plain
from dieuhanh.paper.writing.papers import as_text, printed
from dieuhanh.paper.writing.source_list import with_source_list
from tests.paper.composed import FRAME, cited, rate, record, target, year

NOT_MET = Verdict.NOT_MET
CEILING = {
    "name": "Tỷ lệ thất nghiệp đô thị", "lower": True, "actual": said(cited("3,8"), "%"),
    "plan": said("không quá ", cited("4", "target"), "%"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (
            target(),
            ("Thu ngân sách nhà nước đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch (kế hoạch tối thiểu 5.478 "
            "tỷ đồng)"),
        ),
        (rate(), "Tỷ lệ đô thị hóa đạt 27%, vượt kế hoạch 2,8 điểm % (kế hoạch tối thiểu 24,2%)"),
        (
            rate(
                name="Giảm tỷ lệ hộ nghèo (giảm tối thiểu)", falls=True,
                actual=said(cited("0,33"), " điểm %"), past=said(cited("0,03"), " điểm %"),
                plan=said("giảm tối thiểu ", cited("0,3"), " điểm %"),
            ),
            ("Tỷ lệ hộ nghèo giảm 0,33 điểm %, vượt kế hoạch 0,03 điểm % (kế hoạch giảm tối thiểu "
            "0,3 điểm %)"),
        ),
        (
            rate(**CEILING, past=said(cited("0,2"), " điểm %")),
            ("Tỷ lệ thất nghiệp đô thị ở mức 3,8%, thấp hơn mức kế hoạch 0,2 điểm % (kế hoạch không "
            "quá 4%)"),
        ),
        (
            rate(**CEILING, code="under_ceiling", verdict=Verdict.MET, past=()),
            "Tỷ lệ thất nghiệp đô thị ở mức 3,8%, trong giới hạn kế hoạch (kế hoạch không quá 4%)",
        ),
        (
            rate(**CEILING, code="over", verdict=NOT_MET, past=(), completion=(),
                 gap=said(cited("0,3"), " điểm %")),
            ("Tỷ lệ thất nghiệp đô thị ở mức 3,8%, cao hơn mức kế hoạch 0,3 điểm % (kế hoạch không "
            "quá 4%)"),
        ),
        (
            rate(name="GRDP", code="inside", verdict=Verdict.MET, past=(),
                 actual=said(cited("6,7"), "%"), plan=said("từ ", cited("6,6"), " đến ", cited("6,8"), "%")),
            "GRDP đạt 6,7%, nằm trong mức kế hoạch (kế hoạch từ 6,6 đến 6,8%)",
        ),
        (
            target(code="exactly", verdict=Verdict.MET, past=()),
            ("Thu ngân sách nhà nước đạt 5.851 tỷ đồng, đúng bằng mức kế hoạch (kế hoạch tối thiểu "
            "5.478 tỷ đồng)"),
        ),
        (
            target(code="short", verdict=NOT_MET, past=(), gap=said(cited("78"), " tỷ đồng"),
                   actual=said(cited("5.400"), " tỷ đồng"), completion=(cited("98,6"),)),
            ("Thu ngân sách nhà nước đạt 5.400 tỷ đồng, thiếu 78 tỷ đồng so với kế hoạch; bằng 98,6% "
            "kế hoạch (kế hoạch tối thiểu 5.478 tỷ đồng)"),
        ),
        (
            target(name="Tổng vốn đầu tư", basis=Basis.AS_PUBLISHED, near_miss=True, estimated=True,
                   verdict=NOT_MET, code="published.plan_approximate", plan_note="gần đúng",
                   actual=said("gần ", cited("19.000"), " tỷ đồng"),
                   plan=said("tối thiểu ", cited("19.000"), " tỷ đồng")),
            ("Tổng vốn đầu tư ước đạt gần 19.000 tỷ đồng, xấp xỉ kế hoạch, tính là chưa đạt (kế hoạch "
            "tối thiểu 19.000 tỷ đồng, gần đúng)"),
        ),
        (
            target(name="Tổng vốn đầu tư", basis=Basis.AS_PUBLISHED, near_miss=True, verdict=NOT_MET,
                   actual=said("gần ", cited("19.000"), " tỷ đồng"), plan=(),
                   label=(cited("xấp xỉ đạt", "judgement"),)),
            ("Tổng vốn đầu tư đạt gần 19.000 tỷ đồng, được công bố là “xấp xỉ đạt”, tính là chưa đạt"),
        ),
        (
            rate(basis=Basis.AS_PUBLISHED, code="published.plan_unknown", plan=(), verdict=NOT_MET,
                 label=(cited("không đạt", "judgement"),)),
            "Tỷ lệ đô thị hóa đạt 27%; được công bố là “không đạt”",
        ),
        (
            target(name="Giải quyết việc làm", basis=Basis.AS_PUBLISHED, actual=(), verdict=NOT_MET,
                   code="published.no_figure", label=(cited("không đạt", "judgement"),),
                   plan=said("tối thiểu ", cited("39.300"), " lượt người")),
            ("Giải quyết việc làm: chưa có số thực hiện (kế hoạch tối thiểu 39.300 lượt người); được "
            "công bố là “không đạt”"),
        ),
        (
            rate(name="Tỷ lệ lao động nông nghiệp (giảm còn)", basis=Basis.AS_PUBLISHED, plan=(),
                 verdict=Verdict.MET_OR_EXCEEDED, code="published.plan_unknown",
                 label=(cited("đạt hoặc vượt", "judgement"),)),
            "Tỷ lệ lao động nông nghiệp giảm còn 27%",
        ),
        (
            rate(basis=Basis.NONE, verdict=Verdict.NO_DATA, plan=(), past=(),
                 why=said("chưa có mức kế hoạch để so sánh")),
            "Tỷ lệ đô thị hóa đạt 27%; chưa có mức kế hoạch để so sánh",
        ),
        (
            rate(basis=Basis.NONE, verdict=Verdict.NO_DATA, actual=(), past=(),
                 why=said("Chưa có số thực hiện cả kỳ.")),
            "Tỷ lệ đô thị hóa: chưa có số thực hiện cả kỳ (kế hoạch tối thiểu 24,2%)",
        ),
        (
            rate(name="Chuyển đổi số", code="qualitative_met", verdict=Verdict.MET, past=()),
            "Chuyển đổi số: được đánh giá là đạt",
        ),
        (
            rate(name="Nông thôn mới", verdict=NOT_MET, code="part_failed", past=(),
                 parts=(rate(name="Số xã"), target(name="Số huyện", code="short", verdict=NOT_MET,
                        gap=said(cited("1"), " huyện"), completion=()))),
            ("Nông thôn mới (gồm 2 phần, phải đạt cả; 1 phần không đạt): số xã đạt 27%, vượt kế hoạch "
            "2,8 điểm % (kế hoạch tối thiểu 24,2%); số huyện đạt 5.851 tỷ đồng, thiếu 1 huyện so với "
            "kế hoạch (kế hoạch tối thiểu 5.478 tỷ đồng)"),
        ),
        (
            rate(past=(), name="Số giường bệnh trên 1 vạn dân"),
            "Số giường bệnh trên 1 vạn dân đạt 27%, vượt kế hoạch (kế hoạch tối thiểu 24,2%)",
        ),
        (
            rate(code="exactly", verdict=Verdict.MET, past=(), name="Lao động có bằng",
                 plan=said("từ ", cited("27"), " đến ", cited("28"), "%")),
            "Lao động có bằng đạt 27%, đạt kế hoạch (kế hoạch từ 27 đến 28%)",
        ),
        (
            rate(simulated=True),
            "Tỷ lệ đô thị hóa đạt 27% (*), vượt kế hoạch 2,8 điểm % (kế hoạch tối thiểu 24,2%)",
        ),
    ],
)  # fmt: skip
def test_each_way_a_result_stands_to_its_plan(of: YearTarget, told: str) -> None:
    assert plain(result(of)) == told


def test_numbers_keep_their_sources_apart_from_the_words() -> None:
    told = result(target())
    assert [span.text for span in told if span.source] == ["5.851", "6,8", "5.478"]
    assert {span.source.kind for span in told if span.source} == {"figure", "verdict", "target"}


@pytest.mark.parametrize(
    ("name", "falls", "estimated", "told"),
    [
        ("Thu ngân sách", False, False, ("Thu ngân sách", "đạt")),
        ("Thu ngân sách", False, True, ("Thu ngân sách", "ước đạt")),
        ("Tỷ lệ lao động (giảm còn)", False, False, ("Tỷ lệ lao động", "giảm còn")),
        ("Giảm tỷ lệ hộ nghèo", True, True, ("Tỷ lệ hộ nghèo", "ước giảm")),
        ("Giảm tỷ lệ hộ nghèo", False, False, ("Giảm tỷ lệ hộ nghèo", "đạt")),
        ("Huyện nghèo", True, True, ("Huyện nghèo", "ước giảm")),
        ("Mức giảm tỷ lệ hộ nghèo", True, False, ("Mức giảm tỷ lệ hộ nghèo", "đạt")),
        ("Tỷ lệ tham gia (trên số thuộc diện)", False, False,
         ("Tỷ lệ tham gia (trên số thuộc diện)", "đạt")),
    ],
)  # fmt: skip
def test_the_name_and_its_verb(
    name: str, falls: bool, estimated: bool, told: tuple[str, str]
) -> None:  # fmt: skip
    assert subject(target(name=name, falls=falls, estimated=estimated)) == told


def test_why_a_target_was_not_met_is_what_was_recorded_or_a_blank() -> None:
    assert plain(cause(target())) == "Nguyên nhân: …"
    because = target(causes=(record("Dịch bệnh kéo dài."),))
    assert plain(cause(because)) == "Nguyên nhân: Dịch bệnh kéo dài."
    shown = target(shortcomings=(record("Nhiều lao động mất việc."),))
    assert plain(cause(shown)) == "Hạn chế đã nêu: Nhiều lao động mất việc. Nguyên nhân: …"


def test_the_year_before_is_told_only_where_the_two_compare() -> None:
    change = said("giảm ", cited("0,17", "change"), " điểm %")
    compared = target(
        name="GRDP", actual=said(cited("0,92"), "%"),
        compared=Compared(said(cited("1,09"), "%"), change),
    )  # fmt: skip
    told = "GRDP đạt 0,92%, giảm 0,17 điểm % so với năm 2020 (1,09%)"
    assert plain(against_last_year(compared, "năm 2020")) == told
    unlike = target(compared=Compared(said(cited("5.220"), " tỷ đồng"), unlike="số ước"))
    assert against_last_year(unlike, "năm 2020") == ()
    assert against_last_year(target(), "năm 2020") == ()


def test_a_near_miss_is_named_in_the_table_and_counts_as_not_met() -> None:
    assert target(verdict=NOT_MET, near_miss=True).judged == "Xấp xỉ đạt"
    assert target(verdict=NOT_MET).judged == "Không đạt"


def test_a_number_in_a_sentence_leads_to_the_target_that_says_it() -> None:
    revenue = target()
    wrote = replace(
        record("Thu 5.851 tỷ đồng, vượt 6,8% của 5.478 tỷ; 6 huyện, 15.851 hộ."), about=("1",)
    )
    told = spoken(wrote, (revenue, rate()))
    led = {
        span.text: span.source.kind for span in told if span.source and span.source != wrote.source
    }
    assert led == {"5.851": "figure", "6,8": "verdict", "5.478": "target"}
    assert plain(told) == wrote.text
    assert [span.text for span in spoken(record(wrote.text), (revenue,))] == [wrote.text], (
        "about none"
    )


def test_a_sentence_with_numbers_from_elsewhere_is_one_line_of_the_list() -> None:
    wrote = replace(record("Thu 5.851 tỷ đồng là thấp."), about=("1",))
    found = Findings(shortcomings=(("tài chính", wrote),))
    paper = report(year(target(), findings=found), FRAME)
    told = [text for source, text in printed(paper) if source == wrote.source]
    assert told == ["Thu 5.851 tỷ đồng là thấp."]
    listed = with_source_list(paper)
    rows = listed.appendices[-1].blocks[0]
    assert isinstance(rows, Table)
    cells = [plain(row.cells[1].text) for row in rows.rows]
    assert wrote.text in cells
    [line] = [text for text in as_text(listed).splitlines() if "là thấp" in text and "Thu" in text][
        :1
    ]
    assert line.count("[") == 2, line
