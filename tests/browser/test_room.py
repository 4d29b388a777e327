"""The live room in Chromium: a chair and two sites, a dropped line, keys, phone and projector."""

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
COMMUNE = "Điểm cầu Ủy ban nhân dân xã Đất Mũi"
DISTRICT = "Điểm cầu Ủy ban nhân dân huyện Ngọc Hiển"


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """The demo's address, and those of its open conferences."""
    with demo_with(tmp_path_factory.mktemp("demo"), FILLING) as (address, told):
        codes = json.loads(told.strip().splitlines()[-1])
        yield address, [f"{address}/hoi-nghi/{code}" for code in codes]


@pytest.fixture
def walked(meetings: tuple[str, list[str]]) -> tuple[str, str]:
    """The meeting that one test alone walks through."""
    return meetings[0], meetings[1][0]


@pytest.fixture
def broken_off(meetings: tuple[str, list[str]]) -> tuple[str, str]:
    """The meeting whose line one test alone refuses."""
    return meetings[0], meetings[1][1]


@pytest.fixture
def asked_twice(meetings: tuple[str, list[str]]) -> tuple[str, str]:
    """The meeting in which one test alone asks for the floor twice."""
    return meetings[0], meetings[1][3]


@pytest.fixture
def meeting(meetings: tuple[str, list[str]]) -> tuple[str, str]:
    """A meeting that is only looked at."""
    return meetings[0], meetings[1][2]


def live(page: Page, address: str) -> None:
    """Open a live page and wait until its line stands."""
    page.goto(address)
    expect(page.locator("[data-line]")).to_have_attribute("data-state", "live")


def press(page: Page, key: str) -> None:
    page.locator("body").press(key)


def test_a_short_meeting(browser: Browser, walked: tuple[str, str]) -> None:
    """Connect, ask, call, note; a site drops out and is back in step without loading anew."""
    site, at = walked
    phone = {"viewport": {"width": 360, "height": 780}}
    with (
        seated(browser, site, "Văn phòng") as chair,
        seated(browser, site, "Cán bộ xã", **phone) as commune,
        seated(browser, site, "Chuyên viên huyện") as district,
    ):
        live(chair, f"{at}/dieu-khien/")
        live(commune, f"{at}/phong-hop/")
        live(district, f"{at}/phong-hop/")
        they_are_there(chair, commune)
        they_ask(chair, commune, district)
        the_first_is_called(chair, commune, district)

        commune.get_by_label("Nội dung muốn nói").fill("chưa gửi")
        commune.context.set_offline(True)
        expect(commune.locator("[data-line]")).to_have_attribute("data-state", "lost")
        the_meeting_goes_on(chair, district)
        commune.context.set_offline(False)
        expect(commune.locator("[data-line]")).to_have_attribute("data-state", "live")
        expect(commune.locator("[data-floor-who]")).to_have_text(DISTRICT)
        expect(commune.locator(".queue > li")).to_have_count(0)
        expect(commune.locator(".screen-content")).to_contain_text("Thu ngân sách nhà nước")
        expect(commune.get_by_label("Nội dung muốn nói")).to_have_value("chưa gửi")
        the_queue_is_stopped_and_opened(chair, commune)


def they_are_there(chair: Page, commune: Page) -> None:
    expect(chair.locator("[data-connected]")).to_have_text("3")
    tree = chair.locator("[data-tree]")
    tree.locator("summary", has_text="huyện Ngọc Hiển").click()
    expect(tree.locator("[data-site]", has_text="xã Đất Mũi").last).to_contain_text("đã kết nối")
    expect(chair.locator("[data-people]")).to_be_hidden()
    commune.get_by_label("Số người đang dự tại đây").fill("24")
    commune.get_by_role("button", name="Ghi", exact=True).click()
    expect(chair.locator("[data-people]")).to_have_text("24")
    expect(chair.locator("[data-people]")).to_be_visible()


def they_ask(chair: Page, commune: Page, district: Page) -> None:
    commune.get_by_label("Nội dung muốn nói").fill("Nước sạch")
    commune.get_by_role("button", name="Đăng ký phát biểu").click()
    expect(commune.locator(".queue .own")).to_contain_text("Nước sạch")
    expect(commune.get_by_label("Nội dung muốn nói")).to_have_value("")
    district.get_by_role("button", name="Đăng ký phát biểu").click()
    expect(chair.locator(".queue > li")).to_have_count(2)


def the_first_is_called(chair: Page, commune: Page, district: Page) -> None:
    press(chair, "n")
    expect(commune.locator(".now-item")).to_have_text("Báo cáo kết quả năm 2021")
    press(chair, "m")
    expect(district.locator("[data-floor-who]")).to_have_text(COMMUNE)
    expect(district.locator("[data-clock-left]")).to_contain_text("4:5")
    expect(commune.locator(".queue > li")).to_have_count(1)


def the_meeting_goes_on(chair: Page, district: Page) -> None:
    """A note once begun stays the commune's, though the district speaks when it is saved."""
    press(chair, "g")
    chair.keyboard.type("Đề nghị đầu tư nước sạch.")
    chair.keyboard.press("Escape")
    press(chair, "k")
    expect(chair.locator("[data-end]")).to_be_disabled()
    press(chair, "m")
    expect(district.locator("[data-floor-who]")).to_have_text(DISTRICT)
    chair.get_by_label("Chức vụ, nếu điểm cầu chưa ghi tên ai").fill("Chủ tịch UBND xã")
    chair.get_by_label("Nội dung ý kiến").press("Control+Enter")
    expect(chair.locator("#told")).to_contain_text("Đã ghi ý kiến.")
    chair.get_by_text("Ý kiến đã ghi").click()
    noted = chair.locator(".vintages li").first
    expect(noted).to_contain_text("Đề nghị đầu tư nước sạch.")
    expect(noted).to_contain_text(COMMUNE)
    chair.get_by_label("Chiếu lên màn hình").select_option("target:1")
    chair.get_by_role("button", name="Chiếu", exact=True).click()


