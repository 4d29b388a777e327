"""Papers of the example's conference, programme, plan and late tasks, from the books."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from dieuhanh.audit.models import door_open
from dieuhanh.config import demo_tasks
from dieuhanh.desk.actions.composing import compose_paper
from dieuhanh.desk.queries.paper_books import PaperBooks
from dieuhanh.desk.queries.papers import COMPOSED, Wanted, choices, composed
from dieuhanh.desk.queries.papers.allocation import assigned
from dieuhanh.documents.models import Paper
from dieuhanh.documents.queries.papers import version_of
from dieuhanh.documents.queries.sources import Cited, sources_of
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.paper.writing.checking import faults
from dieuhanh.paper.writing.model import Paper as Content
from dieuhanh.paper.writing.model import Table
from dieuhanh.paper.writing.papers import as_text, sources
from dieuhanh.plans.models import Target
from dieuhanh.tasks.models import Task
from tests.documents.papers_made import body
from tests.pages import page

pytestmark = pytest.mark.django_db
BEFORE, TODAY, JUNE = date(2022, 1, 5), date(2022, 1, 12), date(2022, 6, 30)
BY = keeper("kiểm thử")
MEETING, PLAN = "hoi-nghi-2022-01-12", "ca-mau-2021"
OF = {
    "bao-cao-nam": PLAN,
    "thong-bao-ket-luan": MEETING,
    "chuong-trinh-hanh-dong": "ct-ke-hoach-2022",
    "giao-chi-tieu": f"{PLAN}@1",
    "giay-moi": MEETING,
    "don-doc": "tat-ca",
    "thong-cao-bao-chi": PLAN,
}


@pytest.fixture(autouse=True)
def followed(example: None) -> None:
    """The example's tasks, as they stand in June; what is late has not been done since."""
    demo_tasks.set_up(BY, JUNE)


def day_of(kind: str) -> date:
    """June, when tasks are late; an invitation comes before its conference."""
    return BEFORE if kind == "giay-moi" else JUNE


def made(kind: str, of: str = "", on: date | None = None) -> Content:
    """The paper as whoever sees everything has it composed."""
    wanted = Wanted(kind, of or OF[kind], on or day_of(kind))
    return composed(wanted, issuer=body("ubnd-ca-mau"), seen_by=BY)


@pytest.mark.parametrize("kind", sorted(COMPOSED))
def test_each_kind_is_a_paper_without_faults_of_its_type(kind: str) -> None:
    told = made(kind)
    assert faults(told) == ()
    assert told.kind == COMPOSED[kind].paper
    assert told.letterhead.number is None
    assert told.draft_mark == "DỰ THẢO"
    assert told.signature.name == ""


@pytest.mark.parametrize("kind", sorted(COMPOSED))
def test_each_kind_offers_what_it_may_be_made_from(kind: str) -> None:
    issuers = [body("ubnd-ca-mau")]
    told = choices(COMPOSED[kind].source, seen_by=BY, today=JUNE, issuers=issuers)
    offered = {key for key, _ in told}
    assert OF[kind] in offered


def test_the_notice_of_the_conference_has_its_sixteen_conclusions_and_their_tasks() -> None:
    told = as_text(made("thong-bao-ket-luan", on=TODAY))
    for part in (
        "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại Hội nghị trực tuyến kiểm điểm",
        "Ngày 12/01/2022, tại điểm cầu trung tâm Ủy ban nhân dân tỉnh",
        "đồng chí Huỳnh Quốc Việt, Ủy viên dự khuyết Trung ương Đảng, Phó Bí thư Tỉnh ủy, Chủ tịch",
        "kết nối 01 điểm cầu trung tâm với 09 điểm cầu cấp huyện, 101 điểm cầu cấp xã",
        "VI. QUỐC PHÒNG, AN NINH VÀ ĐỐI NGOẠI",
        "16. Làm cho hoạt động đối ngoại",
        "Sở Y tế chủ trì xây dựng, trình Kế hoạch củng cố y tế cơ sở và y tế dự phòng",
        "Ủy ban nhân dân thành phố Cà Mau, các huyện U Minh, Thới Bình",
        "dữ liệu mô phỏng",
    ):
        assert part in told, part


