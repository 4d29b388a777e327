"""The pages of workbooks: download, hand in, see each refused cell, take the marked copy back."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from dieuhanh.reports.models import DraftCell, Submission
from dieuhanh.ui import uploads
from tests.pages import between, page, words
from tests.reports.entry_books import commune_form, owed

pytestmark = pytest.mark.usefixtures("example")
Seats = Callable[[str], Client]


@pytest.fixture
def dat_mui() -> Submission:
    return owed(commune_form(), "ubnd-32248", ["ubnd-973"])


def handed(
    client: Client, address: str, content: bytes, name: str = "bao-cao.xlsx"
) -> tuple[int, str]:
    """Status and source of the answer to a file that is handed in."""
    answer = client.post(address, {"book": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.content.decode()


def filled(content: bytes, **cells: Any) -> bytes:
    made = load_workbook(io.BytesIO(content))
    for address, value in cells.items():
        made.worksheets[1][address] = value
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_down_filled_in_up_and_on_to_filing(dat_mui: Submission, client_as: Seats) -> None:
    client = client_as("can-bo-xa")
    sheet = page(client, f"/bao-cao/{dat_mui.pk}/")
    assert f"/bao-cao/{dat_mui.pk}/tep/" in sheet
    assert f"/bao-cao/{dat_mui.pk}/tep/nop/" in sheet
    answer = client.get(f"/bao-cao/{dat_mui.pk}/tep/")
    assert answer["Content-Disposition"] == 'attachment; filename="bieu-xa-2021-ubnd-32248.xlsx"'
    status, source = handed(
        client, f"/bao-cao/{dat_mui.pk}/tep/nop/", filled(answer.content, G9=1112.5, G12="40")
    )
    assert status == 200
    told = words(source)
    assert "2 ô thay đổi" in told
    assert "Thu ngân sách nhà nước trên địa bàn (để trống) 1.112,5" in told
    assert "Số được gõ dưới dạng chữ (“40”): đã đọc là 40" in told
    assert f"/bao-cao/{dat_mui.pk}/nop/" in source
    assert DraftCell.objects.filter(submission=dat_mui).count() == 2


def test_each_refused_cell_is_named_and_the_marked_copy_is_the_authors_alone(
    dat_mui: Submission, client_as: Seats
) -> None:
    client = client_as("can-bo-xa")
    empty = client.get(f"/bao-cao/{dat_mui.pk}/tep/").content
    status, source = handed(
        client, f"/bao-cao/{dat_mui.pk}/tep/nop/", filled(empty, G9="khoảng 5", G12=3)
    )
    assert status == 422
    told = words(between(source, 'id="refused"', "</section>"))
    assert "UBND xã Đất Mũi G9 “khoảng 5” không phải là số" in told
    assert "chưa ô nào được ghi" in words(source)
    assert not DraftCell.objects.exists()
    address = between(source, 'href="/bao-cao/tep-tra-lai/', '"')
    back = client.get(f"/bao-cao/tep-tra-lai/{address}")
    marked = load_workbook(io.BytesIO(back.content))["UBND xã Đất Mũi"]
    assert "khoảng 5" in marked["G9"].comment.text
    assert client_as("chu-tich").get(f"/bao-cao/tep-tra-lai/{address}").status_code == 404
    assert client.get(f"/bao-cao/tep-tra-lai/{address[:-4]}AAA/").status_code == 404


def test_a_file_that_is_none_is_told_in_one_sentence(dat_mui: Submission, client_as: Seats) -> None:
    client, address = client_as("can-bo-xa"), f"/bao-cao/{dat_mui.pk}/tep/nop/"
    for content, name, told in (
        (b"TT;Chi tieu", "so.csv", "không phải sổ tính Excel"),
        (b"PK\x03\x04...", "so.xlsx", "Sổ tính hỏng"),
        (b"x", "so.xlsm", "có macro"),
    ):
        status, source = handed(client, address, content, name)
        assert status == 422
        assert told in words(source)
    answer = client.post(address, {})
    assert "Chưa chọn tệp nào" in words(answer.content.decode())


def test_a_huge_file_is_dropped_while_it_arrives(
    dat_mui: Submission, client_as: Seats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 100_000)
    monkeypatch.setattr("dieuhanh.exchange.workbooks.guarding.MAX_BYTES", 100_000)
    status, source = handed(
        client_as("can-bo-xa"), f"/bao-cao/{dat_mui.pk}/tep/nop/", os.urandom(300_000)
    )
    assert status == 422
    assert "quá 0,1 MB nên không đọc" in words(source)


def test_the_limit_of_the_door_is_the_limit_of_the_reader(settings: Any) -> None:
    from dieuhanh.exchange.workbooks import guarding  # noqa: PLC0415

    assert uploads.LARGEST == guarding.MAX_BYTES
    assert settings.FILE_UPLOAD_HANDLERS[0] == "dieuhanh.ui.uploads.BoundedUpload"


def test_marked_copies_are_forgotten_after_a_day(
    dat_mui: Submission, client_as: Seats, settings: Any, tmp_path: Path
) -> None:
    settings.FILES_FOLDER = tmp_path / "files"
    client, address = client_as("can-bo-xa"), f"/bao-cao/{dat_mui.pk}/tep/nop/"
    empty = client.get(f"/bao-cao/{dat_mui.pk}/tep/").content
    handed(client, address, filled(empty, G9="năm"))
    folder = tmp_path / "returned"
    [first] = folder.iterdir()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(first, (yesterday, yesterday))
    handed(client, address, filled(empty, G9="sáu"))
    left = list(folder.iterdir())
    assert len(left) == 1
    assert first not in left


def test_a_round_in_one_file_for_whoever_sees_it(dat_mui: Submission, client_as: Seats) -> None:
    owed(dat_mui.round, "ubnd-32245", ["ubnd-973"])
    owed(dat_mui.round, "ubnd-32230", ["ubnd-972"])
    address = f"/ky-bao-cao/{dat_mui.round.code}/tep/"
    district = load_workbook(io.BytesIO(client_as("can-bo-huyen").get(address).content))
    assert district.sheetnames == ["Thông tin", "UBND xã Đất Mũi", "UBND xã Tân Ân"]
    assert all(cell.protection.locked for row in district.worksheets[1] for cell in row)
    own = load_workbook(io.BytesIO(client_as("can-bo-xa").get(address).content))
    assert own.sheetnames == ["Thông tin", "UBND xã Đất Mũi"]
    assert client_as("nguoi-dan").get(address).status_code == 404


def test_a_districts_file_is_refused_where_it_may_not_enter(
    dat_mui: Submission, client_as: Seats
) -> None:
    client, address = client_as("can-bo-huyen"), f"/ky-bao-cao/{dat_mui.round.code}/tep/"
    status, source = handed(client, f"{address}nop/", filled(client.get(address).content, G9=5))
    assert status == 422
    assert "Bạn không nhập thay được cho cơ quan “ubnd-32248”" in words(source)


@pytest.mark.parametrize("seat", ["can-bo-huyen", "chu-tich"])
def test_who_sees_but_may_not_fill_in_is_led_back(
    dat_mui: Submission, client_as: Seats, seat: str
) -> None:
    client, address = client_as(seat), f"/bao-cao/{dat_mui.pk}/tep/nop/"
    assert client.get(address).status_code == 302
    assert client.post(address, {}).status_code == 302
    assert "tep/nop" not in page(client, f"/bao-cao/{dat_mui.pk}/")


@pytest.mark.parametrize("seat", ["nguoi-dan", "so-y-te"])
def test_anothers_workbook_is_not_there(dat_mui: Submission, client_as: Seats, seat: str) -> None:
    client = client_as(seat)
    for address in (
        f"/bao-cao/{dat_mui.pk}/tep/",
        f"/bao-cao/{dat_mui.pk}/tep/nop/",
        "/bao-cao/999999/tep/",
        f"/ky-bao-cao/{dat_mui.round.code}/tep/nop/",
    ):
        assert client.get(address).status_code == 404
