"""A new officer's way in, in Chromium: a link, a password, a second factor, and in again with both."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import seated, sign_out

pytestmark = pytest.mark.browser

NAME, PASSWORD = "can-bo-moi", "một câu dài để nhớ"
STEP = 30


def sound(page: Page) -> None:
    """No fault that axe can tell, and no word of the library's own English."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    said = page.locator("main").inner_text()
    assert not re.search(r"\b(password|code|must|please)\b", said, re.IGNORECASE), said


def send(page: Page, **fields: str) -> None:
    """Fill in the page's form and press its button."""
    for name, text in fields.items():
        page.locator(f"main [name={name}]").fill(text)
    page.locator("main form").first.get_by_role("button").first.click()


def code_of(secret: str, later: int = 0) -> str:
    """What an authenticator app shows, so many steps from now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // STEP + later)))


def link_for_a_new_officer(page: Page, site: str) -> str:
    """Made by the administrator: the one-time way in."""
    page.goto(f"{site}/quan-tri/nguoi-dung/moi/")
    send(page, username=NAME, full_name="Cán bộ mới")
    page.get_by_role("button", name="Tạo đường dẫn đặt mật khẩu").click()
    told = page.get_by_text("/vao-lan-dau/")
    expect(told).to_be_visible()
    found = re.search(r"/vao-lan-dau/\S+", told.inner_text())
    assert found
    return site + found[0]


def test_a_link_a_password_a_second_factor(site: str, browser: Browser) -> None:
    with seated(browser, site, "Quản trị") as page:
        link = link_for_a_new_officer(page, site)
    with seated(browser, site, "") as page:
        page.goto(link)
        send(page, **dict.fromkeys(("password", "again"), "ngắn"))
        expect(page.get_by_text("phải có ít nhất 12 ký tự")).to_be_visible()
        sound(page)
        send(page, password=PASSWORD, again=PASSWORD)
        page.wait_for_url(f"{site}/")
        sign_out(page, site)
        send(page, username=NAME, password=PASSWORD)
        page.wait_for_url(f"{site}/")

        page.goto(f"{site}/tai-khoan/mat-khau/")
        send(page, oldpassword="không phải", password1="ngắn", password2="khác")
        expect(page.get_by_text("Mật khẩu hiện tại không đúng.")).to_be_visible()
        sound(page)
        page.goto(f"{site}/tai-khoan/hai-lop/bat/")
        send(page, password=PASSWORD)
        secret = re.search(r"[A-Z2-7]{32}", page.locator("main").inner_text())
        assert secret
        sound(page)
        send(page, code=code_of(secret[0]))
        expect(page.get_by_role("heading", level=1)).to_have_text("Mã dự phòng")

        sign_out(page, site)
        send(page, username=NAME, password=PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("Xác thực hai lớp")
        send(page, code="000000")
        expect(page.get_by_text("Mã không đúng hoặc đã dùng.")).to_be_visible()
        sound(page)
        send(page, code=code_of(secret[0], later=1))
        page.wait_for_url(f"{site}/")
        page.goto(link)
        send(page, password=f"{PASSWORD} hơn", again=f"{PASSWORD} hơn")
        expect(page.get_by_text("Đường dẫn này đã dùng hoặc quá hạn")).to_be_visible()
