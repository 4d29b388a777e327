"""Nothing typed is lost: lost lines, reloads, ended sessions, two people, filed meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.entry_site import SECOND_PASSWORD
from tests.browser.served import seated, sign_out, sit
from tests.browser.sheet_page import (
    COMMUNE,
    LOCAL,
    REVENUE,
    cell,
    saved,
    state,
)

pytestmark = pytest.mark.browser


def test_a_lost_line_is_told_and_survived(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("offline"))
        page.context.set_offline(True)
        cell(page, REVENUE).focus()
        page.keyboard.type("5,8")
        expect(state(page)).to_have_text("Chưa lưu: mất mạng, giữ trong máy")
        page.keyboard.press("Enter")
        page.keyboard.type("5,7")
        page.context.set_offline(False)
        saved(page)
        page.reload()
        expect(cell(page, REVENUE)).to_have_value("5,8")
        expect(cell(page, LOCAL)).to_have_value("5,7")


def test_what_is_typed_before_the_script_has_come_is_kept(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        held: list[Route] = []
        page.route("**/js/sheet*.js", lambda route: held.append(route))  # noqa: PLW0108 - no builtin there
        page.goto(form("early"), wait_until="commit")
        cell(page, REVENUE).fill("5,8")
        expect(cell(page, REVENUE)).to_have_value("5,8")
        held[0].continue_()
        saved(page)
        page.unroute_all()
        page.reload()
        expect(cell(page, REVENUE)).to_have_value("5,8")


def test_a_reload_before_the_server_answered_loses_nothing(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("reload"))
        page.route("**/luu/", lambda route: route.abort())
        cell(page, REVENUE).focus()
        page.keyboard.type("5,8")
        page.keyboard.press("ArrowRight")
        page.keyboard.type("Chưa có báo cáo của ấp Mũi")
        expect(state(page)).to_contain_text("giữ trong máy")
        page.reload()
        expect(cell(page, REVENUE)).to_have_value("5,8")
        expect(cell(page, REVENUE, "g")).to_have_value("Chưa có báo cáo của ấp Mũi")
        later = page.context.new_page()
        page.close()
        later.goto(form("reload"))
        expect(cell(later, REVENUE)).to_have_value("5,8", timeout=25_000)
        saved(later)


def test_an_ended_session_loses_nothing(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("expired"))
        page.context.clear_cookies()
        cell(page, REVENUE).focus()
        page.keyboard.type("5,8")
        expect(state(page)).to_contain_text("phiên đăng nhập đã hết")
        expect(page.get_by_role("link", name="Đăng nhập lại")).to_be_visible()
        sit(page, site, COMMUNE)
        page.goto(form("expired"))
        saved(page)
        expect(cell(page, REVENUE)).to_have_value("5,8")


def test_two_people_in_one_form_are_told_and_choose(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with (
        seated(browser, site, COMMUNE) as one,
        seated(browser, site, "") as other,
    ):
        sign_out(other, site)
        other.locator("main [name=username]").fill("can-bo-xa-hai")
        other.locator("main [name=password]").fill(SECOND_PASSWORD)
        other.locator("main form").first.get_by_role("button").first.click()
        expect(other.locator("[data-menu] summary").first).to_contain_text("Cán bộ thống kê")
        one.goto(form("two"))
        one.wait_for_load_state("networkidle")
        other.goto(form("two"))
        expect(other.locator("[data-company]")).to_contain_text("Cùng mở biểu này: Cán bộ xã")
        cell(one, REVENUE).focus()
        one.keyboard.type("5,5")
        saved(one)
        cell(other, REVENUE).focus()
        other.keyboard.type("5,9")
        expect(state(other)).to_contain_text("hai người cùng sửa")
        clash = other.locator(".conflict")
        expect(clash).to_contain_text("Bạn ghi: 5,9")
        expect(clash).to_contain_text("Cán bộ xã ghi: 5,5")
        other.reload()
        expect(clash).to_contain_text("Bạn ghi: 5,9")
        other.get_by_role("button", name="Giữ của tôi").click()
        saved(other)
        one.evaluate("window.dispatchEvent(new Event('online'))")
        expect(cell(one, REVENUE)).to_have_value("5,9")
        expect(one.locator("[data-company]")).to_contain_text("vừa sửa: Thu ngân sách")
        cell(one, LOCAL).focus()
        one.keyboard.type("4")
        saved(one)
        cell(other, LOCAL).focus()
        other.keyboard.type("3")
        other.get_by_role("button", name="Lấy của họ").click()
        saved(other)
        expect(cell(other, LOCAL)).to_have_value("4")


def test_leaving_with_something_unsaved_is_asked_about(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("window"))
        page.route("**/luu/", lambda route: route.abort())
        cell(page, REVENUE).click()
        page.keyboard.type("1")
        expect(state(page)).to_contain_text("giữ trong máy")
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.goto(site)
        assert asked == ["beforeunload"]


def test_what_was_typed_after_another_filed_is_shown_not_lost(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("filed"))
        for text in ("5,8", "5,7", "1"):
            (cell(page, REVENUE) if text == "5,8" else page.locator(":focus")).fill(text)
            page.keyboard.press("Enter")
        saved(page)
        late = page.context.new_page()
        late.goto(form("filed"))
        page.get_by_role("button", name="Kiểm tra và nộp").click()
        page.get_by_role("button", name="Nộp báo cáo").click()
        expect(page.locator("[data-safe]")).to_be_visible()
        cell(late, REVENUE).focus()
        late.keyboard.type("6")
        expect(state(late)).to_contain_text("đã nộp hoặc đã duyệt")
        expect(late.locator("[data-kept]")).to_contain_text("Thu ngân sách nhà nước")
        expect(late.locator("[data-kept] li")).to_contain_text(": 6")
