"""Lists of tasks in Chromium: taken in from a table, filtered, kept; every page on phone and desk."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dieuhanh.exchange.task_table import BLANK
from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser
AT = "/nhiem-vu/"
PAPER = "bai-bao-2022-01-12"
PARTS = (
    "", "?tinh-trang=open_overdue", "?linh-vuc=y+t%E1%BA%BF", "?han-tu=32/01/2022",
    "theo-co-quan/", "phieu-diem/", "phieu-diem/?ky=2021", "phieu-diem/so-y-te-ca-mau/",
    "chuong-trinh/", "chuong-trinh/moi/", "chuong-trinh/ct-2022/", f"van-ban/{PAPER}/", "nhap/",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo_with(tmp_path_factory.mktemp("demo")) as (address, _):
        yield address


def table(*titles: str) -> bytes:
    """New tasks of the health department, the first of them overdue."""
    text = io.StringIO()
    writer = csv.writer(text)
    names = [column.name for column in BLANK.columns]
    writer.writerow(names)
    for place, title in enumerate(titles):
        told = {
            "title": title, "lead": "so-y-te-ca-mau", "assigner": "ubnd-ca-mau", "field": "y tế",
            "assigned_on": "05/01/2022", "due_on": "31/03/2022" if place else "10/01/2022",
            "simulated": "x",
        }  # fmt: skip
        writer.writerow([told.get(name, "") for name in names])
    return text.getvalue().encode()


def test_the_office_takes_tasks_in_and_looks_at_them(browser: Browser, site: str) -> None:
    with seated(browser, site, "Văn phòng") as page:
        tasks_come_in(page, site)
        points_are_pasted_and_a_programme_made(page, site)
        the_list_is_filtered_by_keyboard_and_kept(page, site)
        faults = faults_of_every_page(page, site)
        assert not faults, "\n".join(map(str, faults))


def tasks_come_in(page: Page, site: str) -> None:
    page.goto(f"{site}{AT}nhap/")
    wrong = table("Rà soát").replace(b"so-y-te-ca-mau", b"so-khong-co")
    page.get_by_label("Chọn tệp").set_input_files(
        {"name": "nv.csv", "mimeType": "text/csv", "buffer": wrong}
    )
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.locator("#wrong")).to_contain_text("G2")
    page.get_by_label("Chọn tệp").set_input_files(
        {
            "name": "nv.csv",
            "mimeType": "text/csv",
            "buffer": table("Rà soát quy hoạch", "Tiêm chủng"),
        }
    )
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_role("status").first).to_contain_text("Đọc được 2 nhiệm vụ mới")
    page.get_by_role("button", name="Giao 2 nhiệm vụ này").click()
    expect(page.locator(".messages")).to_contain_text("Đã giao 2 nhiệm vụ")


def points_are_pasted_and_a_programme_made(page: Page, site: str) -> None:
    page.goto(f"{site}{AT}van-ban/{PAPER}/")
    page.get_by_label("Mỗi điểm một dòng").fill("1. Phòng, chống dịch\n2. Trồng rừng")
    page.get_by_role("button", name="Ghi điểm").click()
    expect(page.locator(".points")).to_contain_text("chưa có nhiệm vụ")
    page.goto(f"{site}{AT}chuong-trinh/moi/")
    page.get_by_label("Tên chương trình").fill("Chương trình năm 2022")
    page.get_by_label("Mã", exact=True).fill("ct-2022")
    page.get_by_label("Cơ quan ban hành").select_option("ubnd-ca-mau")
    page.locator(f"input[name=carries_out][value={PAPER}]").check()
    page.get_by_role("button", name="Lập chương trình").click()
    page.get_by_role("link", name="Giao nhiệm vụ").first.click()
    expect(page.locator("#id_title")).to_have_value("Phòng, chống dịch")


def the_list_is_filtered_by_keyboard_and_kept(page: Page, site: str) -> None:
    page.goto(f"{site}{AT}")
    page.get_by_label("Tìm trong nhiệm vụ").fill("ra soat quy hoach")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("1 nhiệm vụ tìm thấy")
    page.get_by_text("Giữ bộ lọc này").click()
    page.get_by_label("Tên", exact=True).fill("Quy hoạch")
    page.get_by_role("button", name="Giữ", exact=True).click()
    page.goto(f"{site}{AT}")
    page.get_by_role("link", name="Quy hoạch", exact=True).click()
    expect(page.locator("h1")).to_have_text("1 nhiệm vụ tìm thấy")
    expect(page.locator("tbody")).to_contain_text("chưa hoàn thành, quá hạn")


def faults_of_every_page(page: Page, site: str) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for part in PARTS:
            page.goto(f"{site}{AT}{part}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            told = Axe().run(page).response["violations"]
            faults = [f"{fault['id']}: {fault['nodes'][0]['html'][:90]}" for fault in told]
            found += [(width, part, fault) for fault in faults]
            found += [(width, part, f"{wide} px wide")] if wide > width else []
    return found
