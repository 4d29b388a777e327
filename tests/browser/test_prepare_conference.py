"""Preparing a conference in Chromium: on a phone and on a desk, by keyboard, with axe on each page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser
PARTS = ("", "diem-cau/", "diem-cau/lap/", "dai-bieu/", "dai-bieu/moi/", "chuong-trinh/",
         "tai-lieu/", "y-kien/", "moi-hop/", "dang-ky/", "sua/")  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo_with(tmp_path_factory.mktemp("demo")) as (address, _):
        yield address


def test_the_office_prepares_a_conference(browser: Browser, site: str) -> None:
    """Made, seated, peopled, its agenda ordered by keyboard, invited; then every page looked at."""
    with seated(browser, site, "Văn phòng") as page:
        page.goto(f"{site}/hoi-nghi/lap-moi/")
        page.get_by_label("Tên hội nghị").fill("Hội nghị quý I năm 2022")
        page.get_by_label("Ngày họp").fill("20/01/2022")
        page.get_by_label("Kế hoạch được kiểm điểm").select_option("ca-mau-2021")
        page.get_by_role("button", name="Lập hội nghị").click()
        page.wait_for_url("**/hoi-nghi/hoi-nghi-quy-i-nam-2022/")
        at = page.url
        expect(page.locator("#shortcomings")).to_contain_text("chưa có căn cứ")
        page.goto(f"{at}diem-cau/lap/")
        page.get_by_role("button", name="Lập các điểm cầu").click()
        expect(page.locator(".messages")).to_contain_text("111 điểm cầu")
        page.goto(f"{at}dai-bieu/moi/")
        page.get_by_label("Chuyên viên Sở Y tế").check()
        page.get_by_role("button", name="Ghi những người đã chọn").click()
        the_agenda_is_ordered_by_keyboard(page, at)
        page.goto(f"{at}moi-hop/")
        page.get_by_role("button", name="Mời 111 điểm cầu").click()
        expect(page.locator(".conference-facts")).to_contain_text("đã mời")
        every_page_is_well(page, at)


def the_agenda_is_ordered_by_keyboard(page: Page, at: str) -> None:
    page.goto(f"{at}chuong-trinh/")
    for title in ("Khai mạc", "Báo cáo", "Thảo luận"):
        page.locator("#id_title").fill(title)
        page.get_by_role("button", name="Thêm nội dung").click()
        expect(page.locator("#agenda")).to_contain_text(title)
    titles = page.locator("#agenda h2 a")
    titles.nth(2).press("Alt+ArrowUp")
    expect(titles).to_have_text(["Khai mạc", "Thảo luận", "Báo cáo"])
    page.keyboard.press("Alt+ArrowUp")
    expect(titles).to_have_text(["Thảo luận", "Khai mạc", "Báo cáo"])
    first = page.locator("#agenda > li").first
    first.locator("summary").click()
    first.locator("textarea").fill("hỏi lại Sở Y tế về mũi ba")
    expect(first.locator("[data-kept]")).to_contain_text("Đã giữ ghi chú")
    page.reload()
    kept = page.locator("#agenda > li").first.locator("textarea")
    expect(kept).to_have_value("hỏi lại Sở Y tế về mũi ba")


def every_page_is_well(page: Page, at: str) -> None:
    found = []
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for part in PARTS:
            page.goto(f"{at}{part}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            told = Axe().run(page).response["violations"]
            faults = [f"{fault['id']}: {fault['nodes'][0]['html'][:90]}" for fault in told]
            found += [(width, part, fault) for fault in faults]
            found += [(width, part, f"{wide} px wide")] if wide > width else []
    assert not found, "\n".join(map(str, found))
