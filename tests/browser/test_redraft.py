"""Composing and composing anew as people do it: who signs, what is typed, at a desk and by phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import demo_with, seated
from tests.browser.test_paper_life import PHONE, clean

pytestmark = pytest.mark.browser
FILLING = Path(__file__).with_name("redraft_site.py")
OFFICE = "Văn phòng"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a demo, and the key of a report that was typed into."""
    with demo_with(tmp_path_factory.mktemp("redraft"), FILLING) as (address, told):
        yield address, told.strip().splitlines()[-1]


def test_a_choice_made_after_the_preview_asks_for_another(
    browser: Browser, site: tuple[str, str]
) -> None:
    with seated(browser, site[0], OFFICE) as page:
        page.goto(f"{site[0]}/soan-tu-so/bao-cao-nam/?tu=ca-mau-2021")
        begin = page.get_by_role("button", name="Lập dự thảo")
        expect(begin).to_be_enabled()
        page.get_by_label("Người ký").select_option(
            label="TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
        )
        expect(begin).to_be_disabled()
        expect(page.get_by_text("xem trước lại")).to_be_visible()
        page.get_by_role("button", name="Xem trước").click()
        expect(page.get_by_role("button", name="Lập dự thảo")).to_be_enabled()
        expect(page.locator(".paper-sheet")).to_contain_text("KT. CHỦ TỊCH")
        clean(page)
        page.get_by_role("button", name="Lập dự thảo").click()
        page.get_by_text("Đổi ký hiệu, người ký, bỏ dự thảo").click()
        assert page.get_by_label("Người ký").input_value() == "tap-the-ky-thay"


def test_what_was_typed_is_laid_beside_the_books_on_a_phone(
    browser: Browser, site: tuple[str, str]
) -> None:
    with seated(browser, site[0], OFFICE, **PHONE) as page:
        page.goto(f"{site[0]}/van-ban/soan-thao/{site[1]}/")
        page.get_by_role("button", name="Soạn lại từ sổ liệu thành bản mới").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Soạn lại từ sổ")
        clean(page)
        parts = page.locator(".redraft-part")
        assert parts.count() == 2
        assert parts.first.get_by_label("Giữ chữ đã sửa").is_checked()
        parts.last.get_by_label("Lấy theo sổ").check()
        page.get_by_role("button", name="Soạn lại thành bản mới").click()
        expect(page.get_by_text("Đã soạn lại từ sổ")).to_be_visible()
        sheet = page.locator(".paper-sheet")
        expect(sheet).to_contain_text("Thu ngân sách đạt khá")
        expect(sheet).to_contain_text("thiếu 78 tỷ đồng")
        expect(sheet).not_to_contain_text("Do dịch bệnh kéo dài")