def test_the_invitation_has_the_hour_of_the_province_and_the_agenda() -> None:
    told = as_text(made("giay-moi"))
    assert "14 giờ 00 phút, ngày 12/01/2022 (thứ Tư)" in told
    assert "họp trực tuyến với 09 điểm cầu cấp huyện, 101 điểm cầu cấp xã" in told
    assert "Chủ tịch Ủy ban nhân dân thành phố Cà Mau, các huyện U Minh" in told
    assert "3\tThống nhất ba chương trình hành động năm 2022" in told


def test_the_decision_tells_what_the_plan_asks_and_leaves_out_the_unknown() -> None:
    told = made("giao-chi-tieu")
    table = told.appendices[0].blocks[0]
    assert isinstance(table, Table)
    cells = {row.cells[0].text[0].text: as_row(row.cells[3].text) for row in table.rows}
    assert cells["1"] == "tối thiểu 5.478"
    assert list(cells) == ["1", "2", "3", "5", "6", "8", "15", "16", "19"]
    assert "gồm 09 chỉ tiêu chủ yếu" in as_text(told)
    assert "chi ngân sách địa phương (số thứ tự 4, 7, 9, 10, 11," in as_text(told)
    assert "chưa rõ tên (số thứ tự 21, 22 của kế hoạch)" in as_text(told)
    assert "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;" in as_text(told)
    assert "chưa đối chiếu với văn bản gốc, cần kiểm tra: Luật Tổ chức chính" in as_text(told)
    assert "(số 77/2015/QH13)" in as_text(told)
    assert "2361/QĐ-UBND" not in "".join(span.text for basis in told.bases for span in basis)


def as_row(text: tuple[object, ...]) -> str:
    return "".join(span.text for span in text)  # type: ignore[attr-defined]


def test_the_letter_urges_what_is_late_on_its_day_and_no_more() -> None:
    with pytest.raises(BadInput, match=r"compose\.nothing_late"):
        made("don-doc", "so-y-te-ca-mau")
    told = as_text(made("don-doc"))
    late = Task.objects.filter(due_on__lt=JUNE).exclude(state__in=("confirmed", "withdrawn"))
    first = late.order_by("due_on", "pk").first()
    assert first is not None
    assert first.due_on is not None
    assert f"còn {late.count():02} nhiệm vụ quá hạn" in told
    assert f"{first.due_on:%d/%m/%Y}\t{(JUNE - first.due_on).days}\t" in told
    for table in made("don-doc").blocks:  # each row says who gave the task, or from what it comes
        if isinstance(table, Table):
            assert all(as_row(row.cells[2].text) for row in table.rows)
    for given in late.filter(origin__in=("hand", "parent")):
        assert f" giao ngày {given.assigned_on:%d/%m/%Y}\t" in told


def test_a_moved_deadline_marks_the_notice_that_named_it() -> None:
    held = compose_paper(
        by=BY, wanted=Wanted("thong-bao-ket-luan", MEETING, TODAY), issuer=body("ubnd-ca-mau"),
        drafter=body("van-phong-ubnd-ca-mau"), today=TODAY,
    )  # fmt: skip
    cited = (each.source.key for each in sources_of(
        version_of(held, 1), PaperBooks(), seen_by=BY, on=TODAY) if each.source.kind == "due")  # fmt: skip
    with door_open():
        Task.objects.filter(code=next(cited)).update(due_on=date(2022, 9, 29))
    moved = [
        (line.source.value, line.now)
        for line in sources_of(version_of(held, 1), PaperBooks(), seen_by=BY, on=TODAY)
        if line.changed
    ]
    assert len(moved) == 1
    assert moved[0][1] == "29/09/2022"


