"""The whole life of a paper, as people walk it: draft, opinions, approval, number, correction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import demo_with, seated

pytestmark = pytest.mark.browser
FILLING = Path(__file__).with_name("papers_site.py")
PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, int]]]:
    """The address of a demo with papers in it, and their keys."""
    with demo_with(tmp_path_factory.mktemp("papers"), FILLING) as (address, told):
        yield f"{address}/van-ban/soan-thao", json.loads(told.strip().splitlines()[-1])


def root(site: str) -> str:
    return site.removesuffix("/van-ban/soan-thao")


def clean(page: Page) -> None:
    """Nothing for axe to say, and no sideways scrolling."""
    found: Any = Axe().run(page)
    serious = [
        v["id"] for v in found.response["violations"] if v["impact"] in {"serious", "critical"}
    ]
    assert serious == [], page.url
    wide = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    assert not wide, page.url


def test_from_draft_to_correction(browser: Browser, papers: tuple[str, dict[str, int]]) -> None:
    site = papers[0]
    with seated(browser, root(site), "Chuyên viên kế hoạch") as page:
        made = _begun(page, site)
        _asked(page)
    with seated(browser, root(site), "Chuyên viên Sở Y tế") as page:
        _answered(page, site)
    with seated(browser, root(site), "Chuyên viên kế hoạch") as page:
        _settled_and_submitted(page, made)
    with seated(browser, root(site), "", **PHONE) as page:
        _approved(page, root(site), made)
    with seated(browser, root(site), "Văn phòng") as page:
        _issued(page, root(site))
        _corrected(page, made)
        expect(page.get_by_text("Trong sổ văn bản")).to_be_visible()
        assert page.get_by_text("Trong sổ văn bản").is_visible()


def _begun(page: Page, site: str) -> str:
    page.goto(f"{site}/")
    page.get_by_role("link", name="Soạn văn bản").click()
    page.get_by_label("Loại văn bản").select_option(label="Thông báo")
    page.get_by_label("Cơ quan ban hành").select_option(label="Ủy ban nhân dân tỉnh Cà Mau")
    page.get_by_label("Trích yếu").fill("Kết luận về kế hoạch năm 2022 (mô phỏng)")
    page.get_by_label("Nội dung").fill("Giao các sở thực hiện.\nBáo cáo trước ngày 30/6/2022.")
    page.reload()  # what was typed is still there
    expect(page.get_by_label("Trích yếu")).to_have_value("Kết luận về kế hoạch năm 2022 (mô phỏng)")
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.locator(".paper-sheet")).to_contain_text("/TB-UBND")
    clean(page)
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Đoạn").first.fill("Giao các sở, ngành thực hiện ngay.")
    page.get_by_role("button", name="Lưu bản mới").click()
    expect(page.locator(".paper-sheet")).to_contain_text("ngành thực hiện ngay")
    return page.url


def _asked(page: Page) -> None:
    page.get_by_role("link", name="Lấy ý kiến").click()
    page.get_by_label("Hạn góp ý").fill("14/01/2022")
    page.get_by_label("Sở Y tế tỉnh Cà Mau").check()
    clean(page)
    page.get_by_role("button", name="Gửi lấy ý kiến").click()
    expect(page.locator("#opinions")).to_contain_text("chưa trả lời")


def _answered(page: Page, site: str) -> None:
    page.goto(f"{root(site)}/viec-cua-toi/")
    page.get_by_role("link", name="Kết luận về kế hoạch năm 2022").click()
    page.get_by_label("có ý kiến khác").check()
    page.get_by_label("Ý kiến cụ thể").fill("Nêu rõ ngành y tế.")
    clean(page)
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_text("có ý kiến, chờ xử lý")).to_be_visible()


def _settled_and_submitted(page: Page, made: str) -> None:
    page.goto(made)
    page.get_by_role("button", name="Trình ký").click()
    expect(page.get_by_text("Còn 1 ý kiến chưa tiếp thu hay giải trình")).to_be_visible()
    page.get_by_role("link", name="Sở Y tế tỉnh Cà Mau").click()
    page.get_by_label("tiếp thu", exact=True).check()
    page.get_by_label("Đã sửa thế nào").fill("Đã nêu ở đoạn một.")
    page.get_by_role("button", name="Ghi", exact=True).click()
    page.goto(made)
    page.get_by_role("button", name="Trình ký").click()
    expect(page.get_by_text("đã trình ký").first).to_be_visible()
    expect(page.get_by_role("link", name="Sửa", exact=True)).to_have_count(0)


def _approved(page: Page, site: str, made: str) -> None:
    page.goto(f"{site}/viec-cua-toi/")
    page.get_by_role("link", name="Kết luận về kế hoạch năm 2022").click()
    expect(page).to_have_url(made)
    clean(page)
    page.get_by_role("button", name="Duyệt").click()
    expect(page.get_by_text("đã duyệt, chờ ban hành")).to_be_visible()


def _issued(page: Page, site: str) -> None:
    page.goto(f"{site}/viec-cua-toi/")
    page.get_by_role("link", name="Kết luận về kế hoạch năm 2022").click()
    expect(page.get_by_text("Số kế tiếp: 01/TB-UBND.")).to_be_visible()
    page.get_by_label("Số", exact=True).fill("3")
    page.get_by_role("button", name="Ban hành").click()
    expect(page.get_by_role("alert")).to_contain_text("Các số từ 01 đến 02 bị bỏ trống.")
    page.get_by_label("Số", exact=True).fill("")
    page.get_by_label("Công khai trong sổ văn bản").check()
    clean(page)
    page.get_by_role("button", name="Ban hành").click()
    expect(page.locator(".paper-sheet")).to_contain_text("Số: 01/TB-UBND")
    expect(page.locator(".paper-sheet")).to_contain_text("ngày 12 tháng 01 năm 2022")


def _corrected(page: Page, made: str) -> None:
    page.get_by_label("đính chính").check()
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.get_by_text("Đính chính văn bản")).to_be_visible()
    page.get_by_role("button", name="Trình ký").click()
    page.goto(made)
    expect(page.get_by_text("Đang soạn đính chính:")).to_be_visible()


def test_a_corrected_figure_marks_the_papers(
    browser: Browser, papers: tuple[str, dict[str, int]]
) -> None:
    site, keys = papers
    with seated(browser, root(site), "Chuyên viên kế hoạch") as page:
        page.goto(f"{site}/{keys['issued']}/")
        expect(page.locator(".paper-moved")).to_have_count(0)
        page.goto(f"{root(site)}/so-lieu/{keys['figure']}/dinh-chinh/")
        _correct(page)
        for key in ("draft", "issued"):
            page.goto(f"{site}/{keys[key]}/")
            expect(page.get_by_text("1 con số đã đổi từ khi văn bản được soạn")).to_be_visible()
            expect(page.locator(".paper-sheet .paper-moved").first).to_contain_text("5.851")
            clean(page)
        page.goto(f"{site}/")
        expect(page.locator(".paper-moved-chip")).to_have_count(4)  # the sample's report too
        clean(page)


def _correct(page: Page) -> None:
    """State the figure anew on its page: 5.900 instead of 5.851."""
    page.get_by_label("Số mới").fill("5.900")
    page.get_by_label("Lý do").fill("Quyết toán (mô phỏng).")
    page.get_by_role("button", name="Xem sẽ đổi những gì").click()
    page.get_by_role("button", name="Xác nhận đính chính").click()
    page.wait_for_load_state("networkidle")
