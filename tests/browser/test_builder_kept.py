"""The form builder: nothing typed is lost on leaving; after a button one goes on where one was."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.served import seated
from tests.browser.test_forms_and_rounds import PLANNER, add_found, add_new, pytestmark  # noqa: F401


def fresh(page: Page, site: str, name: str) -> str:
    """A new form's builder, and its address."""
    page.goto(f"{site}/bieu-mau/moi/")
    page.get_by_label("Tên biểu").fill(name)
    page.get_by_role("button", name="Tiếp: chọn chỉ tiêu").click()
    expect(page.get_by_text("Biểu chưa có dòng nào")).to_be_visible()
    return page.url


def test_leaving_at_once_keeps_what_was_typed(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER) as page:
        address = fresh(page, site, "Biểu rời ngay")
        add_new(page, "Số sổ hộ gia đình", "sổ")
        label = page.locator("#r0-label")
        label.fill("Số sổ hộ gia đình đã cấp")
        page.goto(f"{site}/bieu-mau/")
        page.goto(address)
        expect(page.locator("#r0-label")).to_have_value("Số sổ hộ gia đình đã cấp")


def test_one_who_looked_away_saves_again_without_a_quarrel(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER) as page:
        fresh(page, site, "Biểu nhìn sang thẻ khác")
        add_new(page, "Số giấy phép xây dựng", "giấy")
        page.locator("#r0-label").fill("Số giấy phép đã cấp")
        hidden = (
            "Object.defineProperty(document,'visibilityState',{value:'hidden',configurable:true})"
        )
        with page.expect_response("**/soan/luu/"):
            page.evaluate(f"{hidden};document.dispatchEvent(new Event('visibilitychange'))")
        page.get_by_role("button", name="Lưu bản đang sửa").click()
        expect(page.locator("#kept")).to_contain_text("Bản đang sửa đã lưu")
        expect(page.locator(".notice-error")).to_have_count(0)


def test_a_button_leaves_the_caret_and_the_new_row_in_view(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER, viewport={"width": 1200, "height": 500}) as page:
        fresh(page, site, "Biểu dài")
        for n in range(6):
            page.locator("#heading").fill(f"Đề mục {n}")
            page.get_by_role("button", name="Thêm đề mục").click()
            expect(page.locator(".row-heading")).to_have_count(n + 1)
            expect(page.locator("#heading")).to_be_focused()
        add_found(page, "giai quyet viec lam", "Giải quyết việc làm")
        expect(page.locator("#find")).to_be_focused()
        region = "r => r.scrollHeight - r.scrollTop - r.clientHeight"
        assert page.locator("#rows-region").evaluate(region) <= 2


def test_parts_have_their_names_and_a_kind_asks_what_it_needs(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER) as page:
        fresh(page, site, "Biểu trong đó")
        add_found(page, "giai quyet viec lam", "Giải quyết việc làm")
        page.get_by_role("button", name="+ trong đó").click()
        expect(page.locator("#r1-label")).to_have_value("Trong tỉnh")
        expect(page.locator("#r3-label")).to_have_value("Ngoài nước")
        numerator, required = (
            page.locator("[name=r0-numerator]"),
            page.locator("[name=r0-required]"),
        )
        expect(numerator).to_be_hidden()
        page.locator("#r0-kind").select_option("ratio")
        expect(numerator).to_be_visible()
        expect(required).to_be_hidden()
        page.locator("#r0-kind").select_option("entry")
        expect(required).to_have_value("x")
        page.locator("#r0-decimals").fill("hai")
        page.locator("#r0-decimals").press("Tab")
        expect(page.locator("#kept")).to_contain_text("“ha”")


def test_asking_for_the_page_again_in_mid_word_keeps_it_without_a_quarrel(
    site: str, browser: Browser
) -> None:
    """The words leave only when the next page has been made; it shows them all the same."""
    with seated(browser, site, PLANNER) as page:
        fresh(page, site, "Biểu tải lại")
        add_new(page, "Số hộ có nhà kiên cố", "hộ")
        page.locator("#r0-label").fill("Số hộ có nhà kiên cố cuối năm")
        page.reload()
        expect(page.locator("#r0-label")).to_have_value("Số hộ có nhà kiên cố cuối năm")
        page.locator("#r0-label").fill("Số hộ có nhà kiên cố")
        page.get_by_role("button", name="Lưu bản đang sửa").click()
        expect(page.locator("#kept")).to_contain_text("Bản đang sửa đã lưu")
        expect(page.locator(".notice-error")).to_have_count(0)


def test_words_typed_while_an_answer_is_on_its_way_stay(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER) as page:
        fresh(page, site, "Biểu đường truyền chậm")
        add_new(page, "Số giếng khoan", "giếng")
        waiting: list[Route] = []

        def hold(route: Route) -> None:
            waiting.append(route)

        page.route("**/soan/", hold)
        page.locator("#heading").fill("Nước sạch")
        page.locator("#add-heading").click()
        page.locator("[name=new-name]").fill("Số trạm cấp nước")
        page.locator("#r0-label").press_sequentially(" còn dùng")
        label = page.locator("#r0-label").input_value()
        assert len(waiting) == 1
        waiting[0].continue_()
        expect(page.locator(".row-heading")).to_have_count(1)
        expect(page.locator("#heading")).to_have_value("")
        expect(page.locator("[name=new-name]")).to_have_value("Số trạm cấp nước")
        expect(page.locator("#r0-label")).to_have_value(label)
        expect(page.locator("#r0-label")).to_be_focused()
