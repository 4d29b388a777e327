"""The components in Chromium: keyboard, address, no script, narrow screens, axe, strict policy."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.served import ARGUMENTS
from tests.ui import sample_site

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = Path("/usr/bin/chromium")
PAGES = ["/", "/bang", "/chi-tieu"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="apt-get install chromium"),
]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with override_settings(
        ROOT_URLCONF=sample_site.__name__,
        MIDDLEWARE=sample_site.MIDDLEWARE,
        ALLOWED_HOSTS=["*"],
        STATIC_ROOT=None,
    ):
        server = make_server("127.0.0.1", 0, WSGIHandler(), Server, Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A page on which nothing may be said to the console: policy faults are said there."""
    usual = {"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN"}
    context = browser.new_context(**(usual | options))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert not said


def names(page: Page) -> list[str]:
    return page.locator("tbody tr:not([hidden]) th").all_inner_texts()


def test_sorting_follows_vietnamese_order_then_numbers_then_the_page(
    browser: Browser, site: str
) -> None:
    as_written = ["Phường 10", "Đầm Dơi", "Phường 2", "Ân"]
    with opened(browser, f"{site}/bang") as page:
        by_name = page.get_by_role("button", name="Tên")
        by_name.click()
        assert names(page) == ["Ân", "Đầm Dơi", "Phường 2", "Phường 10"]
        assert "bang-sort=ten%3Aasc" in page.url
        by_name.click()
        assert names(page) == ["Phường 10", "Phường 2", "Đầm Dơi", "Ân"]
        by_name.click()
        assert names(page) == as_written
        assert "?" not in page.url
        page.get_by_role("button", name="Số").click()
        assert names(page) == ["Ân", "Phường 10", "Phường 2", "Đầm Dơi"]
        page.get_by_role("button", name="Số").click()
        assert names(page) == ["Phường 2", "Phường 10", "Ân", "Đầm Dơi"]
        head = page.get_by_role("columnheader", name="Số")
        expect(head).to_have_attribute("aria-sort", "descending")


def test_the_filter_needs_no_accents_and_the_keyboard_walks_the_rows(
    browser: Browser, site: str
) -> None:
    with opened(browser, f"{site}/bang") as page:
        box = page.get_by_role("searchbox")
        box.fill("phuong thanh")
        assert names(page) == ["Phường 10", "Phường 2"]
        expect(page.get_by_role("status").first).to_have_text("2 trên 4 dòng")
        box.press("ArrowDown")
        expect(page.get_by_role("link", name="Phường 10")).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("link", name="Phường 2")).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(box).to_be_focused()
        box.press("Escape")
        assert len(names(page)) == 4
        expect(page.get_by_role("status").first).to_have_text("4 dòng")


def test_groups_and_the_address_and_the_export_keep_the_state(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}/bang?bang-q=n&bang-sort=so:desc") as page:
        page.get_by_label("Gom theo").select_option(label="Vùng")
        expected = ["nông thôn2 dòng", "Ân", "Đầm Dơi", "thành thị2 dòng", "Phường 2", "Phường 10"]
        assert names(page) == expected
        export = page.get_by_role("link", name="CSV").get_attribute("href")
        assert export
        assert export.endswith("/bang.csv?plan=1&sort=so%3Adesc&q=n&group=vung")
        page.reload()
        assert names(page) == expected


def test_without_script_the_table_is_whole_and_no_dead_tool_is_shown(
    browser: Browser, site: str
) -> None:
    with opened(browser, f"{site}/bang", java_script_enabled=False) as page:
        assert len(names(page)) == 4
        expect(page.get_by_role("searchbox")).to_be_hidden()
        expect(page.get_by_role("link", name="CSV")).to_be_visible()
    with opened(browser, site, java_script_enabled=False) as page:
        expect(page.locator("#date-range")).to_be_hidden()
        page.get_by_role("link", name="31/12/2021").click()
        expect(page.get_by_role("heading", name="11 trên 22")).to_be_visible()


def test_the_date_handle_moves_by_arrow_keys_and_keeps_the_focus(
    browser: Browser, site: str
) -> None:
    with opened(browser, site) as page:
        slider = page.get_by_role("slider")
        expect(slider).to_have_attribute("aria-valuetext", "12/01/2022")
        slider.focus()
        page.keyboard.press("ArrowLeft")
        expect(page.get_by_role("heading", name="11 trên 22")).to_be_visible()
        assert page.url.endswith("/?ngay=31/12/2021")
        expect(slider).to_be_focused()
        expect(slider).to_have_attribute("aria-valuetext", "31/12/2021, công bố 11/22")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("heading", name="12 trên 22")).to_be_visible()


def test_any_other_day_can_be_typed(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        page.get_by_label("Ngày khác").fill("31/12/2021")
        page.get_by_role("button", name="Xem").click()
        expect(page.get_by_role("heading", name="11 trên 22")).to_be_visible()


def test_a_server_that_fails_is_told_and_the_page_stays(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(site)
    page.locator("#break").click()
    banner = page.locator("[data-connection]")
    expect(banner).to_contain_text("Máy chủ không trả lời được")
    expect(page.get_by_role("heading", name="12 trên 22")).to_be_visible()
    context.set_offline(offline=True)
    expect(banner).to_contain_text("Mất kết nối")
    context.set_offline(offline=False)
    expect(banner).to_be_hidden()
    context.close()


def test_the_menu_closes_by_escape_and_gives_the_focus_back(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        summary = page.locator("[data-menu] summary")
        summary.press("Enter")
        expect(page.get_by_role("link", name="Đổi vai")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("link", name="Đổi vai")).to_be_hidden()
        expect(summary).to_be_focused()


def test_the_first_tab_skips_to_the_content(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()


def test_the_language_switch_turns_the_page_english(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}/bang") as page:
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.get_by_text("sample data")).to_be_visible()
        assert page.url.endswith("/bang")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_runs_over_a_phones_edge(browser: Browser, site: str, address: str) -> None:
    with opened(browser, site + address, viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        expect(page.locator(".chart-wide").first).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(
    browser: Browser, site: str, address: str, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 800}
    with opened(browser, site + address, viewport=size, color_scheme=scheme) as page:
        found = Axe().run(page).response["violations"]
        assert not [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found]


@pytest.mark.parametrize("address", PAGES)
def test_paper_drops_what_only_screens_need(browser: Browser, site: str, address: str) -> None:
    with opened(browser, site + address) as page:
        page.emulate_media(media="print")
        for gone in (".mast", ".table-tools", ".date-handle", ".skip"):
            for part in page.locator(gone).all():
                expect(part).to_be_hidden()
        expect(page.get_by_text("dữ liệu mẫu")).to_be_visible()
