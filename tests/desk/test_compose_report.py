"""The year's report from the books: composed, kept as a draft, marked and redrafted after a correction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import Client
from django.urls import reverse

from dieuhanh.assessment.actions import freeze
from dieuhanh.assessment.queries.area_section import AreaRow
from dieuhanh.bodies.models import Area
from dieuhanh.desk.actions.composing import compose_paper, redraft_paper
from dieuhanh.desk.queries.paper_books import PaperBooks
from dieuhanh.desk.queries.papers import Wanted, composed
from dieuhanh.desk.queries.papers.areas import Place, cell_of, is_rounded
from dieuhanh.documents.models import Paper, PaperVersion
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.documents.queries.sources import changed_in, sources_of
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.numbers import half_up
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Table, plain, texts
from dieuhanh.paper.writing.papers import as_text, sources
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.actions.correcting import correct_figure
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries import AreaLine
from tests.documents.papers_made import body
from tests.pages import page, words

pytestmark = pytest.mark.usefixtures("example")
TODAY = date(2022, 1, 12)
BY = keeper("kiểm thử")
PLAN = "ca-mau-2021"
REPORT = Wanted("bao-cao-nam", PLAN, TODAY)


def drafted(by: Actor = BY) -> Paper:
    made = compose_paper(
        by=by, wanted=REPORT, issuer=body("ubnd-ca-mau"), drafter=body("so-khdt-ca-mau"),
        today=TODAY,
    )  # fmt: skip
    return Paper.objects.get(pk=made.pk)


def content(of: Paper) -> Content:
    return content_of(version_of(of, of.version))


def correct_revenue(text: str) -> Figure:
    """The revenue of 2021 stated anew by its source."""
    held = Figure.objects.filter(
        indicator__code="thu-ngan-sach", area__code="96", period="2021", span="in_period",
        source__code="ubnd-ca-mau",
    ).order_by("known_from", "pk").last()  # fmt: skip
    assert held is not None
    return correct_figure(
        by=BY, figure=held.pk, text=text, status="official", reason="quyết toán", known_from=TODAY,
        document=None, today=TODAY,
    )  # fmt: skip


def test_the_report_tells_the_example_year_as_the_board_has_it() -> None:
    told = as_text(composed(REPORT, issuer=body("ubnd-ca-mau"), seen_by=BY))
    for sentence in (
        (
            "trong 22 chỉ tiêu chủ yếu có 12 chỉ tiêu đạt và vượt kế hoạch (06 chỉ tiêu vượt, 06 chỉ "
            "tiêu được công bố là đạt hoặc vượt); 02 chỉ tiêu không đạt; 08 chỉ tiêu chưa đủ số liệu"
        ),
        "Kết quả này trùng với số đã công bố ngày 12/01/2022: 12/22 chỉ tiêu đạt và vượt",
        (
            "Thu ngân sách nhà nước trên địa bàn đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch (kế hoạch tối "
            "thiểu 5.478 tỷ đồng"
        ),
        "Kim ngạch xuất khẩu đạt 1.112,5 triệu USD, vượt 1,1% kế hoạch",
        (
            "Tỷ lệ hộ nghèo giảm 0,33 điểm %, vượt kế hoạch 0,03 điểm % (kế hoạch giảm tối thiểu 0,3 "
            "điểm %)"
        ),
        "Số giường bệnh/vạn dân đạt 33,4 giường, vượt 11,3% kế hoạch (kế hoạch tối thiểu 30 giường)",
        "Tỷ lệ đô thị hóa đạt 27%, vượt kế hoạch 2,8 điểm %",
        "Tỷ lệ số xã đạt chuẩn nông thôn mới đạt 56% (46/82 xã)",
        "ước đạt gần 19.000 tỷ đồng, được công bố là “xấp xỉ đạt”, tính là chưa đạt",
        "Giải quyết việc làm: chưa có số thực hiện (kế hoạch tối thiểu 39.300 lượt người)",
        "ước đạt 0,92%, giảm 0,17 điểm % so với năm 2020 (1,09%)",
        "02 chỉ tiêu chưa rõ tên",
        "Số liệu mô phỏng",
    ):
        assert sentence in told, sentence
    assert "10/22" not in told  # counts are told live, never out of an old sentence


@pytest.mark.parametrize("on", [date(2021, 12, 31), TODAY])
@pytest.mark.parametrize("kind", ["bao-cao-nam", "thong-cao-bao-chi"])
def test_no_sentence_leans_on_a_newspaper_nor_an_earlier_day_on_a_later(
    kind: str, on: date
) -> None:
    made = composed(Wanted(kind, PLAN, on), issuer=body("ubnd-ca-mau"), seen_by=BY)
    told = as_text(made)
    for word in ("bài báo", "Biên tập", "camau.dcs.vn", "biết đến ngày"):
        assert word not in told, word
    assert f"cập nhật đến ngày {on:%d/%m/%Y}" in told
    labels = [each.label for each in sources(made) if each.kind == "target"]
    assert any("bài báo 12/01/2022" in each for each in labels) is (on == TODAY)
    assert any("có sau ngày 31/12/2021" in each for each in labels) is (on != TODAY)


def test_a_row_of_the_board_has_one_form_for_plan_and_result() -> None:
    made = composed(REPORT, issuer=body("ubnd-ca-mau"), seen_by=BY)
    board = next(block for block in made.blocks if isinstance(block, Table))
    rows = {
        plain(row.cells[0].text): [plain(cell.text) for cell in row.cells] for row in board.rows
    }
    assert rows["3"][3:5] == ["giảm 0,3", "giảm 0,33"]
    assert rows["9"][4] == "56"
    assert rows["4"][4] == "48"  # a level, not a fall


def test_parts_that_miss_their_sum_by_rounding_alone_are_told() -> None:
    note = "Số liệu thành phần cộng lại có thể không bằng tổng do làm tròn."
    assert note in as_text(composed(REPORT, issuer=body("ubnd-ca-mau"), seen_by=BY))
    indicator = Indicator(over_areas="sum", decimals=0)
    rounded = [("2770.4", "3080.6"), ("10.4", "10.4")]
    for parts, told in ((rounded[0], False), (rounded[1], True)):
        below = tuple(line(each) for each in parts)
        whole = half_up(sum((Fraction(each) for each in parts), Fraction()), 0)
        place = Place(Area(name="Tỉnh"), 0, 0, below)
        assert is_rounded(AreaRow("Tỉnh", 0, whole), place, indicator) is told
    far = Place(Area(name="Tỉnh"), 0, 0, tuple(line(each) for each in ("10", "12")))
    assert not is_rounded(AreaRow("Tỉnh", 0, Decimal(30)), far, indicator)  # no rounding, a gap


def line(value: str) -> AreaLine:
    return AreaLine(Area(name="Huyện"), Figure(value=Decimal(value)), None)


def test_the_board_is_a_table_and_the_appendix_has_every_area_of_the_day() -> None:
    made = composed(REPORT, issuer=body("ubnd-ca-mau"), seen_by=BY)
    board = next(block for block in made.blocks if isinstance(block, Table))
    assert len(board.rows) == 22
    (appendix,) = made.appendices
    assert appendix.landscape
    table = appendix.blocks[0]
    assert isinstance(table, Table)
    names = [row.cells[1].text[0].text for row in table.rows]
    assert len(names) == 111
    assert names[0] == "Tỉnh Cà Mau"
    assert "Giảm tỷ lệ hộ nghèo (điểm %)" in {column.head for column in table.columns}
    assert names[1:3] == ["Thành phố Cà Mau", "Phường 9"]  # as the country's list has them
    assert names.index("Huyện Cái Nước") + 1 == names.index("Thị trấn Cái Nước")


def test_an_estimate_in_another_unit_is_printed_with_it() -> None:
    early = Wanted("bao-cao-nam", PLAN, date(2022, 1, 5))
    told = as_text(composed(early, issuer=body("ubnd-ca-mau"), seen_by=BY))
    assert "\ttriệu USD\t1.100\t1,1 tỷ USD\t100,0\t" in told
    assert "\ttỷ đồng\t5.478\t5.220\t95,3\t" in told


def test_a_sum_that_is_not_whole_says_of_how_many_it_is_made() -> None:
    area = Area.objects.filter(code="96")[0]
    jobs = Indicator.objects.get(code="giai-quyet-viec-lam")
    for coverage, told in (((70, 101), "29.182* (70/101)"), ((101, 101), "29.182*")):
        row = AreaRow(
            area.name, 0, Decimal(29182), coverage=coverage, rolled_up=True, simulated=True
        )
        assert (
            "".join(span.text for span in cell_of(row, Place(area, 0, 0), f"{PLAN}/16", jobs))
            == told
        )


def test_every_number_of_the_sentences_leads_to_its_source() -> None:
    made = composed(REPORT, issuer=body("ubnd-ca-mau"), seen_by=BY)
    bare = {
        span.text
        for text in texts(made)
        for span in text
        if span.source is None and any(mark in span.text for mark in ("5.851", "1.112,5", "33,4"))
    }
    assert bare == set()
    kinds = {span.source.kind for text in texts(made) for span in text if span.source}
    assert {"figure", "target", "verdict", "tally", "change", "finding", "document"} <= kinds


def test_a_corrected_figure_marks_the_draft_and_the_redraft_has_it() -> None:
    made = drafted()
    books = PaperBooks()
    assert changed_in([made], books, seen_by=BY, on=TODAY) == {}
    correct_revenue("5.400")
    moved = {
        (line.source.value, line.now)
        for line in sources_of(version_of(made, 1), books, seen_by=BY, on=TODAY)
        if line.changed
    }
    assert {("5.851", "5.400"), ("106,8", "98,6"), ("06", "05"), ("12", "11")} <= moved
    redraft_paper(by=BY, paper=made, seen=1, today=TODAY)
    held = Paper.objects.get(pk=made.pk)
    told = as_text(content(held))
    assert held.version == 2
    assert "thiếu 78 tỷ đồng so với kế hoạch; bằng 98,6% kế hoạch" in told
    assert "5.851" not in told
    assert "\t5.478\t5.400\t98,6\t" in told
    assert "khác với kết quả này: 12/22" in told
    assert changed_in([held], books, seen_by=BY, on=TODAY) == {}
    assert PaperVersion.objects.get(paper=held, number=2).edit == "composed"


def test_a_redraft_that_changes_nothing_is_told_so_and_kept_heads_stay() -> None:
    made = drafted()
    with pytest.raises(BadInput) as caught:
        redraft_paper(by=BY, paper=made, seen=1, today=TODAY)
    assert caught.value.code == "paper.same"
    assert Paper.objects.get(pk=made.pk).version == 1


def test_a_frozen_assessment_is_told_as_it_was_frozen() -> None:
    held = freeze(by=BY, plan=PLAN, as_known_on=TODAY)
    correct_revenue("5.400")
    wanted = Wanted("bao-cao-nam", f"{PLAN}#{held.pk}", TODAY)
    told = as_text(composed(wanted, issuer=body("ubnd-ca-mau"), seen_by=BY))
    assert "đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch" in told


def test_the_pages_go_from_choosing_to_the_draft(client_as: Callable[[str], Client]) -> None:
    office = client_as("chuyen-vien")
    at = reverse("desk:compose-kind", args=["bao-cao-nam"])
    assert at in page(office, reverse("desk:compose"))
    told = page(office, f"{at}?tu={PLAN}&ngay=12/01/2022&soan=so-khdt-ca-mau")
    assert "vượt 6,8 % kế hoạch" in words(told)
    assert 'class="figure"' in told
    answer = office.post(at, {"tu": PLAN, "ngay": "12/01/2022", "soan": "so-khdt-ca-mau"})
    made = Paper.objects.get()
    assert answer.headers["Location"] == reverse("documents:paper", args=[made.pk])
    assert made.simulated
    assert made.recipe == REPORT.recipe()
    listed = page(office, reverse("documents:paper-sources", args=[made.pk]))
    assert '<td class="num">5.851</td>' in listed
    assert (
        '<td class="paper-said">Nghị quyết số 18/NQ-HĐND' in listed
    )  # sentences break their lines
    correct_revenue("5.400")
    shown = page(office, reverse("documents:paper", args=[made.pk]))
    assert reverse("desk:paper-redraft", args=[made.pk]) in shown
    office.post(reverse("desk:paper-redraft", args=[made.pk]), {"seen": "1"})
    assert "5.400 tỷ đồng" in words(page(office, reverse("documents:paper", args=[made.pk])))


def test_what_is_not_there_is_told_and_writes_nothing(client_as: Callable[[str], Client]) -> None:
    office = client_as("chuyen-vien")
    at = reverse("desk:compose-kind", args=["bao-cao-nam"])
    for sent in (
        {"tu": "khong-co", "ngay": "12/01/2022"},
        {"tu": PLAN, "ngay": "32/01/2022"},
        {"tu": PLAN, "ngay": "12/01/2022", "soan": "so-y-te-ca-mau"},
    ):
        assert office.post(at, sent).status_code == 400
    assert office.get(reverse("desk:compose-kind", args=["khong-co"])).status_code == 404
    assert not Paper.objects.exists()


def test_who_may_draft_for_nobody_composes_nothing(actor: Callable[[str], Actor]) -> None:
    with pytest.raises(Refused):
        drafted(actor("nguoi-dan"))
    assert not Paper.objects.exists()
