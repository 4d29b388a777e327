"""Exports are what the screen shows, whole, and what import reads back to the letter."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook

from dieuhanh.config.command import main
from dieuhanh.exchange.writing import Table, write_table
from dieuhanh.reports.models import Figure

pytestmark = pytest.mark.usefixtures("example")
XUAT = "/ke-hoach/ca-mau-2021/xuat/"
Seat = Callable[[str], Client]


def table(response: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))  # type: ignore[attr-defined]


def test_the_board_is_exported_whole(client_as: Seat) -> None:
    rows = table(client_as("chu-tich").get(XUAT + "board.csv"))
    assert len(rows) == 22
    assert (rows[0]["Kế hoạch"], rows[0]["Thực hiện"], rows[0]["Đánh giá"]) == (
        "5.478", "5.851", "vượt",
    )  # fmt: skip
    assert "suy ra từ bài báo" in rows[0]["Nguồn số kế hoạch"]


def test_the_export_keeps_the_screens_day_sort_and_filter(client_as: Seat) -> None:
    rows = table(client_as("chu-tich").get(XUAT + "board.csv?date=31/12/2021&q=thu ngan sach"))
    assert [(row["TT"], row["Đánh giá"]) for row in rows] == [("1", "không đạt")]
    rows = table(client_as("chu-tich").get(XUAT + "board.csv?sort=no:desc"))
    assert rows[0]["TT"] == "22"


def test_simulated_rows_say_so_in_every_format(client_as: Seat) -> None:
    seat = client_as("chu-tich")
    rows = table(seat.get(XUAT + "areas.csv?no=1"))
    assert [row["Mô phỏng"] for row in rows] == [""] + ["x"] * 10
    shape = json.loads(seat.get(XUAT + "areas.json?no=1").content)
    assert sum(row["simulated"] for row in shape["rows"]) == 10
    book = load_workbook(io.BytesIO(seat.get(XUAT + "areas.xlsx?no=1").content))
    assert [row[-1].value for row in book.worksheets[0].iter_rows(min_row=3)] == ["x"] * 10


def test_the_restated_table_is_exported_as_shown(client_as: Seat) -> None:
    rows = table(client_as("chu-tich").get(XUAT + "areas.csv?no=3&areas=2025-07-01"))
    assert len(rows) == 65
    assert (rows[0]["Số liệu"], rows[0]["Cách có số"]) == ("0,33", "trong đó Cà Mau cũ")
    assert sum(row["Cách có số"] == "đủ" for row in rows) == 18
    assert sum("chia tách" in row["Cách có số"] for row in rows) == 21
    assert sum("không có số liệu" in row["Cách có số"] for row in rows) == 25


def test_a_citizen_takes_away_only_what_is_published(client_as: Seat) -> None:
    seat = client_as("nguoi-dan")
    text = seat.get(XUAT + "figures.csv").content.decode()
    assert "5.851" in text
    assert "mô phỏng" not in text
    assert Figure.objects.filter(simulated=True).exists()


@pytest.mark.parametrize("path", ["board.exe", "khac.csv", "areas.csv?no=21", "areas.csv?no=99"])
def test_what_is_not_there_is_missing(client_as: Seat, path: str) -> None:
    assert client_as("chu-tich").get(XUAT + path).status_code == 404


@pytest.mark.parametrize("ext", ["csv", "xlsx"])
def test_import_reads_back_what_export_wrote(tmp_path: Path, ext: str) -> None:
    path = tmp_path / f"so-lieu.{ext}"
    before = Figure.objects.count()
    assert main(["export", "figures", "ca-mau-2021", "-o", str(path)]) == 0
    assert main(["import", str(path)]) == 0
    assert Figure.objects.count() == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_text_never_becomes_a_formula(kind: str) -> None:
    made = write_table(Table("t", "t", (("a", "A"),), [{"a": "=1+1"}, {"a": "@x"}]), kind)
    if kind == "csv":
        assert made.decode("utf-8-sig").splitlines()[1:] == ["'=1+1", "'@x"]
    else:
        cells = load_workbook(io.BytesIO(made)).worksheets[0]["A"]
        assert [(cell.value, cell.data_type) for cell in cells[1:]] == [
            ("'=1+1", "s"),
            ("'@x", "s"),
        ]


def test_areas_of_another_day_from_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["assess", "ca-mau-2021", "--as-known-on", "2022-01-12", "--areas-of", "01/07/2025"]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "12/22 chỉ tiêu đạt và vượt" in told
    assert "Tỉnh Cà Mau (trong đó Cà Mau cũ)" in told


def test_english_exports_have_english_heads(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    words = [
        "export",
        "areas",
        "ca-mau-2021",
        "--no",
        "1",
        "--lang",
        "en",
        "--as-known-on",
        "2022-01-12",
    ]
    assert main(words) == 0
    heads, _, rolled = capsysbinary.readouterr().out.decode("utf-8-sig").splitlines()[:3]
    assert heads.startswith("Area,Level,Figure,Unit")
    assert "summed from below" in rolled
