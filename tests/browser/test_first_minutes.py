"""A chairman's first minutes in the demo, in Chromium: as the command sets it up and serves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with

pytestmark = pytest.mark.browser

PLAN = "/ke-hoach/ca-mau-2021"
QUOTE = "Thu ngân sách nhà nước đạt 5.851 tỷ đồng, vượt 6,8% kế hoạch"
PAGES = {
    "home": "/",
    "december": "/?date=31/12/2021",
    "targets": f"{PLAN}/chi-tieu/",
    "revenue": f"{PLAN}/chi-tieu/1/",
    "restated": f"{PLAN}/chi-tieu/1/?areas=2025-07-01",
    "communes": f"{PLAN}/chi-tieu/9/",
    "review": f"{PLAN}/kiem-diem/",
    "areas": "/dia-ban/",
    "documents": "/van-ban/",
    "sign-in": "/dang-nhap/",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo's address, served by the command from a home of its own."""
    with demo_with(tmp_path_factory.mktemp("demo")) as (address, _):
        yield address


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A newcomer's page on which nothing may be said to the console, policy faults least."""
    usual = {"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN"}
    context = browser.new_context(**(usual | options))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    page.wait_for_load_state("networkidle")
    context.close()
    assert not said


@pytest.fixture(scope="module")
def pages(browser: Browser, site: str) -> dict[str, str]:
    """The pages by name, with those whose address only the books know."""
    with opened(browser, site) as page:
        passport = page.locator(".tile .figure").first.get_attribute("href")
    assert passport
    return {name: site + where for name, where in (PAGES | {"passport": passport}).items()}


EVERY = [*PAGES, "passport"]


def test_three_clicks_lead_from_the_year_to_the_papers_own_sentence(
    browser: Browser, site: str
) -> None:
    with opened(browser, site) as page:
        expect(page.get_by_role("heading", level=1)).to_contain_text("12/22")
        page.get_by_role("link", name="Thu ngân sách nhà nước trên địa bàn").click()
        expect(page.get_by_text("vượt mức kế hoạch tối thiểu 5.478 tỷ đồng").first).to_be_visible()
        page.locator(".passport .figure").first.click()
        expect(page.get_by_text(QUOTE).first).to_be_visible()
        page.get_by_role("link", name="Đọc trong văn bản").click()
        expect(page.locator("mark#trich")).to_have_text(QUOTE)
        expect(page.locator("mark#trich")).to_be_in_viewport()


def test_a_tiles_number_leads_to_its_sentence_in_two(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        page.locator(".tile").first.locator(".figure").click()
        expect(page.get_by_role("link", name="Chỉ tiêu 1: Thu ngân sách")).to_be_visible()
        page.get_by_role("link", name="Đọc trong văn bản").click()
        expect(page.locator("mark#trich")).to_be_in_viewport()


def test_the_published_count_leads_to_its_own_sentence(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        page.get_by_role("link", name="Công bố: 12/22").click()
        expect(page.locator("mark#trich")).to_contain_text("Kết quả có 12/22 các chỉ tiêu")
        expect(page.locator("mark#trich")).to_be_in_viewport()


def test_the_date_handle_turns_the_board_by_keyboard(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        heading = page.get_by_role("heading", level=1)
        revenue = page.locator(".tile").first
        expect(revenue).to_have_attribute("data-verdict", "exceeded")
        slider = page.get_by_role("slider")
        slider.focus()
        page.keyboard.press("ArrowLeft")
        expect(heading).to_contain_text("11/22")
        expect(revenue).to_have_attribute("data-verdict", "not_met")
        expect(revenue).to_contain_text("5.220")
        expect(page.get_by_text("chưa có số liệu nào; số đầu tiên được nêu")).to_be_visible()
        assert "date=31/12/2021" in page.url
        expect(slider).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(heading).to_contain_text("12/22")
        expect(revenue).to_have_attribute("data-verdict", "exceeded")
        page.go_back()
        expect(heading).to_contain_text("11/22")


def test_the_seat_decides_what_is_shown(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}{PLAN}/chi-tieu/1/") as page:
        expect(page.get_by_text("3.105")).to_be_visible()
        page.locator("[data-menu] summary").press("Enter")
        page.get_by_role("button", name="Người dân").click()
        expect(page.locator("[data-menu] summary")).to_contain_text("Người dân")
        assert page.url.endswith(f"{PLAN}/chi-tieu/1/"), "one stays on the page"
        expect(page.get_by_text("5.851").first).to_be_visible()
        expect(page.get_by_text("3.105")).to_have_count(0)


def test_the_first_screen_is_whole_without_script(browser: Browser, site: str) -> None:
    with opened(browser, site, java_script_enabled=False) as page:
        page.locator(".date-marks").get_by_role("link", name="31/12/2021").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("11/22")
        expect(page.locator(".tile")).to_have_count(22)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
@pytest.mark.parametrize("name", EVERY)
def test_a_page_fits_its_screen_and_axe_finds_nothing(
    browser: Browser, pages: dict[str, str], name: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 800}
    with opened(browser, pages[name], viewport=size, color_scheme=scheme) as page:
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        found = Axe().run(page).response["violations"]
        assert not [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found]
