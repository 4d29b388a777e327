"""Agreement in Chromium: a chair asks, a site answers on its live page by keyboard, all see the count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser

FILLING = Path(__file__).with_name("ballot_site.py")
QUESTION = "Thông qua ba chương trình hành động năm 2022?"
HERE = "Điểm cầu Ủy ban nhân dân xã Đất Mũi"


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served meeting."""
    with demo_with(tmp_path_factory.mktemp("ballots"), FILLING) as (address, _):
        yield f"{address}/hoi-nghi/hop"


def put(chair: Page, meeting: str, mode: str) -> None:
    """Put the question to the meeting."""
    chair.goto(f"{meeting}/bieu-quyet/mo/")
    chair.get_by_label("Nội dung xin biểu quyết").fill(QUESTION)
    chair.get_by_label(mode).check()
    chair.get_by_role("button", name="Mở biểu quyết").click()
    expect(chair.get_by_role("heading", name=QUESTION)).to_be_visible()


def check_well(page: Page) -> None:
    """Nothing runs over the edge on a phone or a screen, and axe finds nothing."""
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []


def alive(page: Page, selector: str) -> None:
    """Until htmx has taken a part that has just come; before, its buttons post as plain forms do."""
    page.wait_for_function(
        "selector => document.querySelector(selector)?.['htmx-internal-data']?.initHash",
        arg=selector,
    )


def site_of(meeting: str) -> str:
    return meeting.partition("/hoi-nghi/")[0]


def test_a_named_vote_is_changed_until_it_is_counted(browser: Browser, meeting: str) -> None:
    site = site_of(meeting)
    with seated(browser, site, "") as chair, seated(browser, site, "Cán bộ xã") as keeper:
        keeper.goto(f"{meeting}/phong-hop/")
        put(chair, meeting, "Ghi tên")
        vote = keeper.get_by_role("group", name=HERE)
        alive(keeper, ".ballot-vote")
        vote.get_by_role("button", name="Tán thành", exact=True).press("Enter")
        expect(vote.get_by_text("Đã ghi: Tán thành.")).to_be_visible()
        alive(keeper, ".ballot-vote")
        vote.get_by_role("button", name="Không tán thành").press("Space")
        expect(vote.get_by_text("Đã ghi: Không tán thành.")).to_be_visible()
        expect(vote.get_by_role("button", name="Không tán thành")).to_be_focused()
        expect(vote.get_by_role("button", pressed=True)).to_have_text("Không tán thành")
        check_well(keeper)
        expect(chair.locator("[data-voted]")).to_have_text("1")
        chair.get_by_role("button", name="Kết thúc và kiểm phiếu").click()
        expect(chair.get_by_text("Không đủ số người tham gia: 1/5 (20,0%).")).to_be_visible()
        expect(keeper.get_by_text("Không đủ số người tham gia: 1/5 (20,0%).")).to_be_visible()
        expect(vote).to_be_hidden()


def test_a_secret_vote_is_confirmed_and_cast_once(browser: Browser, meeting: str) -> None:
    site = site_of(meeting)
    with seated(browser, site, "") as chair, seated(browser, site, "Cán bộ xã") as keeper:
        put(chair, meeting, "Phiếu kín")
        check_well(chair)
        keeper.goto(f"{meeting}/phong-hop/")
        vote = keeper.get_by_role("group", name=HERE)
        alive(keeper, ".ballot-vote")
        vote.get_by_role("button", name="Không tán thành").press("Enter")
        expect(keeper.get_by_text("Bạn chọn: Không tán thành")).to_be_focused()
        check_well(keeper)
        alive(keeper, ".ballot-sure a")
        keeper.keyboard.press("Tab")
        keeper.keyboard.press("Tab")
        expect(keeper.get_by_role("link", name="Chọn lại")).to_be_focused()
        keeper.keyboard.press("Enter")
        alive(keeper, ".ballot-vote:not(.ballot-sure)")
        vote.get_by_role("button", name="Tán thành", exact=True).press("Enter")
        alive(keeper, ".ballot-sure")
        keeper.get_by_role("button", name="Bỏ phiếu này").dblclick()
        expect(keeper.get_by_text("Đã bỏ phiếu. Không ai biết bạn chọn gì.")).to_be_visible()
        expect(chair.locator("[data-voted]")).to_have_text("1")
        keeper.reload()
        expect(keeper.get_by_text("Phiếu kín không đổi được.")).to_be_visible()
        chair.get_by_role("button", name="Kết thúc và kiểm phiếu").click()
        expect(chair.get_by_text("Chưa đủ ba người bỏ phiếu kín")).to_be_visible()
        expect(keeper.get_by_text("Chưa đủ ba người bỏ phiếu kín")).to_be_visible()


def test_a_count_leaves_the_hall_once_the_chair_goes_on(browser: Browser, meeting: str) -> None:
    site = site_of(meeting)
    with seated(browser, site, "") as chair, seated(browser, site, "Cán bộ xã") as hall:
        put(chair, meeting, "Ghi tên")
        hall.goto(f"{meeting}/trinh-chieu/")
        expect(hall.get_by_role("heading", name=QUESTION)).to_be_visible()
        chair.get_by_role("button", name="Kết thúc và kiểm phiếu").click()
        expect(hall.locator(".ballot-outcome")).to_be_visible()
        hall.reload()
        expect(hall.locator(".ballot-outcome")).to_be_visible()
        chair.goto(f"{meeting}/dieu-khien/")
        expect(chair.locator("[data-line]")).to_have_attribute("data-state", "live")
        chair.locator("body").press("t")
        expect(hall.locator("#ballot-now")).to_be_hidden()
        hall.reload()
        expect(hall.locator("#ballot-now[data-past]")).to_be_hidden()
        put(chair, meeting, "Ghi tên")
        expect(hall.get_by_role("heading", name=QUESTION)).to_be_visible()
        chair.get_by_role("button", name="Kết thúc và kiểm phiếu").click()


@pytest.mark.parametrize("page", ["bieu-quyet/", "bieu-quyet/mo/", "bieu-quyet/1/"])
def test_every_page_is_well(browser: Browser, meeting: str, page: str) -> None:
    with seated(browser, site_of(meeting), "") as reader:
        reader.goto(f"{meeting}/{page}")
        check_well(reader)


def test_without_script_a_secret_vote_is_confirmed_all_the_same(
    browser: Browser, meeting: str
) -> None:
    site = site_of(meeting)
    with seated(browser, site, "") as chair:
        put(chair, meeting, "Phiếu kín")
        with seated(browser, site, "", java_script_enabled=False) as plain:
            plain.goto(chair.url)
            plain.get_by_role("button", name="Tán thành", exact=True).first.click()
            expect(plain.get_by_text("Bạn chọn: Tán thành")).to_be_visible()
            plain.get_by_role("button", name="Bỏ phiếu này").click()
            expect(plain.get_by_text("Đã bỏ phiếu. Không ai biết bạn chọn gì.")).to_be_visible()
        chair.locator("summary", has_text="Hủy lượt này").click()
        chair.get_by_label("Lý do hủy").fill("Câu hỏi chưa rõ")
        chair.get_by_role("button", name="Hủy, không kiểm").click()
        expect(chair.get_by_text("Đã hủy lượt biểu quyết.")).to_be_visible()
