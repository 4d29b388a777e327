"""The approver's pages: what waits, one report laid open, approved, returned; a round closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from dieuhanh.domain.actors import Actor
from dieuhanh.reports.actions.deciding import CellRemark, approve, give_back, take_back
from dieuhanh.reports.actions.drafts import CellChange
from dieuhanh.reports.actions.filing import file_submission
from dieuhanh.reports.models import Closing, Figure, Submission
from tests.pages import between, page, words
from tests.reports.entry_books import commune_form, owed, own_area

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
SignIn = Callable[[str], Client]
TODAY = date(2022, 1, 12)
TYPED = {"thu-ngan-sach": "1.112,5", "trong-do-noi-dia": "890", "viec-lam": "…"}


def hand_in(found: Submission, by: Actor, **changed: str) -> None:
    area = own_area(found).pk
    typed = TYPED | {name.replace("_", "-"): text for name, text in changed.items()}
    cells = [CellChange(row, area, text) for row, text in typed.items()]
    file_submission(by=by, submission=found.pk, today=TODAY, cells=cells)


@pytest.fixture
def filed(actor: Seat) -> Submission:
    found = owed(commune_form(), "ubnd-32248", ["ubnd-973"])
    hand_in(found, actor("can-bo-xa"))
    return found


def test_the_approver_sees_what_waits_and_nobody_else_does(
    filed: Submission, client_as: SignIn
) -> None:
    told = words(page(client_as("can-bo-huyen"), "/bao-cao/cho-duyet/"))
    assert "1 báo cáo chờ bạn duyệt" in told
    assert "Đất Mũi" in told
    for seat in ("can-bo-xa", "so-y-te", "chu-tich", "nguoi-dan"):
        assert "Đất Mũi" not in words(page(client_as(seat), "/bao-cao/cho-duyet/"))


def test_one_report_is_approved_from_its_page(filed: Submission, client_as: SignIn) -> None:
    client, address = client_as("can-bo-huyen"), f"/bao-cao/{filed.pk}/duyet/"
    told = words(page(client, address))
    assert "1.112,5" in told
    assert "Duyệt, đưa số vào sổ" in told
    answer = client.post(address, {"approve": "1", "filing": "1"}, follow=True)
    assert "Đã duyệt 1 báo cáo. 4 số liệu đã vào sổ" in words(answer.content.decode())
    assert Figure.objects.filter(filing__submission=filed).count() == 4


def test_many_are_approved_together_as_they_were_shown(
    filed: Submission, client_as: SignIn
) -> None:
    client = client_as("can-bo-huyen")
    address = "/bao-cao/cho-duyet/duyet/"
    stale = client.post(address, {"chon": f"{filed.pk}:7"}, follow=True)
    assert "đã được nộp lại" in words(stale.content.decode())
    none = client.post(address, {}, follow=True)
    assert "Hãy chọn ít nhất một báo cáo." in words(none.content.decode())
    done = client.post(address, {"chon": f"{filed.pk}:1"}, follow=True)
    assert "Đã duyệt 1 báo cáo." in words(done.content.decode())
    again = client.post(address, {"chon": f"{filed.pk}:1"}, follow=True)
    assert "Chuyên viên huyện đã duyệt" in words(again.content.decode())


def test_a_number_no_database_holds_names_no_report(filed: Submission, client_as: SignIn) -> None:
    client = client_as("can-bo-huyen")
    for chosen in (f"{10**30}:1", f"{filed.pk}:{10**30}"):
        answer = client.post("/bao-cao/cho-duyet/duyet/", {"chon": chosen})
        assert answer.status_code in {302, 404}
    filed.refresh_from_db()
    assert filed.state == "submitted"


def test_what_was_filed_again_meanwhile_is_not_returned_unread(
    filed: Submission, client_as: SignIn, actor: Seat
) -> None:
    client, address = client_as("can-bo-huyen"), f"/bao-cao/{filed.pk}/duyet/"
    take_back(by=actor("can-bo-xa"), submission=filed.pk)
    hand_in(filed, actor("can-bo-xa"), viec_lam="12")
    told = client.post(address, {"return": "1", "filing": "1", "comment": "Thiếu việc làm"})
    assert "đã được nộp lại" in words(told.content.decode())
    filed.refresh_from_db()
    assert (filed.state, filed.filings) == ("submitted", 2)
    back = client.post(address, {"return": "1", "filing": "2", "comment": "Xem lại"})
    assert back.status_code == 302


def test_a_cell_is_returned_and_shown_as_it_was_and_is(
    filed: Submission, client_as: SignIn, actor: Seat
) -> None:
    client, address = client_as("can-bo-huyen"), f"/bao-cao/{filed.pk}/duyet/"
    silent = client.post(address, {"return": "1"})
    assert "ý kiến ở ít nhất một ô" in words(silent.content.decode())
    remark = {f"y-kien:viec-lam:{own_area(filed).pk}": "Đã có số"}
    assert client.post(address, {"return": "1", **remark}).status_code == 302
    seen = words(page(client_as("can-bo-xa"), f"/bao-cao/{filed.pk}/"))
    assert "Bị trả lại: Đã có số" in seen
    hand_in(filed, actor("can-bo-xa"), viec_lam="12")
    source = page(client, address)
    cell = words(between(source, 'data-line="viec-lam:', "</tr>"))
    assert "lần nộp trước: … → 12" in cell
    assert "1 ô khác lần nộp trước" in words(source)
    steps = words(between(source, 'id="steps-title"', "</ol>"))
    assert steps.index("Nộp") < steps.index("Trả lại")
    assert "nộp lần 2, 1 ô khác lần trước" in words(page(client, "/bao-cao/cho-duyet/"))


def test_the_filler_takes_its_report_back(filed: Submission, client_as: SignIn) -> None:
    client = client_as("can-bo-xa")
    assert "Rút lại để sửa" in words(page(client, f"/bao-cao/{filed.pk}/duyet/"))
    client.post(f"/bao-cao/{filed.pk}/rut-lai/")
    filed.refresh_from_db()
    assert filed.state == "draft"


def test_others_neither_see_nor_decide(filed: Submission, client_as: SignIn) -> None:
    address = f"/bao-cao/{filed.pk}/duyet/"
    for seat in ("so-y-te", "nguoi-dan"):
        assert client_as(seat).get(address).status_code == 404
        assert client_as(seat).post(address, {"approve": "1", "filing": "1"}).status_code == 404
    for seat in ("chu-tich", "can-bo-xa"):
        assert "Duyệt, đưa số vào sổ" not in page(client_as(seat), address)
        assert client_as(seat).post(address, {"approve": "1", "filing": "1"}).status_code == 403
    assert client_as("can-bo-huyen").get("/bao-cao/999999/duyet/").status_code == 404
    filed.refresh_from_db()
    assert filed.state == "submitted"


def test_a_round_is_closed_with_names_and_again_when_the_late_come(
    client_as: SignIn, actor: Seat
) -> None:
    sent = commune_form()
    first, late = (owed(sent, code, ["ubnd-973"]) for code in ("ubnd-32248", "ubnd-32245"))
    hand_in(first, actor("can-bo-xa"))
    approve(by=actor("can-bo-huyen"), submissions=[first.pk], today=TODAY)
    client, address = client_as("chuyen-vien"), f"/ky-bao-cao/{sent.code}/chot/"
    told = words(page(client, address))
    assert "1 nơi còn thiếu, cần nêu lý do" in told
    refused = words(client.post(address, {}).content.decode())
    assert f"Còn 1 nơi thiếu báo cáo mà chưa có lý do: {late.body.name}" in refused
    done = client.post(address, {"ly-do:ubnd-32245": "mất điện"}, follow=True)
    assert "Đã chốt lần 1: 1/2 báo cáo." in words(done.content.decode())
    assert "Chưa có gì thay đổi." in words(done.content.decode())
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415

    hand_in(late, keeper("xã"))
    approve(by=actor("can-bo-huyen"), submissions=[late.pk], today=TODAY)
    source = words(page(client, address))
    assert f"Đã về thêm: {late.body.name}" in source
    client.post(address, {})
    assert list(Closing.objects.filter(round=sent).values_list("number", "approved")) == [
        (1, 1),
        (2, 2),
    ]
    for seat in ("can-bo-huyen", "so-y-te", "chu-tich", "nguoi-dan"):
        assert client_as(seat).get(address).status_code == 404
        assert client_as(seat).post(address, {}).status_code == 404


def test_the_history_keeps_the_words_of_a_return(filed: Submission, actor: Seat) -> None:
    remark = CellRemark("viec-lam", own_area(filed).pk, "xem lại")
    give_back(by=actor("can-bo-huyen"), submission=filed.pk, comment="thiếu", remarks=[remark])
    assert list(filed.steps.values_list("kind", "comment")) == [
        ("filed", ""),
        ("returned", "thiếu"),
    ]


def test_every_number_of_an_approved_report_leads_to_its_passport(
    client_as: SignIn, actor: Seat
) -> None:
    filed = owed(commune_form(), "ubnd-32248", ["ubnd-973"])
    hand_in(filed, actor("can-bo-xa"))
    client, address = client_as("can-bo-xa"), f"/bao-cao/{filed.pk}/"
    assert "/so-lieu/" not in page(client, address).split("<tbody>")[1].split("</tbody>")[0]
    approve(by=actor("can-bo-huyen"), submissions=[filed.pk], today=TODAY)
    told = page(client, address)
    made = Figure.objects.filter(filing__submission=filed)
    assert made.count() > 1
    for each in made:
        assert f'href="/so-lieu/{each.pk}/"' in told
    assert client.get(f"/so-lieu/{made[0].pk}/").status_code == 200
