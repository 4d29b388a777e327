"""What a meeting leaves, in Chromium: noted by keyboard beside the live room, final on every site's
page, a task before the meeting ends; axe on each page, on a phone and on a desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser
FILLING = Path(__file__).with_name("room_site.py")
HELD = "/hoi-nghi/hoi-nghi-2022-01-12/"
PARTS = ("ket-luan/", "van-ban/", "van-ban/directing/", "van-ban/minutes/soan/", "anh/")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The demo's address, and that of an open conference."""
    with demo_with(tmp_path_factory.mktemp("demo"), FILLING) as (address, told):
        code = json.loads(told.strip().splitlines()[-1])[0]
        yield address, f"{address}/hoi-nghi/{code}"


def live(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("[data-line]")).to_have_attribute("data-state", "live")


def test_a_point_noted_while_people_speak_becomes_a_task_before_the_end(
    browser: Browser, served: tuple[str, str]
) -> None:
    site, at = served
    with (
        seated(browser, site, "") as chair,
        seated(browser, site, "Văn phòng") as office,
        seated(browser, site, "Chuyên viên huyện") as district,
    ):
        live(chair, f"{at}/dieu-khien/")
        live(district, f"{at}/phong-hop/")
        box = chair.get_by_label("Ghi dự thảo kết luận")
        expect(box).to_be_visible()
        chair.locator("body").press("l")
        expect(box).to_be_focused()
        box.fill("Giao rà soát nước sạch.")
        box.press("Control+Enter")
        expect(chair.locator(".concluded-now")).to_contain_text("Giao rà soát nước sạch.")
        expect(box).to_have_value("")

        box.fill("đang gõ dở")
        office.goto(f"{at}/ket-luan/")
        office.get_by_label("Kết luận (dự thảo)").fill("Giao kiểm tra đê.")
        office.get_by_role("button", name="Ghi dự thảo").click()
        expect(chair.locator(".concluded-now")).to_contain_text("Giao kiểm tra đê.")
        expect(box).to_have_value("đang gõ dở")
        expect(district.locator(".concluded-now")).not_to_contain_text("Giao")

        office.get_by_role("button", name="Đưa dự thảo 2 lên").click()
        office.get_by_role("button", name="Ghi chính thức các dự thảo đã chọn").click()
        expect(district.locator(".concluded-now li").first).to_have_text("Giao kiểm tra đê.")
        expect(district.locator(".concluded-now li")).to_have_count(2)

        office.get_by_role("link", name="Giao rà soát nước sạch.").click()
        office.locator(".tasks-came").get_by_role("link", name="Giao nhiệm vụ").click()
        office.get_by_label("Cơ quan chủ trì").select_option(
            label="Ủy ban nhân dân huyện Ngọc Hiển"
        )
        office.get_by_role("button", name="Giao nhiệm vụ", exact=True).click()
        expect(office.get_by_role("heading", level=1)).to_have_text("Giao rà soát nước sạch.")
        expect(chair.locator("[data-line]")).to_have_attribute("data-state", "live")


@pytest.mark.parametrize("width", [360, 1440])
def test_its_pages_read_well(browser: Browser, served: tuple[str, str], width: int) -> None:
    site, _at = served
    faults = []
    size = {"viewport": {"width": width, "height": 900}}
    with seated(browser, site, "Văn phòng", **size) as page:
        page.goto(f"{site}{HELD}ket-luan/")
        one = page.locator("ol.conclusions a").nth(6).get_attribute("href") or ""
        page.goto(f"{site}{one}")
        finding = page.locator('a[href^="/nhan-dinh/"]').first.get_attribute("href") or ""
        for address in (*(f"{HELD}{part}" for part in PARTS), one, finding):
            page.goto(f"{site}{address}", wait_until="networkidle")
            found = Axe().run(page).response["violations"]
            faults += [(address, each["id"], each["nodes"][0]["html"][:120]) for each in found]
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            faults += [(address, "wider than the screen", "")] if wide else []
    assert faults == []
