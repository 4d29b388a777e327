"""The plan of 2022 made from 2021's in Chromium: typed, proposed, read back, handed down, issued;
one target adjusted in July, and the assessment of June still showing what it was judged by.

Every value of 2022 here is made up for the test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.days import Days
from tests.plans.plan_2022 import CODE, DISTRICTS, NAMELESS, VALUES

pytestmark = pytest.mark.browser

DRAFT = f"/lap-ke-hoach/du-thao/{CODE}/"
PAGES = (
    "/lap-ke-hoach/", f"/lap-ke-hoach/ke-hoach/{CODE}/phien-ban/",
    f"/lap-ke-hoach/ke-hoach/{CODE}/phan-bo/", DRAFT, f"{DRAFT}de-xuat/",
    "/lap-ke-hoach/ke-hoach/ca-mau-2021/lap/new/",
)  # fmt: skip
HARMLESS = re.compile("ERR_INTERNET_DISCONNECTED|Failed to fetch")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Days]:
    made = Days(tmp_path_factory.mktemp("plan-2022"))
    yield made
    made.end()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing but a lost connection may be said to the console."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    found = context.new_page()
    said: list[str] = []
    found.on("console", lambda message: said.append(message.text))
    found.on("pageerror", lambda error: said.append(str(error)))
    yield found
    context.close()
    assert [words for words in said if not HARMLESS.search(words)] == []


def sit(page: Page, site: Days, seat: str) -> None:
    page.goto(site.address)
    page.locator("[data-menu] summary").click()
    page.get_by_role("button", name=seat, exact=True).click()
    expect(page.locator("[data-menu] summary")).to_contain_text(seat)


def saved(page: Page) -> None:
    status = page.locator("[data-cells-status]")
    expect(status).to_have_text("Mọi ô đã lưu.")
    expect(page.locator("[data-state=unsent]")).to_have_count(0)


def value_of(page: Page, no: str) -> object:
    return page.get_by_label(f"Số kế hoạch, chỉ tiêu {no}", exact=True)


def paste(page: Page, into: str, text: str) -> None:
    """What the clipboard of a sheet hands over."""
    page.locator(into).first.evaluate(
        """(cell, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            cell.dispatchEvent(new ClipboardEvent("paste",
                { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def no_violations(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]


def test_the_plan_of_2022(site: Days, page: Page) -> None:
    site.serve_on("2022-01-12")
    sit(page, site, "Chuyên viên kế hoạch")
    _make(site, page)
    _type_values(page)
    _survive_a_lost_connection(site, page)
    _propose_and_settle(site, page)
    _read_back(site, page)
    _hand_down(site, page)
    _issue(site, page)
    site.serve_on("2022-06-30")
    june = _freeze_in_june(site, page)
    site.serve_on("2022-07-20")
    _adjust_in_july(site, page)
    _old_and_new_stand(site, page)
    page.goto(june)
    expect(page.locator("tbody tr").first).to_contain_text("5.600")
    assert "5.700" not in page.content(), "the assessment of June keeps its baseline"
    _every_page_fits_and_axe_finds_nothing(site, page)


def _make(site: Days, page: Page) -> None:
    page.goto(f"{site.address}/lap-ke-hoach/")
    page.locator('a[href$="/ca-mau-2021/lap/new/"]').click()
    expect(page.get_by_label("Mã")).to_have_value(CODE)
    page.get_by_role("button", name="Mở dự thảo").click()
    expect(page.locator("#draft tbody tr")).to_have_count(22)
    revenue = page.locator("#draft tbody tr").first
    expect(revenue).to_contain_text("6.311 (ước)")
    expect(revenue).to_contain_text("tối thiểu 5.478 tỷ đồng")
    expect(revenue).to_contain_text("5.851 (sơ bộ)")
    no_violations(page)


def _type_values(page: Page) -> None:
    """All at once, as a column out of a sheet; the two nameless targets are taken out."""
    paste(page, "[data-cell$='.value']", VALUES["1"])
    for no, text in VALUES.items():
        value_of(page, no).fill(text)  # type: ignore[attr-defined]
    saved(page)
    first = page.locator("#draft tbody tr").first
    expect(first).to_contain_text("tối thiểu 5.600 tỷ đồng")
    expect(first).to_contain_text("95,7%")
    for no in NAMELESS:
        page.get_by_label(f"Bỏ chỉ tiêu {no}", exact=True).click()
    expect(page.locator("#draft tbody tr")).to_have_count(20)


def _survive_a_lost_connection(site: Days, page: Page) -> None:
    page.context.set_offline(True)
    cell = page.get_by_label("Ghi chú, chỉ tiêu 2", exact=True)
    cell.fill("gõ khi mất mạng")
    expect(page.locator("[data-cells-status]")).to_contain_text("Chưa gửi được 1 ô")
    page.context.set_offline(False)
    page.goto(f"{site.address}{DRAFT}")
    saved(page)
    page.reload()
    expect(page.get_by_label("Ghi chú, chỉ tiêu 2", exact=True)).to_have_value("gõ khi mất mạng")


def _propose_and_settle(site: Days, page: Page) -> None:
    sit(page, site, "Chuyên viên Sở Y tế")
    page.goto(f"{site.address}{DRAFT}de-xuat/")
    expect(page.locator("#proposals tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Đề xuất", exact=True).last.click()
    page.get_by_label("Số đề xuất").fill("34")
    page.get_by_label("Căn cứ").fill("Đưa vào dùng một khu điều trị mới.")
    page.get_by_role("button", name="Gửi đề xuất").click()
    expect(page.get_by_text("Đã gửi đề xuất của Sở Y tế.")).to_be_visible()
    sit(page, site, "Chuyên viên kế hoạch")
    page.goto(f"{site.address}{DRAFT}de-xuat/")
    row = page.locator("#proposals tbody tr", has_text="Số giường bệnh")
    expect(row).to_contain_text("Đưa vào dùng một khu điều trị mới.")
    row.get_by_role("button", name="Chốt theo số này").click()
    expect(page.locator("#proposals tbody tr", has_text="Số giường bệnh")).to_contain_text(
        "tối thiểu 34 giường/10.000 dân"
    )
    no_violations(page)


def _read_back(site: Days, page: Page) -> None:
    page.goto(f"{site.address}{DRAFT}")
    page.locator("#draft tbody tr").first.locator("a[href*='/dong/']").first.click()
    back = page.locator("#read-back")
    page.get_by_label("Số kế hoạch").fill("5.478")
    expect(back).to_contain_text("tối thiểu 5.478 tỷ đồng")
    worked = [re.sub(r"\s+", " ", text) for text in back.locator("li").all_inner_texts()]
    assert worked[0].startswith("5.400 → không đạt")
    assert worked[1].startswith("5.478 → đạt")
    assert worked[2].startswith("5.851 → vượt 6,8%")
    page.get_by_label("Phải thế nào").select_option("at_most")
    expect(back).to_contain_text("không quá 5.478 tỷ đồng")
    page.get_by_label("Phải thế nào").select_option("maintain")
    page.get_by_label("Giao cái gì").select_option("growth")
    expect(back).to_contain_text("“tốc độ tăng trưởng” không đi với “duy trì”")
    page.get_by_label("Giao cái gì").select_option("level")
    page.get_by_label("Phải thế nào").select_option("at_least")
    page.get_by_label("Số kế hoạch").fill("5.600")
    expect(back).to_contain_text("tối thiểu 5.600 tỷ đồng")
    no_violations(page)
    page.get_by_role("button", name="Lưu như vừa đọc lại").click()
    expect(page.get_by_text("Đã lưu dòng")).to_be_visible()


def _hand_down(site: Days, page: Page) -> None:
    page.locator("#draft tbody tr").first.get_by_role("link", name="giao xuống").click()
    told = page.locator("#parts-check")
    names = page.locator("#parts tbody th").all_inner_texts()
    assert len(names) == len(DISTRICTS) == 9
    column = ["2.800", "300", "320", "500", "380", "400", "350", "300", "200"]
    paste(page, "#parts [data-cell]", "\r\n".join(column) + "\r\n")
    expect(told).to_contain_text("thiếu 50 tỷ đồng so với chỉ tiêu 5.600 tỷ đồng")
    saved(page)
    no_violations(page)
    page.goto(f"{site.address}{DRAFT}ban-hanh/")
    expect(page.locator(".plan-left")).to_contain_text("không khớp số chung")
    page.go_back()
    page.locator("#parts [data-cell]").last.fill("250")
    expect(told).to_contain_text("đúng bằng chỉ tiêu 5.600 tỷ đồng")
    saved(page)


def _issue(site: Days, page: Page) -> None:
    page.goto(f"{site.address}{DRAFT}ban-hanh/")
    expect(page.get_by_text("20 chỉ tiêu đã sẵn sàng để ban hành.")).to_be_visible()
    _register(page, "99/NQ-HĐND", "Nghị quyết", "hdnd-ca-mau", "10/12/2021")
    page.get_by_label("Văn bản ban hành").select_option("99-nq-hdnd-2021")
    page.get_by_label("Có hiệu lực từ ngày").fill("01/01/2022")
    no_violations(page)
    page.get_by_role("button", name="Ban hành kế hoạch").click()
    expect(page.get_by_text("phiên bản 1.")).to_be_visible()
    page.goto(f"{site.address}/ke-hoach/{CODE}/chi-tieu/")
    expect(page.locator("#targets tbody tr")).to_have_count(20)
    expect(page.locator("#targets tbody tr").first).to_contain_text("Giám đốc Sở Tài chính")
    page.goto(f"{site.address}/ke-hoach/{CODE}/chi-tieu/1/")
    expect(page.get_by_role("heading", name="Giao xuống")).to_be_visible()


def _register(page: Page, number: str, kind: str, issuer: str, day: str) -> None:
    """A paper into the register, from the page that needs it and back to it."""
    page.get_by_role("link", name="Đăng ký văn bản").click()
    page.get_by_label("Số, ký hiệu").fill(number)
    page.get_by_label("Loại").select_option(kind)
    page.get_by_label("Nơi ban hành").select_option(issuer)
    page.get_by_label("Ngày ban hành").fill(day)
    page.get_by_label("Trích yếu").fill(f"{kind} thử nghiệm")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text(f"Đã ghi văn bản “{number}” vào sổ.")).to_be_visible()
    expect(page).to_have_url(re.compile("/ban-hanh/"))


def _freeze_in_june(site: Days, page: Page) -> str:
    page.goto(f"{site.address}/ke-hoach/{CODE}/chi-tieu/")
    page.get_by_role("button", name="Chốt").click()
    expect(page).to_have_url(re.compile(r"/danh-gia/\d+/"))
    expect(page.locator("tbody tr").first).to_contain_text("5.600")
    return page.url


def _adjust_in_july(site: Days, page: Page) -> None:
    page.goto(f"{site.address}/lap-ke-hoach/ke-hoach/{CODE}/phien-ban/")
    page.get_by_role("link", name="Điều chỉnh", exact=True).click()
    page.get_by_role("button", name="Mở dự thảo").click()
    value = value_of(page, "1")
    expect(value).to_have_value("5.600")  # type: ignore[arg-type]
    value.fill("5.700")  # type: ignore[attr-defined]
    saved(page)
    page.locator("#draft tbody tr").first.get_by_role("link", name="chưa khớp").click()
    page.get_by_label("Lý do các phần không khớp chỉ tiêu").fill(
        "Phần tăng thêm tỉnh thu trực tiếp."
    )
    saved(page)
    page.goto(page.url.split("dong/")[0] + "ban-hanh/")
    expect(page.locator("#changes")).to_contain_text("tăng 100 tỷ đồng (1,8%)")
    _register(page, "77/QĐ-UBND", "Quyết định", "ubnd-ca-mau", "15/07/2022")
    page.get_by_label("Văn bản ban hành").select_option("99-nq-hdnd-2021")
    page.get_by_label("Quyết định giao hoặc điều chỉnh").select_option("77-qd-ubnd-2022")
    page.get_by_label("Có hiệu lực từ ngày").fill("15/07/2022")
    page.get_by_role("button", name="Ban hành điều chỉnh").click()
    expect(page.get_by_role("heading", name="Từ phiên bản 1 sang phiên bản 2")).to_be_visible()
    expect(page.locator("#diff")).to_contain_text("tối thiểu 5.600 tỷ đồng")
    expect(page.locator("#diff")).to_contain_text("tối thiểu 5.700 tỷ đồng")
    no_violations(page)


def _old_and_new_stand(site: Days, page: Page) -> None:
    targets = f"{site.address}/ke-hoach/{CODE}/chi-tieu/"
    for day, value in (("14/07/2022", "5.600"), ("15/07/2022", "5.700"), ("", "5.700")):
        page.goto(f"{targets}?date={day}" if day else targets)
        expect(page.locator("#targets tbody tr").first).to_contain_text(
            f"tối thiểu {value} tỷ đồng"
        )


def _every_page_fits_and_axe_finds_nothing(site: Days, page: Page) -> None:
    for where, width in product(PAGES, (360, 1440)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site.address + where)
        assert page.evaluate("document.documentElement.scrollWidth") == width, where
        no_violations(page)
