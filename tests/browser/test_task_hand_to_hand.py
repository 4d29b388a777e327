"""A task from a missed target to its end in Chromium: typed, lost and found, taken up, handed down,
reported, returned, confirmed; by keyboard, on a phone, with two people at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import seated

pytestmark = pytest.mark.browser

OFFICE, HEALTH, DISTRICT = "Văn phòng", "Chuyên viên Sở Y tế", "Chuyên viên huyện"
TITLE = "Giải ngân đủ vốn đầu tư y tế"
TARGET = "/ke-hoach/ca-mau-2021/chi-tieu/15/"


@pytest.fixture
def office(browser: Browser, site: str) -> Iterator[Page]:
    with seated(browser, site, OFFICE) as page:
        yield page


@pytest.fixture
def health(browser: Browser, site: str) -> Iterator[Page]:
    with seated(browser, site, HEALTH) as page:
        yield page


def sound(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]


def fits(page: Page) -> None:
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0, f"{page.url}: {over} px too wide"


def take(page: Page, step: str, **typed: str) -> None:
    """Open a step by keyboard, fill its form in, send it."""
    summary = page.locator(".move > summary", has_text=step)
    summary.focus()
    page.keyboard.press("Enter")
    form = page.locator(".move[open]")
    for name, text in typed.items():
        form.locator(f"[name={name}]").fill(text)
    form.get_by_role("button", name=step).click()
    expect(page.locator("[data-told=success]")).to_contain_text("Đã ghi")


def test_a_task_from_a_missed_target_to_its_end(site: str, office: Page, health: Page) -> None:
    office.goto(f"{site}{TARGET}")
    office.locator(".tasks-came").get_by_role("link", name="Giao nhiệm vụ").click()
    office.locator("[name=title]").fill(TITLE)
    office.get_by_label("Cơ quan chủ trì").select_option(label="Sở Y tế tỉnh Cà Mau")
    office.get_by_label("Thời hạn").fill("31/03/2022")
    office.get_by_text("Cơ quan phối hợp").first.click()
    office.get_by_label("Ủy ban nhân dân huyện Ngọc Hiển").check()
    office.reload()
    expect(office.locator("[name=title]")).to_have_value(TITLE)
    expect(office.locator("[name=co_bodies][value=ubnd-973]")).to_be_checked()
    sound(office)
    office.get_by_role("button", name="Giao nhiệm vụ", exact=True).click()
    expect(office.get_by_role("heading", level=1)).to_have_text(TITLE)
    task = office.url
    sound(office)

    office.goto(f"{site}{TARGET}")
    expect(office.locator(".tasks-came").get_by_role("link", name=TITLE)).to_be_visible()

    health.goto(task)
    office.goto(task)
    take(health, "Nhận nhiệm vụ", official="Phó Giám đốc Sở")
    office.locator(".move > summary", has_text="Rút nhiệm vụ").click()
    office.locator(".move[open] [name=text]").fill("Trùng với việc khác")
    office.locator(".move[open]").get_by_role("button", name="Rút nhiệm vụ").click()
    expect(office.get_by_role("alert")).to_contain_text("vừa làm một bước")
    expect(office.locator(".move[open] [name=text]")).to_have_value("Trùng với việc khác")

    health.locator(".move > summary", has_text="Báo tiến độ").click()
    form = health.locator(".move[open]")
    form.locator("[name=percent]").fill("40")
    form.locator("[name=text]").fill("Đã giải ngân đợt một")
    form.locator("[name=file]").set_input_files(
        [{"name": "bang-ke.txt", "mimeType": "text/plain", "buffer": b"40%"}]
    )
    form.get_by_role("button", name="Báo tiến độ").click()
    with health.expect_download() as kept:
        health.get_by_role("link", name="bang-ke.txt").click()
    assert kept.value.path().read_bytes() == b"40%"

    take(health, "Báo đã hoàn thành", text="Đã giải ngân hết")
    office.goto(task)
    take(office, "Trả lại, chưa đạt", text="Thiếu một dự án")
    health.goto(task)
    take(health, "Báo đã hoàn thành", text="Đã đủ")
    office.goto(task)
    take(office, "Xác nhận hoàn thành")
    expect(office.locator(".task-standing")).to_contain_text("hoàn thành đúng hạn")
    expect(office.locator(".moves")).to_have_count(0)  # a confirmed task offers no step
    sound(office)


def test_a_part_is_handed_down_and_every_page_fits_a_phone(
    site: str, browser: Browser, office: Page
) -> None:
    office.goto(f"{site}/nhiem-vu/giao/")
    office.locator("[name=title]").fill("Tiêm vắc xin mũi ba")
    office.get_by_label("Cơ quan chủ trì").select_option(label="Sở Y tế tỉnh Cà Mau")
    office.get_by_role("button", name="Giao nhiệm vụ", exact=True).click()
    task = office.url
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    with seated(browser, site, HEALTH, **phone) as page:
        page.goto(task)
        fits(page)
        take(page, "Nhận nhiệm vụ")
        page.get_by_role("link", name="Giao tiếp cho cấp dưới").click()
        fits(page)
        sound(page)
        page.get_by_label("Cơ quan chủ trì").select_option(label="Ủy ban nhân dân huyện Ngọc Hiển")
        page.get_by_role("button", name="Giao nhiệm vụ", exact=True).click()
        part = page.url
        page.goto(task)
        expect(page.locator("main")).to_contain_text("tổng hợp từ các việc giao xuống")
        fits(page)
        sound(page)
    with seated(browser, site, DISTRICT, **phone) as page:
        page.goto(part)
        take(page, "Nhận nhiệm vụ")
        fits(page)
