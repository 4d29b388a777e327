"""The sample's papers in Chromium: reached in two clicks, composed, decided, read and checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser
PLANNER, OFFICE, CHAIR = "Chuyên viên kế hoạch", "Văn phòng", ""
NOTICE = "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh"
ARTICLE = "Ủy ban nhân dân tỉnh tổ chức hội nghị triển khai nhiệm vụ năm 2022"
MACROS = {"name": "bao-cao.docm", "mimeType": "application/msword", "buffer": b"PK\x03\x04x"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo_with(tmp_path_factory.mktemp("demo")) as (address, _):
        yield address


def sound(page: Page) -> None:
    """Nothing for axe to say, and no sideways scrolling."""
    found: Any = Axe().run(page)
    assert [each["id"] for each in found.response["violations"]] == [], page.url
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), page.url


def test_home_leads_to_papers_in_two_clicks(browser: Browser, site: str) -> None:
    with seated(browser, site, CHAIR) as page:
        page.goto(site)
        page.get_by_role("link", name="Văn bản", exact=True).click()
        page.get_by_role("link", name="Văn bản soạn ở đây").click()
        rows = page.locator("#papers tbody tr")
        for kind in ("Giấy mời", "Báo cáo", "Thông báo"):
            expect(rows.filter(has_text=kind).filter(has_text="mô phỏng").first).to_be_visible()
        expect(page.locator(".paper-moved-chip")).to_have_count(0)
        sound(page)


def test_a_report_is_composed_and_a_number_leads_to_its_figure(browser: Browser, site: str) -> None:
    with seated(browser, site, PLANNER) as page:
        page.goto(f"{site}/van-ban/soan-thao/")
        page.get_by_role("link", name="Soạn từ sổ").click()
        page.get_by_role("link", name="Báo cáo tình hình thực hiện kế hoạch").click()
        page.get_by_label("Soạn từ").select_option("ca-mau-2021")
        page.get_by_role("button", name="Xem trước").click()
        page.get_by_role("button", name="Lập dự thảo").click()
        sheet = page.locator(".paper-sheet")
        expect(sheet).to_contain_text("/BC-UBND")
        sound(page)
        page.get_by_role("link", name="con số có nguồn").click()
        expect(page.locator("main tbody tr").first).to_be_visible()
        page.go_back()
        sheet.get_by_role("link", name="5.851", exact=True).first.click()
        expect(page.locator(".passport")).to_contain_text("5.851")
        using = page.get_by_role("link", name="Tình hình thực hiện kế hoạch phát triển kinh tế")
        expect(using.first).to_be_visible()


def test_a_body_that_is_asked_answers_from_its_phone(browser: Browser, site: str) -> None:
    with seated(browser, site, "Chuyên viên huyện", viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{site}/viec-cua-toi/")
        page.get_by_role("link", name="Tình hình thực hiện kế hoạch").click()
        page.get_by_label("có ý kiến khác").check()
        page.get_by_role("button", name="Gửi ý kiến").click()
        expect(page.locator(".messages")).to_be_visible()
        page.get_by_label("có ý kiến khác").check()
        page.get_by_label("Ý kiến cụ thể").fill("Đề nghị ghi rõ nguồn số liệu của huyện.")
        page.get_by_role("button", name="Gửi ý kiến").click()
        expect(page.get_by_text("có ý kiến, chờ xử lý")).to_be_visible()
        sound(page)


def test_the_notice_is_approved_and_gets_its_number_and_day(browser: Browser, site: str) -> None:
    with seated(browser, site, CHAIR) as page:
        page.goto(f"{site}/viec-cua-toi/")
        page.get_by_role("link", name=NOTICE).click()
        page.get_by_role("button", name="Duyệt").click()
        expect(page.get_by_text("đã duyệt, chờ ban hành")).to_be_visible()
    with seated(browser, site, OFFICE) as page:
        page.goto(f"{site}/viec-cua-toi/")
        page.get_by_role("link", name=NOTICE).click()
        page.get_by_label("Ngày ban hành").fill("12/01/2022")
        page.get_by_label("Công khai trong sổ văn bản").check()
        page.get_by_role("button", name="Ban hành").click()
        sheet = page.locator(".paper-sheet")
        expect(sheet).to_contain_text("Số: 01/TB-UBND")
        expect(sheet).to_contain_text("ngày 12 tháng 01 năm 2022")
        page.get_by_role("link", name="01/TB-UBND").click()
        expect(page.locator("main")).to_contain_text("mô phỏng")
        sound(page)


def test_a_wrong_file_is_told_with_its_name_and_what_was_typed_stays(
    browser: Browser, site: str
) -> None:
    with seated(browser, site, PLANNER) as page:
        page.goto(f"{site}/doi-chieu-van-ban/")
        page.get_by_label("Số liệu biết đến ngày").fill("31/12/2021")
        page.get_by_label("Tệp văn bản").set_input_files(files=[MACROS])  # type: ignore[list-item]
        page.get_by_role("button", name="Đối chiếu", exact=True).click()
        wrong = page.locator(".field-wrong")
        expect(wrong).to_contain_text("bao-cao.docm")
        expect(wrong).to_contain_text("macro")
        expect(page.get_by_label("Số liệu biết đến ngày")).to_have_value("31/12/2021")
        sound(page)
        page.goto(f"{site}/van-ban/dang-ky/")
        page.get_by_label("Số, ký hiệu").fill("15/BC-UBND")
        page.get_by_label("Trích yếu").fill("Báo cáo thử")
        page.get_by_label("Ngày ban hành").fill("12/01/2022")
        page.get_by_label("Nơi ban hành").select_option("ubnd-ca-mau")
        page.get_by_label("Tệp").set_input_files(files=[MACROS])  # type: ignore[list-item]
        page.get_by_role("button", name="Ghi vào sổ").click()
        expect(page.locator(".field-wrong")).to_contain_text("bao-cao.docm")
        expect(page.get_by_label("Trích yếu")).to_have_value("Báo cáo thử")
        expect(page.get_by_label("Nơi ban hành")).to_have_value("ubnd-ca-mau")


def test_the_article_waits_and_is_decided_by_keyboard(browser: Browser, site: str) -> None:
    with seated(browser, site, PLANNER) as page:
        page.goto(f"{site}/van-ban/")
        page.get_by_role("link", name="Đọc văn bản vào sổ").click()
        page.locator("#readings").get_by_role("link", name=ARTICLE).click()
        expect(page.get_by_text("28/28 mục còn chờ")).to_be_visible()
        current = page.locator("[data-item].current")
        for _ in range(20):
            if "Kim ngạch xuất khẩu" in current.inner_text():
                break
            page.keyboard.press("j")
        number = current.get_attribute("data-item")
        page.keyboard.press("a")
        done = page.locator(f'[data-item="{number}"]')
        expect(done).to_have_attribute("data-state", "accepted")
        sound(page)


def test_thirteen_figures_of_the_article_agree(browser: Browser, site: str) -> None:
    with seated(browser, site, CHAIR, viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{site}/van-ban/")
        page.get_by_role("link", name=ARTICLE).click()
        page.get_by_role("link", name="Đối chiếu với sổ").click()
        page.get_by_role("button", name="Đối chiếu", exact=True).click()
        expect(page.get_by_role("button", name="khớp số liệu (13)")).to_be_visible()
        expect(page.locator("[data-item]")).to_have_count(13)
        sound(page)
