"""The form's page: the sheet to fill in, saving with and without script, paper, refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import door_open
from dieuhanh.bodies.models import Area
from dieuhanh.reports.models import Check, DraftCell, Filing, Submission
from tests.pages import between, page, words
from tests.reports.entry_books import commune_form, health_form, owed, own_area, second_officer

pytestmark = pytest.mark.usefixtures("example")
Seats = Callable[[str], Client]


@pytest.fixture
def dat_mui() -> Submission:
    return owed(commune_form(), "ubnd-32248", ["ubnd-973"])


def cell(found: Submission, key: str) -> str:
    return f"{key}:{own_area(found).pk}"


def sent(client: Client, found: Submission, *cells: tuple[str, str], **more: Any) -> Any:
    body = {
        "writer": "w1", "seen": 0,
        "cells": [{"id": cell(found, k), "text": t, "note": None, "base": 0} for k, t in cells],
    } | more  # fmt: skip
    return client.post(
        f"/bao-cao/{found.pk}/luu/", json.dumps(body), content_type="application/json"
    )


def test_the_sheet_has_the_columns_officers_know(dat_mui: Submission, client_as: Seats) -> None:
    source = page(client_as("can-bo-xa"), f"/bao-cao/{dat_mui.pk}/")
    heads = words(between(source, "<thead>", "</thead>"))
    assert heads.startswith("TT Chỉ tiêu ĐVT TH năm 2020")
    assert heads.endswith("Ước TH năm 2021 So với năm trước (%) Ghi chú")
    body = words(between(source, "<tbody>", "</tbody>"))
    for told in ("I Kinh tế", "1.1 Trong đó: thu nội địa tỷ đồng", "2 Tỷ lệ thu nội địa %"):
        assert told in body
    assert 'aria-label="Thu ngân sách nhà nước trên địa bàn, tỷ đồng"' in source


def test_a_save_answers_what_was_taken_and_what_cannot_be_read(
    dat_mui: Submission, client_as: Seats
) -> None:
    answer = sent(
        client_as("can-bo-xa"), dat_mui, ("viec-lam", "12"), ("thu-ngan-sach", "1,234.5")
    ).json()
    assert answer["revision"] == 1
    assert set(answer["taken"]) == {cell(dat_mui, "viec-lam"), cell(dat_mui, "thu-ngan-sach")}
    assert answer["faults"][cell(dat_mui, "viec-lam")] == ""
    assert "1.234,5" in answer["faults"][cell(dat_mui, "thu-ngan-sach")]
    source = page(client_as("can-bo-xa"), f"/bao-cao/{dat_mui.pk}/")
    assert 'value="1,234.5"' in source
    assert "viết kiểu Anh" in words(source)


def test_others_typing_is_told_with_the_answer_and_on_asking(
    dat_mui: Submission, client_as: Seats
) -> None:
    client = client_as("can-bo-xa")
    sent(client, dat_mui, ("viec-lam", "12"), writer="w2")
    answer = sent(client, dat_mui, ("viec-lam", "13"), ("thu-ngan-sach", "5")).json()
    [clash] = answer["conflicts"]
    assert (clash["yours"], clash["theirs"], clash["by"]) == (["13", None], ["12", ""], "Cán bộ xã")
    assert [each["text"] for each in answer["changes"]] == ["12"]
    asked = client.get(f"/bao-cao/{dat_mui.pk}/thay-doi/?seen=1&writer=w2").json()
    assert [each["text"] for each in asked["changes"]] == ["5"]
    assert asked["revision"] == 2


def test_who_has_the_form_open_is_told_to_others_and_not_to_oneself(
    dat_mui: Submission, client_as: Seats
) -> None:
    cache.delete(f"form-open:{dat_mui.pk}")
    one, other = client_as("can-bo-xa"), client_as(second_officer().username)
    address = f"/bao-cao/{dat_mui.pk}/thay-doi/?seen=0&writer="
    assert one.get(f"{address}a").json()["others"] == []
    again = client_as("can-bo-xa")
    assert again.get(f"{address}b").json()["others"] == [], "one's own earlier session"
    assert other.get(f"{address}c").json()["others"] == ["Cán bộ xã"], "once, of two windows"
    assert one.get(f"{address}a").json()["others"] == ["Cán bộ thống kê"]
    assert "others" not in client_as("chu-tich").get(f"{address}d").json()


def test_what_cannot_be_read_as_a_save_changes_nothing(
    dat_mui: Submission, client_as: Seats
) -> None:
    client = client_as("can-bo-xa")
    address = f"/bao-cao/{dat_mui.pk}/luu/"
    for body in ("{", "[]", '{"cells": 3, "seen": 0}', '{"cells": [{"id": "a"}], "seen": 0}'):
        response = client.post(address, body, content_type="application/json")
        assert response.status_code == 400
        assert "tải lại trang" in response.json()["told"]
    unknown = sent(client, dat_mui, ("khong-co", "1"))
    assert (unknown.status_code, unknown.json()["code"]) == (400, "cell.unknown")
    assert not DraftCell.objects.exists()


def form_fields(source: str) -> dict[str, str]:
    """What a browser without script would post of the page."""
    import re  # noqa: PLC0415

    fields = dict(re.findall(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"', source))
    fields |= {"shown": between(source, 'name="shown" value="', '">')}
    return fields | dict(re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)', source))


def test_without_script_the_form_is_posted_and_only_what_differs_is_written(
    dat_mui: Submission, client_as: Seats
) -> None:
    client = client_as("can-bo-xa")
    address = f"/bao-cao/{dat_mui.pk}/"
    fields = form_fields(page(client, address))
    sent(client, dat_mui, ("viec-lam", "40"), writer="người khác")
    fields[f"o:{cell(dat_mui, 'thu-ngan-sach')}"] = "5,5"
    fields[f"g:{cell(dat_mui, 'thu-ngan-sach')}"] = "tạm tính"
    answer = client.post(f"{address}luu/", fields, follow=True)
    assert "Đã lưu 1 ô." in answer.content.decode()
    held = dict(DraftCell.objects.values_list("row__key", "text"))
    assert held == {"viec-lam": "40", "thu-ngan-sach": "5,5"}
    fields[f"o:{cell(dat_mui, 'viec-lam')}"] = "41"
    answer = client.post(f"{address}luu/", fields, follow=True)
    assert "vừa ghi “40”; bạn ghi “41”, chưa lưu" in answer.content.decode()


def test_money_is_shown_and_typed_in_the_unit_asked_for_exactly(
    dat_mui: Submission, client_as: Seats
) -> None:
    client = client_as("can-bo-xa")
    sent(client, dat_mui, ("thu-ngan-sach", "5.851,5"), ("viec-lam", "40"))
    address = f"/bao-cao/{dat_mui.pk}/"
    source = page(client, f"{address}?don-vi=dong")
    assert 'value="5.851.500.000.000"' in source
    assert 'value="40"' in source
    assert "triệu đồng" not in between(source, "<tbody>", "</tbody>")
    fields = form_fields(page(client, f"{address}?don-vi=trieu"))
    fields[f"o:{cell(dat_mui, 'trong-do-noi-dia')}"] = "12.345"
    client.post(f"{address}luu/?don-vi=trieu", fields)
    held = dict(DraftCell.objects.values_list("row__key", "text"))
    assert held["trong-do-noi-dia"] == "12,345"
    assert held["thu-ngan-sach"] == "5.851,5"


def test_a_department_sees_its_districts_in_blocks_either_way(client_as: Seats) -> None:
    found = owed(health_form(), "so-y-te-ca-mau")
    client = client_as("so-y-te")
    by_row = page(client, f"/bao-cao/{found.pk}/")
    assert by_row.count('class="sheet-group') == 3
    assert by_row.count('<input class="cell"') == 18
    by_area = page(client, f"/bao-cao/{found.pk}/?theo=dia-ban")
    assert by_area.count('class="sheet-group') == 9
    ngoc_hien = Area.objects.get(code="973").name
    assert f'aria-label="Số giường bệnh, {ngoc_hien}, giường"' in by_area


def test_reading_seats_see_no_input_and_others_nothing(
    dat_mui: Submission, client_as: Seats
) -> None:
    elsewhere = owed(dat_mui.round, "ubnd-32185", ["ubnd-972"])
    for seat in ("chu-tich", "can-bo-huyen", "chuyen-vien"):
        source = page(client_as(seat), f"/bao-cao/{dat_mui.pk}/")
        assert 'class="cell"' not in source
        assert "sheet.js" not in source
        assert f"/bao-cao/{dat_mui.pk}/duyet/" in source
    hidden = {
        "can-bo-xa": [elsewhere.pk, 10**9], "can-bo-huyen": [elsewhere.pk],
        "so-y-te": [dat_mui.pk], "quan-tri": [dat_mui.pk], "nguoi-dan": [dat_mui.pk],
    }  # fmt: skip
    absent = client_as("can-bo-xa").get("/bao-cao/999999999/")
    for seat, pks in hidden.items():
        client = client_as(seat)
        for pk in pks:
            for rest in ("", "in/", "nop/", "thay-doi/"):
                assert client.get(f"/bao-cao/{pk}/{rest}").status_code == 404, (seat, rest)
            assert client.post(f"/bao-cao/{pk}/nop/").status_code == 404
            assert client.post(f"/bao-cao/{pk}/luu/", {}).status_code == 404
    for seat in ("chu-tich", "can-bo-huyen"):
        assert sent(client_as(seat), dat_mui, ("viec-lam", "1")).status_code == 404
    refused = client_as("can-bo-xa").get(f"/bao-cao/{elsewhere.pk}/").content.decode()
    assert words(refused) == words(absent.content.decode())


def test_handing_in_shows_what_is_missing_then_the_safe_receipt(
    dat_mui: Submission, client_as: Seats
) -> None:
    client = client_as("can-bo-xa")
    address = f"/bao-cao/{dat_mui.pk}/"
    sent(client, dat_mui, ("thu-ngan-sach", "5,8"), ("trong-do-noi-dia", "1,234.5"))
    source = page(client, f"{address}nop/")
    assert "ô không đọc được (1)" in words(source)
    assert "Ô còn trống (1)" in words(source)
    assert "disabled" in source
    sent(client, dat_mui, ("trong-do-noi-dia", "5,7"), ("viec-lam", "-"))
    source = page(client, f"{address}nop/")
    assert "Không còn gì phải sửa" in source
    key = between(source, 'name="key" value="', '"')
    for _ in range(2):
        answer = client.post(f"{address}nop/", {"key": key}, follow=True)
        assert answer.redirect_chain == [(f"{address}bien-nhan/", 302)]
        said = words(answer.content.decode())
        assert "Biểu đã được nhận an toàn lúc" in said
        assert Filing.objects.get().checksum[:12] in said
    assert Filing.objects.count() == 1
    assert f"số {dat_mui.pk}/1" in words(page(client, address))
    refused = sent(client, dat_mui, ("viec-lam", "9"))
    assert refused.json()["code"] == "submission.not_open"


def test_paper_has_the_letterhead_and_every_line(dat_mui: Submission, client_as: Seats) -> None:
    sent(client_as("can-bo-xa"), dat_mui, ("thu-ngan-sach", "5,8"), ("viec-lam", "…"))
    said = words(page(client_as("can-bo-huyen"), f"/bao-cao/{dat_mui.pk}/in/"))
    assert "ỦY BAN NHÂN DÂN XÃ ĐẤT MŨI" in said
    assert "Trong đó: thu nội địa" in said
    assert "5,8" in said
    assert "NGƯỜI LẬP BIỂU" in said


def test_pages_ask_the_database_little(
    client_as: Seats, dat_mui: Submission, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_as("can-bo-xa")
    beds = owed(health_form(), "so-y-te-ca-mau")
    doctor = client_as("so-y-te")
    page(client, f"/bao-cao/{dat_mui.pk}/")
    with django_assert_max_num_queries(24):
        page(client, f"/bao-cao/{dat_mui.pk}/")
    with django_assert_max_num_queries(24):
        page(doctor, f"/bao-cao/{beds.pk}/")
    with django_assert_max_num_queries(28):
        sent(client, dat_mui, ("viec-lam", "9"))
    asking = f"/bao-cao/{dat_mui.pk}/thay-doi/?seen=1&writer=w1"
    with django_assert_max_num_queries(14):
        client.get(asking)
    with django_assert_max_num_queries(9):
        client.get(asking)


def test_a_returned_form_says_why_and_what(dat_mui: Submission, client_as: Seats) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from dieuhanh.reports.models import Remark, Step  # noqa: PLC0415
    from dieuhanh.reports.queries.sheets import rows_of  # noqa: PLC0415

    row = next(row for row in rows_of(dat_mui) if row.key == "viec-lam")
    now = timezone.now()
    with door_open():
        filing = Filing.objects.create(
            submission=dat_mui, number=1, cells=[], checksum="", via="page", filed_at=now,
            filed_by="x", actor_id="x",
        )  # fmt: skip
        Remark.objects.create(
            submission=dat_mui, filing=filing, row=row, area=own_area(dat_mui),
            text="kiểm tra lại ấp Mũi", at=now, by="huyện",
        )  # fmt: skip
        Step.objects.create(
            submission=dat_mui, filing=filing, kind="returned", comment="xem ô việc làm", at=now,
            by="Chuyên viên huyện",
        )  # fmt: skip
        dat_mui.state, dat_mui.filings = "returned", 1
        dat_mui.save()
    said = words(page(client_as("can-bo-xa"), f"/bao-cao/{dat_mui.pk}/?chi=thieu"))
    assert "Bị trả lại: kiểm tra lại ấp Mũi" in said
    assert "Chuyên viên huyện trả lại" in said
    assert "xem ô việc làm" in said
    assert "nhận an toàn" not in said


def test_what_the_checks_find_is_told_at_the_cell_with_every_save(
    dat_mui: Submission, client_as: Seats
) -> None:
    with door_open():
        for code, severity, least in (("it-nhat", "hard", "1"), ("la", "soft", "10")):
            Check.objects.create(
                form=dat_mui.round.version.form, code=code, kind="range", row_key="viec-lam",
                parameters={"low": least}, severity=severity,
            )  # fmt: skip
    client = client_as("can-bo-xa")
    jobs = cell(dat_mui, "viec-lam")
    found = sent(client, dat_mui, ("viec-lam", "0")).json()["findings"][jobs]
    assert [each["severity"] for each in found] == ["hard", "soft"]
    assert "thấp hơn mức thấp nhất 1" in found[0]["told"]
    [soft] = sent(client, dat_mui, ("viec-lam", "5")).json()["findings"][jobs]
    assert (soft["severity"], "ghi lý do vào cột ghi chú" in soft["told"]) == ("soft", True)
    sent(client, dat_mui, ("thu-ngan-sach", "5,8"), ("trong-do-noi-dia", "5,7"))
    source = page(client, f"/bao-cao/{dat_mui.pk}/nop/")
    assert "Cần giải thích ở cột ghi chú (1)" in words(source)
    assert "disabled" in source
    explained = [{"id": jobs, "text": "5", "note": "ấp Mũi chưa gửi", "base": 3}]
    answer = sent(client, dat_mui, cells=explained).json()
    assert answer["findings"][jobs][0]["severity"] == "explained"
    source = page(client, f"/bao-cao/{dat_mui.pk}/nop/")
    assert "Đã giải thích: ấp Mũi chưa gửi" in words(source)
    assert "disabled" not in between(source, "<main", "</main>")
