"""Files that are no honest workbook are refused by name before anything in them is believed."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.exchange.workbooks import guarding
from dieuhanh.exchange.workbooks.opening import open_book
from tests.exchange.books import repacked, saved, written

SHEET = "xl/worksheets/sheet2.xml"
TYPES = "[Content_Types].xml"


def refusal(book: bytes, name: str = "tep.xlsx") -> BadInput:
    """The fault for which the file is refused."""
    with pytest.raises(BadInput) as caught:
        open_book(book, name)
    assert caught.value.place.file == name
    assert name in message(caught.value, "vi")
    return caught.value


def zipped(**parts: bytes) -> bytes:
    """An archive that is no workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def container(*names: str) -> bytes:
    """A small OLE file with empty streams of these names: header, table, directory."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB", 2 * len(name) + 2, kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
        + bytes(36)
        + struct.pack("<IQ", 0xFFFFFFFE, 0)
        for name, kind in [("Root Entry", 5), *((name, 2) for name in names)]
    )
    sectors = -(-len(entries) // 512)
    chain = [*range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack("<I", 0xFFFFFFFD) + struct.pack(f"<{sectors}I", *chain)
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head += b"\xff" * (512 - len(head))
    return head + table.ljust(512, b"\xff") + entries.ljust(512 * sectors, b"\0")


CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "text": (lambda: b"TT;Chi tieu\n1;5", "a.xlsx", "workbook.not_one"),
    "empty": (lambda: b"", "a.xlsx", "workbook.not_one"),
    "a web page": (lambda: b"<html><table></table></html>", "a.xls", "workbook.not_one"),
    "a Word file": (lambda: zipped(**{"word/document.xml": b"<a/>"}), "a.docx", "workbook.not_one"),
    "macro file": (written, "bao-cao.XLSM", "workbook.macros"),
    "macros inside": (
        lambda: repacked({"xl/vbaProject.bin": lambda _: b"x"}), "a.xlsx", "workbook.macros",
    ),
    "macro type": (
        lambda: repacked({TYPES: lambda told: told.replace(b"sheet.main", b"sheet.macroEnabled.main")}),
        "a.xlsx", "workbook.macros",
    ),
    "zip bomb": (
        lambda: repacked({"xl/media/a.bin": lambda _: bytes(60_000_000)}), "a.xlsx", "workbook.bomb",
    ),
    "entities": (
        lambda: repacked({SHEET: lambda told: b'<!DOCTYPE a [<!ENTITY b "c">]>' + told}),
        "a.xlsx", "workbook.entities",
    ),
    "torn archive": (lambda: written()[:2000], "a.xlsx", "workbook.broken"),
    "torn sheet": (
        lambda: repacked({SHEET: lambda told: told[: len(told) // 2]}), "a.xlsx", "workbook.broken",
    ),
    "no sheet part": (
        lambda: repacked({"xl/workbook.xml": lambda _: b"nothing"}), "a.xlsx", "workbook.broken",
    ),
    "encrypted": (lambda: container("EncryptedPackage"), "a.xlsx", "workbook.encrypted"),
    "macros in xls": (lambda: container("Workbook", "_VBA_PROJECT_CUR"), "a.xls", "workbook.macros"),
    "a Word 97 file": (lambda: container("WordDocument"), "a.doc", "workbook.not_one"),
    "torn xls": (lambda: container("Workbook")[:700], "a.xls", "workbook.broken"),
    "empty xls": (lambda: container("Workbook"), "a.xls", "workbook.broken"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_is_no_honest_workbook_is_refused(case: str) -> None:
    make, name, code = CASES[case]
    assert refusal(make(), name).code == code


def test_a_huge_file_is_refused_by_its_size_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match=r"workbook\.too_large"):
        guarding.refuse_size(guarding.MAX_BYTES + 1)
    guarding.refuse_size(guarding.MAX_BYTES)
    monkeypatch.setattr(guarding, "MAX_BYTES", 1000)
    assert refusal(written()).code == "workbook.too_large"


def test_an_archive_that_lies_about_its_sizes_is_still_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The directory tells 10 bytes; the part holds sixty million."""
    book = bytearray(repacked({"xl/media/a.bin": lambda _: bytes(60_000_000)}))
    real = struct.pack("<I", 60_000_000)
    assert book.count(real) == 2
    lied = bytes(book).replace(real, struct.pack("<I", 10))
    assert refusal(lied).code in {"workbook.broken", "workbook.bomb"}


def test_a_cell_at_the_far_corner_is_refused_before_it_takes_memory() -> None:
    book = Workbook()
    book.active["XFD1048576"] = 1  # type: ignore[index]
    fault = refusal(saved(book))
    assert fault.code == "workbook.too_wide"
    assert fault.values["rows"] == 1_048_576


def test_too_many_filled_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dieuhanh.exchange.workbooks.grid.MOST_CELLS", 50)
    assert refusal(written()).code == "workbook.too_many_cells"


def test_too_many_sheets_are_refused() -> None:
    book = Workbook()
    for _ in range(400):
        book.create_sheet()
    assert refusal(saved(book)).code == "workbook.too_many_sheets"


def test_a_workbook_of_somebody_elses_opens_and_has_no_stamp() -> None:
    book = Workbook()
    book.active["A1"] = "Kế hoạch của tôi"  # type: ignore[index]
    sheets = open_book(saved(book), "a.xlsx").sheets
    assert [sheet.stamp() for sheet in sheets] == [None]
    assert not sheets[0].empty


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_brings_anything_but_a_named_refusal(data: st.DataObject) -> None:
    """Bytes altered at random: read as before, or refused in words; never another error."""
    book = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(book) - 1))
        book[at] = data.draw(st.integers(0, 255))
    assert outcome(bytes(book))


def outcome(book: bytes) -> str:
    """What came of opening it: how many sheets, or the refusal's sentence."""
    try:
        return f"{len(open_book(book, 'a.xlsx').sheets)} sheets"
    except BadInput as fault:
        return message(fault)


WHOLE = written()
