"""A figure's way in Chromium, over ten days: entered in a commune, returned at one cell, mended,
approved in the district, closed by the province with one commune named, closed again with it;
then an official figure turns a verdict, and the overview shows the new one and the old.

The verdict is that on jobs, judged here by the sum of 101 communes; their numbers are made up.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.days import Days
from tests.browser.served import COMMAND, ROOT, seated
from tests.browser.sheet_page import COMMUNE, cell, saved

pytestmark = pytest.mark.browser

DISTRICT, PROVINCE = "Chuyên viên huyện", "Chuyên viên kế hoạch"
FILLING = Path(__file__).with_name("walk_site.py")
INDICATORS = ROOT / "examples" / "ca-mau-2021" / "indicators.csv"
INDICATOR, NO, ROUND = "giai-quyet-viec-lam", "16", "kt-xh-xa-2021-uoc"
TYPED = {
    "viec-lam": "120", "viec-lam-trong-tinh": "100", "viec-lam-ngoai-tinh": "18",
    "viec-lam-ngoai-nuoc": "2", "tong-so-ho": "3.105", "so-ho-ngheo": "14",
}  # fmt: skip
REMARK = "Đối chiếu với quyết định công nhận hộ nghèo"
REASON = "mất liên lạc do triều cường"


@dataclass
class Walk:
    """The installation, and whom the round waits for."""

    days: Days
    name: str
    late: str
    late_code: str

    @property
    def site(self) -> str:
        return self.days.address


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    home = tmp_path_factory.mktemp("walk")
    days = Days(home)
    days.run(COMMAND, "import", str(_judged_by_sum(home / "judged.csv")))
    told = json.loads(days.run(sys.executable, str(FILLING), "prepare"))
    yield Walk(days, **told)
    days.end()


def _judged_by_sum(path: Path) -> Path:
    """The example's row of the indicator, with the verdict resting on the sum of the communes."""
    declared, head, *rows = INDICATORS.read_text("utf-8").splitlines()
    row = next(row for row in csv.DictReader([head, *rows]) if row["code"] == INDICATOR)
    row["judged_origin"] = "rolled_up"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{declared}\n")
        writer = csv.DictWriter(file, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerow(row)
    return path


def no_violations(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]


def tile(page: Page) -> Locator:
    return page.locator("article.tile", has=page.locator(".tile-no", has_text=f"{NO}."))


def line(page: Page, key: str) -> Locator:
    return page.locator(f'tr[data-line^="{key}:"]')


def test_from_the_commune_to_the_overview(walk: Walk, browser: Browser) -> None:
    walk.days.serve_on("2022-01-12")
    with seated(browser, walk.site, COMMUNE) as page:
        report = _enter(walk, page)
    with seated(browser, walk.site, DISTRICT) as page:
        _return_one_cell(walk, page)
    with seated(browser, walk.site, COMMUNE) as page:
        _mend(page, report)
    with seated(browser, walk.site, DISTRICT) as page:
        _approve(walk, page)
    walk.days.serve_on("2022-01-17")
    with seated(browser, walk.site, PROVINCE) as page:
        _overview_before_closing(walk, page)
        _close_without_one(walk, page)
    walk.days.serve_on("2022-01-18")
    walk.days.run(sys.executable, str(FILLING), "late")
    with seated(browser, walk.site, PROVINCE) as page:
        _close_again(walk, page)
    walk.days.serve_on("2022-01-20")
    with seated(browser, walk.site, PROVINCE) as page:
        _correct(walk, page)
    with seated(browser, walk.site, "") as page:
        page.goto(walk.site)
        expect(tile(page)).to_have_attribute("data-verdict", "met")
        _both_on_the_overview(walk, page)


def _enter(walk: Walk, page: Page) -> str:
    """Typed into the sheet and handed in; the address of the report."""
    page.goto(f"{walk.site}/viec-cua-toi/")
    page.get_by_role("link", name=walk.name).first.click()
    page.wait_for_load_state("networkidle")
    for key, text in TYPED.items():
        cell(page, key).fill(text)
    saved(page)
    report = page.url
    _hand_in(page)
    expect(page.locator("[data-safe]")).to_contain_text("Biểu đã được nhận an toàn")
    return report


def _hand_in(page: Page) -> None:
    page.get_by_role("button", name="Kiểm tra và nộp").click()
    expect(page.get_by_text("Không còn gì phải sửa")).to_be_visible()
    page.get_by_role("button", name="Nộp báo cáo").click()


def _return_one_cell(walk: Walk, page: Page) -> None:
    page.goto(f"{walk.site}/bao-cao/cho-duyet/")
    page.get_by_role("link", name="Đất Mũi").click()
    row = line(page, "so-ho-ngheo")
    expect(row).to_contain_text("14")
    row.locator("summary").click()
    row.locator("textarea").fill(REMARK)
    no_violations(page)
    page.get_by_role("button", name="Trả lại để sửa").click()
    expect(page.get_by_text("Đã trả lại")).to_be_visible()
    expect(page.get_by_text("Không có báo cáo nào chờ bạn duyệt.")).to_be_visible()


def _mend(page: Page, report: str) -> None:
    page.goto(report)
    expect(page.locator(".says-remark")).to_have_count(1)
    expect(line(page, "so-ho-ngheo").locator(".says-remark")).to_contain_text(REMARK)
    for key, text in TYPED.items():
        expect(cell(page, key)).to_have_value(text)
    cell(page, "so-ho-ngheo").fill("41")
    saved(page)
    _hand_in(page)
    expect(page.locator("[data-safe]")).to_contain_text("/2.")


def _approve(walk: Walk, page: Page) -> None:
    page.goto(f"{walk.site}/bao-cao/cho-duyet/")
    expect(page.locator("#waiting tbody tr")).to_contain_text("nộp lần 2, 1 ô khác lần trước")
    page.get_by_role("link", name="Đất Mũi").click()
    expect(page.locator("tr.changed")).to_have_count(1)
    expect(line(page, "so-ho-ngheo").locator("del")).to_contain_text("14")
    expect(line(page, "so-ho-ngheo").locator("ins")).to_have_text("41")
    page.get_by_role("button", name="Duyệt, đưa số vào sổ").click()
    expect(page.get_by_text("Đã duyệt 1 báo cáo.")).to_be_visible()


def _overview_before_closing(walk: Walk, page: Page) -> None:
    """A sum that lacks a commune is not yet the total: what was published stays."""
    page.goto(walk.site)
    expect(tile(page)).to_have_attribute("data-verdict", "not_met")
    expect(tile(page)).to_contain_text("100/101")
    expect(tile(page)).to_contain_text("công bố")


def _close_without_one(walk: Walk, page: Page) -> None:
    address = f"{walk.site}/ky-bao-cao/{ROUND}/chot/"
    page.goto(address)
    expect(page.locator(".page-head")).to_contain_text("100/101")
    missing = page.locator("#missing tbody tr")
    expect(missing).to_have_count(1)
    expect(missing).to_contain_text(walk.late)
    page.get_by_role("button", name="Chốt kỳ này").click()
    expect(page.get_by_text(f"chưa có lý do: {walk.late}")).to_be_visible()
    page.locator(f'[name="ly-do:{walk.late_code}"]').fill(REASON)
    no_violations(page)
    page.get_by_role("button", name="Chốt kỳ này").click()
    expect(page.get_by_text("Đã chốt lần 1: 100/101 báo cáo.")).to_be_visible()
    expect(page.locator(".vintages")).to_contain_text(f"{walk.late}: {REASON}")
    page.goto(walk.site)
    expect(tile(page)).to_contain_text("100/101")
    expect(tile(page)).to_contain_text("không đạt")
    expect(tile(page)).not_to_contain_text("công bố")


def _close_again(walk: Walk, page: Page) -> None:
    page.goto(f"{walk.site}/ky-bao-cao/{ROUND}/chot/")
    expect(page.locator("[aria-labelledby=since-title]")).to_contain_text(walk.late)
    expect(page.get_by_text("Đã đủ báo cáo của mọi nơi.")).to_be_visible()
    page.get_by_role("button", name="Chốt lại kỳ này").click()
    expect(page.get_by_text("Đã chốt lần 2: 101/101 báo cáo.")).to_be_visible()
    rows = page.locator(".vintages > li")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text(f"{walk.late}: {REASON}")
    page.goto(walk.site)
    expect(tile(page)).to_contain_text("39.250")
    expect(tile(page)).to_have_attribute("data-verdict", "not_met")


def _correct(walk: Walk, page: Page) -> None:
    """From the tile to the sum, from the sum to the commune's own figure, and that anew."""
    page.goto(walk.site)
    tile(page).locator(".figure").click()
    page.locator("tr", has_text="Đất Mũi").locator("a.figure, .figure a, a").last.click()
    page.get_by_role("link", name="Đính chính").click()
    page.locator("#correct [name=text]").fill("170")
    page.locator("#correct [name=status]").select_option("official")
    page.locator("#correct [name=reason]").fill("Kết quả điều tra chính thức")
    page.get_by_role("button", name="Xem sẽ đổi những gì").click()
    told = page.locator("[aria-labelledby=effects-title] li")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("16. Giải quyết việc làm")
    expect(told).to_contain_text("không đạt")
    no_violations(page)
    page.get_by_role("button", name="Xác nhận đính chính").click()
    expect(page.get_by_text("Đã đính chính; số cũ vẫn được giữ bên dưới.")).to_be_visible()
    expect(page.get_by_text("Kết quả điều tra chính thức").first).to_be_visible()


def _both_on_the_overview(walk: Walk, page: Page) -> None:
    expect(tile(page)).to_contain_text("39.300")
    since = page.locator(".change").first
    expect(since).to_contain_text("Đổi từ 18/01/2022")
    expect(since).to_contain_text("Giải quyết việc làm")
    no_violations(page)
    page.goto(f"{walk.site}/?date=18/01/2022")
    expect(tile(page)).to_have_attribute("data-verdict", "not_met")
    expect(tile(page)).to_contain_text("39.250")