def test_what_is_missing_tells_what_there_is() -> None:
    for kind, of, code, known in (
        ("chuong-trinh-hanh-dong", "khong-co", "compose.not_held", "ct-ke-hoach-2022"),
        ("giao-chi-tieu", PLAN, "compose.version", f"{PLAN}@1"),
        ("don-doc", "SKHDT", "compose.body", "-ca-mau"),
    ):
        with pytest.raises(Missing) as caught:
            made(kind, of)
        assert caught.value.code == code
        assert known in caught.value.values["known"]


def test_a_version_with_no_value_at_all_is_not_assigned() -> None:
    rows = [Target(pk=1, no="1", name="Thu ngân sách", kind="level", value_status="unknown")]
    assert assigned(rows) == []


def test_what_is_hidden_or_not_there_is_told_alike(actor: Callable[[str], Actor]) -> None:
    for kind, of in (
        ("thong-bao-ket-luan", "khong-co"), ("chuong-trinh-hanh-dong", "khong-co"),
        ("giao-chi-tieu", f"{PLAN}@99"), ("don-doc", "khong-co"), ("bao-cao-nam", "khong-co"),
    ):  # fmt: skip
        with pytest.raises(Missing):
            made(kind, of)
    with pytest.raises(Missing):
        composed(
            Wanted("chuong-trinh-hanh-dong", "ct-ke-hoach-2022", TODAY),
            issuer=body("ubnd-ca-mau"), seen_by=actor("nguoi-dan"),
        )  # fmt: skip


def test_a_recipe_that_names_no_kind_is_refused() -> None:
    from dieuhanh.desk.queries.papers import wanted_of  # noqa: PLC0415

    with pytest.raises(BadInput) as caught:
        wanted_of({"kind": "khac", "of": "x", "on": "2022-01-12"})
    assert caught.value.code == "compose.kind"


def test_every_kind_of_source_leads_to_its_page(client_as: Callable[[str], Client]) -> None:
    office, one_of_each = client_as("chuyen-vien"), {}
    for kind in OF:
        for each in sources(made(kind)):
            one_of_each[each.kind] = Cited(each.kind, each.key, "")
    hrefs = PaperBooks().hrefs(one_of_each.values())
    assert set(one_of_each) == {each.kind for each in hrefs}
    assert {"figure", "rolled", "target", "tally", "task", "conclusion"} <= set(one_of_each)
    for each, href in hrefs.items():
        assert office.get(href).status_code == 200, each


@pytest.mark.parametrize("kind", sorted(OF))
def test_each_kind_has_its_page_and_becomes_a_draft(
    kind: str, client_as: Callable[[str], Client], settings: LazySettings
) -> None:
    settings.TODAY = day_of(kind).isoformat()
    office, day = client_as("van-phong"), f"{day_of(kind):%d/%m/%Y}"
    at = reverse("desk:compose-kind", args=[kind])
    shown = page(office, f"{at}?tu={OF[kind]}&ngay={day}")
    assert "paper-sheet" in shown
    office.post(at, {"tu": OF[kind], "ngay": day})
    assert Paper.objects.get().kind == COMPOSED[kind].paper


def test_a_day_to_come_is_refused_and_nothing_begun(client_as: Callable[[str], Client]) -> None:
    office = client_as("van-phong")
    at = reverse("desk:compose-kind", args=["don-doc"])
    asked = {"tu": "tat-ca", "ngay": "30/06/2022"}
    for answer in (office.get(at, asked), office.post(at, asked)):
        assert answer.status_code == 400
        assert "Ngày 30/06/2022 chưa đến" in answer.content.decode()
    with pytest.raises(BadInput, match=r"compose\.future"):
        compose_paper(
            by=BY, wanted=Wanted("bao-cao-nam", PLAN, JUNE), issuer=body("ubnd-ca-mau"),
            drafter=body("van-phong-ubnd-ca-mau"), today=TODAY,
        )  # fmt: skip
    assert not Paper.objects.exists()
