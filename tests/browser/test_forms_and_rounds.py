"""A form of twelve indicators with three checks, made by an officer and sent to 101 communes."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import seated

pytestmark = pytest.mark.browser

CHOSEN = (
    ("giai quyet viec lam", "Giải quyết việc làm"),
    ("ty le ho ngheo", "Tỷ lệ hộ nghèo"),
    ("nuoc sinh hoat", "sử dụng nước sinh hoạt"),
    ("xa dat chuan", "Tỷ lệ xã đạt chuẩn"),
    ("thu ngan sach nha nuoc", "Thu ngân sách nhà nước"),
    ("bao hiem y te", "bảo hiểm y tế"),
    ("che phu rung", "Tỷ lệ che phủ rừng"),
    ("lao dong qua dao tao", "lao động qua đào tạo"),
    ("rac thai", "Tỷ lệ rác thải"),
)
COUNTED = (
    ("Số trẻ em đến trường mầm non", "trẻ em"),
    ("Tổng số trẻ em trong độ tuổi mầm non", "trẻ em"),
    ("Số trạm y tế có bác sĩ", "trạm"),
)
PLANNER = "Chuyên viên kế hoạch"


def sound(page: Page) -> None:
    """No fault that axe can tell."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def add_found(page: Page, words: str, label: str) -> None:
    """Find an indicator without accents and add the first that is found."""
    before = page.locator(".row-row").count()
    expect(page.locator("#found li")).not_to_have_count(0)
    page.wait_for_load_state("networkidle")
    page.get_by_placeholder("gõ không cần dấu").fill(words)
    expect(page.locator("#found li").first).to_contain_text(label)
    page.locator("#found").get_by_role("button").first.click()
    expect(page.locator(".row-row")).to_have_count(before + 1)


def add_new(page: Page, name: str, unit: str) -> None:
    before = page.locator(".row-row").count()
    page.locator("[name=new-name]").fill(name)
    page.locator("[name=new-unit]").fill(unit)
    page.get_by_role("button", name="Khai và thêm vào biểu").click()
    expect(page.locator(".row-row")).to_have_count(before + 1)


def as_typed(page: Page) -> None:
    """Every ratio among the rows is asked as a number here, so that no part is needed."""
    kinds = page.locator("select[name$='-kind']")
    with page.expect_response(re.compile(r"/soan/luu/")):
        for n in range(kinds.count()):
            kinds.nth(n).select_option("entry")
    expect(page.locator("#kept")).to_contain_text("Đã lưu bản đang sửa")


def option(page: Page, label: str) -> str:
    """The code of the row of that name."""
    found = page.locator("select#row option").filter(has_text=label).first
    return found.get_attribute("value") or ""


def test_twelve_indicators_three_checks_one_hundred_and_one_communes(
    site: str, browser: Browser
) -> None:
    with seated(browser, site, PLANNER) as page:
        page.goto(f"{site}/bieu-mau/")
        page.get_by_role("link", name="Lập biểu mới").click()
        page.get_by_label("Tên biểu").fill("Mười hai chỉ tiêu của xã")
        page.get_by_role("button", name="Tiếp: chọn chỉ tiêu").click()
        expect(page.get_by_text("Hôm nay có 101 cơ quan phải nộp.")).to_be_visible()
        page.locator("[name=heading]").fill("Kinh tế - xã hội")
        page.get_by_role("button", name="Thêm đề mục").click()
        expect(page.locator(".row-heading")).to_have_count(1)
        for words, label in CHOSEN:
            add_found(page, words, label)
        for name, unit in COUNTED:
            add_new(page, name, unit)
        expect(page.get_by_text("Đã hỏi cơ quan này ở biểu khác").first).to_be_visible()
        as_typed(page)
        sound(page)
        page.reload()
        expect(page.locator(".row-row")).to_have_count(12)
        page.get_by_role("button", name="Ban hành phiên bản mới").click()
        page.wait_for_url(re.compile(r"/bieu-mau/muoi-hai-chi-tieu-cua-xa/$"))
        expect(page.get_by_role("heading", name="Phiên bản 1")).to_be_visible()
        sound(page)

        for row, high in (("Giải quyết việc làm", "5.000"), ("Số trạm y tế có bác sĩ", "3")):
            page.get_by_role("link", name="Thêm quy tắc").click()
            page.locator("select#row").select_option(option(page, row))
            page.get_by_label("Cao nhất").fill(high)
            page.get_by_role("button", name="Chạy thử").click()
            expect(page.get_by_text(f"không quá {high}")).to_be_visible()
            sound(page)
            page.get_by_role("button", name="Lưu quy tắc").click()
        page.get_by_role("link", name="Thêm quy tắc").click()
        page.get_by_role("link", name="tổng các dòng, các biểu").click()
        page.locator("select#row").select_option(option(page, "Tổng số trẻ em"))
        page.get_by_role("checkbox", name="Số trẻ em đến trường mầm non").check()
        page.get_by_label("Tổng đó phải").select_option("at_most")
        page.get_by_role("button", name="Lưu quy tắc").click()
        expect(page.get_by_role("link", name="sửa", exact=True)).to_have_count(3)

        page.get_by_role("link", name="Mở kỳ báo cáo").click()
        page.get_by_label("Mở từ").fill("03/01/2022")
        page.get_by_label("Cấp xã").fill("15/01/2022")
        page.get_by_label("Cấp huyện").fill("19/01/2022")
        page.get_by_label("Cấp tỉnh").fill("21/01/2022")
        sound(page)
        page.get_by_role("button", name="Mở kỳ, gửi 101 cơ quan").click()
        expect(page.get_by_text("Đã mở kỳ và gửi 101 cơ quan.")).to_be_visible()
        expect(page.locator(".rate-number")).to_contain_text("0/101")
        expect(page.get_by_text("lùi từ 15/01/2022 là ngày nghỉ")).to_be_visible()
        sound(page)

    with seated(browser, site, "Cán bộ xã") as page:
        page.goto(f"{site}/viec-cua-toi/")
        page.get_by_role("link", name="Mười hai chỉ tiêu của xã, năm 2021").click()
        expect(page.locator("table.sheet tbody tr")).not_to_have_count(0)
        expect(page.get_by_text("Số trạm y tế có bác sĩ")).to_be_visible()


def test_the_pages_are_sound_on_a_phone(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER, viewport={"width": 360, "height": 760}) as page:
        for address in (
            "ky-bao-cao",
            "bieu-mau",
            "bieu-mau/kt-xh-xa",
            "bieu-mau/kt-xh-xa/mo-ky",
            "bieu-mau/kt-xh-xa/quy-tac",
            "lich-lam-viec/2022",
        ):
            page.goto(f"{site}/{address}/")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            sound(page)
