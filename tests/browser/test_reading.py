"""A paper read in Chromium: pasted, decided by keyboard alone, led back from a passport to its sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.served import demo_with, seated
from tests.desk.readings_made import ARTICLE, NOTICE, RESOLUTION

pytestmark = pytest.mark.browser
AT = "/doc-van-ban/"
PLANNER, OFFICE = "Chuyên viên kế hoạch", "Văn phòng"
EXPORT = "kim ngạch xuất khẩu: 1.112,5 triệu USD"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo_with(tmp_path_factory.mktemp("demo")) as (address, _):
        yield address


def paste(page: Page, site: str, text: str) -> str:
    page.goto(f"{site}{AT}")
    page.get_by_label("hoặc dán nội dung").fill(text)
    page.get_by_role("button", name="Đọc", exact=True).click()
    page.wait_for_url("**/doc-van-ban/*/")
    return page.url


def enter(page: Page, title: str, kind: str) -> None:
    page.get_by_label("Trích yếu, tên bài").fill(title)
    page.get_by_label("Loại").select_option(kind)
    page.get_by_label("Ngày ban hành, đăng").fill("12/01/2022")
    page.get_by_label("Nơi khác, ghi tên").fill("camau.dcs.vn")
    page.get_by_label("Số liệu do ai nêu", exact=True).select_option("ubnd-ca-mau")
    page.get_by_label("Kỳ của số liệu").fill("năm 2021")
    page.get_by_role("button", name="Đưa văn bản vào sổ").click()
    expect(page.locator(".messages")).to_contain_text("dẫn tới văn bản này")


def current(page: Page) -> Locator:
    return page.locator("[data-item].current")


def go_to(page: Page, words: str) -> None:
    """By the key alone, from record to record."""
    for _ in range(40):
        if words.lower() in current(page).inner_text().lower():
            return
        page.keyboard.press("j")
    raise AssertionError(words)


def lit(page: Page) -> str:
    return " ".join(page.locator(".found.lit").all_inner_texts())


def faults(page: Page, of: str) -> list[tuple[str, str, str]]:
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    told = [(of, each["id"], each["nodes"][0]["html"][:160]) for each in found]
    return told + ([(of, "wider than the screen", "")] if wide else [])


def test_an_officer_decides_an_article_by_keyboard(browser: Browser, site: str) -> None:
    with seated(browser, site, PLANNER) as page:
        paste(page, site, ARTICLE)
        assert not faults(page, "read")
        enter(page, "Hội nghị triển khai nhiệm vụ", "Bài báo")
        go_to(page, EXPORT)
        assert lit(page) == "kim ngạch xuất khẩu đạt 1.112,5 triệu USD, vượt 1,1% kế hoạch"
        number = current(page).get_attribute("data-item")
        page.keyboard.press("a")
        done = page.locator(f'[data-item="{number}"]')
        expect(done).to_have_attribute("data-state", "accepted")
        expect(current(page)).not_to_have_attribute("data-item", number or "")
        expect(current(page)).to_have_attribute("data-state", "waiting")
        next_one = current(page).get_attribute("data-item")
        page.keyboard.press("r")
        expect(page.locator(f'[data-item="{next_one}"]')).to_have_attribute(
            "data-state", "rejected"
        )
        the_passport_leads_to_the_sentence(page, done)


def the_passport_leads_to_the_sentence(page: Page, done: Locator) -> None:
    done.get_by_role("link", name="mở số liệu").click()
    expect(page.locator("blockquote")).to_contain_text("kim ngạch xuất khẩu đạt 1.112,5 triệu USD")
    page.get_by_role("link", name="Đọc trong văn bản").click()
    expect(page.locator("#trich")).to_have_text(
        "kim ngạch xuất khẩu đạt 1.112,5 triệu USD, vượt 1,1% kế hoạch"
    )


def test_a_claim_is_corrected_by_keyboard_with_a_list_searched_without_accents(
    browser: Browser, site: str
) -> None:
    with seated(browser, site, PLANNER) as page:
        paste(page, site, "Năm 2021, thu nội địa đạt 4.900 tỷ đồng.")
        enter(page, "Tin thu nội địa", "Bài báo")
        go_to(page, "thu nội địa")
        page.keyboard.press("s")
        search = page.locator('[data-item] input[type="search"]').first
        expect(search).to_be_focused()
        page.keyboard.type("thu ngan sach nha nuoc")
        expect(page.get_by_label("Chỉ tiêu thống kê", exact=False).last).to_have_value(
            "thu-ngan-sach"
        )
        assert not faults(page, "form")
        page.get_by_label("Số liệu", exact=True).fill("4.9x")
        page.keyboard.press("Enter")
        expect(page.locator(".field-wrong")).to_have_count(1)
        page.get_by_label("Số liệu", exact=True).fill("4.901")
        page.keyboard.press("Enter")
        expect(page.locator("[data-item]").first).to_have_attribute("data-state", "corrected")
        page.goto(f"{site}{AT}cach-goi/")
        expect(page.locator("#wordings")).to_contain_text("thu nội địa")


def test_text_and_records_are_linked_both_ways_and_keys_can_be_put_off(
    browser: Browser, site: str
) -> None:
    with seated(browser, site, OFFICE, viewport={"width": 360, "height": 740}) as page:
        address = paste(page, site, ARTICLE)
        assert not faults(page, "phone")
        words = page.locator(".found-document").first
        words.click()
        expect(current(page)).to_contain_text("128/NQ-CP")
        page.keyboard.press("t")
        expect(words).to_be_focused()
        page.keyboard.press("?")
        help_box = page.locator("[data-reading-help]")
        expect(help_box).to_have_attribute("open", "")
        page.get_by_label("Dùng phím tắt").uncheck()
        at = current(page).get_attribute("data-item")
        page.locator("h1").click()
        page.keyboard.press("j")
        expect(current(page)).to_have_attribute("data-item", at or "")
        page.goto(f"{address}?loai=person&tinh-trang=waiting")
        expect(page.locator("[data-item]")).to_have_count(6)


def test_a_resolution_becomes_a_plan_and_a_notice_tasks(browser: Browser, site: str) -> None:
    with seated(browser, site, PLANNER) as page:
        paste(page, site, RESOLUTION)
        page.get_by_role("link", name="Lập kế hoạch từ văn bản", exact=True).click()
        assert not faults(page, "plan")
        for box in page.locator('input[name$="-chosen"]').all():
            box.check()
        page.get_by_role("button", name="Xem lại bằng lời").click()
        expect(page.locator("#bang-loi")).to_contain_text("ít nhất 5.700 tỷ đồng")
        assert not faults(page, "plan in words")
        page.get_by_role("button", name="Lưu vào dự thảo").click()
        expect(page.locator(".messages")).to_contain_text("chỉ tiêu vào dự thảo")
    with seated(browser, site, OFFICE) as page:
        paste(page, site, NOTICE)
        enter(page, "Thông báo kết luận (mô phỏng)", "Thông báo")
        go_to(page, "tiêm chủng")
        number = current(page).get_attribute("data-item")
        page.keyboard.press("a")
        done = page.locator(f'[data-item="{number}"]')
        expect(done).to_have_attribute("data-state", "accepted")
        done.get_by_role("link", name="mở nhiệm vụ").click()
        expect(page.locator("main")).to_contain_text("Sở Y tế")
        expect(page.locator("main")).to_contain_text("31/03/2022")
