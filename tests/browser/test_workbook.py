"""An officer's round trip in Chromium: download, a wrong cell, the marked copy, mended, filed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.served import seated
from tests.browser.sheet_page import COMMUNE

pytestmark = pytest.mark.browser


def downloaded(page: Page, link: Locator, to: Path) -> Path:
    """The file behind a link."""
    with page.expect_download() as waiting:
        link.click()
    waiting.value.save_as(to)
    return to


def typed(path: Path, **cells: Any) -> Path:
    """The workbook after somebody filled in cells of the body's sheet."""
    book = load_workbook(path)
    sheet = next(s for s in book.worksheets if s.title not in {"Thông tin", "Lỗi cần sửa"})
    for address, value in cells.items():
        sheet[address] = value
    book.save(path)
    return path


def handed_in(page: Page, path: Path) -> None:
    """Choose the file and press the button."""
    page.get_by_label("Chọn tệp").set_input_files(path)
    page.get_by_role("button", name="Đọc tệp").click()


def accessible(page: Page) -> None:
    """No fault of accessibility, and nothing wider than the window."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0


def test_a_wrong_cell_comes_back_marked_is_mended_and_filed(
    browser: Browser, site: str, form: Callable[[str], str], tmp_path: Path
) -> None:
    report = form("workbook")
    with seated(browser, site, COMMUNE, accept_downloads=True) as page:
        page.goto(report)
        empty = downloaded(
            page, page.get_by_role("link", name="Tải tệp Excel"), tmp_path / "a.xlsx"
        )
        page.get_by_role("link", name="Nộp tệp Excel").click()
        accessible(page)
        handed_in(page, typed(empty, G9=4.5, G10=2, G12="khoảng 40"))
        wrong = page.locator(".workbook-cells tbody tr")
        expect(wrong).to_have_count(1)
        expect(wrong).to_contain_text("G12")
        expect(page.get_by_role("alert")).to_contain_text("chưa ô nào được ghi")
        accessible(page)
        marked = downloaded(
            page, page.get_by_role("link", name="Tải tệp đã đánh dấu"), tmp_path / "b.xlsx"
        )
        assert "khoảng 40" in load_workbook(marked).worksheets[2]["G12"].comment.text
        handed_in(page, typed(marked, G12=40))
        expect(page.get_by_role("status").first).to_contain_text("3 ô thay đổi")
        expect(page.locator(".workbook-changes")).to_contain_text("Số người có việc làm mới")
        accessible(page)
        page.set_viewport_size({"width": 360, "height": 760})
        accessible(page)
        page.get_by_role("link", name="Kiểm tra và nộp báo cáo").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kiểm tra trước khi nộp")
        page.goto(report)
        expect(
            page.get_by_role("textbox", name="Số người có việc làm mới, người", exact=True)
        ).to_have_value("40")


def test_a_file_that_is_no_workbook_is_told(
    browser: Browser, site: str, form: Callable[[str], str], tmp_path: Path
) -> None:
    report = form("workbook")
    wrong = tmp_path / "so.xls"
    wrong.write_text("TT;Chỉ tiêu")
    with seated(browser, site, COMMUNE, viewport={"width": 360, "height": 760}) as page:
        page.goto(f"{report}tep/nop/")
        handed_in(page, wrong)
        expect(page.get_by_role("alert")).to_contain_text("không phải sổ tính Excel")
        accessible(page)
