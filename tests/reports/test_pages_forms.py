"""The pages of forms: made without a developer, issued, changed, checked, refused to others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput
from dieuhanh.plans.models import Indicator
from dieuhanh.reports.actions.forms import create_form, issue_version, save_draft
from dieuhanh.reports.models import Check, Form, FormDraft, FormVersion
from dieuhanh.reports.queries.forms import asked_elsewhere
from dieuhanh.reports.queries.indicators import find_indicators
from tests.pages import words
from tests.reports.builders import (
    COMMUNES,
    JOBS,
    ROWS,
    commune_version,
    counted_indicators,
    round_2021,
)

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
Sign = Callable[[str], Client]


def builder(rows: list[dict[str, str]], base: int, **more: str) -> dict[str, str]:
    sent = {
        "filler_kind": "ubnd", "filler_level": "commune", "periodicity": "year",
        "about_level": "", "money_unit": "", "base": str(base), "rows": str(len(rows)),
    }  # fmt: skip
    for n, row in enumerate(rows):
        sent |= {f"r{n}-{name}": value for name, value in row.items()}
    return sent | more


def drafted(code: str) -> list[dict[str, str]]:
    """The rows of the draft as the page would send them back."""
    kept = FormDraft.objects.get(form__code=code)
    return [
        {
            name: "x" if value is True else "" if value is False else str(value)
            for name, value in row.items()
        }
        for row in kept.rows
    ]


def test_a_form_is_made_from_nothing_on_the_pages_alone(client_as: Sign, at_machine: Actor) -> None:
    counted_indicators(at_machine)
    client = client_as("chuyen-vien")
    made = client.post("/bieu-mau/moi/", {"name": "Việc làm xã", "owner": "so-khdt-ca-mau"})
    assert made.headers["Location"] == "/bieu-mau/viec-lam-xa/soan/"
    page = "/bieu-mau/viec-lam-xa/soan/"
    client.post(page, builder([], 0, do="heading", heading="Lao động"))
    rows = drafted("viec-lam-xa")
    client.post(page, builder(rows, 1, do=f"indicator:{JOBS}"))
    client.post(page, builder(drafted("viec-lam-xa"), 2, do="parts:1"))
    rows = drafted("viec-lam-xa")
    assert [row["no"] for row in rows] == ["I", "1", "1.1", "1.2", "1.3"]
    assert rows[2]["breakdown"] == "noi-lam-viec=trong-tinh"
    issued = client.post(page, builder(rows, 3, do="issue"))
    assert issued.headers["Location"] == "/bieu-mau/viec-lam-xa/"
    version = FormVersion.objects.get(form__code="viec-lam-xa")
    assert (version.number, version.rows.count()) == (1, 5)
    assert "Giải quyết việc làm" in client.get("/bieu-mau/viec-lam-xa/").content.decode()


def test_what_is_wrong_is_told_at_its_row_and_nothing_is_lost(client_as: Sign, actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    client = client_as("chuyen-vien")
    page = f"/bieu-mau/{version.form.code}/soan/"
    rows = [row.as_json() for row in ROWS]
    rows[1]["unit"] = "ha"
    sent = [
        {name: "x" if value is True else "" if value is False else str(value) for name, value in row.items()}
        for row in rows
    ]  # fmt: skip
    answer = client.post(page, builder(sent, 0, do="issue"))
    assert answer.status_code == 400
    told = answer.content.decode()
    assert "row-fault" in told
    assert "không quy đổi được" in told
    assert FormDraft.objects.get(form=version.form).rows[1]["unit"] == "ha"
    assert FormVersion.objects.filter(form=version.form).count() == 1


@pytest.mark.parametrize("do", ["check", "issue"])
def test_all_that_is_wrong_is_told_at_once_by_the_numbers_the_form_prints(
    client_as: Sign, actor: Seat, do: str
) -> None:
    version = commune_version(actor("chuyen-vien"))
    rows = [row.as_json() | {"required": "x"} for row in ROWS]
    rows[0] |= {"no": "I", "label": ""}
    rows[1] |= {"no": "1", "unit": ""}
    rows[2] |= {"no": "1.1", "unit": "ha"}
    sent = [{name: str(value) for name, value in row.items()} for row in rows]
    address = f"/bieu-mau/{version.form.code}/soan/"
    answer = client_as("chuyen-vien").post(address, builder(sent, 0, do=do))
    assert answer.status_code == 400
    told = words(answer.content.decode())
    assert "3 chỗ phải sửa trước khi ban hành:" in told
    assert f"TT I: Dòng “{rows[0]['key']}” chưa có tên." in told
    assert f"TT 1: Dòng “{rows[1]['label']}” chưa có đơn vị tính." in told
    assert f"TT 1.1: Dòng “{rows[2]['label']}” ghi đơn vị “ha”, không quy đổi được" in told
    assert "dòng 2" not in told.lower()
    assert "['" not in told
    assert told.count("TT 1.1: ") == 3, "at the head, at its row, and beside the buttons"
    assert answer.content.decode().count("row-fault") == 3
    assert FormVersion.objects.filter(form=version.form).count() == 1


def test_two_officers_on_one_form_are_told_so(client_as: Sign, actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    page = f"/bieu-mau/{version.form.code}/soan/"
    one, other = client_as("chuyen-vien"), client_as("chuyen-vien")
    one.post(page, builder([], 0, do="heading", heading="Của tôi"))
    answer = other.post(page, builder([], 0, do="heading", heading="Của bạn"))
    assert answer.status_code == 400
    assert "vừa lưu bản khác" in answer.content.decode()
    assert "Của bạn" in answer.content.decode()
    assert FormDraft.objects.get(form=version.form).rows[0]["label"] == "Của tôi"


def test_a_new_version_tells_what_changed_and_open_rounds_keep_theirs(
    client_as: Sign, actor: Seat
) -> None:
    by = actor("chuyen-vien")
    opened = round_2021(by)
    form = opened.version.form
    changed = tuple(row for row in ROWS if row.key != "xa-nong-thon-moi")
    second = issue_version(by=by, form=form, head=COMMUNES, rows=changed)
    opened.refresh_from_db()
    assert (second.number, opened.version.number) == (2, 1)
    page = client_as("chuyen-vien").get(f"/bieu-mau/{form.code}/").content.decode()
    assert "Khác phiên bản 1" in page
    assert "Tỷ lệ xã đạt chuẩn nông thôn mới</span>" in page


def test_the_same_rows_again_are_not_another_version(actor: Seat) -> None:
    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415

    by = actor("chuyen-vien")
    version = commune_version(by)
    with pytest.raises(BadInput, match=r"form\.same_version"):
        issue_version(by=by, form=version.form, head=COMMUNES, rows=ROWS)


def test_asking_twice_is_warned_about(client_as: Sign, actor: Seat) -> None:
    from dieuhanh.bodies.models import Body  # noqa: PLC0415

    by = actor("chuyen-vien")
    first = commune_version(by)
    other = create_form(
        by=by, owner=Body.objects.get(code="so-khdt-ca-mau"), code="khac", name="Biểu khác"
    )
    assert asked_elsewhere(other, ROWS, COMMUNES)[JOBS] == [first.form]
    client = client_as("chuyen-vien")
    client.post("/bieu-mau/khac/soan/", builder([], 0, do=f"indicator:{JOBS}"))
    page = client.get("/bieu-mau/khac/soan/").content.decode()
    assert "Đã hỏi cơ quan này ở biểu khác" in page


def test_indicators_are_found_without_accents(client_as: Sign, actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    page = f"/bieu-mau/{version.form.code}/soan/tim/?tim=giai quyet viec"
    assert "Giải quyết việc làm" in client_as("chuyen-vien").get(page).content.decode()


def test_a_rule_is_tried_then_kept(client_as: Sign, actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    client = client_as("chuyen-vien")
    page = f"/bieu-mau/{version.form.code}/quy-tac/"
    sent = {"kind": "range", "row": "tong-so-ho", "high": "5.000,5", "severity": "hard"}
    tried = client.post(page, sent | {"do": "try"}).content.decode()
    assert "“Tổng số hộ” không quá 5.000,5" in tried
    assert "chưa có ai nộp" in tried
    assert not Check.objects.filter(row_key="tong-so-ho").exists()
    client.post(page, sent | {"do": "save"})
    assert Check.objects.get(row_key="tong-so-ho").parameters == {"high": "5000.5"}
    wrong = client.post(page, sent | {"do": "save", "high": "1,234.5"})
    assert wrong.status_code == 400


@pytest.mark.parametrize("seat", ["so-y-te", "can-bo-huyen", "can-bo-xa", "chu-tich", "nguoi-dan"])
def test_nobody_else_makes_or_changes_a_form(client_as: Sign, actor: Seat, seat: str) -> None:
    version = commune_version(actor("chuyen-vien"))
    client, code = client_as(seat), version.form.code
    for page in (
        f"/bieu-mau/{code}/soan/",
        f"/bieu-mau/{code}/quy-tac/",
        f"/bieu-mau/{code}/mo-ky/",
    ):
        assert client.get(page).status_code in {403, 404}
        assert client.post(page, builder([], 0, do="heading")).status_code in {403, 404}
    assert client.post(f"/bieu-mau/{code}/ngung/").status_code in {403, 404}
    assert not FormDraft.objects.filter(form__code=code).exists()
    assert Form.objects.get(code=code).retired_on is None


def test_a_citizen_sees_no_forms_and_a_guess_reads_as_nothing(client_as: Sign, actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    client = client_as("nguoi-dan")
    there, absent = (client.get(f"/bieu-mau/{code}/") for code in (version.form.code, "khong-co"))
    assert (there.status_code, absent.status_code) == (404, 404)
    assert version.form.name not in client.get("/bieu-mau/").content.decode()


def test_the_list_asks_the_same_number_of_times_for_one_form_as_for_ten(
    client_as: Sign, actor: Seat, django_assert_max_num_queries: Callable[..., object]
) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    by, client = actor("chuyen-vien"), client_as("chuyen-vien")
    commune_version(by)
    with CaptureQueriesContext(connection) as one:
        client.get("/bieu-mau/")
    for n in range(9):
        commune_version(by, code=f"bieu-{n}")
    with CaptureQueriesContext(connection) as ten:
        client.get("/bieu-mau/")
    assert len(ten) == len(one)


def test_what_begins_with_the_words_is_found_first() -> None:
    found = [each.name for each in find_indicators("ty le ho ngheo")]
    assert found[0] == "Tỷ lệ hộ nghèo"
    assert "Mức giảm tỷ lệ hộ nghèo" in found[1:]


def test_the_same_rows_sent_twice_are_kept_once(actor: Seat) -> None:
    version = commune_version(actor("chuyen-vien"))
    by, form = actor("chuyen-vien"), version.form
    first = save_draft(by=by, form=form, head=COMMUNES, rows=ROWS, base=0)
    again = save_draft(by=by, form=form, head=COMMUNES, rows=ROWS, base=0)
    assert (first.revision, again.revision) == (1, 1)
    with pytest.raises(BadInput) as told:
        save_draft(by=by, form=form, head=COMMUNES, rows=ROWS[:3], base=0)
    assert told.value.code == "form.draft_moved"


def test_a_quarrel_over_the_draft_leaves_no_new_indicator(actor: Seat, client_as: Sign) -> None:
    version = commune_version(actor("chuyen-vien"))
    save_draft(by=actor("chuyen-vien"), form=version.form, head=COMMUNES, rows=ROWS, base=0)
    sent = {
        "rows": "0",
        "base": "0",
        "do": "new-indicator",
        "new-name": "Số cống",
        "new-unit": "cái",
    }
    answer = client_as("chuyen-vien").post(f"/bieu-mau/{version.form.code}/soan/", sent)
    assert "vừa lưu bản khác" in answer.content.decode()
    assert not Indicator.objects.filter(name="Số cống").exists()


@pytest.mark.parametrize(("about", "level"), [("district", "district"), ("", "commune")])
def test_a_new_indicator_is_counted_where_the_form_tells_of_it(
    actor: Seat, client_as: Sign, about: str, level: str
) -> None:
    version = commune_version(actor("chuyen-vien"))
    sent = builder([], 0, **{"do": "new-indicator", "new-name": "Số giường", "new-unit": "giường"})
    if about:
        sent |= {"about_level": about, "filler_kind": "so", "filler_level": "province"}
    client_as("chuyen-vien").post(f"/bieu-mau/{version.form.code}/soan/", sent)
    assert Indicator.objects.get(name="Số giường").counted_at == level


def test_a_level_no_page_sends_makes_no_indicator(actor: Seat, client_as: Sign) -> None:
    version = commune_version(actor("chuyen-vien"))
    sent = builder([], 0, **{"do": "new-indicator", "new-name": "Số giường", "new-unit": "giường"})
    answer = client_as("chuyen-vien").post(
        f"/bieu-mau/{version.form.code}/soan/", sent | {"filler_level": "ấp"}
    )
    assert answer.status_code == 400
    assert not Indicator.objects.filter(name="Số giường").exists()


def test_the_terms_of_a_sum_are_picked_by_name_here_and_in_other_forms(
    client_as: Sign, actor: Seat
) -> None:
    form = commune_version(actor("chuyen-vien")).form
    commune_version(actor("chuyen-vien"), code="bieu-ho")
    client, address = client_as("chuyen-vien"), f"/bieu-mau/{form.code}/quy-tac/"
    told = client.get(f"{address}?kind=sum").content.decode()
    assert '<input type="checkbox" name="term" value="so-ho-ngheo"> 3 Số hộ nghèo' in told
    assert '<option value="bieu-ho:tong-so-ho">2 Tổng số hộ (hộ)</option>' in told
    assert 'value="bieu-ho:ty-le-ho-ngheo"' not in told, "only what is typed is handed in"
    assert f'value="{form.code}:' not in told
    sent = {
        "kind": "sum", "row": "tong-so-ho", "relation": "at_least", "severity": "soft",
        "term": ["so-ho-ngheo", "bieu-ho:tong-so-ho", "", ""], "do": "save",
    }  # fmt: skip
    assert client.post(address, sent | {"row": JOBS}).status_code == 400
    assert client.post(address, sent).status_code == 302
    kept = Check.objects.get(form=form, kind="sum")
    assert kept.parameters["terms"] == ["so-ho-ngheo", "bieu-ho:tong-so-ho"]
    again = words(client.get(f"{address}{kept.code}/").content.decode())
    assert "Tình hình kinh tế - xã hội xã: 2 Tổng số hộ" in again
    assert "bieu-ho:" not in again