def the_queue_is_stopped_and_opened(chair: Page, commune: Page) -> None:
    press(chair, "k")
    press(chair, "d")
    expect(commune.get_by_role("button", name="Đăng ký phát biểu")).to_be_disabled()
    press(chair, "d")
    expect(commune.get_by_role("button", name="Đăng ký phát biểu")).to_be_enabled()


def test_a_fault_goes_once_it_is_no_longer_so(
    browser: Browser, asked_twice: tuple[str, str]
) -> None:
    """Asked twice: the red word stays while others ask, and goes when the floor is given."""
    site, at = asked_twice
    with (
        seated(browser, site, "Văn phòng") as chair,
        seated(browser, site, "Cán bộ xã") as commune,
        seated(browser, site, "Chuyên viên huyện") as district,
    ):
        live(chair, f"{at}/dieu-khien/")
        live(commune, f"{at}/phong-hop/")
        live(district, f"{at}/phong-hop/")
        ask = commune.get_by_role("button", name="Đăng ký phát biểu")
        fault = commune.locator("#told .notice-error")
        ask.click()
        expect(commune.locator("#told")).to_contain_text("Đã đăng ký phát biểu.")
        ask.click()
        expect(fault).to_contain_text("đã đăng ký")
        district.get_by_role("button", name="Đăng ký phát biểu").click()
        expect(commune.locator(".queue > li")).to_have_count(2)
        expect(fault).to_be_visible()
        press(chair, "m")
        expect(commune.locator("[data-floor-who]")).to_have_text(COMMUNE)
        expect(fault).to_have_count(0)
        press(chair, "k")
        ask.click()
        expect(commune.locator("#told")).to_contain_text("Đã đăng ký phát biểu.")
        ask.click()
        expect(fault).to_be_visible()
        chair.locator(".queue > li", has_text="Đất Mũi").get_by_role(
            "button", name="Bỏ lượt"
        ).click()
        expect(fault).to_have_count(0)


def test_last_periods_shortcomings_come_to_every_screen(
    browser: Browser, asked_twice: tuple[str, str]
) -> None:
    """The chair puts them up; a site and the hall see them, and axe finds nothing."""
    site, at = asked_twice
    phone = {"viewport": {"width": 360, "height": 780}}
    with (
        seated(browser, site, "Văn phòng") as chair,
        seated(browser, site, "Cán bộ xã", **phone) as commune,
    ):
        live(chair, f"{at}/dieu-khien/")
        live(commune, f"{at}/phong-hop/")
        chair.get_by_label("Chiếu lên màn hình").select_option("shortcomings:")
        chair.get_by_role("button", name="Chiếu", exact=True).click()
        for page in (chair, commune):
            expect(page.locator(".screen-shortcomings")).to_contain_text("13 chưa có căn cứ.")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
        live(commune, f"{at}/trinh-chieu/")
        expect(commune.locator(".screen-shortcomings li")).to_have_count(13)
        assert commune.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_keys_rest_while_somebody_types_or_turns_them_off(
    browser: Browser, meeting: tuple[str, str]
) -> None:
    site, at = meeting
    with seated(browser, site, "Văn phòng") as chair:
        live(chair, f"{at}/dieu-khien/")
        before = chair.locator(".now-item").inner_text()
        chair.get_by_label("Nội dung ý kiến").fill("")
        chair.keyboard.type("nnn")
        chair.keyboard.press("Escape")
        chair.get_by_label("Dùng phím tắt").uncheck()
        press(chair, "n")
        chair.reload()
        expect(chair.locator("[data-line]")).to_have_attribute("data-state", "live")
        expect(chair.get_by_label("Nội dung ý kiến")).to_have_value("nnn"), "kept until saved"
        expect(chair.locator(".now-item")).to_have_text(before)


def test_a_page_that_missed_much_asks_for_it(browser: Browser, broken_off: tuple[str, str]) -> None:
    """A gap in the numbers is filled by itself: here the line is refused, the log is not."""
    site, at = broken_off
    with (
        seated(browser, site, "Văn phòng") as chair,
        seated(browser, site, "Cán bộ xã") as commune,
    ):
        live(chair, f"{at}/dieu-khien/")
        live(commune, f"{at}/phong-hop/")
        commune.route("**/phong-hop/dong/**", lambda route: route.fulfill(status=503))
        commune.context.set_offline(True)
        expect(commune.locator("[data-line]")).to_have_attribute("data-state", "lost")
        commune.context.set_offline(False)
        chair.locator(".console-items button").nth(2).click()
        expect(commune.locator(".now-item")).to_have_text("Kết luận")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
@pytest.mark.parametrize("name", ["phong-hop", "dieu-khien", "trinh-chieu"])
def test_a_page_fits_its_screen_and_axe_finds_nothing(
    browser: Browser, meeting: tuple[str, str], name: str, width: int, scheme: str
) -> None:
    site, at = meeting
    look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with seated(browser, site, "Văn phòng", **look) as page:
        live(page, f"{at}/{name}/")
        expect(page.locator(".screen-content").first).to_be_visible()
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
