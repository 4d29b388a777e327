"""Pages of a paper's life: the list, the sheet, editing without loss, steps, opinions, files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from dieuhanh.documents.actions.asking import ask_paper_opinions
from dieuhanh.documents.actions.deciding import submit_paper
from dieuhanh.documents.models import Paper, PaperOpinionRequest, PaperVersion
from dieuhanh.documents.queries.blank import left_blank
from dieuhanh.documents.queries.papers import content_of, version_of
from dieuhanh.paper.writing.editing import places
from dieuhanh.paper.writing.look import LOOK, TEMPLATES
from dieuhanh.paper.writing.model import Paragraph, Source, Span
from dieuhanh.paper.writing.model import words as said
from dieuhanh.paper.writing.pdf import write_pdf
from tests.documents.papers_made import BY, TODAY, approved, body, drafted, issued, report
from tests.pages import page, words

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


def at(name: str, of: Paper, **more: Any) -> str:
    return reverse(f"documents:{name}", kwargs={"pk": of.pk, **more})


def again(of: Paper) -> Paper:
    return Paper.objects.get(pk=of.pk)


def typed_of(of: Paper, **changed: str) -> dict[str, str]:
    """What the page of editing sends, some places changed."""
    shown = places(content_of(version_of(of, of.version)))
    told = {f"o-{each.key}": each.text for each in shown if not each.table and not each.title}
    return told | {f"o-{key.replace('_', '-')}": text for key, text in changed.items()} | {
        "seen": str(of.version), "base": str(of.version),
    }  # fmt: skip


def test_the_list_finds_without_accents_and_by_state(client_as: As) -> None:
    drafted(content=report(subject=said("Kế hoạch chuyển đổi số")))
    issued()
    office = client_as("van-phong")
    told = words(page(office, reverse("documents:papers")))
    assert "Kế hoạch chuyển đổi số" in told
    assert "01/BC-UBND" in told
    for query, there, gone in (
        ("q=chuyen+doi+so", "Kế hoạch chuyển đổi số", "01/BC-UBND"),
        ("q=01/bc", "01/BC-UBND", "Kế hoạch chuyển đổi số"),
        ("tinh-trang=issued", "01/BC-UBND", "Kế hoạch chuyển đổi số"),
        ("loai=thong-bao", "Không có văn bản nào như vậy", "01/BC-UBND"),
        ("tinh-trang=la&loai=la", "01/BC-UBND", "Không có văn bản nào"),
    ):
        told = words(page(office, f"{reverse('documents:papers')}?{query}"))
        assert there in told, query
        assert gone not in told, query


def test_what_waits_for_whom(client_as: As) -> None:
    submitted, waiting = drafted(), approved()
    submit_paper(by=BY, paper=submitted, seen=1, today=TODAY)
    mine = reverse("documents:papers") + "?cua-toi=x"
    assert at("paper", submitted) in page(client_as("chu-tich"), mine)
    assert at("paper", waiting) not in page(client_as("chu-tich"), mine)
    assert at("paper", waiting) in page(client_as("van-phong"), mine)
    assert "Không có văn bản nào như vậy" in page(client_as("so-y-te"), mine)


def test_the_sheet_is_the_paper_with_its_number_blank(client_as: As) -> None:
    made = drafted()
    told = words(page(client_as("chuyen-vien"), at("paper", made)))
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "/BC-UBND", "BÁO CÁO", "I. KẾT QUẢ",
        "Kính gửi: Hội đồng nhân dân tỉnh.", "TM. ỦY BAN NHÂN DÂN", "Lưu: VT, TH.",
        "KẾT QUẢ THEO ĐỊA BÀN", "Trình ký",
    ):  # fmt: skip
        assert part in told
    assert "Cấp số, ban hành" not in told


def test_a_paper_is_begun_by_hand(client_as: As) -> None:
    planner, address = client_as("chuyen-vien"), reverse("documents:paper-new")
    typed = {
        "kind": "to-trinh", "drafter": "so-khdt-ca-mau", "issuer": "ubnd-ca-mau",
        "title": "Về điều chỉnh kế hoạch", "text": "Đoạn một.\n\nĐoạn hai.",
    }  # fmt: skip
    refused = planner.post(address, typed | {"text": " "})
    assert refused.status_code == 400
    assert "Về điều chỉnh kế hoạch" in refused.content.decode()
    assert Paper.objects.count() == 0
    made_at = planner.post(address, typed).headers["Location"]
    told = words(page(planner, made_at))
    for part in ("TTr-UBND", "Cà Mau, ngày", "TỜ TRÌNH", "Đoạn hai./.", "TM. ỦY BAN NHÂN DÂN"):
        assert part in told
    wrong = planner.post(address, typed | {"issuer": "so-y-te-ca-mau"})
    assert wrong.status_code == 400


def test_nothing_typed_is_lost_when_another_was_faster(client_as: As) -> None:
    made = drafted()
    planner, office = client_as("chuyen-vien"), client_as("van-phong")
    mine = typed_of(made, body_1="Chữ của tôi.")
    faster = typed_of(made, body_3="Chữ của văn phòng.")
    assert office.post(at("paper-edit", made), faster).status_code == 302
    late = planner.post(at("paper-edit", made), mine)
    assert late.status_code == 400
    shown = late.content.decode()
    assert "Chữ của tôi." in shown
    assert "đã có bản 2" in shown
    assert 'name="base" value="1"' in shown
    assert 'name="seen" value="2"' in shown
    assert planner.post(at("paper-edit", made), mine | {"seen": "2"}).status_code == 302
    assert "Chữ của tôi." in version_of(made, 3).text
    assert "Chữ của văn phòng." not in version_of(made, 3).text
    assert "Chữ của văn phòng." in version_of(made, 2).text
    for wrong in ({"o-subject": " "}, {"base": "9"}, {"base": "x"}):
        answer = planner.post(at("paper-edit", made), typed_of(again(made)) | wrong)
        assert answer.status_code in {400, 404}
    assert again(made).version == 3


def test_versions_are_told_apart_and_restored(client_as: As) -> None:
    made, planner = drafted(), client_as("chuyen-vien")
    planner.post(at("paper-edit", made), typed_of(made, body_3="Trên đây là báo cáo tóm tắt."))
    shown = page(planner, at("paper-versions", made))
    assert re.search(r"<ins>[^<]*tóm", shown)
    assert re.search(r"\d\d đoạn, dòng giữ nguyên không hiện", words(shown))
    planner.post(at("paper-restore", made), {"number": "1", "seen": "2"})
    assert again(made).version == 3
    assert version_of(made, 3).content == version_of(made, 1).content
    told = words(page(planner, at("paper-versions", made) + "?ban=3&voi=1"))
    assert "Chữ của hai bản như nhau." in told
    assert "lấy lại bản 1" in told
    assert "Đang xem bản 1" in words(page(planner, at("paper", made) + "?ban=1"))
    assert planner.get(at("paper", made) + "?ban=77").status_code == 404


def test_opinions_by_pages_and_their_table(client_as: As) -> None:
    made, planner = drafted(), client_as("chuyen-vien")
    asking = {"due_on": "14/01/2022", "bodies": ["so-y-te-ca-mau"], "question": "Phụ lục"}
    late = planner.post(at("paper-ask", made), asking | {"due_on": "01/01/2022"})
    assert late.status_code == 400
    assert planner.post(at("paper-ask", made), asking).status_code == 302
    held = PaperOpinionRequest.objects.get()
    health, here = client_as("so-y-te"), at("paper-opinion", made, asked=held.pk)
    assert "Phụ lục" in page(health, here)
    health.post(here, {"agrees": "no", "text": "=1+1 thêm giường"})
    shown = words(page(health, at("paper", made)))
    assert "Các bước" not in shown, "how it is made is its makers' alone"
    planner.post(at("paper-reply", made, asked=held.pk), {"accepted": "yes", "text": "Đã thêm."})
    told = planner.get(at("paper-opinions-export", made, ext="csv")).content.decode()
    assert "Đã thêm." in told
    assert "'=1+1" in told
    assert client_as("can-bo-xa").get(here).status_code == 404
    assert health.get(at("paper-versions", made)).status_code == 404
    assert health.get(at("paper", made) + "?ban=99").status_code == 200


def test_steps_to_the_number_by_pages(client_as: As) -> None:
    made = drafted()
    planner, head, office = (client_as(s) for s in ("chuyen-vien", "chu-tich", "van-phong"))
    step = at("paper-step", made)
    planner.post(step, {"lam": "trinh", "seen": "1"})
    assert again(made).state == "submitted"
    blank = head.post(step, {"lam": "tra-lai", "words": ""}, follow=True)
    assert "Hãy ghi lý do" in words(blank.content.decode())
    head.post(step, {"lam": "tra-lai", "words": "Thiếu nguyên nhân."})
    assert "Thiếu nguyên nhân." in page(planner, at("paper", made))
    planner.post(step, {"lam": "trinh", "seen": "1"})
    head.post(step, {"lam": "duyet", "seen": "1"})
    assert head.post(step, {"lam": "la"}).status_code == 404
    odd = office.post(at("paper-issue", made), {"on": "12/01/2022", "number": "3"})
    assert odd.status_code == 400
    assert "Các số từ 01 đến 02 bị bỏ trống." in words(odd.content.decode())
    done = {"on": "12/01/2022", "number": "3", "confirmed": "on", "public": "on"}
    assert office.post(at("paper-issue", made), done).status_code == 302
    assert "03/BC-UBND" in words(page(client_as("nguoi-dan"), at("paper", made)))
    entered = again(made).document
    assert entered is not None
    register = page(client_as("nguoi-dan"), reverse("documents:one", args=[entered.code]))
    assert at("paper", made) in register


def test_a_signed_copy_comes_back_and_a_correction_begins(client_as: As) -> None:
    made, office = issued(), client_as("van-phong")
    for bad in (b"khong phai", b"%PDF-1.7 khong mo duoc"):
        wrong = SimpleUploadedFile("ky.pdf", bad, "application/pdf")
        assert office.post(at("paper-sign", made), {"file": wrong}).status_code == 400
    content = write_pdf(report())
    file = SimpleUploadedFile("ky.pdf", content, "application/pdf")
    assert office.post(at("paper-sign", made), {"file": file}).status_code == 302
    kept = again(made).signed.get()
    got = client_as("nguoi-dan").get(at("paper-signed", made, signed=kept.pk))
    assert b"".join(got.streaming_content) == content  # type: ignore[attr-defined]
    checked = page(client_as("nguoi-dan"), at("paper-signatures", made, signed=kept.pk))
    assert "Tệp PDF này chưa có chữ ký số nào." in checked
    assert office.get(at("paper-signed", made, signed=kept.pk + 1)).status_code == 404
    assert office.post(at("paper-mend", made), {}).status_code == 302
    assert Paper.objects.count() == 1
    office.post(at("paper-mend", made), {"how": "correction"})
    draft = Paper.objects.get(mends=made)
    assert (draft.mending, draft.state, draft.number) == ("correction", "draft", None)
    assert "Đang soạn đính chính" in words(page(office, at("paper", made)))
    assert "Đang soạn đính chính" not in words(page(client_as("nguoi-dan"), at("paper", made)))


def test_files_are_what_the_page_shows(client_as: As) -> None:
    made, planner = issued(), client_as("chuyen-vien")
    answer = planner.get(at("paper-file", made, ext="docx"))
    assert 'filename="01-bc-ubnd.docx"' in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert "5.851" in package.read("word/document.xml").decode()
    assert planner.get(at("paper-file", made, ext="pdf")).content.startswith(b"%PDF-")
    assert planner.get(at("paper-file", made, ext="exe")).status_code == 404


def test_a_file_with_its_sources_links_and_lists_them(client_as: As) -> None:
    source = Source("figure", "1", "Thu ngân sách năm 2021")
    text = Paragraph((Span("Thu "), Span("5.851", source), Span(" tỷ đồng")))
    made, planner = drafted(content=report(blocks=(text,))), client_as("chuyen-vien")
    answer = planner.get(at("paper-file", made, ext="docx"), {"nguon": "x"})
    document = Document(io.BytesIO(answer.content))
    assert [cell.text for cell in document.tables[-1].rows[1].cells] == [
        "1",
        "5.851",
        source.label,
    ]
    (shown,) = (each for p in document.paragraphs for each in p.hyperlinks if each.text == "5.851")
    figure = reverse("reports:figure", args=[1])
    assert shown.address == f"http://testserver{figure}"


def test_an_offices_own_template_is_used_and_a_wrong_one_told(
    client_as: As, tmp_path: Path, settings: Any
) -> None:
    settings.PAPER_TEMPLATES_FOLDER = tmp_path
    made, planner = issued(), client_as("chuyen-vien")
    said = (TEMPLATES / LOOK).read_text("utf-8")
    (tmp_path / LOOK).write_text(said.replace("left = 30", "left = 35"), "utf-8")
    answer = planner.get(at("paper-file", made, ext="docx"))
    sections = Document(io.BytesIO(answer.content)).sections
    assert {round(section.left_margin.mm) for section in sections} == {35}
    (tmp_path / LOOK).write_text(said.replace("left = 30", "left = 3"), "utf-8")
    refused = planner.get(at("paper-file", made, ext="docx"))
    assert refused.status_code == 400
    assert "Nghị định 30/2020/NĐ-CP quy định 30-35" in refused.content.decode()


def test_the_symbol_is_the_offices_own(client_as: As) -> None:
    made, planner = drafted(), client_as("chuyen-vien")
    planner.post(at("paper-symbol", made), {"symbol": "BC-UBND-TH", "seen": "1"})
    assert again(made).symbol == "BC-UBND-TH"
    planner.post(at("paper-symbol", made), {"symbol": "B C", "seen": "2"})
    assert PaperVersion.objects.filter(paper=made).count() == 2


def test_pages_ask_a_fixed_number_of_times(
    client_as: As, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    office = client_as("van-phong")
    first = issued()
    ask = drafted()
    codes = ("so-y-te-ca-mau", "so-tai-chinh-ca-mau", "ubnd-973", "ubnd-972", "so-noi-vu-ca-mau")
    ask_paper_opinions(by=BY, paper=ask, bodies=[body(each) for each in codes],
                       due_on=date(2022, 1, 14), today=TODAY)  # fmt: skip
    for _ in range(12):
        drafted()
    for address, most in (
        (reverse("documents:papers"), 17),
        (at("paper", first), 20),
        (at("paper", ask), 20),
        (at("paper-opinions", ask), 16),
        (at("paper-versions", ask), 14),
    ):
        page(office, address)
        with django_assert_max_num_queries(most):
            page(office, address)


def test_it_speaks_english(client_as: As) -> None:
    client = client_as("van-phong")
    client.cookies["django_language"] = "en"
    told = words(page(client, at("paper", issued())))
    assert "After issue" in told
    assert "Report 01/BC-UBND" in told
    assert "issued" in told


def test_a_draft_tells_how_many_blanks_are_left(client_as: As) -> None:
    office = client_as("chuyen-vien")
    filled = report()
    open_ = report(
        blocks=(*filled.blocks, Paragraph(said("Nguyên nhân: …")), Paragraph(said("Dấu “…”: chưa có."))),
        bases=(said("Căn cứ Nghị quyết ngày … tháng … năm …;"),),
    )  # fmt: skip
    assert left_blank(filled) == 0
    assert left_blank(open_) == 4
    assert "chưa điền" not in page(office, at("paper", drafted(content=filled)))
    assert "Còn 4 chỗ “…” chưa điền." in page(office, at("paper", drafted(content=open_)))
