"""A text held to the books in Chromium: pasted, walked by keyboard, cut down to what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser
TEXT = (
    "Năm 2021, tỷ lệ đô thị hóa đạt 27%. Kim ngạch xuất khẩu đạt 1.200 triệu USD.\n"
    "Thu ngân sách nhà nước đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch (kế hoạch 5.400 tỷ đồng)."
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo_with(tmp_path_factory.mktemp("demo")) as (address, _):
        yield address


def _sound(page: Page) -> None:
    assert Axe().run(page).response["violations"] == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("width", [360, 1440])
def test_a_text_is_checked_and_walked_by_keyboard(browser: Browser, site: str, width: int) -> None:
    with seated(browser, site, "Chuyên viên kế hoạch") as page:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site}/van-ban/")
        page.get_by_role("link", name="Đối chiếu văn bản với sổ").click()
        _sound(page)
        page.get_by_label("hoặc dán nội dung").fill(TEXT)
        page.get_by_role("button", name="Đối chiếu", exact=True).click()
        current = page.locator("[data-item].current")
        expect(current).to_contain_text("khớp số liệu")
        _sound(page)
        page.keyboard.press("j")
        expect(current).to_contain_text("trong sổ là 1.112,5 triệu USD")
        expect(page.locator(".found.lit")).to_contain_text("1.200 triệu USD")
        page.get_by_role("button", name="tự mâu thuẫn (1)").click()
        expect(page.locator("[data-item]")).to_have_count(1)
        expect(page.locator("[data-item]")).to_contain_text("8,35%, không phải 6,8%")
        page.get_by_role("link", name="trong sổ từ 12/01/2022").click()
        expect(page.locator("main")).to_contain_text("5.851")
