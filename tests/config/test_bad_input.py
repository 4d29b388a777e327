"""Bad input: a located message that says what to do, exit code 2, nothing changed."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from dieuhanh.assessment.models import PublishedTally
from dieuhanh.audit.models import Entry
from dieuhanh.config.command import main
from dieuhanh.documents.models import Document
from dieuhanh.exchange.catalogue import CATALOGUE
from dieuhanh.plans.models import Plan, Target
from dieuhanh.reports.models import Figure

FIGURES = "indicator,area_code,area_name,period,source,value,status,known_from"
REST = [c.name for c in CATALOGUE["figures"].columns if c.name not in FIGURES.split(",")]
TARGETS = "plan,version,no,part_of,indicator,name,kind,comparator,value,unit"

pytestmark = pytest.mark.usefixtures("example")
Refusal = Callable[[str, str], str]


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Refusal:
    """Import a table, see that it is refused with exit code 2 and changes nothing."""

    def run(name: str, content: str) -> str:
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return refuse(path, capsys)

    return run


def counts() -> list[int]:
    return [m.objects.count() for m in (Figure, Target, Plan, Document, PublishedTally, Entry)]


def refuse(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    before = counts()
    assert main(["import", str(path)]) == 2
    assert counts() == before
    told = capsys.readouterr()
    assert told.out == ""
    assert path.name in told.err
    return told.err


def whole(template: str, heads: str, rows: tuple[str, ...]) -> str:
    """A table with every column of its template, the cells of the others empty."""
    names = [column.name for column in CATALOGUE[template].columns]
    text = io.StringIO()
    text.write(f"# dieuhanh: {template}; numbers=vi\n")
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(csv.DictReader([heads, *rows]))
    return text.getvalue()


def figures(*rows: str) -> str:
    return whole("figures", FIGURES, rows)


@pytest.mark.parametrize("column", [c.name for c in CATALOGUE["figures"].columns])
def test_a_missing_column_is_named(refused: Refusal, column: str) -> None:
    heads = [c.name for c in CATALOGUE["figures"].columns if c.name != column]
    table = "# dieuhanh: figures; numbers=vi\n" + ",".join(heads) + "\n"
    assert f"Thiếu cột {column} " in refused("so-lieu.csv", table)


def test_text_in_a_number_is_located(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv",
        figures("thu-ngan-sach,96,,2021,ubnd-ca-mau,năm nghìn,official,12/01/2022"),
    )
    assert "dòng 3, cột value" in told
    assert "năm nghìn" in told


def test_english_number_in_a_vietnamese_column_says_what_to_write(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv",
        figures('thu-ngan-sach,96,,2021,ubnd-ca-mau,"1,234.5",official,12/01/2022'),
    )
    assert "dòng 3, cột value" in told
    assert "1.234,5" in told


def test_a_code_that_means_another_place_at_that_date(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv",
        figures("giam-ty-le-ho-ngheo,32002,Phường 2,2021,ubnd-ca-mau,1,official,12/01/2022"),
    )
    assert "dòng 3" in told
    assert "Phường 4" in told
    assert "Phường 2" in told


def test_an_area_that_did_not_stand_yet(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv",
        figures("giam-ty-le-ho-ngheo,32248,,2019,ubnd-ca-mau,1,official,12/01/2022"),
    )
    assert "32248" in told


def test_a_date_in_2202(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv", figures("thu-ngan-sach,96,,2021,ubnd-ca-mau,1,official,12/01/2202")
    )
    assert "dòng 3, cột known_from" in told
    assert "2202" in told


def test_a_date_still_to_come(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv", figures("thu-ngan-sach,96,,2021,ubnd-ca-mau,1,official,12/01/2099")
    )
    assert "cột known_from" in told


def test_more_digits_than_sums_can_keep_exact(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv",
        figures('thu-ngan-sach,96,,2021,ubnd-ca-mau,"0,12345678901",official,12/01/2022'),
    )
    assert "quá nhiều chữ số" in told


def test_all_faults_are_told_at_once(refused: Refusal) -> None:
    told = refused(
        "so-lieu.csv",
        figures(
            "thu-ngan-sach,96,,2021,ubnd-ca-mau,x1,official,12/01/2022",
            "thu-ngan-sach,96,,20x1,ubnd-ca-mau,1,official,12/01/2022",
        ),
    )
    assert "dòng 3" in told
    assert "dòng 4" in told
    assert "Có 2 chỗ cần sửa" in told


def targets(*rows: str) -> str:
    return whole("targets", TARGETS, rows)


def test_a_target_citing_an_unknown_indicator(refused: Refusal) -> None:
    told = refused("chi-tieu.csv", targets("ca-mau-2021,1,1,,khong-co,Thu,level,at_least,1,%"))
    assert "dòng 3, cột indicator" in told
    assert "khong-co" in told


def test_a_composite_ring(refused: Refusal) -> None:
    told = refused(
        "chi-tieu.csv",
        targets(
            "ca-mau-2021,1,1,2,,A,level,composite,,%",
            "ca-mau-2021,1,2,1,,B,level,composite,,%",
        ),
    )
    assert "1 → 2 → 1" in told


def test_a_written_version_is_not_changed_by_import(refused: Refusal) -> None:
    told = refused(
        "chi-tieu.csv",
        targets("ca-mau-2021,1,1,,thu-ngan-sach,Thu ngân sách,level,at_least,5.000,tỷ đồng"),
    )
    assert "phiên bản mới" in told


def test_a_secret_paper_is_refused_whole(refused: Refusal, tmp_path: Path) -> None:
    told = refused(
        "van-ban.csv",
        whole("documents", "code,title,secrecy", ("a,Một,", "b,Hai,Tuyệt mật")),
    )
    assert "Tuyệt mật" in told


def test_a_hundred_megabytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lon.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert "104857600" in refuse(path, capsys)


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"", b"not a zip at all"])
def test_a_broken_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(content)
    assert "Tệp hỏng" in refuse(path, capsys)


def test_a_zip_that_is_no_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "khac.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    assert "Tệp hỏng" in refuse(path, capsys)


def test_a_zip_bomb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bom.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet,
    ):
        for _ in range(210):
            sheet.write(b"\0" * 1024 * 1024)
    assert "giải nén" in refuse(path, capsys)


def test_macros_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "macro.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/vbaProject.bin", "x")
    assert "macro" in refuse(path, capsys)


def test_faults_of_a_workbook_name_its_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bảng 1"
    sheet.append(["# dieuhanh: figures; numbers=vi"])
    sheet.append(FIGURES.split(",") + REST)
    sheet.append(
        ["thu-ngan-sach", "96", "", "2021", "ubnd-ca-mau", "1,234.5", "official", "12/01/2022"]
    )
    path = tmp_path / "so-lieu.xlsx"
    book.save(path)
    assert "trang Bảng 1, dòng 3, cột value" in refuse(path, capsys)


def test_one_bad_file_of_two_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "a.csv", tmp_path / "b.csv"
    good.write_text(figures("thu-ngan-sach,96,,2021,ubnd-ca-mau,9,official,12/01/2022"), "utf-8")
    bad.write_text(figures("khong-co,96,,2021,ubnd-ca-mau,9,official,12/01/2022"), "utf-8")
    before = counts()
    assert main(["import", str(good), str(bad)]) == 2
    assert counts() == before
    assert "b.csv, dòng 3, cột indicator" in capsys.readouterr().err


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Không tìm thấy tệp" in refuse(tmp_path / "khong-co.csv", capsys)


def test_good_figures_are_appended_once(tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text(
        figures("thu-ngan-sach,96,,2021,ubnd-ca-mau,5.900,official,01/10/2023"), "utf-8"
    )
    before = Figure.objects.count()
    assert main(["import", str(path)]) == 0
    assert main(["import", str(path)]) == 0
    assert Figure.objects.count() == before + 1


@pytest.mark.parametrize(
    "words",
    [
        ["assess", "khong-co"],
        ["assess", "ca-mau-2021", "--as-known-on", "31/02/2022"],
        ["assess", "ca-mau-2021", "--convention", "khong-co"],
        ["assess", "ca-mau-2021", "--as-known-on", "2019-01-01"],
        ["compare", "999999", "2022-01-12"],
        ["compare", "hôm qua", "2022-01-12", "--plan", "ca-mau-2021"],
        ["template", "khong-co"],
        ["export", "areas", "ca-mau-2021"],
        ["judge", "khong-co.json"],
    ],
)
def test_commands_tell_what_to_do(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip()
    assert "Traceback" not in told.err


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "khong-co" / "x.csv"
    assert main(["export", "board", "ca-mau-2021", "-o", str(path)]) == 2
    assert str(path) in capsys.readouterr().err
    assert main(["template", "figures", "-o", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_an_unknown_area_or_source_is_located_by_column(refused: Refusal) -> None:
    row = "thu-ngan-sach,99999,,2021,ubnd-ca-mau,1,official,12/01/2022"
    assert "dòng 3, cột area_code" in refused("so-lieu.csv", figures(row))
    row = "thu-ngan-sach,96,,2021,khong-co,1,official,12/01/2022"
    assert "dòng 3, cột source" in refused("so-lieu.csv", figures(row))
